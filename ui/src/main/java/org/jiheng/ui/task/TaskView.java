package org.jiheng.ui.task;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.TaskState;
import org.jiheng.app.review.FormGuide;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.task.Guides;
import org.jiheng.app.task.Owed;
import org.jiheng.app.task.Reopenings;
import org.jiheng.app.task.Tally;
import org.jiheng.app.task.TaskPage;
import org.jiheng.app.task.Tasks;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.GuideBox;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.selfevaluation.SelfEvaluationView;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.text.Written;

/** One task: what it says, when it is really due, and unit by unit what has been sent in and what is missing. */
@Dependent
@Route(value = "tasks", layout = MainLayout.class)
@RolesAllowed({"UNIT_CLERK", "UNIT_APPROVER", "DEPARTMENT_REVIEWER", "FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUDGET_SECTION", "BUREAU_LEADER", "AUDITOR"})
class TaskView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Tasks tasks;

  @Inject
  private transient Guides guides;

  @Inject
  private transient Reopenings reopenings;

  @Inject
  private transient Calendar calendar;

  private transient UUID id;
  private transient Address address;

  @Override
  public void setParameter(BeforeEvent event, String text) {
    id = SelfEvaluationView.identifier(text);
    address = Address.of(event.getLocation());
    show();
  }

  private void show() {
    TaskPage page = tasks.open(id);
    removeAll();
    ListFrame<Tally.OfUnit> frame = new ListFrame<>("task", page.task().title(), address);
    frame.column(Column.<Tally.OfUnit>text("unit-code", Tally.OfUnit::unit).unsorted(), 96, false)
        .column(Column.<Tally.OfUnit>text("unit", line -> page.names().getOrDefault(line.unit(), "")).unsorted(), 220, false)
        .column(Column.<Tally.OfUnit>text("unit-state", this::state).unsorted(), 104, false)
        .column(Column.<Tally.OfUnit>text("sent", line -> line.sent() + "/" + line.forms()).unsorted(), 96, false)
        .column(Column.<Tally.OfUnit>text("approved", line -> line.approved() + "/" + line.forms()).unsorted(), 96, false)
        .column(Column.<Tally.OfUnit>text("late", line -> String.valueOf(line.late())).unsorted(), 72, false)
        .column(Column.<Tally.OfUnit>text("not-sent", line -> line.missing().stream().map(Owed::title).collect(Collectors.joining("、"))).unsorted(), 320, true);
    List<FormGuide> versions = guides.versions(id);
    frame.notice(new Div(facts(page), guide(page, versions)));
    if (page.mayIssue()) {
      actions(page, versions).forEach(frame::tool);
      page.dates().filter(dates -> dates.deadline().daysLeft() < 0).ifPresent(_ -> frame.batch("reopen", getTranslation("task.reopen"), chosen ->
          ReopenDialog.open(reopenings, calendar.today(), chosen.stream().map(one -> late(page.task(), one)).toList(), this::show)));
    }
    frame.choice("unit-state", List.of(UnitState.values()), one -> getTranslation("unit-state." + one.name()));
    Optional<UnitState> wanted = address.get("unit-state", UnitState.class);
    List<Tally.OfUnit> lines = page.units().stream().filter(line -> wanted.filter(one -> one != UnitState.of(line)).isEmpty()).toList();
    frame.load((offset, limit) -> lines.stream().skip(offset).limit(limit).toList(), () -> (long) lines.size(),
        getTranslation(page.counted() ? "task.owed-by-nobody" : "task.not-counted"));
    Tally tally = page.tally();
    frame.totals(getTranslation("task.totals", tally.unitsDone(), tally.units(), tally.sent(), tally.forms(), tally.late()));
    frame.tool(ExcelLink.of(frame, page.task().title(), (name, columns, cells, out) -> tasks.export(id, lines, name, columns, cells, out)));
    add(frame);
  }

  /** How far a unit is, to filter by. */
  enum UnitState {
    DONE,
    MISSING,
    LATE;

    static UnitState of(Tally.OfUnit unit) {
      return unit.done() ? DONE : unit.late() > 0 ? LATE : MISSING;
    }
  }

  private String state(Tally.OfUnit unit) {
    UnitState state = UnitState.of(unit);
    return switch (state) {
      case DONE -> "● ";
      case MISSING -> "";
      case LATE -> "■ ";
    } + getTranslation("unit-state." + state.name());
  }

  private static Reopenings.Late late(Task task, Tally.OfUnit unit) {
    return new Reopenings.Late(task.formType(), task.fiscalYear(), unit.unit(), Optional.empty());
  }

  private Component facts(TaskPage page) {
    Task task = page.task();
    Div facts = new Div();
    facts.addClassName("task-facts");
    Span state = new Span(getTranslation("task-state." + task.state().name()));
    state.addClassName("state");
    facts.add(state);
    page.dates().ifPresent(dates -> {
      Span due = new Span(getTranslation("task.due-on", Written.day(dates.deadline().due()), TaskWords.left(this, dates.deadline())));
      due.addClassNames("date", TaskWords.colour(dates.deadline()));
      facts.add(due);
      if (dates.moved()) {
        facts.add(new Span(getTranslation("task.moved", Written.day(task.due()))));
      }
    });
    facts.add(new Paragraph(getTranslation("task.facts", TaskWords.kind(task.formType()), TaskWords.scope(this, task, page.names()),
        Written.day(task.opens()), TaskWords.day(task.cutOff()), task.issuedBy().isEmpty() ? Written.NONE : task.issuedBy(),
        task.issuedAt().map(Written::minute).orElse(Written.NONE))));
    if (!task.stateReason().isEmpty()) {
      facts.add(new Paragraph(getTranslation("task.cancelled-because", task.stateReason())));
    }
    return facts;
  }

  /** What finance says to it, open: here people come to read it. */
  private Component guide(TaskPage page, List<FormGuide> versions) {
    Div guide = new Div();
    guide.addClassName("task-guide");
    versions.stream().findFirst().filter(FormGuide::says).ifPresentOrElse(
        now -> guide.add(new GuideBox(now, file -> guides.file(id, file), true)),
        () -> guide.add(new Paragraph(getTranslation(page.mayIssue() ? "guide.none-office" : "guide.none"))));
    if (versions.size() > 1) {
      guide.add(button("guide-history", "guide.history", () -> new GuideHistory(guides, id).open()));
    }
    return guide;
  }

  private List<Button> actions(TaskPage page, List<FormGuide> versions) {
    Task task = page.task();
    if (task.state() == TaskState.CANCELLED) {
      return List.of();
    }
    Button guide = button("write-guide", "guide.write", () -> GuideDialog.open(guides, id, versions.stream().findFirst(), this::show));
    if (task.state() == TaskState.CLOSED) {
      return List.of(guide);
    }
    Button change = button("change-task", "task.change", () -> TermsFields.change(tasks, task, this::show).open());
    Button close = button("close-task", "task.close", () -> {
      try {
        tasks.close(id, task.version());
        show();
      } catch (RefusedException refused) {
        Failures.refused(refused);
      }
    });
    Button cancel = button("cancel-task", "task.cancel", () -> {
      TextArea why = TermsFields.why();
      new Asking(getTranslation("task.cancel"), () -> {
        tasks.cancel(id, task.version(), why.getValue());
        return true;
      }, this::show).wide(new Paragraph(getTranslation("task.cancel-text"))).wide(why).open();
    });
    return List.of(guide, change, close, cancel);
  }

  private Button button(String name, String text, Runnable action) {
    Button button = new Button(getTranslation(text), _ -> action.run());
    button.setId(name);
    return button;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.tasks"));
  }
}
