package org.jiheng.ui.task;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.TaskKind;
import org.jiheng.app.calendar.TaskScope;
import org.jiheng.app.calendar.TaskTerms;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.task.Planned;
import org.jiheng.app.task.TaskTemplate;
import org.jiheng.app.task.Tasks;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.DayField;

/** The fields that say what a task is, in a dialog that stays open until they are taken. */
final class TermsFields {

  private static final int LONGEST_REASON = 1000;

  private final int year;
  private final Map<TaskKind, TaskTerms> usual;
  private final Select<TaskKind> kind = new Select<>();
  private final TextField title = new TextField();
  private final Select<TaskScope> scope = new Select<>();
  private final MultiSelectComboBox<String> units = new MultiSelectComboBox<>();
  private final DayField opens;
  private final DayField due;
  private final DayField cutOff;

  private TermsFields(int year, List<Planned> template, Map<String, String> names) {
    this.year = year;
    this.usual = template.stream().map(Planned::terms).collect(Collectors.toMap(TaskTerms::kind, Function.identity()));
    opens = new DayField("opens", title.getTranslation("column.begins"));
    due = new DayField("due", title.getTranslation("column.due"));
    cutOff = new DayField("cut-off", title.getTranslation("task.cut-off"));
    kind.setId("task-kind");
    kind.setLabel(kind.getTranslation("column.task-kind"));
    kind.setItems(TaskKind.values());
    kind.setItemLabelGenerator(one -> TaskWords.kind(one.name()));
    title.setId("task-title");
    title.setLabel(title.getTranslation("column.task"));
    title.setMaxLength(TaskTerms.LONGEST_TITLE);
    scope.setId("task-scope");
    scope.setLabel(scope.getTranslation("column.scope"));
    scope.setItems(TaskScope.values());
    scope.setItemLabelGenerator(one -> scope.getTranslation("task-scope." + one.name()));
    units.setId("task-units");
    units.setLabel(units.getTranslation("task.units"));
    units.setItems(names.keySet());
    units.setItemLabelGenerator(code -> code + " " + names.get(code));
    units.setI18n(new MultiSelectComboBoxI18n().setCleared(units.getTranslation("choice.cleared")).setFocused(units.getTranslation("choice.focused"))
        .setSelected(units.getTranslation("choice.selected")).setDeselected(units.getTranslation("choice.deselected"))
        .setTotal(units.getTranslation("choice.total")));
    scope.addValueChangeListener(chosen -> units.setVisible(chosen.getValue() == TaskScope.CHOSEN));
    kind.addValueChangeListener(chosen -> Optional.ofNullable(usual.get(chosen.getValue())).ifPresent(this::fill));
  }

  private void fill(TaskTerms terms) {
    title.setValue(terms.title());
    opens.setValue(terms.opens());
    due.setValue(terms.due());
    cutOff.setValue(terms.cutOff().orElse(null));
    scope.setValue(terms.scope());
    units.setValue(terms.units());
    units.setVisible(terms.scope() == TaskScope.CHOSEN);
  }

  /** What is wrong is said at the field it is about. */
  private boolean taken(Function<TaskTerms, List<Problem>> given) {
    boolean bad = cutOff.isInvalid() && cutOff.getValue() == null;
    List<DayField> missing = Stream.of(opens, due).filter(day -> day.getValue() == null).toList();
    if (bad || !missing.isEmpty() || kind.getValue() == null) {
      // what was typed and is no day says so by itself
      missing.stream().filter(day -> !day.isInvalid()).forEach(day -> wrong(day, title.getTranslation("field.required")));
      return false;
    }
    Stream.<HasValidation>of(title, due, cutOff, units).forEach(field -> field.setInvalid(false));
    List<Problem> problems = given.apply(new TaskTerms(year, kind.getValue(), title.getValue(), opens.getValue(), due.getValue(),
        Optional.ofNullable(cutOff.getValue()), scope.getValue(), units.getValue()));
    Words words = Words.in(UI.getCurrent().getLocale());
    problems.forEach(problem -> wrong(at(problem), words.say(problem)));
    return problems.isEmpty();
  }

  private HasValidation at(Problem problem) {
    return switch (problem.code()) {
      case "task-due-before-it-opens" -> due;
      case "task-data-after-it-is-due" -> cutOff;
      case "task-for-nobody" -> units;
      default -> title;
    };
  }

  private static void wrong(HasValidation field, String sentence) {
    field.setErrorMessage(sentence);
    field.setInvalid(true);
  }

  /** Asks for a new task of the year. */
  static Asking issue(Tasks tasks, TaskTemplate template, int year, Runnable done) {
    TermsFields fields = new TermsFields(year, template.of(year), tasks.unitNames());
    fields.kind.setValue(TaskKind.SELF_EVALUATION);
    return fields.in(new Asking(fields.title.getTranslation("task.issue"), () -> fields.taken(tasks::issue), done));
  }

  /** Asks how a task changes, and why. */
  static Asking change(Tasks tasks, Task task, Runnable done) {
    TermsFields fields = new TermsFields(task.fiscalYear(), List.of(), tasks.unitNames());
    fields.kind.setValue(TaskKind.valueOf(task.formType()));
    fields.kind.setReadOnly(true);
    fields.fill(TaskTerms.of(task));
    TextArea why = why();
    return fields.in(new Asking(why.getTranslation("task.change"),
        () -> fields.taken(terms -> tasks.change(task.id(), task.version(), terms, why.getValue())), done)).wide(why);
  }

  private Asking in(Asking dialog) {
    return dialog.with(kind, title, opens, due, cutOff, scope).wide(units);
  }

  /** The field for a reason. */
  static TextArea why() {
    TextArea why = new TextArea();
    why.setId("why");
    why.setLabel(why.getTranslation("reason.comment", Tasks.SHORTEST_REASON));
    why.setMaxLength(LONGEST_REASON);
    return why;
  }
}
