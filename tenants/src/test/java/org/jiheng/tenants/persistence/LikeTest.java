package org.jiheng.tenants.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikeTest {

  @Test
  void whatIsTypedStandsForItself() {
    assertThat(Like.containing(" 50%_!x ")).isEqualTo("%50!%!_!!x%");
    assertThat(Like.beginning(" 50%_!x ")).isEqualTo("50!%!_!!x%");
  }
}
