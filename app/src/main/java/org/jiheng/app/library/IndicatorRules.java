package org.jiheng.app.library;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Problem;
import org.jiheng.app.indicator.Direction;
import org.jiheng.app.indicator.MeasureUnits;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.indicator.TargetKind;
import org.jiheng.app.indicator.ValueReader;

/** What an indicator must keep to before it may stand in the library: the checks of a goal that its target must pass there (DOMAIN 3.6). */
final class IndicatorRules {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private IndicatorRules() {}

  /** @param typedSign what stands in the field of the sign, known or not */
  static Map<LibraryField, Problem> problems(Indicator one, String typedSign) {
    Map<LibraryField, Problem> problems = new EnumMap<>(LibraryField.class);
    names(one, problems);
    sign(one, typedSign, problems);
    target(one, problems);
    if (one.measure().mainQuantity()
        && !(one.measure().kind() == TargetKind.QUANT && one.names().level2().equals(IndicatorTree.QUANTITY))) {
      problems.put(LibraryField.MAIN_QUANTITY, Problem.of("library.main-quantity"));
    }
    if (!one.place().functionCode().matches("(?:[0-9]{3}(?:[0-9]{2}(?:[0-9]{2})?)?)?")) {
      problems.put(LibraryField.FUNCTION_CODE, Problem.of("library.function-code"));
    }
    if (one.until().filter(last -> last.isBefore(one.from())).isPresent()) {
      problems.put(LibraryField.VALID_UNTIL, Problem.of("library.until-before-from"));
    }
    return problems;
  }

  /** Below a first level of the tree stands a second level of the tree (3.3). */
  private static void names(Indicator one, Map<LibraryField, Problem> problems) {
    var below = IndicatorTree.level2(one.names().level1());
    if (!below.isEmpty() && !below.contains(one.names().level2())) {
      problems.put(LibraryField.LEVEL2, new Problem("library.level2-foreign",
          Map.of("level1", one.names().level1(), "choices", String.join("、", below))));
    }
  }

  private static void sign(Indicator one, String typed, Map<LibraryField, Problem> problems) {
    boolean number = one.measure().kind() == TargetKind.QUANT;
    if (number && typed.isEmpty()) {
      problems.put(LibraryField.SIGN, Problem.of("library.sign-missing"));
    } else if (!number && !typed.isEmpty()) {
      problems.put(LibraryField.SIGN, Problem.of("library.sign-superfluous"));
    } else if (IndicatorTree.cost(one.names().level1(), one.names().level2())
        && one.measure().sign().filter(sign -> sign.direction() == Direction.HIGHER).isPresent()) {
      // G3: a cost that has to be spent at the least is a defect that was really found
      problems.put(LibraryField.SIGN, Problem.of("library.cost-upwards"));
    }
  }

  private static void target(Indicator one, Map<LibraryField, Problem> problems) {
    String text = one.measure().target();
    if (!text.isEmpty()) {
      ValueReader.target(text, one.from().getYear()).value().flatMap(target -> wrong(one, target))
          .ifPresent(problem -> problems.put(LibraryField.TARGET, problem));
    }
  }

  private static Optional<Problem> wrong(Indicator one, Target target) {
    if (TargetKind.of(target) != one.measure().kind()) {
      return Optional.of(new Problem("library.target-other-kind", Map.of("typed", target.text())));
    }
    if (!(target instanceof Target.Measure measure)) {
      return Optional.empty();
    }
    String unit = measure.quantity().unit();
    if (!unit.isEmpty() && !one.measure().unit().isEmpty() && !MeasureUnits.sameKind(unit, one.measure().unit())) {
      return Optional.of(new Problem("library.unit-differs", Map.of("typed", target.text(), "unit", one.measure().unit())));
    }
    boolean percent = unit.equals("%") || unit.isEmpty() && one.measure().unit().equals("%");
    if (percent && measure.quantity().number().compareTo(HUNDRED) > 0) {
      return Optional.of(new Problem("library.percent-outside", Map.of("typed", target.text())));
    }
    // a bare number is meant with the sign of the indicator
    Target.Sign sign = measure.sign() == Target.Sign.EQUAL ? one.measure().sign().orElse(Target.Sign.EQUAL) : measure.sign();
    if (one.measure().sign().filter(own -> own != sign).isPresent()) {
      return Optional.of(new Problem("library.target-other-sign", Map.of("typed", target.text(), "sign", one.measure().sign().get().glyph())));
    }
    // G6: nothing can be in proportion to zero
    return sign == Target.Sign.AT_LEAST && measure.quantity().number().signum() == 0 ? Optional.of(Problem.of("library.zero-target"))
        : Optional.empty();
  }
}
