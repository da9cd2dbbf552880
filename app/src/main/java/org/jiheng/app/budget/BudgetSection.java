package org.jiheng.app.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.project.FundingDoor;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectMoney;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.Commands;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * 预算股: takes projects into the budget and allocates their money. Every step asks the gates and what may still be given; a project that
 * may not enter is not taken in (S15), and none is allocated money without approved goals (S17).
 */
@ApplicationScoped
@RefusalsRecorded(value = Act.DECIDE, about = Gates.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class BudgetSection {

  @Inject
  private Gates gates;

  @Inject
  private Projects projects;

  @Inject
  private ProjectMoney money;

  @Inject
  private BudgetBook book;

  @Inject
  private Commands commands;

  @Inject
  private BusinessClock clock;

  /** Whether the caller takes projects in. */
  public static boolean enters() {
    return BudgetList.reads() && Scope.current().caller().holds(Role.BUDGET_SECTION);
  }

  /**
   * Takes a project into the budget: the opening one, once, or by supplements in the year, one after the other. Each asks the gates.
   * The same command a second time does nothing.
   *
   * @param amount yuan
   * @throws RefusedException if the caller is not the budget section, the year is over, a gate is closed, it is there already, what
   *     entered before was not allocated, or the amount is none or, with what entered before and what the year has by other doors, more than finance
   *     supports or, without its word, more than is asked for
   */
  public void enter(UUID projectId, UUID command, BudgetEntry.Occasion occasion, Money amount) {
    Project project = entering(projectId);
    if (!commands.first(command)) {
      return;
    }
    BudgetAction action = occasion == BudgetEntry.Occasion.SUPPLEMENT ? BudgetAction.REQUEST_SUPPLEMENT : BudgetAction.ENTER_BUDGET;
    allowed(project, action);
    BudgetEntries entries = book.of(projectId);
    entries.againstEntering(occasion).ifPresent(refusal -> {
      throw new RefusedException(refusal);
    });
    Claim claim = claim(project, entries);
    if (!claim.admits(amount)) {
      throw new RefusedException(new Refusal("budget-amount", Map.of("given", wan(claim.given()), "entered", wan(claim.entered()),
          "most", claim.left().map(BudgetSection::wan).orElse("—"))));
    }
    keep(project, BudgetEntry.Step.ENTERED, occasion, amount, "");
  }

  /**
   * Allocates the money with which a project entered last: from then on the library has it, and the project is budgeted. The only door
   * by which fiscal money that no fund document brings comes to a project of a year that runs or is to come. The same command a second
   * time does nothing.
   *
   * @param source where the money comes from: fiscal money of the own level
   * @param document number of the document; may be missing (empty text) in the opening budget only
   * @throws RefusedException if the caller is not the budget section, a gate is closed, it has not entered, all that entered was
   *     allocated before, a supplement has no document or one that allocated a supplement of the project before, the source is a
   *     transfer, which comes by its fund document, or no fiscal money, or the year was given so much meanwhile that it is too much
   */
  public void allocate(UUID projectId, UUID command, FundingSource source, String document) {
    Project project = entering(projectId);
    if (!commands.first(command)) {
      return;
    }
    if (!source.byTheList()) {
      throw new RefusedException(Refusal.because("budget-source"));
    }
    BudgetEntries entries = book.of(projectId);
    String number = TypedText.of(document).strip();
    entries.againstAllocating(number).ifPresent(refusal -> {
      throw new RefusedException(refusal);
    });
    allowed(project, BudgetAction.ALLOCATE);
    BudgetEntry entered = entries.waiting().orElseThrow();
    Claim claim = claim(project, entries.withoutWaiting());
    if (!claim.admits(entered.amount())) {
      throw new RefusedException(new Refusal("budget-given-meanwhile", Map.of("given", wan(claim.given()), "amount", wan(entered.amount()),
          "most", claim.left().map(BudgetSection::wan).orElse("—"))));
    }
    keep(project, BudgetEntry.Step.ALLOCATED, entered.occasion(), entered.amount(), number);
    money.receive(projectId, FundingDoor.LIST, new FundingEntry(project.fiscalYear(), source,
        entered.occasion() == BudgetEntry.Occasion.OPENING ? FundingKind.OPENING : FundingKind.SUPPLEMENT, entered.amount(), clock.today(), number, ""));
  }

  private Claim claim(Project project, BudgetEntries entries) {
    return Claim.of(gates.known(List.of(project), List.of(BudgetAction.ENTER_BUDGET)).exAnte(project), projects.budgets(project.id()), project.fiscalYear(), entries);
  }

  private static String wan(Money amount) {
    return amount.inWan().toPlainString();
  }

  private Project entering(UUID projectId) {
    Project project = projects.hold(projectId).filter(Gates::maySee).orElseThrow(NoSuchFormException::new);
    if (!Scope.current().caller().holds(Role.BUDGET_SECTION, project.unit())) {
      throw new RefusedException(Refusal.because("budget-not-yours"));
    }
    if (project.fiscalYear() < clock.today().getYear()) {
      throw new RefusedException(Refusal.because("budget-year-over", "year", project.fiscalYear()));
    }
    if (!project.takesForms()) {
      throw new RefusedException(project.confidential() ? Refusal.because("project-confidential") : Refusal.because("project-ended"));
    }
    return project;
  }

  private void allowed(Project project, BudgetAction action) {
    Permission permission = gates.can(List.of(project), action).get(project.id());
    if (!permission.allowed()) {
      throw new RefusedException(Refusal.because("gate-closed"), permission.reasons());
    }
  }

  private void keep(Project project, BudgetEntry.Step step, BudgetEntry.Occasion occasion, Money amount, String document) {
    book.add(project, new BudgetEntry(project.id(), project.fiscalYear(), step, occasion, amount, document, Scope.current().caller(), clock.now()));
  }
}
