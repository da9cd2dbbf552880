package org.jiheng.ui.rollup;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.rollup.CountyGoals;
import org.jiheng.app.rollup.Rollups;
import org.jiheng.app.goal.GoalList.Filter;
import org.jiheng.app.goal.GoalList.Line;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.goal.GoalColumns;
import org.jiheng.ui.shell.MainLayout;

/** The approved goals of one county, as the prefecture may read them. */
@Dependent
@Route(value = "rollup/:county/goals", layout = MainLayout.class)
@RolesAllowed("PREFECTURE_OVERSIGHT")
class CountyGoalsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Rollups rollups;

  @Inject
  private transient CountyGoals goals;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    CountyPage page = CountyPage.of(event, rollups, calendar.today());
    JurisdictionCode county = page.county().code();
    Filter filter = GoalColumns.filter(page.address(), page.year());
    String title = getTranslation("rollup.county-goals", page.named());
    ListFrame<Line> frame = new ListFrame<>("county-goals", title, page.address());
    GoalColumns.columns(frame, page.path() + "goals/", page.year());
    GoalColumns.filters(frame, page.address());
    frame.tool(ExcelLink.of(frame, title, (name, columns, cells, out) -> goals.export(county, filter, name, columns, cells, out)));
    CountyGoals.Page first = goals.page(county, filter, 0, CountyPage.AT_ONCE);
    CountyPage.load(frame, first.lines(), first.totals().forms(), (offset, limit) -> goals.approved(county, filter, offset, limit),
        getTranslation("rollup.no-goals"));
    GoalColumns.totals(frame, first.totals());
    add(frame);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.rollup"));
  }
}
