package org.jiheng.app.goal;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.review.CellKey;

/**
 * What the rules make of a goal as it stands.
 *
 * @param targets how the targets were understood, by cell
 * @param around what the checks knew besides the goal
 */
public record GoalResult(
    List<GoalFinding> findings, Reasoned<WeightScheme> scheme, Map<CellKey, Target> targets, GoalSurroundings around) {

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

  /** In the shape in which it is kept beside a version: scheme, findings, and what they were found with. */
  public String toJson() {
    JsonArrayBuilder found = Json.createArrayBuilder();
    for (GoalFinding one : findings) {
      JsonObjectBuilder inputs = Json.createObjectBuilder();
      one.problem().inputs().forEach(inputs::add);
      found.add(Json.createObjectBuilder().add("check", one.check().number()).add("article", one.check().article()).add("level", one.level().name())
          .add("cell", one.cell().path()).add("problem", one.problem().code()).add("inputs", inputs).add("answered", one.answered()));
    }
    return Json.createObjectBuilder().add("scheme", scheme.value().map(WeightScheme::name).orElse("")).add("findings", found)
        .add(AROUND, KeptSurroundings.written(around)).build().toString();
  }

  private static final String AROUND = "surroundings";

  /** What the checks knew when a version was kept; empty for one that was kept before this was written down. */
  static Optional<GoalSurroundings> around(String keptJson) {
    try (JsonReader reader = Json.createReader(new StringReader(keptJson))) {
      JsonObject json = reader.readObject();
      return Optional.ofNullable(json.getJsonObject(AROUND)).map(KeptSurroundings::read);
    }
  }
}
