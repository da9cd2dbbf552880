package org.jiheng.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.tenants.identity.Origins.addresses;
import static org.jiheng.tenants.identity.Origins.origin;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The trail says where somebody really was, and not what a header made up. */
class OriginsTest {

  private static final Set<String> PROXIES = addresses(" 10.0.0.1, 10.0.0.2 ,");

  @Test
  void withoutATrustedProxyAHeaderIsNotBelieved() {
    assertThat(origin("203.0.113.7", List.of("198.51.100.1"), Set.of())).isEqualTo("203.0.113.7");
    assertThat(origin("203.0.113.7", List.of("198.51.100.1"), PROXIES)).isEqualTo("203.0.113.7");
  }

  @Test
  void aTrustedProxySaysWhomItWasAskedBy() {
    assertThat(origin("10.0.0.1", List.of("198.51.100.1"), PROXIES)).isEqualTo("198.51.100.1");
    assertThat(origin("10.0.0.1", List.of("2001:db8::1"), PROXIES)).isEqualTo("2001:db8::1");
    assertThat(origin("10.0.0.1", List.of("198.51.100.1, 10.0.0.2"), PROXIES)).isEqualTo("198.51.100.1");
    assertThat(origin("10.0.0.1", List.of("198.51.100.1", "10.0.0.2"), PROXIES)).as("two headers are one").isEqualTo("198.51.100.1");
  }

  @Test
  void whatStandsBeforeTheLastUntrustedAddressMayBeInvented() {
    assertThat(origin("10.0.0.1", List.of("127.0.0.1, 198.51.100.1"), PROXIES)).isEqualTo("198.51.100.1");
  }

  @Test
  void whatIsNoAddressIsNotWrittenDown() {
    for (String invented : List.of("", "unknown", "localhost", "<script>", "1.2.3.4.5")) {
      assertThat(origin("10.0.0.1", List.of(invented), PROXIES)).as(invented).isEqualTo("10.0.0.1");
    }
    assertThat(origin("10.0.0.1", List.of(), PROXIES)).isEqualTo("10.0.0.1");
  }
}
