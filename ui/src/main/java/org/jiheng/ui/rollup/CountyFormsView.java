package org.jiheng.ui.rollup;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.rollup.Rollups;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Filter;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Line;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.selfevaluation.SelfEvaluationColumns;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;

/** The approved self-evaluations of one county, as the prefecture may read them. */
@Dependent
@Route(value = "rollup/:county", layout = MainLayout.class)
@RolesAllowed("PREFECTURE_OVERSIGHT")
class CountyFormsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Rollups rollups;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    CountyPage page = CountyPage.of(event, rollups, calendar.today());
    JurisdictionCode county = page.county().code();
    Filter filter = SelfEvaluationColumns.filter(page.address(), page.year());
    String title = getTranslation("rollup.county-forms", page.named());
    ListFrame<Line> frame = new ListFrame<>("county-forms", title, page.address());
    SelfEvaluationColumns.columns(frame, page.path(), page.year());
    SelfEvaluationColumns.filters(frame, page.address());
    frame.tool(new Anchor(Year.in(page.path() + "goals", page.year()), getTranslation("rollup.county-goals", page.named())));
    frame.tool(ExcelLink.of(frame, title, (name, columns, cells, out) -> rollups.export(county, filter, name, columns, cells, out)));
    Rollups.Page first = rollups.page(county, filter, 0, CountyPage.AT_ONCE);
    CountyPage.load(frame, first.lines(), first.totals().forms(), (offset, limit) -> rollups.approvedForms(county, filter, offset, limit),
        getTranslation("rollup.no-forms"));
    SelfEvaluationColumns.totals(frame, first.totals());
    add(frame);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.rollup"));
  }
}
