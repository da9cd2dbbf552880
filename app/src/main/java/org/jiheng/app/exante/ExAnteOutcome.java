package org.jiheng.app.exante;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;

/**
 * Everything computed from an ex-ante evaluation as it stands.
 *
 * @param sheet what the unit ticked comes to
 * @param need why the project is evaluated, and whether a third party does it again, by the parameters the form was begun with
 * @param rules the sheet was computed by
 */
public record ExAnteOutcome(ExAnteScoring.Sheet sheet, KeptNeed need, ExAnteScoring rules) {

  /**
   * In the shape in which it is kept beside a version.
   *
   * @param scores by item, and {@code total}
   */
  public record Kept(
      Map<String, String> scores, String proposed, List<Reason> reasons, boolean thirdParty, List<Reason> why, boolean needed, List<Reason> whyNeeded) {}

  /** Whether a third party evaluates it again, with every reason. */
  public Reasoned<Boolean> thirdParty() {
    return need.thirdParty();
  }

  Kept kept() {
    Map<String, String> scores = new LinkedHashMap<>();
    sheet.items().forEach((key, score) -> scores.put(key, text(score)));
    scores.put("total", text(sheet.total()));
    return new Kept(scores, text(sheet.proposed()), sheet.proposed().reasons(), thirdParty().value().orElse(false), thirdParty().reasons(),
        need.need().value().orElse(false), need.need().reasons());
  }

  private static String text(Reasoned<?> reasoned) {
    return reasoned.value().map(Object::toString).orElse("");
  }
}
