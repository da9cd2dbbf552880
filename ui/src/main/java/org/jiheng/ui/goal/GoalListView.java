package org.jiheng.ui.goal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.goal.Goal;
import org.jiheng.app.goal.GoalList;
import org.jiheng.app.goal.GoalList.Coverage;
import org.jiheng.app.goal.GoalList.Filter;
import org.jiheng.app.goal.GoalList.Line;
import org.jiheng.app.goal.Goals;
import org.jiheng.app.form.FilledForms.ProjectChoice;
import org.jiheng.app.review.FormState;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.BeginDialog;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.FormBatch;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.UnitFilter;
import org.jiheng.ui.shell.ListOf;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.shell.YearPage;
import org.jiheng.ui.text.Written;

/** The goals the caller may see, how many projects have one, and, for a unit's clerk, the way to a new one. */
@Dependent
@ListOf(value = Goal.FORM_TYPE, forms = true)
@Route(value = "goals", layout = MainLayout.class)
@PermitAll
public class GoalListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Goals goals;

  @Inject
  private transient GoalList list;

  @Inject
  private transient Units units;

  @Inject
  private transient Calendar calendar;

  @Inject
  private transient Registry registry;

  @Resource
  private transient ManagedExecutorService executor;

  private ListFrame<Line> frame;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    YearPage.ofReaders(event, calendar.today()).ifPresent(page -> show(page.year(), page.address()));
  }

  private void show(int year, Address address) {
    Filter filter = GoalColumns.filter(address, year);
    String title = getTranslation("title.goals", String.valueOf(year));
    frame = new ListFrame<>("goals", title, address);
    frame.notice(coverage(year));
    GoalColumns.columns(frame, "/goals/", year);
    GoalColumns.filters(frame, address);
    frame.choice("state", List.of(FormState.values()), state -> getTranslation("state." + state.name()));
    UnitFilter.in(frame, address, units.ofCaller());
    if (address.get("adjusting").isEmpty()) {
      frame.filter(new Button(getTranslation("goal.adjusting"), _ -> address.with("adjusting", "1").go()));
    }
    if (list.mayBegin()) {
      Button begin = new Button(getTranslation("goal.begin"), _ -> begin(year));
      begin.setId("begin");
      begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      frame.tool(begin);
    }
    frame.tool(ExcelLink.of(frame, title, (name, columns, cells, out) -> list.export(filter, name, columns, cells, out)));
    FormBatch.offer(frame, goals, Line::id, executor, registry);
    frame.load((offset, limit) -> list.page(filter, offset, limit), () -> list.totals(filter).forms(),
        getTranslation(list.mayBegin() ? "goal.list.empty-clerk" : "goal.list.empty"));
    GoalColumns.totals(frame, list.totals(filter));
    add(frame);
  }

  private Div coverage(int year) {
    Coverage coverage = list.coverage(year);
    Div notice = new Div(new Span(getTranslation("goal.coverage", String.valueOf(coverage.projects()), String.valueOf(coverage.approved()),
        Written.orNone(coverage.rate()), String.valueOf(coverage.begun()), String.valueOf(coverage.missing()))));
    notice.addClassName("coverage");
    if (coverage.missing() > 0) {
      RouterLink missing = new RouterLink(getTranslation("goal.missing"), MissingGoalsView.class);
      missing.setQueryParameters(Year.parameters(year));
      missing.setId("missing");
      notice.add(missing);
    }
    return notice;
  }

  private void begin(int year) {
    List<ProjectChoice> choices = goals.projectsToBegin(year);
    new BeginDialog(getTranslation("goal.begin"), getTranslation(choices.isEmpty() ? "goal.begin.none" : "goal.begin.text", String.valueOf(year)), choices,
        project -> getUI().ifPresent(ui -> ui.navigate("goals/" + goals.begin(project), Year.parameters(year)))).open();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.goals"));
  }
}
