package org.jiheng.ui.goal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jiheng.app.goal.GoalExchange;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.GoalOpenings;
import org.jiheng.app.goal.GoalProposals;
import org.jiheng.app.goal.GoalSheets;
import org.jiheng.app.goal.GoalSuggestions;
import org.jiheng.app.goal.Goals;
import org.jiheng.app.library.LibrarySuggestions;
import org.jiheng.ui.frame.FormPanel;
import org.jiheng.ui.frame.FormSource;
import org.jiheng.ui.selfevaluation.SelfEvaluationView;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;

/** One goal, at an address of its own. Whether the caller may see it is decided by the use case. */
@Dependent
@Route(value = "goals", layout = MainLayout.class)
@PermitAll
class GoalView extends Div implements HasUrlParameter<String>, HasDynamicTitle, Year.Own {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Goals goals;

  @Inject
  private transient GoalExchange exchange;

  @Inject
  private transient GoalSheets sheets;

  @Inject
  private transient GoalSuggestions suggestions;

  @Inject
  private transient GoalProposals proposals;

  @Inject
  private transient GoalOpenings openings;

  @Inject
  private transient LibrarySuggestions library;

  private FormPanel<GoalForm> panel;

  @Override
  public void setParameter(BeforeEvent event, String id) {
    removeAll();
    panel = new FormPanel<>(new FormSource.Own<>(SelfEvaluationView.identifier(id), goals),
        new GoalFace(Optional.of(new GoalFace.Own(goals, exchange, sheets, openings, suggestions, proposals, library))));
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
