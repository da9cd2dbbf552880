package org.jiheng.ui.exante;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.exante.ExAnteConditions;
import org.jiheng.app.exante.ExAnteEvaluations;
import org.jiheng.app.exante.ExAnteForm;
import org.jiheng.app.exante.ExAnteOutsiders;
import org.jiheng.app.exante.ExAnteReport;
import org.jiheng.ui.frame.FormPanel;
import org.jiheng.ui.frame.FormSource;
import org.jiheng.ui.selfevaluation.SelfEvaluationView;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;

/** One ex-ante evaluation, at an address of its own. Whether the caller may see it is decided by the use case. */
@Dependent
@Route(value = "ex-ante", layout = MainLayout.class)
@PermitAll
class ExAnteView extends Div implements HasUrlParameter<String>, HasDynamicTitle, Year.Own {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient ExAnteEvaluations evaluations;

  @Inject
  private transient ExAnteOutsiders outsiders;

  @Inject
  private transient ExAnteConditions conditions;

  @Inject
  private transient ExAnteReport documents;

  @Inject
  private transient Calendar calendar;

  private FormPanel<ExAnteForm> panel;

  @Override
  public void setParameter(BeforeEvent event, String id) {
    removeAll();
    panel = new FormPanel<>(new FormSource.Own<>(SelfEvaluationView.identifier(id), evaluations),
        new ExAnteFace(new ExAnteActs(evaluations, outsiders, conditions, documents, calendar.today())));
    add(panel);
  }

  @Override
  public int fiscalYear() {
    return panel.fiscalYear();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.ex-ante"));
  }
}
