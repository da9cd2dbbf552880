package org.jiheng.app.project;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSet;

/** What a jurisdiction may set of the search for duplicates, for all years or one (S67; DOMAIN 14). A verdict keeps what it was found by. */
final class DuplicateParameters {

  private static final int MOST_POINTS = 100;

  /** Points from which two projects are worth a look, 1 to 100. */
  static final ParameterKey<Integer> LEAST = new ParameterKey<>("duplicate.least", "60", DuplicateParameters::points);

  /** Share of common pairs of signs from which two names are alike, above 0 to 1. */
  static final ParameterKey<BigDecimal> SIMILAR_NAME = new ParameterKey<>("duplicate.similar_name", "0.6", DuplicateParameters::share);

  /** The same for two descriptions. */
  static final ParameterKey<BigDecimal> SIMILAR_CONTENT = new ParameterKey<>("duplicate.similar_content", "0.7", DuplicateParameters::share);

  /** Below this amount a project is a small one, yuan. */
  static final ParameterKey<Money> SMALL_BELOW = new ParameterKey<>("duplicate.small_below", "500000", Money::ofYuan);

  /** Points for: the same name, parts of one thing, a name all alike, the same content, one unit, one department, small pieces. */
  static final ParameterKey<DuplicateRule.Points> POINTS = new ParameterKey<>("duplicate.points", "60/60/50/30/20/10/10", DuplicateRule.Points::parse);

  private static final List<ParameterKey<?>> KEYS = List.of(LEAST, SIMILAR_NAME, SIMILAR_CONTENT, SMALL_BELOW, POINTS);

  private DuplicateParameters() {}

  /** These alone, with the platform's defaults written out: what is kept with a verdict. */
  static ParameterSet kept(ParameterSet inForce) {
    List<String> names = KEYS.stream().map(ParameterKey::name).toList();
    return new ParameterSet(inForce.writtenOut(KEYS).settings().entrySet().stream().filter(one -> names.contains(one.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  static int points(String text) {
    int points = Integer.parseInt(text.strip());
    if (points < 1 || points > MOST_POINTS) {
      throw new IllegalArgumentException("1 to 100, not: " + text);
    }
    return points;
  }

  private static BigDecimal share(String text) {
    BigDecimal share = new BigDecimal(text.strip());
    if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("above 0 and up to 1, not: " + text);
    }
    return share;
  }
}
