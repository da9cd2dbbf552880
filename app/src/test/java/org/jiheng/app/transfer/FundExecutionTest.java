package org.jiheng.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.transfer.FundExecution.Line;
import org.jiheng.app.transfer.FundExecution.Origin;
import org.jiheng.app.transfer.FundExecution.Reached;
import org.junit.jupiter.api.Test;

/** What a report of a transfer's execution has to have, and how completion is told (S11, DOMAIN 7.4). */
class FundExecutionTest {

  private static Line line(String name, String budget, Optional<String> paid) {
    return new Line(UUID.randomUUID(), name, false, Money.ofWan(budget), paid.map(Money::ofWan), paid.isPresent() ? Origin.REGISTERED : Origin.NONE, "", List.of(),
        List.of());
  }

  @Test
  void withoutAFigureOfEveryPartNothingIsReported() {
    List<Line> lines = List.of(line("学校", "60", Optional.of("57")), line("医院", "40", Optional.empty()));
    assertThat(FundExecution.against(FundState.SENT, lines)).containsExactly(Refusal.because("execution-figures-missing", "places", "医院"));
    assertThat(FundExecution.against(FundState.SENT, lines.subList(0, 1))).isEmpty();
    assertThat(FundExecution.against(FundState.ADJUSTING, lines.subList(0, 1))).containsExactly(Refusal.because("execution-not-sent"));
    assertThat(FundExecution.against(FundState.SENT, List.of())).containsExactly(Refusal.because("execution-not-sent"));
  }

  private static FundGoal goal(String target, Aggregation aggregation) {
    return new FundGoal(UUID.randomUUID(), "受益人数", target, true, aggregation, 2023);
  }

  private static String completion(String target, String actual) {
    Reached reached = ReachedGoal.ofPart(goal(target, Aggregation.SUM), target, actual);
    return reached.completion().map(Object::toString).orElse("-") + " " + reached.deviation().map(Object::toString).orElse("-");
  }

  @Test
  void completionIsActualPerTargetInTheUnitOfTheTargetAndItsDeviationFromAHundred() {
    assertThat(completion("≥1.2万人", "9000人")).isEqualTo("75.00% -25.00");
    assertThat(completion("≥40公顷", "660亩")).isEqualTo("110.00% 10.00");
    assertThat(completion("≥1000人", "")).isEqualTo("- -");
    assertThat(completion("≤8%", "6%")).as("less is better: no share of the target").isEqualTo("- -");
    assertThat(completion("持续改善", "已改善")).isEqualTo("- -");
  }

  @Test
  void theWholeIsReachedByWhatItsPartsReachedAndUnknownWhileOneOfThemDoesNotSay() {
    FundGoal people = goal("≥1000人", Aggregation.SUM);
    List<Share> said = List.of(new Share(UUID.randomUUID(), "一", "", Map.of(people.id(), "600")), new Share(UUID.randomUUID(), "二", "", Map.of(people.id(), "300人")));
    assertThat(ReachedGoal.ofWhole(people, said, true)).extracting(Reached::actual, one -> one.completion().orElseThrow().toString()).containsExactly("900人", "90.00%");
    assertThat(ReachedGoal.ofWhole(people, said, false).actual()).isEmpty();
    assertThat(ReachedGoal.ofWhole(people, List.of(), true).actual()).isEmpty();
  }

  private static boolean alone(String budget, String cut, String left) {
    return ExecutionFigures.alone(Money.ofWan(budget), Money.ofWan(cut), Money.ofWan(left), Optional.of(Money.ofWan("100")));
  }

  @Test
  void aSelfEvaluationSaysWhatWasPaidOfADocumentItsProjectHasMoneyOfAloneAlsoAfterACutByHand() {
    assertThat(alone("100", "0", "100")).isTrue();
    assertThat(alone("70", "30", "100")).as("30 were cut by hand").isTrue();
    assertThat(alone("70", "30", "60")).as("and some was taken back since").isTrue();
    assertThat(alone("60", "0", "60")).isTrue();
    assertThat(alone("70", "0", "100")).as("nobody says where 30 went").isFalse();
    assertThat(alone("130", "30", "100")).as("it has other money").isFalse();
  }
}
