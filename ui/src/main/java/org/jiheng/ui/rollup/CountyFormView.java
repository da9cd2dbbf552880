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
import org.jiheng.app.rollup.Rollups;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.ui.frame.FormPanel;
import org.jiheng.ui.frame.FormSource;
import org.jiheng.ui.selfevaluation.SelfEvaluationFace;
import org.jiheng.ui.selfevaluation.SelfEvaluationView;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;

/** One approved self-evaluation of a county, read only. */
@Dependent
@Route(value = "rollup/:county/:form", layout = MainLayout.class)
@RolesAllowed("PREFECTURE_OVERSIGHT")
class CountyFormView extends Div implements BeforeEnterObserver, HasDynamicTitle, Year.Own {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Rollups rollups;

  private FormPanel<SelfEvaluationForm> panel;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    JurisdictionCode county = event.getRouteParameters().get("county").flatMap(rollups::county).map(Jurisdiction::code)
        .orElseThrow(NoSuchFormException::new);
    UUID form = SelfEvaluationView.identifier(event.getRouteParameters().get("form").orElse(""));
    panel = new FormPanel<>(new FormSource.Shown<>(() -> rollups.approvedForm(county, form, getLocale()),
        (from, to) -> rollups.compare(county, form, from, to)), new SelfEvaluationFace(Optional.empty()));
    add(panel);
  }

  @Override
  public int fiscalYear() {
    return panel.fiscalYear();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.self-evaluation");
  }
}
