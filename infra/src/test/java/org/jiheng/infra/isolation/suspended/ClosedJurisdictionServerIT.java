package org.jiheng.infra.isolation.suspended;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jiheng.infra.server.AtTheDoor;
import org.jiheng.infra.server.Owner;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.Test;

/** A jurisdiction that is suspended, being mended, being set up or gone lets nobody in, from the next request on, and says so. */
class ClosedJurisdictionServerIT extends AtTheDoor {

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
}
