package org.jiheng.infra.isolation.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jiheng.infra.server.AtTheDoor;
import org.jiheng.infra.server.Provider;
import org.jiheng.infra.server.TrailRows;
import org.jiheng.infra.server.Visitor;
import org.jiheng.infra.server.Waiting;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The identity provider is away: who is inside goes on, who is outside is told so, and nobody waits for it. */
class ProviderAwayServerIT extends AtTheDoor {

  /** Beyond the five seconds that a provider is waited for. */
  private static final Duration BOUND = Duration.ofSeconds(12);

  @Inject
  private HttpServletRequest request;

  @BeforeEach
  void somebodyIsInsideWithATokenThatIsOver() throws InterruptedException {
    member(Role.UNIT_CLERK, "653001");
    Waiting.until("the door asks again", () -> asks("/probe").body().equals("653001: UNIT_CLERK"));
    Thread.sleep(Duration.ofSeconds(TOKEN_SECONDS).plusMillis(200));
  }

  private HttpResponse<String> within(Duration bound, String page, String... headers) {
    Instant begun = Instant.now();
    HttpResponse<String> answer = asks(page, headers);
    assertThat(Duration.between(begun, Instant.now())).as(page).isLessThan(bound);
    return answer;
  }

  private void goesOn() {
    for (int i = 0; i < 3; i++) {
      assertThat(within(BOUND, "/probe").body()).isEqualTo("653001: UNIT_CLERK");
    }
    assertThat(within(BOUND, "/probe?v-r=uidl", "Accept", "*/*").body()).as("a click").isEqualTo("653001: UNIT_CLERK");
  }

  private void nobodyComesIn() {
    try (Visitor stranger = new Visitor()) {
      Instant begun = Instant.now();
      HttpResponse<String> page = stranger.asks(request, "/probe");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("暂时无法登录");
      assertThat(Duration.between(begun, Instant.now())).isLessThan(BOUND);
    }
  }

  private void nobodyElseWaitsAtTheDoor() {
    try (Visitor stranger = new Visitor()) {
      Instant begun = Instant.now();
      assertThat(stranger.asks(request, "/probe").statusCode()).isEqualTo(503);
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }
  }

  private void nobodyIsPutOutForAFreshLogin() {
    assertThat(within(BOUND, "/login?fresh&to=%2Fprobe").statusCode()).isEqualTo(503);
    assertThat(asks("/probe").body()).isEqualTo("653001: UNIT_CLERK");
  }

  @Test
  void whileItIsClosed() throws IOException {
    provider.close();
    goesOn();
    nobodyComesIn();
    nobodyIsPutOutForAFreshLogin();

    provider = new Provider(person, List.of(), TOKEN_SECONDS);
    try (Visitor stranger = new Visitor()) {
      Waiting.until("it is back", () -> stranger.asks(request, "/probe").body().equals("653001: UNIT_CLERK"));
    }
    goesOn();
  }

  @Test
  void whileItTakesQuestionsAndStaysSilent() {
    provider.fallsSilent();
    goesOn();
    nobodyComesIn();
    nobodyElseWaitsAtTheDoor();
    nobodyIsPutOutForAFreshLogin();
  }

  @Test
  void whileSomethingInBetweenAnswersForIt() {
    provider.answersRefreshesWith(502, "<html>bad gateway</html>");
    goesOn();
    assertThat(provider.refreshed()).as("it was asked").isPositive();
  }

  @Test
  void evenSomethingThatSaysItIsNotThere() {
    provider.answersRefreshesWith(404, "not found");
    goesOn();
    assertThat(provider.refreshed()).isPositive();
  }

  /** After its secret was renewed there, say: that says nothing about anybody's session. */
  @Test
  void whileItDoesNotKnowThisApplicationAnyMore() {
    provider.answersRefreshesWith(401, "{\"error\":\"invalid_client\",\"error_description\":\"Invalid client or Invalid client credentials\"}");
    goesOn();
    assertThat(provider.refreshed()).isPositive();
  }

  @Test
  void whileItDoesNotLetThisApplicationAskForTokens() {
    provider.answersRefreshesWith(400, "{\"error\":\"unauthorized_client\"}");
    goesOn();
    assertThat(provider.refreshed()).isPositive();
  }

  @Test
  void aLoginThatItDoesNotBringToItsEndIsToldSoInTime() {
    try (Visitor newcomer = new Visitor()) {
      provider.fallsSilentAfterTheLogin();
      Instant begun = Instant.now();
      HttpResponse<String> page = newcomer.asks(request, "/probe");
      assertThat(page.uri().getPath()).endsWith("/callback");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("暂时无法登录");
      assertThat(Duration.between(begun, Instant.now())).isLessThan(BOUND);
    }
  }

  @Test
  void aSessionThatItEndedEndsHereWhenItIsAskedNext() {
    provider.answersRefreshesWith(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Session not active\"}");
    assertThat(asks("/probe?v-r=uidl", "Accept", "*/*").body()).isEqualTo("Vaadin-Refresh");
    assertThat(TrailRows.columns(ARTUX, "act, outcome, note", "subject = 'SESSION' and person = ?", person))
        .containsExactly("SIGN_IN|DONE|", "SIGN_OUT|DONE|ENDED_BY_PROVIDER");
    asks("/probe");
    assertThat(provider.logins()).hasSize(2);
  }

  /** Nobody stays inside for ever because the provider is away. */
  @Test
  void tenHoursAreTheEndWhateverTheProviderSays() {
    provider.fallsSilent();
    assertThat(asks("/probe?hours=9").body()).isEqualTo("653001: UNIT_CLERK");
    assertThat(asks("/probe?hours=11").body()).isEqualTo("653001: UNIT_CLERK");
    assertThat(within(BOUND, "/probe").statusCode()).isEqualTo(503);
    assertThat(TrailRows.columns(ARTUX, "note", "subject = 'SESSION' and person = ? and act = 'SIGN_OUT'", person)).containsExactly("EXPIRED");
  }
}
