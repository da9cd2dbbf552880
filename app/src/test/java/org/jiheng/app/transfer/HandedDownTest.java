package org.jiheng.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jiheng.app.common.Money;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.review.Refusal;
import org.junit.jupiter.api.Test;

/**
 * Money and a main quantity split among counties, and there among units, for any split and in whatever unit each number is written
 * (S18, S20): what adds up goes down at every step, and one too many or too few stops just the step where it is. The same seed makes
 * the same splits.
 */
class HandedDownTest {

  private static final int SPLITS = 300;

  private static final List<Scale> LENGTHS = List.of(new Scale("公里", 3), new Scale("米", 0), new Scale("厘米", -2));
  private static final List<Scale> PEOPLE = List.of(new Scale("万人", 4), new Scale("人", 0));

  /** A unit and its power of ten. */
  private record Scale(String unit, int power) {}

  /** A number as somebody wrote it; without a unit it is in that of the number above. */
  private record Written(String text, Scale scale) {

    static Written in(List<Scale> scales, long number, Random random) {
      Scale scale = scales.get(random.nextInt(scales.size()));
      return new Written(plain(number, scale) + scale.unit(), scale);
    }

    static Written below(Written above, List<Scale> scales, long number, Random random) {
      return random.nextInt(3) == 0 ? new Written(plain(number, above.scale()), above.scale()) : in(scales, number, random);
    }

    private static String plain(long number, Scale scale) {
      return new BigDecimal(number).movePointLeft(scale.power()).toPlainString();
    }
  }

  /** What a unit gets: of the quantity, in the smallest whole number, and of the money, in cents. */
  private record Leaf(long quantity, long cents) {}

  private final Random random = new Random(20);

  @Test
  void whatAddsUpGoesDownAtEveryStepAndOneTooManyOrTooFewStopsTheStepWhereItIs() {
    for (int i = 0; i < SPLITS; i++) {
      List<Scale> scales = random.nextBoolean() ? LENGTHS : PEOPLE;
      List<List<Leaf>> counties = some(6, () -> some(8, () -> new Leaf(1 + random.nextInt(1_000_000), 1 + random.nextInt(900_000_000))));
      List<Leaf> all = counties.stream().flatMap(List::stream).toList();
      Written whole = Written.in(scales, quantity(all), random);
      FundGoal goal = goal("≥" + whole.text());
      List<Written> targets = counties.stream().map(units -> Written.below(whole, scales, quantity(units), random)).toList();
      List<String> amounts = counties.stream().map(units -> amount(cents(units))).toList();
      assertThat(stops(cents(all), goal, amounts, targets)).as("%s into %s", goal.target(), targets).isEmpty();
      for (int county = 0; county < counties.size(); county++) {
        goesOn(goal, targets.get(county), counties.get(county), scales);
      }
    }
  }

  /** The county breaks down what it was handed, first as it is, then with one of its numbers changed by the least there is. */
  private void goesOn(FundGoal above, Written handed, List<Leaf> units, List<Scale> scales) {
    FundGoal own = goal(Handing.target(above, handed.text()));
    List<Written> targets = new ArrayList<>(units.stream().map(unit -> Written.below(handed, scales, unit.quantity(), random)).toList());
    List<String> amounts = new ArrayList<>(units.stream().map(unit -> amount(unit.cents())).toList());
    assertThat(stops(cents(units), own, amounts, targets)).as("%s into %s", own.target(), targets).isEmpty();
    int at = random.nextInt(units.size());
    boolean more = random.nextBoolean();
    long changed = units.get(at).quantity() + (more ? 1 : -1);
    String right = amounts.set(at, amount(units.get(at).cents() + (more ? 1 : -1)));
    assertThat(stops(cents(units), own, amounts, targets)).as("a cent").containsExactly(more ? "transfer-money-over" : "transfer-money-left");
    amounts.set(at, right);
    targets.set(at, Written.below(handed, scales, changed, random));
    assertThat(stops(cents(units), own, amounts, targets)).as("%s into %s", own.target(), targets).containsExactly("transfer-quantities-differ");
  }

  private static FundGoal goal(String target) {
    return new FundGoal(UUID.randomUUID(), "数量", target, true, Aggregation.SUM, 2023);
  }

  private <T> List<T> some(int most, Supplier<T> one) {
    return IntStream.range(0, 1 + random.nextInt(most)).mapToObj(_ -> one.get()).toList();
  }

  private static long quantity(List<Leaf> leaves) {
    return leaves.stream().mapToLong(Leaf::quantity).sum();
  }

  private static long cents(List<Leaf> leaves) {
    return leaves.stream().mapToLong(Leaf::cents).sum();
  }

  private String amount(long cents) {
    BigDecimal number = new BigDecimal(cents);
    return switch (random.nextInt(3)) {
      case 0 -> number.movePointLeft(2).toPlainString() + "元";
      case 1 -> number.movePointLeft(6).toPlainString() + "万元";
      default -> number.movePointLeft(6).toPlainString();
    };
  }

  /** Why an earmarked document does not go down so. */
  private static List<String> stops(long cents, FundGoal goal, List<String> amounts, List<Written> targets) {
    List<Share> shares = IntStream.range(0, amounts.size())
        .mapToObj(at -> new Share(UUID.randomUUID(), "第" + at, amounts.get(at), Map.of(goal.id(), targets.get(at).text()))).toList();
    Reconciliation reconciliation = Reconciliation.of(new Money(new BigDecimal(cents).movePointLeft(2)), List.of(goal), shares);
    return new Sending(shares.size(), new Decomposed(FundKind.EARMARKED, false, false, true, List.of(), reconciliation, false, FundRules.STANDARD), List.of())
        .refusals().stream().map(Refusal::code).toList();
  }
}
