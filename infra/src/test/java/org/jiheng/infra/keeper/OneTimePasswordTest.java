package org.jiheng.infra.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class OneTimePasswordTest {

  /** DOMAIN 12: at least ten characters, three of four classes. And nobody mistakes l for 1 or O for 0 on paper. */
  @RepeatedTest(20)
  void keepsTheRuleOfTheHouseAndIsReadWithoutDoubt() {
    assertThat(OneTimePassword.random()).hasSize(17).matches(".*[a-z].*").matches(".*[A-Z].*").matches(".*[0-9].*").doesNotContainPattern("[lIO01]");
  }

  @Test
  void noTwoAreAlike() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      assertThat(seen.add(OneTimePassword.random())).isTrue();
    }
  }
}
