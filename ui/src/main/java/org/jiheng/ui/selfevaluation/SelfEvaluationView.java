package org.jiheng.ui.selfevaluation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.selfevaluation.SelfEvaluationExchange;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.ui.frame.FormPanel;
import org.jiheng.ui.frame.FormSource;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;

/** One self-evaluation, at an address of its own. Whether the caller may see it is decided by the use case. */
@Dependent
@Route(value = "self-evaluations", layout = MainLayout.class)
@PermitAll
public class SelfEvaluationView extends Div implements HasUrlParameter<String>, HasDynamicTitle, Year.Own {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient SelfEvaluations selfEvaluations;

  @Inject
  private transient SelfEvaluationExchange exchange;

  private FormPanel<SelfEvaluationForm> panel;

  @Override
  public void setParameter(BeforeEvent event, String id) {
    removeAll();
    panel = new FormPanel<>(new FormSource.Own<>(identifier(id), selfEvaluations), new SelfEvaluationFace(Optional.of(exchange)));
    add(panel);
  }

  /** An address that names no form is answered like one of a form that is not there. */
  public static UUID identifier(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException noIdentifier) {
      throw new NoSuchFormException();
    }
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
