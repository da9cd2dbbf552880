package org.jiheng.infra.isolation.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jiheng.infra.server.AtTheDoor;
import org.jiheng.infra.server.Owner;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** What a signed-in person may be, and where, is what the registry says at this request: not what a token said at login. */
class SignedInServerIT extends AtTheDoor {

  @Inject
  private Registry registry;

  @Test
  void aPersonIsWhatTheRegistrySaysAndNotWhatTheTokenSays() {
    member(Role.UNIT_CLERK, "653001");
    assertThat(asks("/probe").body()).isEqualTo("653001: UNIT_CLERK");
  }

  @Test
  void aRoleGivenOrTakenAwayIsSoAtTheNextRequest() {
    member(Role.UNIT_CLERK, "653001");
    assertThat(asks("/probe").body()).isEqualTo("653001: UNIT_CLERK");
    member(Role.AUDITOR, "653001");
    assertThat(asks("/probe").body()).isEqualTo("653001: UNIT_CLERK AUDITOR");
    noMember(Role.UNIT_CLERK);
    assertThat(asks("/probe").body()).isEqualTo("653001: AUDITOR");
    noMember(Role.AUDITOR);
    assertThat(asks("/probe").statusCode()).isEqualTo(403);
  }

  @Test
  void rolesDoNotFlapWhenTokensAreRefreshed() {
    member(Role.UNIT_CLERK, "653001");
    asks("/probe");
    Instant end = Instant.now().plus(Duration.ofSeconds(3 * TOKEN_SECONDS));
    while (Instant.now().isBefore(end)) {
      assertThat(asks("/probe").body()).isEqualTo("653001: UNIT_CLERK");
    }
    assertThat(provider.refreshed()).as("tokens were refreshed meanwhile").isGreaterThanOrEqualTo(2);
  }

  @Test
  void aMembershipHoldsFromItsFirstDayToItsLast() {
    member(Role.UNIT_CLERK, "653001", "current_date - 9", "current_date");
    member(Role.AUDITOR, "653001", "current_date + 1", "null");
    member(Role.PERFORMANCE_OFFICE, "653001", "current_date - 9", "current_date - 1");
    assertThat(asks("/probe").body()).isEqualTo("653001: UNIT_CLERK");
  }

  @Test
  void whoHoldsNothingTodaySeesOnePlainPage() {
    HttpResponse<String> page = asks("/probe");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("您目前没有可用的岗位").doesNotContain("653001");
  }

  @Test
  void aBrowserSessionStaysInTheJurisdictionItBeganIn() {
    member(Role.UNIT_CLERK, "653001");
    member(Role.AUDITOR, "653022");
    assertThat(asks("/probe").body()).isEqualTo("653001: UNIT_CLERK");
    noMember(Role.UNIT_CLERK);
    assertThat(asks("/probe").statusCode()).as("not silently another jurisdiction").isEqualTo(403);
    member(Role.UNIT_CLERK, "653001");
    assertThat(asks("/probe").body()).isEqualTo("653001: UNIT_CLERK");
  }

  @Test
  void nothingTheRequestSaysMovesItToAnotherJurisdiction() {
    member(Role.UNIT_CLERK, "653001");
    asks("/probe");
    assertThat(asks("/probe?jurisdiction=653022&tenant=j_653022&role=SYSTEM_ADMIN",
        "X-Jurisdiction", "653022", "X-Tenant", "653022", "Authorization", "Bearer x").body()).isEqualTo("653001: UNIT_CLERK");
  }

  /** What a long batch asks before each of its things. */
  @Test
  void aScopeBoundEarlierIsRenewedWithThePostsOfNowAndGoneWithTheLastOfThem() {
    member(Role.UNIT_CLERK, "653001");
    member(Role.AUDITOR, "653022");
    Scope begun = registry.scopesOf(person).getFirst();
    assertThat(registry.renewed(begun)).contains(begun);
    member(Role.AUDITOR, "653001");
    assertThat(registry.renewed(begun)).hasValueSatisfying(now -> assertThat(now.caller().holds(Role.AUDITOR)).isTrue());
    noMember(Role.UNIT_CLERK);
    assertThat(registry.renewed(begun)).hasValueSatisfying(now -> assertThat(now.caller().holds(Role.UNIT_CLERK)).isFalse());
    Owner.told("delete from platform.membership where person = ? and jurisdiction = '653001'", person);
    assertThat(registry.renewed(begun)).as("not the other jurisdiction").isEmpty();
  }

  @Test
  void whoIsNotSignedInIsNobodyAndInNoRole() {
    assertThat(asks("/probe", "Accept", "application/json").body()).isEqualTo("nobody: ");
  }

  /** Its cookie would take the place of the one in which somebody is just signing in. */
  @Test
  void whatAnOpenPageAsksInTheBackgroundBeginsNoSession() {
    HttpResponse<String> click = asks("/?v-r=uidl", "Accept", "*/*");
    assertThat(click.body()).isEqualTo("Vaadin-Refresh");
    assertThat(click.headers().allValues("Set-Cookie")).isEmpty();
    HttpResponse<String> heartbeat = asks("/?v-r=heartbeat", "Accept", "*/*");
    assertThat(heartbeat.statusCode()).isEqualTo(410);
    assertThat(heartbeat.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void afterTheLoginTheWantedPageIsShownAndOnlyOneOfThisApplication() {
    member(Role.UNIT_CLERK, "653001");
    assertThat(asks("/probe?what=wanted").uri().toString()).endsWith("/probe?what=wanted");
    for (String foreign : List.of("//127.0.0.2/", "/%5C127.0.0.2/", "http://127.0.0.2/")) {
      assertThat(asks("/login?to=" + foreign).uri().getHost()).isEqualTo("127.0.0.1");
    }
  }

  /** The session ended while the person typed the password, or the address is an old one: the login begins anew. */
  @Test
  void whoComesBackFromTheProviderToASessionThatKnowsNothingOfItSignsInAnew() {
    member(Role.UNIT_CLERK, "653001");
    HttpResponse<String> answer = asks("/callback?state=an-old-one&code=an-old-one");
    assertThat(answer.statusCode()).isNotEqualTo(500);
    assertThat(answer.previousResponse()).isPresent();
    assertThat(asks("/probe").body()).isEqualTo("653001: UNIT_CLERK");
  }
}
