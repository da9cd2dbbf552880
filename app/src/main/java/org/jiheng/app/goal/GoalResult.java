package org.jiheng.app.goal;

import java.util.List;
import java.util.Map;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.review.CellKey;

/**
 * What the rules make of a goal as it stands.
 *
 * @param targets how the targets were understood, by cell
 */
public record GoalResult(List<GoalFinding> findings, Reasoned<WeightScheme> scheme, Map<CellKey, Target> targets) {

  public GoalResult {
    findings = List.copyOf(findings);
    targets = Map.copyOf(targets);
  }

  /** How many findings keep the goal from being sent in. */
  public int stops() {
    return (int) findings.stream().filter(GoalFinding::stops).count();
  }

  public List<GoalFinding> at(CellKey cell) {
    return findings.stream().filter(finding -> finding.cell().equals(cell)).toList();
  }

  /** In the shape in which it is kept beside a version. */
  public record Kept(String scheme, List<KeptFinding> findings) {}

  /** One finding as it was. */
  public record KeptFinding(String check, String level, String cell, String problem, Map<String, String> inputs, boolean answered) {}

  Kept kept() {
    return new Kept(scheme.value().map(WeightScheme::name).orElse(""), findings.stream()
        .map(one -> new KeptFinding(one.check().number(), one.level().name(), one.cell().path(), one.problem().code(), one.problem().inputs(),
            one.answered()))
        .toList());
  }
}
