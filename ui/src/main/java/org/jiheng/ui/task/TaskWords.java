package org.jiheng.ui.task;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.TaskKind;
import org.jiheng.app.calendar.TaskScope;
import org.jiheng.app.calendar.Urgency;
import org.jiheng.app.common.Words;
import org.jiheng.app.task.Holidays;
import org.jiheng.ui.text.Written;

/** Tasks in the words of the office. */
final class TaskWords {

  private TaskWords() {}

  /** What no longer is a kind of the house is shown by its name. */
  static String kind(String name) {
    return Arrays.stream(TaskKind.values()).filter(one -> one.name().equals(name)).findFirst()
        .map(one -> Words.in(UI.getCurrent().getLocale()).say("task-kind." + one.name())).orElse(name);
  }

  static String scope(Component page, Task task, Map<String, String> units) {
    return task.scope() == TaskScope.CHOSEN
        ? task.units().stream().map(code -> units.getOrDefault(code, code)).collect(Collectors.joining("、"))
        : page.getTranslation("task-scope." + task.scope().name());
  }

  /** How near it is, with its shape. */
  static String left(Component page, Deadline deadline) {
    return switch (deadline.urgency()) {
      case OVERDUE -> "■ " + page.getTranslation("home.overdue", -deadline.daysLeft());
      case SOON -> "▲ " + page.getTranslation("home.days", deadline.daysLeft());
      case CALM, NONE -> page.getTranslation("home.days", deadline.daysLeft());
    };
  }

  static String colour(Deadline deadline) {
    return deadline.urgency() == Urgency.OVERDUE ? "overdue" : deadline.urgency() == Urgency.SOON ? "soon" : "calm";
  }

  static String day(Optional<LocalDate> day) {
    return day.map(Written::day).orElse(Written.NONE);
  }

  static String shift(Component page, Holidays.Shift shift) {
    return page.getTranslation("holiday.shift", shift.task().title(), Written.day(shift.before()), Written.day(shift.after()));
  }
}
