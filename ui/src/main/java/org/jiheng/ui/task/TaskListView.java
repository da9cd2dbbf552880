package org.jiheng.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.TaskState;
import org.jiheng.app.task.TaskLine;
import org.jiheng.app.task.TaskTemplate;
import org.jiheng.app.task.Tasks;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** 任务: the tasks of a year that concern the caller's units and how far these are; the performance office issues them here. */
@Dependent
@Route(value = "tasks", layout = MainLayout.class)
@RolesAllowed({"UNIT_CLERK", "UNIT_APPROVER", "DEPARTMENT_REVIEWER", "FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUDGET_SECTION", "BUREAU_LEADER", "AUDITOR"})
public class TaskListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Tasks tasks;

  @Inject
  private transient TaskTemplate template;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    int year = Year.shown(event.getLocation(), calendar.today());
    show(year, Address.of(event.getLocation()).with(Year.PARAMETER, String.valueOf(year)));
  }

  private void show(int year, Address address) {
    removeAll();
    Map<String, String> units = tasks.unitNames();
    ListFrame<TaskLine> frame = new ListFrame<>("tasks", getTranslation("task.list", String.valueOf(year)), address);
    frame.link(Column.<TaskLine>text("task", line -> line.task().title()).unsorted(), line -> Year.in("/tasks/" + line.task().id(), year), 220, true)
        .column(Column.<TaskLine>text("task-kind", line -> TaskWords.kind(line.task().formType())).unsorted(), 120, false)
        .column(Column.<TaskLine>text("scope", line -> TaskWords.scope(this, line.task(), units)).unsorted(), 130, true)
        .column(Column.<TaskLine>text("begins", line -> Written.day(line.task().opens())).unsorted(), 96, false)
        .column(Column.<TaskLine>text("due", line -> TaskWords.day(line.deadline().map(one -> one.due()))).unsorted(), 96, false)
        .column(Column.<TaskLine>text("left", this::left).unsorted(), 96, false)
        .column(Column.<TaskLine>text("cut-off", line -> TaskWords.day(line.task().cutOff())).unsorted(), 96, false)
        .column(Column.<TaskLine>text("units-done", line -> line.tally().map(one -> one.unitsDone() + "/" + one.units()).orElse(Written.NONE)).unsorted(), 80, false)
        .column(Column.<TaskLine>text("sent", line -> line.tally().map(one -> one.sent() + "/" + one.forms()).orElse(Written.NONE)).unsorted(), 76, false)
        .column(Column.<TaskLine>text("late", line -> line.tally().map(one -> String.valueOf(one.late())).orElse(Written.NONE)).unsorted(), 60, false)
        .column(Column.<TaskLine>text("state", line -> getTranslation("task-state." + line.task().state().name())).unsorted(), 76, false);
    frame.choice("state", List.of(TaskState.values()), state -> getTranslation("task-state." + state.name()));
    if (tasks.mayIssue()) {
      tools(frame, year, () -> show(year, address));
    }
    Optional<TaskState> state = address.get("state", TaskState.class);
    List<TaskLine> lines = tasks.list(year).stream().filter(line -> state.filter(one -> one != line.task().state()).isEmpty()).toList();
    frame.load((offset, limit) -> lines.stream().skip(offset).limit(limit).toList(), () -> (long) lines.size(),
        getTranslation(tasks.mayIssue() ? "task.none-office" : "task.none"));
    frame.totals(getTranslation("task.count", lines.size()));
    add(frame);
  }

  private String left(TaskLine line) {
    return line.deadline().filter(_ -> line.task().state() == TaskState.OPEN).map(one -> TaskWords.left(this, one)).orElse(Written.NONE);
  }

  private void tools(ListFrame<TaskLine> frame, int year, Runnable again) {
    Button usual = new Button(getTranslation("task.from-template"), _ -> new TemplateDialog(template, year, again).open());
    usual.setId("from-template");
    Button issue = new Button(getTranslation("task.issue"), _ -> TermsFields.issue(tasks, template, year, again).open());
    issue.setId("issue-task");
    issue.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    frame.tool(usual).tool(issue);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.tasks"));
  }
}
