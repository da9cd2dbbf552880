package org.jiheng.app.exante;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Rate;
import org.jiheng.app.common.Score;
import org.jiheng.app.parameter.ParameterKey;

/** What a jurisdiction may set of ex-ante evaluation (DOMAIN 14), all of which a form keeps when it is sent in. */
final class ExAnteParameters {

  /** The name of a template that comes with the house, for example {@code standard-2023}, or a whole one as JSON. */
  static final ParameterKey<ExAnteTemplate> TEMPLATE = new ParameterKey<>("exante.template", "standard-2023", ExAnteTemplate::read);

  static final ParameterKey<Score> PASS = new ParameterKey<>("exante.pass", "80", Score::of);
  static final ParameterKey<Score> PARTIAL = new ParameterKey<>("exante.partial", "60", Score::of);
  static final ParameterKey<Rate> FLOOR = new ParameterKey<>("exante.dimension_floor", "0.60", Rate::of);

  /** Shares of an item's points that 优, 良, 中 and 差 are worth. */
  static final ParameterKey<Map<Grade, Rate>> TICKS = new ParameterKey<>("exante.ticks", "1/0.8/0.6/0", ExAnteParameters::ticks);

  static final ParameterKey<Score> EXPLAIN = new ParameterKey<>("exante.diff_explain", "10", Score::of);
  static final ParameterKey<Set<String>> REQUIRED_FOR = new ParameterKey<>("exante.required_for", "NEW", ExAnteParameters::names);
  static final ParameterKey<Set<String>> EXEMPT = new ParameterKey<>("exante.exempt", "CONFIDENTIAL", ExAnteParameters::names);
  static final ParameterKey<Money> EXEMPT_BELOW = new ParameterKey<>("exante.exempt_below", "0", Money::ofYuan);
  static final ParameterKey<ThirdPartyRule> THIRD_PARTY = new ParameterKey<>("exante.thirdparty.rule",
      "total >= 5000000 or annual >= 1000000 or type in {信息化, 工程, 大型修缮, 科研} or flagged", ThirdPartyRule::parse);

  /** Those a form keeps from the day it is begun: whether the project is evaluated, and by whom. */
  static final List<ParameterKey<?>> NEED = List.of(REQUIRED_FOR, EXEMPT, EXEMPT_BELOW, THIRD_PARTY);

  /** Those a sent form keeps. */
  static final List<ParameterKey<?>> KEPT = List.of(PASS, PARTIAL, FLOOR, TICKS, EXPLAIN, REQUIRED_FOR, EXEMPT, EXEMPT_BELOW, THIRD_PARTY);

  private ExAnteParameters() {}

  private static Map<Grade, Rate> ticks(String text) {
    String[] shares = text.split("/", -1);
    if (shares.length != Grade.values().length) {
      throw new IllegalArgumentException("four shares, not: " + text);
    }
    Map<Grade, Rate> ticks = new EnumMap<>(Grade.class);
    for (Grade grade : Grade.values()) {
      ticks.put(grade, Rate.of(shares[grade.ordinal()].strip()));
    }
    return ticks;
  }

  /** No grade is worth more than the whole item, or less than nothing. */
  static boolean sharesOfTheWhole(String text) {
    return ticks(text).values().stream().noneMatch(share -> share.exceeds(Rate.ONE) || Rate.of("0").exceeds(share));
  }

  private static Set<String> names(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
  }
}
