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
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.rollup.CountyGoals;
import org.jiheng.app.rollup.Rollups;
import org.jiheng.app.goal.GoalList.Filter;
import org.jiheng.app.goal.GoalList.Line;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.goal.GoalColumns;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;

/** The approved goals of one county, as the prefecture may read them. */
@Dependent
@Route(value = "rollup/:county/goals", layout = MainLayout.class)
@RolesAllowed("PREFECTURE_OVERSIGHT")
class CountyGoalsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  /** Lines a screen shows before anybody scrolls, and some more. */
  private static final int AT_ONCE = 150;

  @Inject
  private transient Rollups rollups;

  @Inject
  private transient CountyGoals goals;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    Jurisdiction county = event.getRouteParameters().get("county").flatMap(rollups::county).orElseThrow(NoSuchFormException::new);
    int year = Year.shown(event.getLocation(), calendar.today());
    Address address = Address.of(event.getLocation()).with(Year.PARAMETER, String.valueOf(year));
    Filter filter = GoalColumns.filter(address, year);
    String title = getTranslation("rollup.county-goals", county.name(), String.valueOf(year));
    ListFrame<Line> frame = new ListFrame<>("county-goals", title, address);
    GoalColumns.columns(frame, "/rollup/" + county.code() + "/goals/", year);
    GoalColumns.filters(frame, address);
    frame.tool(ExcelLink.of(frame, title, (name, columns, cells, out) ->
        goals.export(county.code(), filter, name, columns, cells, out)));
    // the sums and what the list begins with are one look into the county, and one entry of its trail
    CountyGoals.Page first = goals.page(county.code(), filter, 0, AT_ONCE);
    int there = first.lines().size();
    frame.load((offset, limit) -> offset + limit <= there || there == first.totals().forms()
            ? first.lines().subList(Math.min(offset, there), Math.min(offset + limit, there))
            : goals.approved(county.code(), filter, offset, limit),
        () -> first.totals().forms(), getTranslation("rollup.no-goals"));
    GoalColumns.totals(frame, first.totals());
    add(frame);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.rollup"));
  }
}
