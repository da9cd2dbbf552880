package org.jiheng.infra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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
  void withoutAProxyEverythingIsOnThisMachine() {
    StackSettings plain = settings(Map.of());
    assertThat(plain.publicUrl()).isEmpty();
    assertThat(plain.address()).hasToString("http://localhost:8080");
    // whoever only listens elsewhere has not opened the identity provider
    StackSettings open = settings(Map.of("JIHENG_LISTEN", "10.1.2.3"));
    assertThat(open.identityListen()).isEqualTo("127.0.0.1");
    assertThat(open.asked()).isEqualTo("10.1.2.3");
    assertThat(open.identityAsked()).isEqualTo("localhost");
  }

  @Test
  void behindAProxyPeopleAreToldItsAddressAndItReachesTheIdentityProvider() {
    StackSettings behind = settings(Map.of("JIHENG_PUBLIC_URL", "https://jiheng.example.cn/", "JIHENG_LISTEN", "0.0.0.0"));
    assertThat(behind.address()).hasToString("https://jiheng.example.cn");
    assertThat(behind.identityListen()).isEqualTo("0.0.0.0");
    assertThat(behind.identityAsked()).isEqualTo("localhost");
    assertThat(settings(Map.of("JIHENG_PUBLIC_URL", "http://10.0.0.9:8443")).address()).hasToString("http://10.0.0.9:8443");
    assertThat(settings(Map.of("JIHENG_PUBLIC_URL", "")).publicUrl()).isEmpty();
    for (String wrong : List.of("jiheng.example.cn", "ftp://jiheng.example.cn", "https://jiheng.example.cn/app", "https://a@jiheng.example.cn",
        "https://jiheng.example.cn?x=1")) {
      assertThatThrownBy(() -> settings(Map.of("JIHENG_PUBLIC_URL", wrong))).isInstanceOf(StartFailedException.class)
          .hasMessageContaining("JIHENG_PUBLIC_URL").hasMessageContaining(wrong);
    }
  }

  @Test
  void theDemonstrationHasItsDayAndAnInstallationInEarnestHasTodays() {
    assertThat(settings(Map.of()).businessDate()).contains(LocalDate.of(2023, 4, 18));
    assertThat(settings(Map.of("JIHENG_DEMO", "off")).businessDate()).isEmpty();
    assertThat(settings(Map.of("JIHENG_BUSINESS_DATE", "2023-05-04")).businessDate()).contains(LocalDate.of(2023, 5, 4));
  }

  @Test
  void exportsAreKeptForThreeDaysUnlessTheHoursAreSaid() {
    assertThat(settings(Map.of()).exportsLast()).isEqualTo(Duration.ofDays(3));
    assertThat(settings(Map.of("JIHENG_EXPORT_HOURS", "12")).exportsLast()).isEqualTo(Duration.ofHours(12));
    for (String wrong : List.of("", "0", "-1", "2161", "1.5", "a day", "99999999999")) {
      assertThatThrownBy(() -> settings(Map.of("JIHENG_EXPORT_HOURS", wrong))).as(wrong).isInstanceOf(StartFailedException.class)
          .hasMessageContaining("JIHENG_EXPORT_HOURS");
    }
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
