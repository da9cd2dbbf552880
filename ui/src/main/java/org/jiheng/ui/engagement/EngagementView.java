package org.jiheng.ui.engagement;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.engagement.Engagements;
import org.jiheng.ui.selfevaluation.SelfEvaluationView;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;

/** One engagement, at an address of its own: for the office, and for the people it lets in. Who may see it, the use case decides. */
@Dependent
@Route(value = "engagements", layout = MainLayout.class)
@PermitAll
class EngagementView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Engagements engagements;

  @Inject
  private transient TermsChoices choices;

  @Inject
  private transient Calendar calendar;

  @Override
  public void setParameter(BeforeEvent event, String id) {
    removeAll();
    add(new EngagementPanel(SelfEvaluationView.identifier(id), engagements, choices, Year.shown(event.getLocation(), calendar.today())));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("engagement.title"));
  }
}
