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

  private HttpResponse<String> asksWhile(String state, String reason, String page, String... headers) {
    Owner.told("update platform.jurisdiction set state = ?, state_reason = ?, state_since = timestamptz '2023-04-18 10:30+08' where code = '653099'",
        state, reason);
    try {
      return asks(page, headers);
    } finally {
      Owner.told("update platform.jurisdiction set state = 'ACTIVE' where code = '653099'");
    }
  }

  @Test
  void aSuspendedJurisdictionIsClosedAtTheNextRequestAndSaysSinceWhenAndWhy() {
    member(Role.UNIT_CLERK, "653099");
    assertThat(asks("/probe").body()).isEqualTo("653099: UNIT_CLERK");
    HttpResponse<String> page = asksWhile("SUSPENDED", "机构改革 <script>{since}</script> & \"合并\"", "/probe");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("本地区已停用").contains("测试县自 2023-04-18 10:30 起")
        .contains("机构改革 &lt;script&gt;{since}&lt;/script&gt; &amp; &quot;合并&quot;").doesNotContain("<script>");
    assertThat(asksWhile("SUSPENDED", "机构改革", "/probe", "Accept-Language", "en").body()).contains("suspended").contains("机构改革");
    assertThat(asks("/probe").body()).isEqualTo("653099: UNIT_CLERK");
  }

  @Test
  void aScreenOfAClosedJurisdictionIsToldToLoadItselfAnew() {
    member(Role.UNIT_CLERK, "653099");
    assertThat(asks("/probe").body()).isEqualTo("653099: UNIT_CLERK");
    HttpResponse<String> told = asksWhile("SUSPENDED", "机构改革", "/?v-r=uidl", "Accept", "*/*");
    assertThat(told.statusCode()).isEqualTo(200);
    assertThat(told.body()).isEqualTo("Vaadin-Refresh");
  }

  @Test
  void aJurisdictionThatIsBeingMendedSaysSoAndTheOthersServe() {
    member(Role.UNIT_CLERK, "653099");
    HttpResponse<String> page = asksWhile("QUARANTINED", "", "/probe");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("正在维护").contains("测试县").doesNotContain("没有可用的岗位");
    assertThat(asksWhile("ONBOARDING", "", "/probe").statusCode()).isEqualTo(503);
    assertThat(asks("/probe").body()).isEqualTo("653099: UNIT_CLERK");
  }

  @Test
  void whoHasAnotherJurisdictionThatIsOpenIsNotKeptOutByTheOneThatIsClosed() {
    member(Role.AUDITOR, "653022");
    member(Role.UNIT_CLERK, "653099");
    assertThat(asksWhile("SUSPENDED", "机构改革", "/probe").body()).isEqualTo("653022: AUDITOR");
  }

  @Test
  void aJurisdictionThatIsGoneIsNoJurisdiction() {
    member(Role.UNIT_CLERK, "653099");
    assertThat(asksWhile("REMOVED", "撤县", "/probe").body()).contains("您目前没有可用的岗位");
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
