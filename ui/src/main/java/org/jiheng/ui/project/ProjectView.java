package org.jiheng.ui.project;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jiheng.app.budget.Gates;
import org.jiheng.app.budget.PriorResults;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.project.Industries;
import org.jiheng.app.project.ProjectDecisions;
import org.jiheng.app.project.ProjectLibrary;
import org.jiheng.app.project.ProjectMoney;
import org.jiheng.ui.selfevaluation.SelfEvaluationView;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;

/** One project, at an address of its own. */
@Dependent
@Route(value = "projects", layout = MainLayout.class)
@RolesAllowed({"UNIT_CLERK", "UNIT_APPROVER", "DEPARTMENT_REVIEWER", "FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUDGET_SECTION", "BUREAU_LEADER", "AUDITOR"})
class ProjectView extends Div implements HasUrlParameter<String>, HasDynamicTitle, Year.Own {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient ProjectLibrary library;

  @Inject
  private transient ProjectMoney money;

  @Inject
  private transient ProjectDecisions decisions;

  @Inject
  private transient Industries industries;

  @Inject
  private transient PriorResults before;

  @Inject
  private transient Gates gates;

  @Inject
  private transient Calendar calendar;

  private ProjectPanel panel;

  @Override
  public void setParameter(BeforeEvent event, String id) {
    removeAll();
    panel = new ProjectPanel(SelfEvaluationView.identifier(id), new ProjectRooms(library, money, decisions, industries, before, gates), calendar.today());
    add(panel);
  }

  @Override
  public int fiscalYear() {
    return panel.fiscalYear();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.projects"));
  }
}
