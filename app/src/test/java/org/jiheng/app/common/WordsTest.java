package org.jiheng.app.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void chineseIsTheLanguageOfTheHouseAndEnglishStandsBeside() {
    assertThat(Words.in(Locale.SIMPLIFIED_CHINESE).say("grade.EXCELLENT")).isEqualTo("优");
    assertThat(Words.in(Locale.forLanguageTag("ug")).say("grade.EXCELLENT")).isEqualTo("优");
    assertThat(Words.in(Locale.UK)).isSameAs(Words.in(Locale.ENGLISH)).isNotSameAs(Words.chinese());
  }

  @Test
  void namedPlacesAreFilledIn() {
    assertThat(Words.chinese().say(new Problem("weights.not-hundred", Map.of("sum", "110.00", "execution", "10.00"))))
        .isEqualTo("分值合计为 110.00(含预算执行率 10.00),应为 100。");
  }

  @Test
  void aNamedPlaceMayEndInAFigure() {
    assertThat(Words.chinese().say("reason.library.same-second-level", Map.of("level2", "质量指标"))).isEqualTo("同属“质量指标”。");
  }

  @Test
  void whatANumberedRuleFoundIsSaidWithItsNumberAndItsArticle() {
    Problem problem = new Problem("weights.not-hundred", Map.of("sum", "110.00", "execution", "10.00")).by("G1", "财预〔2020〕10号");
    assertThat(Words.chinese().say(problem)).isEqualTo("G1 分值合计为 110.00(含预算执行率 10.00),应为 100。(财预〔2020〕10号)");
    assertThat(Words.in(Locale.ENGLISH).say(problem)).startsWith("G1 ").endsWith(" (财预〔2020〕10号)");
  }

  /** What a person typed is shown as typed, even if it looks like a place of the sentence or a regular expression. */
  @Test
  void aTypedTextNeverFillsAnotherPlace() {
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("target", "{actual}$1\\");
    inputs.put("actual", "{target}");
    assertThat(Words.chinese().say("reason.score.actual-not-a-date", inputs))
        .startsWith("实际完成值“{target}”不是日期,无法与“{actual}$1\\”比较");
  }

  @Test
  void aSentenceTheHouseDoesNotHaveIsAMistakeOfTheHouse() {
    assertThatExceptionOfType(MissingResourceException.class).isThrownBy(() -> Words.chinese().say("problem.unheard-of"));
  }
}
