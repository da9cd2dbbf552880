package org.jiheng.ui.rollup;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.rollup.CountyGoals;
import org.jiheng.app.rollup.Rollups;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.ui.frame.FormPanel;
import org.jiheng.ui.frame.FormSource;
import org.jiheng.ui.goal.GoalFace;
import org.jiheng.ui.selfevaluation.SelfEvaluationView;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;

/** One approved goal of a county, read only. */
@Dependent
@Route(value = "rollup/:county/goals/:form", layout = MainLayout.class)
@RolesAllowed("PREFECTURE_OVERSIGHT")
class CountyGoalView extends Div implements BeforeEnterObserver, HasDynamicTitle, Year.Own {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Rollups rollups;

  @Inject
  private transient CountyGoals goals;

  private FormPanel<GoalForm> panel;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    JurisdictionCode county = event.getRouteParameters().get("county").flatMap(rollups::county).map(Jurisdiction::code)
        .orElseThrow(NoSuchFormException::new);
    UUID form = SelfEvaluationView.identifier(event.getRouteParameters().get("form").orElse(""));
    panel = new FormPanel<>(new FormSource.Shown<>(() -> goals.open(county, form, getLocale()),
        (from, to) -> goals.compare(county, form, from, to)), new GoalFace(Optional.empty()));
    add(panel);
  }

  @Override
  public int fiscalYear() {
    return panel.fiscalYear();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.goal");
  }
}
