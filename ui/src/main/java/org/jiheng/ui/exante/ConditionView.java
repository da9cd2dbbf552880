package org.jiheng.ui.exante;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jiheng.app.exante.ExAnteConditions;
import org.jiheng.ui.selfevaluation.SelfEvaluationView;
import org.jiheng.ui.shell.MainLayout;

/** The address of one condition, for work lists and reminders: it leads to the evaluation the condition belongs to. */
@Dependent
@Route(value = "ex-ante-conditions", layout = MainLayout.class)
@PermitAll
class ConditionView extends Div implements HasUrlParameter<String> {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient ExAnteConditions conditions;

  @Override
  public void setParameter(BeforeEvent event, String id) {
    event.forwardTo("ex-ante/" + conditions.evaluationOf(SelfEvaluationView.identifier(id)));
  }
}
