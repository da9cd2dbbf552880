package org.jiheng.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneTimePasswordTest {

  @Test
  void keepsTheRuleOfTheHouseAndIsReadWithoutDoubt() {
    for (int i = 0; i < 200; i++) {
      assertThat(OneTimePassword.random().text()).hasSize(16)
          .matches(".*[a-z].*").matches(".*[A-Z].*").matches(".*[0-9].*").matches(".*[^a-zA-Z0-9].*").doesNotMatch(".*[0O1lI].*");
    }
  }

  @Test
  void noTwoAreTheSameAndNoneIsWrittenDown() {
    assertThat(IntStream.range(0, 200).mapToObj(_ -> OneTimePassword.random().text()).collect(Collectors.toSet())).hasSize(200);
    OneTimePassword password = OneTimePassword.random();
    assertThat(password.toString()).doesNotContain(password.text());
  }
}
