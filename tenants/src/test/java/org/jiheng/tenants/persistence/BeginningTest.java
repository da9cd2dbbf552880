package org.jiheng.tenants.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
