package org.jiheng.app.transfer;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.indicator.Target.Measure;
import org.jiheng.app.indicator.Target.Quantity;
import org.jiheng.app.indicator.ValueReader;

/** The target value a part is handed, written out whole: sign and unit of the target above where only a number was typed. Pure. */
final class Handing {

  private static final Map<BigDecimal, String> SCALES = Map.of(new BigDecimal(10_000), "万", new BigDecimal(100_000_000), "亿");

  private Handing() {}

  /** @param typed the part's own value; blank: it goes by what the whole says, which is no quantity to be divided */
  static String target(FundGoal goal, String typed) {
    String own = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
    if (own.isEmpty()) {
      return goal.target();
    }
    Optional<Target> whole = ValueReader.target(goal.target(), goal.fiscalYear()).value();
    if (!own.matches("[0-9].*") || !(whole.orElse(null) instanceof Measure measure)) {
      return typed.strip();
    }
    Quantity quantity = measure.quantity();
    String unit = own.matches("[0-9.,]+") ? SCALES.getOrDefault(quantity.scale(), "") + quantity.unit() : "";
    return measure.sign().glyph() + own + unit;
  }
}
