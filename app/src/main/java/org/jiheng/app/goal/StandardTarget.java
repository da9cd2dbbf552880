package org.jiheng.app.goal;

import java.util.regex.Pattern;
import org.jiheng.app.indicator.Target.Sign;
import org.jiheng.app.indicator.TargetKind;
import org.jiheng.app.library.Indicator;

/**
 * The target a goal begins with when it takes an indicator (DOMAIN 3.5, 3.10): direction, standard value and unit of measure, as in
 * ≥90%. Without a standard value the unit puts its number between the two others, as in "≥ 人次": until it has, the check of figures
 * (G5) says so. Where several units are offered (台/件), the unit chooses. Pure.
 */
final class StandardTarget {

  private static final Pattern BARE = Pattern.compile("[0-9].*");
  private static final Pattern WITHOUT_UNIT = Pattern.compile(".*[0-9][万亿]?");
  private static final Pattern SEVERAL = Pattern.compile(".*、.*|[^元/]+/.+");

  private StandardTarget() {}

  static String of(Indicator.Measure measure) {
    String target = measure.target().strip();
    if (measure.kind() != TargetKind.QUANT) {
      return target;
    }
    String sign = measure.sign().map(Sign::glyph).orElse("");
    String unit = SEVERAL.matcher(measure.unit()).matches() ? "" : measure.unit();
    if (target.isEmpty()) {
      return (sign + " " + unit).strip();
    }
    return (BARE.matcher(target).matches() ? sign : "") + target + (WITHOUT_UNIT.matcher(target).matches() ? unit : "");
  }
}
