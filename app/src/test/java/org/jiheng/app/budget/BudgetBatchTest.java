package org.jiheng.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.budget.BudgetEntry.Occasion;
import org.jiheng.app.budget.BudgetList.Line;
import org.jiheng.app.budget.BudgetList.Standing;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.ProjectFact.ExAnte;
import org.jiheng.app.project.ProjectFact.Goal;
import org.jiheng.app.review.Refusal;
import org.junit.jupiter.api.Test;

/** Before many lines enter or are allocated together, each is told what would become of it, and why not. */
class BudgetBatchTest {

  private static Line line(Standing standing, ExAnte.Standing exAnte, Goal.Standing goal, String left, String asked, String waiting) {
    return line(Optional.empty(), standing, exAnte, goal, left, asked, waiting);
  }

  private static Line line(Optional<Occasion> last, Standing standing, ExAnte.Standing exAnte, Goal.Standing goal, String left, String asked,
      String waiting) {
    UUID project = UUID.randomUUID();
    ExAnte fact = new ExAnte(exAnte, Because.of("exante.new", Because.OPINION), 0, Optional.empty(), Optional.empty(), Optional.empty());
    Map<Gate, Gate.Answer> verdict = new EnumMap<>(Gate.class);
    verdict.putAll(Permission.of(project, BudgetAction.ALLOCATE, List.of(fact, new Goal(goal, Optional.empty())), List.of()).answers());
    return new Line(project, "65300123T000000000001", "校舍维修", "第一小学", standing, money(asked), Optional.empty(), Optional.of(Money.ZERO), money(left),
        Optional.empty(), Permission.of(project, BudgetAction.ENTER_BUDGET, List.of(fact), List.of()), verdict, Backing.NOTHING_SAID, Optional.empty(),
        last, money(waiting), money(waiting), false);
  }

  private static Optional<Money> money(String wan) {
    return Optional.of(wan).filter(typed -> !typed.isEmpty()).map(Money::ofWan);
  }

  private static BudgetBatch entering(Line line) {
    return entering(line, Occasion.SUPPLEMENT);
  }

  private static BudgetBatch entering(Line line, Occasion occasion) {
    return BudgetBatch.entering(List.of(line), occasion).getFirst();
  }

  private static BudgetBatch allocating(Line line) {
    return allocating(line, "克财预〔2023〕1号");
  }

  private static BudgetBatch allocating(Line line, String document) {
    return BudgetBatch.allocating(List.of(line), document).getFirst();
  }

  private static void refused(BudgetBatch one, String code, String... rules) {
    assertThat(one.possible()).isFalse();
    assertThat(one.amount()).isEmpty();
    assertThat(one.refusals()).extracting(Refusal::code).containsExactly(code);
    assertThat(one.reasons()).extracting(Reason::rule).containsExactly(rules);
  }

  @Test
  void eachEntersWithWhatIsLeftToItOrElseWithWhatIsAskedFor() {
    assertThat(entering(line(Standing.MAY_ENTER, ExAnte.Standing.SUPPORTED, Goal.Standing.NONE, "20", "30", "")).amount()).contains(Money.ofWan("20"));
    assertThat(entering(line(Standing.MAY_ENTER, ExAnte.Standing.SUPPORTED, Goal.Standing.NONE, "", "30", "")).amount()).contains(Money.ofWan("30"));
    refused(entering(line(Standing.MAY_ENTER, ExAnte.Standing.SUPPORTED, Goal.Standing.NONE, "0", "30", "")), "budget-nothing-left");
    refused(entering(line(Standing.ALLOCATED, ExAnte.Standing.SUPPORTED, Goal.Standing.NONE, "0", "0", "")), "budget-nothing-left");
  }

  @Test
  void whatIsKeptOutSaysByWhichGate() {
    refused(entering(line(Standing.MAY_NOT_ENTER, ExAnte.Standing.NOT_SUPPORTED, Goal.Standing.NONE, "20", "30", "")), "gate-closed", "gate.exante-not-supported");
    refused(entering(line(Standing.ENTERED, ExAnte.Standing.SUPPORTED, Goal.Standing.NONE, "20", "30", "10")), "budget-entry-waits");
    refused(entering(line(Standing.CONFIDENTIAL, ExAnte.Standing.SUPPORTED, Goal.Standing.NONE, "", "", "")), "project-confidential");
  }

  @Test
  void theOpeningBudgetIsEnteredOnceAndWhatComesAfterItIsASupplement() {
    for (Occasion last : Occasion.values()) {
      Line entered = line(Optional.of(last), Standing.MAY_ENTER, ExAnte.Standing.SUPPORTED, Goal.Standing.APPROVED, "20", "30", "");
      refused(entering(entered, Occasion.OPENING), "budget-entered-already");
      assertThat(entering(entered, Occasion.SUPPLEMENT).amount()).contains(Money.ofWan("20"));
    }
    assertThat(entering(line(Standing.MAY_ENTER, ExAnte.Standing.SUPPORTED, Goal.Standing.NONE, "20", "30", ""), Occasion.OPENING).possible()).isTrue();
  }

  @Test
  void aSupplementIsNotAllocatedWithoutADocument() {
    Line supplement = line(Optional.of(Occasion.SUPPLEMENT), Standing.ENTERED, ExAnte.Standing.SUPPORTED, Goal.Standing.APPROVED, "0", "30", "30");
    refused(allocating(supplement, ""), "money-without-document");
    refused(allocating(supplement, "  "), "money-without-document");
    assertThat(allocating(supplement, "克财预〔2023〕1号").amount()).contains(Money.ofWan("30"));
    Line opening = line(Optional.of(Occasion.OPENING), Standing.ENTERED, ExAnte.Standing.SUPPORTED, Goal.Standing.APPROVED, "0", "30", "30");
    assertThat(allocating(opening, "").amount()).contains(Money.ofWan("30"));
    // what was allocated before says so, whatever its last occasion
    refused(allocating(line(Optional.of(Occasion.SUPPLEMENT), Standing.ALLOCATED, ExAnte.Standing.SUPPORTED, Goal.Standing.APPROVED, "0", "30", ""), ""),
        "budget-allocated-already");
  }

  @Test
  void eachIsAllocatedWhatItEnteredWithOnceItsGoalsAreApproved() {
    assertThat(allocating(line(Standing.ENTERED, ExAnte.Standing.SUPPORTED, Goal.Standing.APPROVED, "0", "30", "30")).amount()).contains(Money.ofWan("30"));
    refused(allocating(line(Standing.ENTERED, ExAnte.Standing.SUPPORTED, Goal.Standing.UNDER_WAY, "0", "30", "30")), "gate-closed", "gate.goal-under-way");
    refused(allocating(line(Standing.MAY_ENTER, ExAnte.Standing.SUPPORTED, Goal.Standing.APPROVED, "30", "30", "")), "budget-not-entered");
    refused(allocating(line(Standing.ALLOCATED, ExAnte.Standing.SUPPORTED, Goal.Standing.APPROVED, "0", "30", "")), "budget-allocated-already");
  }
}
