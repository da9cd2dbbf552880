package org.jiheng.app.selfevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.ACTUAL;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.DEVIATION;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.LEVEL;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.LEVEL1;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.LEVEL3;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.REPORTED;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.TARGET;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.WEIGHT;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.ParameterSet.Origin;
import org.jiheng.app.parameter.ParameterSet.Setting;
import org.jiheng.app.review.Cells;
import org.jiheng.app.scoring.Achievement;
import org.jiheng.app.scoring.RuleSet;
import org.jiheng.app.scoring.SelfEvaluationScoring;
import org.jiheng.app.scoring.SelfEvaluationScoring.Form;
import org.jiheng.app.scoring.SelfEvaluationScoring.Row;
import org.junit.jupiter.api.Test;

/** A version keeps cells, parameters and outcome; whoever computes again from what was kept gets what was kept (DOMAIN 14). */
class KeptOutcomeTest {

  private static final ParameterSet PARAMETERS = new ParameterSet(Map.of(
      "score.rule_set", new Setting("克州模板2024", Origin.TEMPLATE), "score.over.mode", new Setting("FIXED", Origin.JURISDICTION_YEAR),
      "score.exec_ceiling", new Setting("on", Origin.JURISDICTION), "score.pass_floor", new Setting("0.6", Origin.TEMPLATE_YEAR)));

  @Test
  void theKeptCellsAndParametersGiveTheKeptOutcomeAgain() throws Exception {
    SelfEvaluation form = form();
    KeptOutcome outcome = KeptOutcome.of(SelfEvaluationScoring.score(form.forScoring(), RuleSet.of(PARAMETERS)));

    try (Jsonb json = JsonbBuilder.create()) {
      KeptOutcome again = KeptOutcome.of(SelfEvaluationScoring.score(
          kept(Cells.fromJson(form.cells().toJson()), form.fiscalYear()), RuleSet.of(parameters(PARAMETERS.toJson()))));
      assertThat(json.toJson(again)).isEqualTo(json.toJson(outcome));
    }
    assertThat(again(form)).isEqualTo(outcome);
  }

  @Test
  void itSaysEveryFigureWhatCountedAndWhy() {
    SelfEvaluation form = form();
    List<UUID> lines = form.indicators().stream().map(IndicatorRow::id).toList();
    KeptOutcome outcome = again(form);
    assertThat(outcome.ruleSet()).isEqualTo("克州模板2024");
    assertThat(outcome.scores().keySet()).containsExactly(lines.get(0).toString(), lines.get(1).toString(), "execution", "total");
    assertThat(outcome.scores().get(lines.get(0).toString()).computed()).as("far above the target: two points less").isEqualTo("48.00");
    assertThat(outcome.scores().get(lines.get(0).toString()).reasons()).extracting(reason -> reason.rule())
        .containsExactly("score.met", "score.over", "score.over-deducted");
    assertThat(outcome.scores().get(lines.get(1).toString()).computed()).as("words").isEmpty();
    assertThat(outcome.scores().get(lines.get(1).toString()).effective()).isEqualTo("33.00");
    assertThat(outcome.scores().get("execution").computed()).isEqualTo("7.50");
    assertThat(outcome.scores().get("total").effective()).isEqualTo("88.50");
    assertThat(outcome.grade()).isEqualTo("GOOD");
    assertThat(outcome.alarms()).extracting(reason -> reason.rule()).containsExactly("alarm.red", "alarm.yellow");
    assertThat(outcome.alarms()).allMatch(reason -> reason.ruleSet().equals("克州模板2024"));
  }

  /** Another rule set gives another outcome: what was kept with the version decides, not what is in force later. */
  @Test
  void withoutTheKeptParametersItWouldBeAnother() {
    SelfEvaluation form = form();
    assertThat(KeptOutcome.of(SelfEvaluationScoring.score(form.forScoring(), RuleSet.standard()))).isNotEqualTo(again(form));
  }

  private static KeptOutcome again(SelfEvaluation form) {
    return KeptOutcome.of(SelfEvaluationScoring.score(kept(form.cells(), form.fiscalYear()), RuleSet.of(PARAMETERS)));
  }

  private static SelfEvaluation form() {
    SelfEvaluation form = Filled.begun(2023, "20");
    Filled.write(form, FormCells.budget(BudgetLine.TOTAL, BudgetLine.Column.EXECUTED), "15");
    Filled.line(form, Map.of(LEVEL1, "产出指标", LEVEL3, "受益户数", TARGET, "≥9户", ACTUAL, "20户", WEIGHT, "50", REPORTED, "50", DEVIATION, "需求增加"));
    Filled.line(form, Map.of(LEVEL1, "效益指标", LEVEL3, "生活条件", TARGET, "显著提升", ACTUAL, "有所提升", WEIGHT, "40", REPORTED, "33", LEVEL, "ACHIEVED", DEVIATION, "道路推迟"));
    return form;
  }

  /** The form as far as it is scored, made from kept cells and nothing else. */
  private static Form kept(Cells cells, int year) {
    Set<UUID> lines = new LinkedHashSet<>();
    cells.keys().stream().filter(key -> key.part(0).equals("indicator")).forEach(key -> lines.add(UUID.fromString(key.part(1))));
    List<Row> rows = lines.stream().map(id -> new Row(id.toString(), text(cells, id, LEVEL1), text(cells, id, IndicatorRow.Column.LEVEL2), text(cells, id, LEVEL3),
        text(cells, id, TARGET), text(cells, id, ACTUAL), score(text(cells, id, WEIGHT)), score(text(cells, id, REPORTED)),
        Optional.of(text(cells, id, LEVEL)).filter(level -> !level.isEmpty()).map(Achievement::valueOf), text(cells, id, DEVIATION))).toList();
    return new Form(year, rows, money(cells, BudgetLine.Column.ANNUAL), money(cells, BudgetLine.Column.EXECUTED),
        Score.of(cells.text(FormCells.EXECUTION_WEIGHT)), score(cells.text(FormCells.EXECUTION_REPORTED)), score(cells.text(FormCells.TOTAL_REPORTED)));
  }

  private static ParameterSet parameters(String kept) {
    try (JsonReader reader = Json.createReader(new StringReader(kept))) {
      Map<String, Setting> settings = new HashMap<>();
      JsonObject json = reader.readObject();
      json.keySet().forEach(name -> settings.put(name,
          new Setting(json.getJsonObject(name).getString("value"), Origin.valueOf(json.getJsonObject(name).getString("origin")))));
      return new ParameterSet(settings);
    }
  }

  private static String text(Cells cells, UUID line, IndicatorRow.Column column) {
    return cells.text(FormCells.indicator(line, column));
  }

  private static Optional<Score> score(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Score.of(text));
  }

  private static Optional<Money> money(Cells cells, BudgetLine.Column column) {
    String text = cells.text(FormCells.budget(BudgetLine.TOTAL, column));
    return text.isEmpty() ? Optional.empty() : Optional.of(Money.ofYuan(text));
  }
}
