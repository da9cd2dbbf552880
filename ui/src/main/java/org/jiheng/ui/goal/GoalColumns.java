package org.jiheng.ui.goal;

import com.vaadin.flow.component.UI;
import java.util.Arrays;
import java.util.Optional;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalList.Filter;
import org.jiheng.app.goal.GoalList.Line;
import org.jiheng.app.goal.GoalList.Sort;
import org.jiheng.app.goal.GoalList.Totals;
import org.jiheng.app.review.FormState;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** What lists of goals have in common, the jurisdiction's own and the one the prefecture looks at. */
public final class GoalColumns {

  private GoalColumns() {}

  /** The filter an address says; what it says wrongly is passed over. */
  public static Filter filter(Address address, int year) {
    return new Filter(year, address.get("state", FormState.class), address.get("unit"), address.get("grade", Grade.class),
        address.get("adjusting").isPresent(), address.get("q").orElse(""), address.get("sort").flatMap(GoalColumns::sort).orElse(Sort.UNIT),
        address.get("desc").isEmpty());
  }

  private static Optional<Sort> sort(String column) {
    return Arrays.stream(Sort.values()).filter(sort -> key(sort).equals(column)).findFirst();
  }

  private static String key(Sort sort) {
    return switch (sort) {
      case UNIT -> "unit";
      case TITLE -> "project";
      case STATE -> "state";
      case BUDGET -> "annual-money";
      case GRADE -> "grade";
      case CHANGED -> "changed";
    };
  }

  /** @param path where a goal is opened: its identifier is put behind */
  public static void columns(ListFrame<Line> list, String path, int year) {
    UI ui = UI.getCurrent();
    Words words = Words.in(ui.getLocale());
    list.link(Column.text("project", line -> line.title() + (line.adjustment() ? ui.getTranslation("goal.adjustment-mark") : "")),
            line -> Year.in(path + line.id(), year), 240, true)
        .column(Column.text("unit", Line::unitName), 156, false)
        .column(Column.text("state", line -> ui.getTranslation("state." + line.state().name())), 118, false)
        .column(Column.<Line>number("annual-money", line -> Written.wan(line.budget()), line -> line.budget().map(Written::yuan).orElse(""),
            line -> line.budget().<Object>map(Money::yuan).orElse(Written.NONE)), 130, false)
        .column(Column.text("grade", line -> line.grade().map(grade -> words.say("grade." + grade)).orElse(Written.NONE)), 70, false)
        .column(Column.<Line>number("findings", line -> line.findings() == 0 ? "" : String.valueOf(line.findings()), _ -> "", Line::findings).unsorted(), 80, false)
        .column(Column.<Line>text("resubmit", line -> line.resubmitDue().map(Written::day).orElse("")).unsorted(), 110, false)
        .column(Column.text("changed", line -> Written.minute(line.changedAt()) + " " + line.changedBy()), 200, false)
        .column(Column.<Line>text("code", Line::projectCode).unsorted(), 186, false);
  }

  /** Text and grade: filters every such list has. */
  public static void filters(ListFrame<Line> list, Address address) {
    Words words = Words.in(UI.getCurrent().getLocale());
    list.words("q", "filter-text", list.getTranslation("list.text"))
        .choice("grade", Arrays.asList(Grade.values()), grade -> words.say("grade." + grade));
    address.get("adjusting").ifPresent(_ -> list.chip(list.getTranslation("goal.adjusting"), "adjusting"));
  }

  public static void totals(ListFrame<Line> list, Totals totals) {
    String ended = totals.ended() == 0 ? "" : list.getTranslation("list.totals-ended", String.valueOf(totals.ended()));
    list.totals(list.getTranslation("goal.totals", String.valueOf(totals.forms()), Written.wan(totals.budget())) + ended);
  }
}
