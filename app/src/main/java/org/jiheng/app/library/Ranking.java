package org.jiheng.app.library;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.common.Likeness;
import org.jiheng.app.common.Rate;
import org.jiheng.app.common.Reason;
import org.jiheng.app.indicator.MeasureUnits;

/**
 * Which indicators of the library are the likeliest to be meant while a goal is written (S5): the name counts most, then the second
 * level, the industry, the functional class, the unit of measure, and whose they are; of two that fit as well the nearer one comes
 * first. Pure.
 */
final class Ranking {

  private static final String RULES = "指标推荐规则2023";

  private static final int BEST = 100;
  private static final int NAME = 50;
  private static final int LEVEL2 = 15;
  private static final int INDUSTRY = 12;
  private static final int FUNCTION = 8;
  private static final int UNIT = 7;
  private static final int DEPARTMENT = 4;
  private static final int COMMON = 4;

  /** A name with less in common is another indicator: below it nothing else counts. */
  private static final Rate LEAST_ALIKE = Rate.of("0.15");

  private Ranking() {}

  /**
   * An indicator as far as the ranking asks.
   *
   * @param department whose it is; empty for the county's and the prefecture's
   */
  record Candidate(
      UUID version, String code, LibraryLevel level, String department, Indicator.Names names, String unit, String industry, String functionCode,
      boolean common) {}

  /** The best first; only those for which something speaks. */
  static List<Suggestion> rank(Meant asked, Stream<Candidate> candidates, int most) {
    return candidates.flatMap(one -> judged(asked, one).stream())
        .sorted(Comparator.comparingInt(Suggestion::points).reversed().thenComparing(Suggestion::level).thenComparing(Suggestion::code))
        .limit(most).toList();
  }

  private static Optional<Suggestion> judged(Meant asked, Candidate one) {
    List<Reason> reasons = new ArrayList<>();
    int points = 0;
    if (!asked.text().isEmpty()) {
      Rate alike = Likeness.ofNames(asked.text(), one.names().level3());
      if (!alike.exceeds(LEAST_ALIKE)) {
        return Optional.empty();
      }
      points += share(alike);
      reasons.add(because("library.name-alike", "typed", asked.text(), "share", alike));
    }
    if (said(asked.level2(), one.names().level2())) {
      points += LEVEL2;
      reasons.add(because("library.same-second-level", "level2", asked.level2()));
    }
    if (said(asked.industry(), one.industry())) {
      points += INDUSTRY;
      reasons.add(because("library.same-industry", "industry", asked.industry()));
    }
    if (!one.functionCode().isEmpty() && asked.functionCode().startsWith(one.functionCode())) {
      points += FUNCTION;
      reasons.add(because("library.same-function", "function", one.functionCode()));
    }
    if (!asked.measure().isEmpty() && !one.unit().isEmpty() && MeasureUnits.sameKind(asked.measure(), one.unit())) {
      points += UNIT;
      reasons.add(because("library.same-unit", "unit", one.unit()));
    }
    if (said(asked.department(), one.department())) {
      points += DEPARTMENT;
      reasons.add(because("library.own-department"));
    }
    if (one.common()) {
      points += COMMON;
      reasons.add(because("library.common"));
    }
    return reasons.isEmpty() ? Optional.empty()
        : Optional.of(new Suggestion(one.version(), one.code(), one.level(), one.names(), one.unit(), points, reasons));
  }

  private static int share(Rate alike) {
    return alike.fraction().multiply(BigDecimal.valueOf(NAME)).setScale(0, RoundingMode.HALF_UP).intValueExact();
  }

  private static boolean said(String asked, String there) {
    return !asked.isEmpty() && asked.equals(there);
  }

  /** Of an indicator that took the place of another one: nothing fits better. */
  static Suggestion successor(LibraryLine newest, int ended) {
    Indicator indicator = newest.indicator();
    return new Suggestion(newest.id(), newest.code(), newest.level(), indicator.names(), indicator.measure().unit(), BEST,
        List.of(because("library.successor", "number", newest.number(), "ended", ended, "from", indicator.from())));
  }

  /** @param inputs name, value, name, value… in the order in which they are shown */
  private static Reason because(String rule, Object... inputs) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < inputs.length; i += 2) {
      named.put((String) inputs[i], String.valueOf(inputs[i + 1]));
    }
    return new Reason(rule, RULES, "财预〔2020〕10号", named);
  }
}
