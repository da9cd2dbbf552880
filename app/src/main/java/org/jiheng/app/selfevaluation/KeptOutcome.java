package org.jiheng.app.selfevaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.scoring.SelfEvaluationScoring;

/**
 * What was computed when a form was sent in, in the shape in which it is kept beside the version: every score as text with
 * its reasons.
 */
public record KeptOutcome(String ruleSet, Map<String, Kept> scores, String grade, List<Reason> alarms) {

  /** One figure: the computed text (empty for none), what counted, and why. */
  public record Kept(String computed, String effective, List<Reason> reasons) {}

  /** Every figure of the result in the order of the form: its indicators, {@code execution}, {@code total}. */
  public static KeptOutcome of(SelfEvaluationScoring.Result result) {
    Map<String, Kept> scores = new LinkedHashMap<>();
    result.rows().forEach(row -> scores.put(row.key(), kept(row.computed(), row.effective().map(Object::toString).orElse(""))));
    scores.put("execution", kept(result.execution(), text(result.execution())));
    scores.put("total", kept(result.total(), text(result.total())));
    return new KeptOutcome(result.ruleSet(), scores, result.grade().map(KeptOutcome::text).orElse(""), result.alarms());
  }

  private static Kept kept(Reasoned<?> reasoned, String effective) {
    return new Kept(text(reasoned), effective, reasoned.reasons());
  }

  private static String text(Reasoned<?> reasoned) {
    return reasoned.value().map(Object::toString).orElse("");
  }
}
