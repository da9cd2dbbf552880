package org.jiheng.app.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 优 from 90, 良 from 80, 中 from 60, 差 below (财预〔2020〕10号; DOMAIN 1.5). */
class GradeScaleTest {

  @ParameterizedTest
  @CsvSource({
      "100, EXCELLENT", "90, EXCELLENT", "89.99, GOOD", "80, GOOD", "79.99, FAIR", "60, FAIR", "59.99, POOR", "0, POOR"})
  void aTotalOnTheLineGetsTheBetterGrade(String total, Grade grade) {
    assertThat(GradeScale.STANDARD.of(Score.of(total))).isEqualTo(grade);
  }

  @Test
  void aJurisdictionMayDrawItsOwnLines() {
    GradeScale scale = GradeScale.parse("80 / 70 / 60");
    assertThat(scale.of(Score.of("80"))).isEqualTo(Grade.EXCELLENT);
    assertThat(scale.of(Score.of("69.99"))).isEqualTo(Grade.FAIR);
    assertThat(GradeScale.parse(scale.toString())).isEqualTo(scale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"80/90/60", "90/80/80", "90/90/60", "60/80/90"})
  void theLinesDescend(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> GradeScale.parse(text)).withMessageContaining("descend");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "90/80", "90/80/60/50", "90/80/60/", "90/80/中", "90/80/-60"})
  void threeLinesAndNothingElse(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> GradeScale.parse(text));
  }
}
