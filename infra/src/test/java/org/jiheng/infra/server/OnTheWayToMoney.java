package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.budget.BudgetAction;
import org.jiheng.app.budget.BudgetEntry.Occasion;
import org.jiheng.app.budget.BudgetList;
import org.jiheng.app.budget.BudgetSection;
import org.jiheng.app.budget.Gates;
import org.jiheng.app.budget.Permission;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;

/** A new project of a year of its own, and what the budget section sees of it. */
abstract class OnTheWayToMoney extends WholeProduct {

  static final Scope CLERK = Kizilsu.clerk(ARTUX);
  static final Scope BUDGET = ExAntes.budgetSection(ARTUX);
  static final Scope LEADER = ExAntes.leader(ARTUX);
  static final Scope OFFICE = Kizilsu.performanceOffice(ARTUX);

  @Inject
  Gates gates;

  @Inject
  BudgetList list;

  @Inject
  BudgetSection section;

  int year;
  UUID project;

  @BeforeEach
  void aNewProject() {
    year = Forms.aYearOfItsOwn();
    project = ExAntes.newProject(ARTUX, year, "SUBSIDY");
  }

  Permission entry() {
    return as(BUDGET, () -> gates.can(project, BudgetAction.ENTER_BUDGET));
  }

  void closed(String rule) {
    assertThat(entry().allowed()).isFalse();
    assertThat(entry().reasons()).extracting(Reason::rule).containsExactly(rule);
    assertThatThrownBy(() -> enter("20")).isInstanceOfSatisfying(RefusedException.class, refused -> {
      assertThat(refused.refusals()).extracting(Refusal::code).containsExactly("gate-closed");
      assertThat(refused.reasons()).extracting(Reason::rule).containsExactly(rule);
    });
  }

  void enter(String wan) {
    does(BUDGET, () -> section.enter(project, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan(wan)));
  }

  BudgetList.Line line() {
    return line(project);
  }

  BudgetList.Line line(UUID id) {
    return lines(new BudgetList.Filter(year, Optional.empty(), Optional.empty(), "")).stream().filter(one -> one.project().equals(id)).findFirst().orElseThrow();
  }

  List<BudgetList.Line> lines(BudgetList.Filter filter) {
    return as(BUDGET, () -> list.lines(filter.fiscalYear(), list.overview(filter).projects()));
  }

  /** Rules by which a project may enter, or may not. */
  List<String> entryOf(UUID id) {
    return as(BUDGET, () -> gates.can(id, BudgetAction.ENTER_BUDGET)).reasons().stream().map(Reason::rule).toList();
  }
}
