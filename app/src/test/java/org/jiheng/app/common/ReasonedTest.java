package org.jiheng.app.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No value without the rule that made it. */
class ReasonedTest {

  private static final Reason MET = new Reason("score.met", "默认规则2023", "财预〔2020〕10号", Map.of("weight", "10.00"));
  private static final Reason OVER = new Reason("score.over", "默认规则2023", "财预〔2020〕10号", Map.of());

  @Test
  void thereIsNoValueWithoutAReason() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Reasoned<>(Optional.of(Score.ZERO), List.of()));
  }

  @Test
  void theDecidingReasonStandsFirstAndRemarksFollow() {
    Reasoned<Score> score = Reasoned.of(Score.of("10"), MET).and(OVER);
    assertThat(score.reason()).isEqualTo(MET);
    assertThat(score.reasons()).containsExactly(MET, OVER);
    assertThat(score.value()).contains(Score.of("10"));
    assertThat(score.because("score.over")).isTrue();
    assertThat(score.because("score.late")).isFalse();
  }

  @Test
  void noValueHasItsReasonToo() {
    assertThat(Reasoned.<Score>none(MET).value()).isEmpty();
    assertThat(Reasoned.<Score>none(MET).reason()).isEqualTo(MET);
  }

  @Test
  void whatWentInKeepsItsOrderAndCannotBeChangedLater() {
    Map<String, String> inputs = new LinkedHashMap<>();
    for (String name : List.of("target", "actual", "weight", "completion")) {
      inputs.put(name, "1");
    }
    Reason reason = new Reason("score.met", "", "", inputs);
    inputs.clear();
    assertThat(reason.inputs().keySet()).containsExactly("target", "actual", "weight", "completion");
  }
}
