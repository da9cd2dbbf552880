package org.jiheng.ui.transfer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jiheng.app.transfer.FundDecisions;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundFiles;
import org.jiheng.ui.selfevaluation.SelfEvaluationView;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;

/** One fund document, at an address of its own. Who may see it, and what of it, the use case decides. */
@Dependent
@Route(value = "transfers", layout = MainLayout.class)
@RolesAllowed({"UNIT_CLERK", "UNIT_APPROVER", "DEPARTMENT_REVIEWER", "FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUDGET_SECTION", "BUREAU_LEADER",
    "AUDITOR", "PREFECTURE_OVERSIGHT"})
class TransferView extends Div implements HasUrlParameter<String>, HasDynamicTitle, Year.Own {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient FundDocuments documents;

  @Inject
  private transient FundDecisions decisions;

  @Inject
  private transient FundFiles files;

  private TransferPanel panel;

  @Override
  public void setParameter(BeforeEvent event, String id) {
    removeAll();
    panel = new TransferPanel(SelfEvaluationView.identifier(id), documents, decisions, files);
    add(panel);
  }

  @Override
  public int fiscalYear() {
    return panel.fiscalYear();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("fund.title"));
  }
}
