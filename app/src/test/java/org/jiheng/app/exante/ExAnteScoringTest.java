package org.jiheng.app.exante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Score;
import org.jiheng.app.parameter.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points and conclusion of an ex-ante evaluation (中发〔2018〕34号; DOMAIN 2.4, 2.5; S8, Q12). */
class ExAnteScoringTest {

  @ParameterizedTest
  @CsvSource({"EXCELLENT,5.00", "GOOD,4.00", "FAIR,3.00", "POOR,0.00"})
  void aTickIsWorthItsShareOfTheItemsPoints(Grade tick, String points) {
    assertThat(Sheets.sheet(Map.of("need-purpose", tick)).items().get("need-purpose").value()).contains(Score.of(points));
  }

  @Test
  void whileAnItemIsNotTickedThereIsNoTotalAndNoConclusion() {
    Map<String, Grade> ticks = Sheets.all(Sheets.STANDARD, Grade.EXCELLENT);
    ticks.remove("plan-risk");
    assertThat(Sheets.sheet(ticks).total().value()).isEmpty();
    assertThat(Sheets.sheet(ticks).total().because("exante.not-all-ticked")).isTrue();
    assertThat(Sheets.sheet(ticks).proposed().value()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"EXCELLENT,100.00,SUPPORTED,exante.reaches-pass", "GOOD,80.00,SUPPORTED,exante.reaches-pass",
      "FAIR,60.00,PARTLY_SUPPORTED,exante.below-pass", "POOR,0.00,NOT_SUPPORTED,exante.below-partial"})
  void theTotalDecides(Grade tick, String total, Conclusion conclusion, String rule) {
    ExAnteScoring.Sheet sheet = Sheets.sheet(Sheets.all(Sheets.STANDARD, tick));
    assertThat(sheet.total().value()).contains(Score.of(total));
    assertThat(sheet.proposed().value()).contains(conclusion);
    assertThat(sheet.proposed().because(rule)).isTrue();
  }

  @Test
  void justBelowTheLineIsBelowIt() {
    Map<String, Grade> ticks = Sheets.all(Sheets.STANDARD, Grade.FAIR);
    ticks.put("need-purpose", Grade.POOR);
    assertThat(Sheets.sheet(ticks).proposed().value()).contains(Conclusion.NOT_SUPPORTED);
  }

  @Test
  void oneWeakDimensionMakesItAPartSupportAndIsNamed() {
    ExAnteScoring.Sheet sheet = Sheets.sheet(Sheets.all(Sheets.STANDARD, Grade.EXCELLENT, "funding", Grade.POOR));
    assertThat(sheet.total().value()).contains(Score.of("80.00"));
    assertThat(sheet.proposed().value()).contains(Conclusion.PARTLY_SUPPORTED);
    assertThat(sheet.proposed().reason().inputs()).containsEntry("dimension", "筹资合规性");
  }

  @Test
  void aVetoMeansNotSupportedWhateverThePoints() {
    ExAnteScoring.Sheet sheet = Sheets.sheet(Sheets.all(Sheets.STANDARD, Grade.EXCELLENT), "hidden-debt", "duplicate");
    assertThat(sheet.proposed().value()).contains(Conclusion.NOT_SUPPORTED);
    assertThat(sheet.proposed().reasons()).hasSize(2).allSatisfy(reason -> assertThat(reason.rule()).isEqualTo("exante.veto"));
  }

  @ParameterizedTest
  @CsvSource({"90,80,true", "80,90,true", "89.99,80,false"})
  void totalsTenPointsApartMustBeExplained(String unit, String third, boolean explained) {
    assertThat(Sheets.RULES.needsExplanation(Score.of(unit), Score.of(third)).value()).contains(explained);
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard-2023", "four-foci-2023", "lasting-2023"})
  void aVariantIsOnlyDataAndComesToAHundredPoints(String name) {
    ExAnteTemplate template = ExAnteTemplate.read(name);
    assertThat(Sheets.RULES.score(template, new ExAnteScoring.Ticked(Sheets.all(template, Grade.EXCELLENT), Set.of())).total().value())
        .contains(Score.HUNDRED);
    assertThat(template.vetoes()).hasSize(6);
    assertThat(ExAnteTemplate.read(template.toJson())).isEqualTo(template);
  }

  @Test
  void theFourFociOfTheSeedAreAllInTheStandardTemplateWithNeedBesides() {
    assertThat(Sheets.STANDARD.dimensions()).extracting(ExAnteTemplate.Dimension::key).containsExactly("need", "economy", "goals", "plan", "funding");
    assertThat(Sheets.STANDARD.dimensions()).allSatisfy(one -> assertThat(one.points()).isEqualTo(Score.of("20")));
    assertThat(ExAnteTemplate.read("four-foci-2023").dimensions()).extracting(ExAnteTemplate.Dimension::key)
        .containsExactly("economy", "goals", "plan", "funding");
  }

  @Test
  void pointsThatDoNotComeToAHundredAreNoTemplate() {
    String wrong = Sheets.STANDARD.toJson().replaceFirst("\"points\":\"5.00\"", "\"points\":\"6.00\"");
    assertThatThrownBy(() -> ExAnteTemplate.read(wrong)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("101");
    assertThatThrownBy(() -> ExAnteTemplate.read("../secrets")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ExAnteTemplate.read("{}")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLinesAreParametersOfTheJurisdiction() {
    ParameterSet strict = new ParameterSet(Map.of("exante.pass", new ParameterSet.Setting("85", ParameterSet.Origin.JURISDICTION),
        "exante.ticks", new ParameterSet.Setting("1/0.75/0.5/0", ParameterSet.Origin.JURISDICTION)));
    ExAnteScoring.Sheet sheet = ExAnteScoring.of(strict).score(Sheets.STANDARD,
        new ExAnteScoring.Ticked(Sheets.all(Sheets.STANDARD, Grade.GOOD), Set.of()));
    assertThat(sheet.total().value()).contains(Score.of("75.00"));
    assertThat(sheet.proposed().value()).contains(Conclusion.PARTLY_SUPPORTED);
  }
}
