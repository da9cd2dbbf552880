package org.jiheng.infra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person at the console is told before anything is started. */
class StackSettingsTest {

  private static StackSettings settings(Map<String, String> environment) {
    return StackSettings.of(Path.of("project"), environment);
  }

  @Test
  void aTakenPortIsNamedWithTheVariableThatMovesIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.mustBeFree(taken.getLocalPort(), StackSettings.PORT))
          .isInstanceOf(StartFailedException.class)
          .hasMessageContaining("端口 " + taken.getLocalPort())
          .hasMessageContaining("JIHENG_PORT");
    }
    Ports.mustBeFree(Ports.free(), StackSettings.PORT);
  }

  @Test
  void aSettingWithoutSenseIsNamed() {
    assertThatThrownBy(() -> settings(Map.of("JIHENG_PORT", "eighty"))).hasMessageContaining("JIHENG_PORT").hasMessageContaining("eighty");
    assertThatThrownBy(() -> settings(Map.of("JIHENG_DB_PORT", "70000"))).hasMessageContaining("JIHENG_DB_PORT");
    assertThatThrownBy(() -> settings(Map.of("JIHENG_BUSINESS_DATE", "soon"))).hasMessageContaining("soon");
  }

  @Test
  void theDemonstrationHasItsDayAndAnInstallationInEarnestHasTodays() {
    assertThat(settings(Map.of()).businessDate()).contains(LocalDate.of(2023, 4, 18));
    assertThat(settings(Map.of("JIHENG_DEMO", "off")).businessDate()).isEmpty();
    assertThat(settings(Map.of("JIHENG_BUSINESS_DATE", "2023-05-04")).businessDate()).contains(LocalDate.of(2023, 5, 4));
  }

  @Test
  void whatIsMissingIsNamed(@TempDir Path empty) {
    StackSettings nothing = StackSettings.of(empty, Map.of());
    assertThatThrownBy(() -> Stack.start(nothing)).isInstanceOf(StartFailedException.class).hasMessageContaining("jiheng.war");
  }

  @Test
  void aDataDirectoryIsUsedByOneRunAtATime(@TempDir Path home) {
    try (DataDirectory first = DataDirectory.take(home.resolve("data"))) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> DataDirectory.take(home.resolve("data"))).isInstanceOf(StartFailedException.class)
          .hasMessageContaining("正在使用").hasMessageContaining(home.resolve("data").toString());
    }
    DataDirectory.take(home.resolve("data")).close();
  }
}
