package org.jiheng.tenants.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No scope, no access: a list of no units asks for nothing. */
class BeginningTest {

  @Test
  void ofNoneNothingFulfilsIt() {
    assertThat(Beginning.of("r.unit", List.of()).condition()).isEqualTo("(1 = 0)");
  }

  @Test
  void oneOfSeveralIsEnoughAndWhatStandsBesideStaysApart() {
    assertThat(Beginning.of("r.unit", List.of("101", "102001")).condition())
        .isEqualTo("(r.unit like :beginning0 escape '!' or r.unit like :beginning1 escape '!')");
  }

  @Test
  void theEmptyTextIsTheBeginningOfAllWhateverElseIsNamed() {
    assertThat(Beginning.of("r.unit", List.of("101", "")).condition()).isEqualTo("(1 = 1)");
  }

  @Test
  void askedTwiceInOneQueryEachHasParametersOfItsOwn() {
    Beginning own = Beginning.of("r.unit", List.of("101")).named("own");
    Beginning sent = Beginning.of("r.unit", List.of("102", "103")).named("sent");
    assertThat(own.condition()).isEqualTo("(r.unit like :own0 escape '!')");
    assertThat(own.parameters()).containsExactly(Map.entry("own0", "101%"));
    assertThat(sent.parameters()).containsExactly(Map.entry("sent0", "102%"), Map.entry("sent1", "103%"));
  }
}
