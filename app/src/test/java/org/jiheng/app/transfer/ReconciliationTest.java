package org.jiheng.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jiheng.app.common.Money;
import org.jiheng.app.indicator.Aggregation;
import org.junit.jupiter.api.Test;

/** A whole and its parts (S20; DOMAIN 7.3): the same, or the difference is said. */
class ReconciliationTest {

  private static final Money MILLION = Money.ofYuan("1000000");

  private static FundGoal main(String target, Aggregation aggregation) {
    return new FundGoal(UUID.randomUUID(), "受益人数", target, true, aggregation, 2023);
  }

  private static Share share(FundGoal goal, String amount, String target) {
    return new Share(UUID.randomUUID(), amount.isEmpty() ? "无" : "得" + amount, amount, Map.of(goal.id(), target));
  }

  private static ReconciledGoal line(FundGoal goal, String... targets) {
    List<Share> shares = Arrays.stream(targets).map(target -> share(goal, "", target)).toList();
    return Reconciliation.of(MILLION, List.of(goal), shares).lines().getFirst();
  }

  private static Verdict verdict(FundGoal goal, String... targets) {
    return line(goal, targets).verdict();
  }

  // --- money

  @Test
  void partsThatAreTheWholeLeaveNothing() {
    FundGoal goal = main("≥10人", Aggregation.SUM);
    Reconciliation found = Reconciliation.of(MILLION, List.of(), List.of(share(goal, "60", ""), share(goal, "400000元", "")));
    assertThat(found.moneyVerdict()).isEqualTo(Verdict.OK);
    assertThat(found.remainder()).isEqualTo(Money.ZERO);
  }

  @Test
  void whatIsNotDistributedIsShownToTheCent() {
    FundGoal goal = main("≥10人", Aggregation.SUM);
    Reconciliation found = Reconciliation.of(MILLION, List.of(), List.of(share(goal, "99.999999", "")));
    assertThat(found.moneyVerdict()).isEqualTo(Verdict.SHORT);
    assertThat(found.remainder()).isEqualTo(Money.ofYuan("0.01"));
    assertThat(found.money().because("transfer.money-left")).isTrue();
  }

  @Test
  void moreThanThereIsIsSaidAndAnAmountNobodyCanReadToo() {
    FundGoal goal = main("≥10人", Aggregation.SUM);
    assertThat(Reconciliation.of(MILLION, List.of(), List.of(share(goal, "100", ""), share(goal, "0.01", ""))).moneyVerdict()).isEqualTo(Verdict.OVER);
    Share typo = share(goal, "一百万", "");
    Reconciliation found = Reconciliation.of(MILLION, List.of(), List.of(typo));
    assertThat(found.moneyVerdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(found.amounts()).containsOnlyKeys(typo.id());
  }

  // --- SUM

  @Test
  void partsAddUpToTheWholeOrFallShortOrComeToMore() {
    FundGoal goal = main("≥1200人", Aggregation.SUM);
    assertThat(verdict(goal, "700", "500")).isEqualTo(Verdict.OK);
    assertThat(verdict(goal, "700", "499")).isEqualTo(Verdict.SHORT);
    assertThat(verdict(goal, "700", "501")).isEqualTo(Verdict.OVER);
    assertThat(line(goal, "700", "499").found().reason().inputs()).containsEntry("parts", "1199人").containsEntry("difference", "1人");
  }

  @Test
  void unitsAreConvertedExactly() {
    assertThat(verdict(main("≥1.2万人", Aggregation.SUM), "0.7", "5000人")).as("a bare number is in the scale of the whole").isEqualTo(Verdict.OK);
    assertThat(verdict(main("≥10公里", Aggregation.SUM), "4500米", "5.5公里")).isEqualTo(Verdict.OK);
    // a 亩 is 2000/3 square metres: three of them are no decimal number of hectares, and still exactly a fifth
    assertThat(verdict(main("=0.2公顷", Aggregation.SUM), "1亩", "1亩", "1亩")).isEqualTo(Verdict.OK);
  }

  @Test
  void anIndicatorNobodyCarriesIsMissing() {
    assertThat(verdict(main("≥1200人", Aggregation.SUM), "", " ")).isEqualTo(Verdict.MISSING);
    assertThat(verdict(main("≥1200人", Aggregation.SUM))).isEqualTo(Verdict.MISSING);
  }

  @Test
  void whatIsNoNumberOrOfAnotherKindIsNotGuessedAt() {
    FundGoal goal = main("≥1200人", Aggregation.SUM);
    assertThat(verdict(goal, "1200", "若干")).isEqualTo(Verdict.UNCLEAR);
    ReconciledGoal otherKind = line(goal, "1200公里");
    assertThat(otherKind.verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(otherKind.problems().values()).extracting(problem -> problem.code()).containsExactly("unit.other-kind");
    assertThat(verdict(main("群众生活明显改善", Aggregation.SUM), "改善")).isEqualTo(Verdict.UNCLEAR);
    assertThat(verdict(main("≥1200人", Aggregation.NONE), "1200")).isEqualTo(Verdict.UNCLEAR);
  }

  @Test
  void onlyWhatAddsUpAndIsBetterTheMoreThereIsMayEverComeToMore() {
    assertThat(line(main("≥10个", Aggregation.SUM), "11").overPossible()).isTrue();
    assertThat(line(main("=10个", Aggregation.SUM), "11").overPossible()).isTrue();
    assertThat(line(main("≤10个", Aggregation.SUM), "11").overPossible()).isFalse();
    assertThat(line(main("≥95%", Aggregation.EQUAL), "96").overPossible()).isFalse();
  }

  // --- EQUAL, MIN, MAX, AVG

  @Test
  void aRateIsTheSameEverywhere() {
    FundGoal goal = main("≥95%", Aggregation.EQUAL);
    assertThat(verdict(goal, "95%", "≥95")).isEqualTo(Verdict.OK);
    assertThat(verdict(goal, "95%", "94%")).isEqualTo(Verdict.SHORT);
    assertThat(verdict(goal, "95%", "96%")).isEqualTo(Verdict.OVER);
    assertThat(verdict(goal, "95%", "")).isEqualTo(Verdict.MISSING);
  }

  @Test
  void theSmallestOrLargestPartIsTheWhole() {
    assertThat(verdict(main("≥90%", Aggregation.MIN), "90", "98")).isEqualTo(Verdict.OK);
    assertThat(verdict(main("≥90%", Aggregation.MIN), "89", "98")).isEqualTo(Verdict.SHORT);
    assertThat(verdict(main("≥90%", Aggregation.MIN), "91", "98")).isEqualTo(Verdict.OVER);
    assertThat(verdict(main("≤5%", Aggregation.MAX), "5", "3")).isEqualTo(Verdict.OK);
    assertThat(verdict(main("≤5%", Aggregation.MAX), "6", "3")).as("a part above a limit falls short of it").isEqualTo(Verdict.SHORT);
    assertThat(verdict(main("≤5%", Aggregation.MAX), "4", "3")).isEqualTo(Verdict.OVER);
    assertThat(verdict(main("=90分", Aggregation.AVG), "80", "100")).isEqualTo(Verdict.OK);
  }

  @Test
  void whatIsNoMainQuantityMayBeRefined() {
    FundGoal refined = new FundGoal(UUID.randomUUID(), "群众满意", "≥90%", false, Aggregation.EQUAL, 2023);
    assertThat(verdict(refined, "95%", "满意")).isEqualTo(Verdict.FREE);
    assertThat(Reconciliation.of(MILLION, List.of(refined), List.of()).differing()).isEmpty();
  }

  // --- for any split

  @Test
  void anySplitOfAWholeAddsUpAndOneMoreOrLessIsFoundInWhateverUnitItIsWritten() {
    Random random = new Random(7_3);
    for (int i = 0; i < 500; i++) {
      List<Long> parts = IntStream.range(0, 1 + random.nextInt(12)).mapToObj(_ -> 1L + random.nextInt(1_000_000)).toList();
      FundGoal goal = main("≥" + parts.stream().mapToLong(Long::longValue).sum() + "米", Aggregation.SUM);
      List<String> typed = new ArrayList<>(parts.stream().map(metres -> metres(metres, random)).toList());
      assertThat(verdict(goal, typed.toArray(String[]::new))).as("%s into %s", goal.target(), typed).isEqualTo(Verdict.OK);
      int at = random.nextInt(typed.size());
      typed.set(at, metres(parts.get(at) + 1, random));
      assertThat(verdict(goal, typed.toArray(String[]::new))).isEqualTo(Verdict.OVER);
      typed.set(at, parts.get(at) - 1 + "米");
      assertThat(verdict(goal, typed.toArray(String[]::new))).isEqualTo(Verdict.SHORT);
    }
  }

  private static String metres(long metres, Random random) {
    BigDecimal number = new BigDecimal(metres);
    return switch (random.nextInt(4)) {
      case 0 -> number.movePointLeft(3).toPlainString() + "公里";
      case 1 -> number.movePointRight(2).toPlainString() + "厘米";
      case 2 -> number.toPlainString();
      default -> number.toPlainString() + "米";
    };
  }

  @Test
  void anySplitOfMoneyAddsUpToTheCent() {
    Random random = new Random(52);
    FundGoal goal = main("≥1人", Aggregation.SUM);
    for (int i = 0; i < 500; i++) {
      List<BigDecimal> cents = IntStream.range(0, 1 + random.nextInt(15)).mapToObj(_ -> BigDecimal.valueOf(1 + random.nextInt(900_000_000))).toList();
      Money whole = new Money(cents.stream().reduce(BigDecimal.ZERO, BigDecimal::add).movePointLeft(2));
      List<Share> shares = cents.stream().map(cent -> share(goal, random.nextBoolean()
          ? cent.movePointLeft(2).toPlainString() + "元" : cent.movePointLeft(6).toPlainString(), "")).toList();
      Reconciliation found = Reconciliation.of(whole, List.of(), shares);
      assertThat(found.moneyVerdict()).as("%s into %s", whole, shares).isEqualTo(Verdict.OK);
      assertThat(found.distributed().plus(found.remainder())).isEqualTo(whole);
    }
  }
}
