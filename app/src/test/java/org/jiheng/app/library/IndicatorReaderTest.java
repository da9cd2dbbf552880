package org.jiheng.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiheng.app.common.Problem;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.indicator.Target.Sign;
import org.jiheng.app.indicator.TargetKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An indicator is read out of texts, and each field says what is wrong with it (DOMAIN 3.5, 3.6, 3.10). */
class IndicatorReaderTest {

  @Test
  void whatIsRightIsUnderstood() {
    Indicator read = Texts.ofAnIndicator().indicator();
    assertThat(read.names()).isEqualTo(new Indicator.Names("产出指标", "数量指标", "培训人次"));
    assertThat(read.measure()).isEqualTo(
        new Indicator.Measure(TargetKind.QUANT, Optional.of(Sign.AT_LEAST), "≥200人次", "人次", "", Aggregation.SUM, false));
    assertThat(read.from()).isEqualTo(Texts.TODAY);
    assertThat(read.requirement()).isEmpty();
  }

  /** A file that is handed out says everything a file that is taken in is asked for. */
  @Test
  void whatIsWrittenOutIsReadBackAsTheSame() {
    Indicator one = Texts.ofAnIndicator().with(LibraryField.REQUIRED, "是").with(LibraryField.FOR_CATEGORY, "特定目标类")
        .with(LibraryField.EDITABLE, "分值、指标值").with(LibraryField.MAIN_QUANTITY, "是").with(LibraryField.STANDARD, "行业标准")
        .with(LibraryField.FUNCTION_CODE, "2050803").with(LibraryField.VALID_UNTIL, "2025-12-31").indicator();
    assertThat(one.requirement()).contains(
        new Indicator.Requirement("特定目标类", "", "", Set.of(Indicator.Editable.TARGET, Indicator.Editable.WEIGHT)));
    assertThat(IndicatorReader.read(IndicatorTexts.of("C000001", one), LocalDate.of(2030, 1, 1)).indicator()).contains(one);
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "LEVEL1, -, library.missing", "LEVEL3, -, library.missing", "LEVEL2, 社会效益指标, library.level2-foreign", "LEVEL2, -, library.level2-foreign",
      "KIND, 数字, library.unknown-word", "SIGN, 大于, library.unknown-word", "SIGN, -, library.sign-missing", "COMMON, 也许, library.unknown-word",
      "AGGREGATION, 相加, library.unknown-word", "STANDARD, 县标, library.unknown-word", "FUNCTION_CODE, 20508, -", "FUNCTION_CODE, 2050, library.function-code",
      "VALID_FROM, 2023年, library.no-day", "VALID_UNTIL, 2023-02-19, library.until-before-from", "VALID_UNTIL, 2023-02-20, -",
      "TARGET, 及时, library.target-other-kind", "TARGET, ≤200人次, library.target-other-sign", "TARGET, 200, -", "TARGET, 200公里, library.unit-differs",
      "TARGET, ≥0人次, library.zero-target", "TARGET, ≥0.02万人次, -", "CODE, 123456789012345678901, text.too-long", "MAIN_QUANTITY, 是, -"})
  void eachFieldSaysWhatIsWrongWithIt(LibraryField field, String text, String code) {
    Map<LibraryField, Problem> problems = Texts.ofAnIndicator().with(field, text == null ? "" : text).read().problems();
    if (code == null) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems).containsOnlyKeys(field);
      assertThat(problems.get(field).code()).isEqualTo(code);
    }
  }

  /** G3: a cost that has to be reached at the least was found in real forms. */
  @ParameterizedTest
  @CsvSource({"成本指标, 经济成本指标", "产出指标, 成本指标"})
  void aCostIsNotToBeReachedAtTheLeast(String level1, String level2) {
    Texts cost = Texts.ofAnIndicator().with(LibraryField.LEVEL1, level1).with(LibraryField.LEVEL2, level2).with(LibraryField.TARGET, "");
    assertThat(cost.read().problems().get(LibraryField.SIGN)).isEqualTo(Problem.of("library.cost-upwards"));
    assertThat(cost.with(LibraryField.SIGN, "≤").read().problems()).isEmpty();
    assertThat(cost.with(LibraryField.SIGN, "=").read().problems()).isEmpty();
  }

  @Test
  void aPercentageIsNotAboveAHundredAndOnlyAQuantityIsTheMainOne() {
    Texts quality = Texts.ofAnIndicator().with(LibraryField.LEVEL2, "质量指标").with(LibraryField.UNIT, "%").with(LibraryField.TARGET, "≥105%")
        .with(LibraryField.MAIN_QUANTITY, "是");
    assertThat(quality.read().problems()).containsOnlyKeys(LibraryField.TARGET, LibraryField.MAIN_QUANTITY);
    assertThat(quality.read().problems().get(LibraryField.TARGET).code()).isEqualTo("library.percent-outside");
  }

  @Test
  void onlyANumberHasASign() {
    Texts deadline = Texts.ofAnIndicator().with(LibraryField.KIND, "时限").with(LibraryField.TARGET, "2023年12月31日前").with(LibraryField.UNIT, "");
    assertThat(deadline.read().problems()).containsOnlyKeys(LibraryField.SIGN);
    assertThat(deadline.with(LibraryField.SIGN, "").read().problems()).isEmpty();
  }

  @Test
  void namesOutsideTheTreeAreTakenAsTheyAre() {
    assertThat(Texts.ofAnIndicator().with(LibraryField.LEVEL1, "过程").with(LibraryField.LEVEL2, "资金管理").read().problems()).isEmpty();
  }
}
