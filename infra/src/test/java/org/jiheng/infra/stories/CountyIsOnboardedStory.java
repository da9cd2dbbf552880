package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jiheng.infra.demo.Personas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * 系统管理员 of the prefecture onboards a county; its security administrator comes in with the one-time password; the county is
 * suspended, resumed, renamed, exported, and in the end removed.
 */
@ExtendWith(Product.class)
class CountyIsOnboardedStory {

  private static final String REASON = "国务院批准设立测试县";

  @Test
  void aCountyLivesFromItsOnboardingToItsRemoval(Product product) throws Exception {
    Instant signedIn = Instant.now();
    try (Person system = product.signedIn("kizilsu.system")) {
      system.page.click(".shell-nav a:has-text('县市管理')");
      assertThat(system.page.locator("[data-county='653001']")).containsText("使用中");
      system.picture("jurisdictions");
      mistakesAreSaidAtTheirFields(system);
      onboard(system, signedIn);
      String password = securityPassword(system);
      try (Person security = product.atTheDoor("ceshi.security", password).signInForTheFirstTime("Ceshi@2024-new")) {
        assertThat(security.page.locator(".jurisdiction")).hasText("测试县");
        assertThat(security.page.locator(".home")).containsText("没有等待您处理的表单");
        security.picture("onboarded-empty-desk");
        isClosedAndOpenedAgain(system, security);
        wanted(system, "RENAME", page -> page.fill("vaadin-text-field#name input", "测试新县"));
        security.open("/");
        assertThat(security.page.locator(".jurisdiction")).hasText("测试新县");
        wanted(system, "SUSPEND", _ -> { });
        isExportedAndRemoved(system, product);
        security.open("/");
        assertThat(security.page.locator("h1")).hasText("您目前没有可用的岗位");
      }
    }
  }

  private static void type(Person person, String field, String text) {
    person.page.locator("#" + field + " input, #" + field + " textarea").fill(text);
    person.page.locator("#" + field + " input, #" + field + " textarea").blur();
  }

  private static Locator problemAt(Person person, String field) {
    return person.page.locator("#" + field + "[invalid] [slot=error-message]");
  }

  private static void mistakesAreSaidAtTheirFields(Person system) {
    system.page.click("#onboard");
    type(system, "code", "653001");
    assertThat(problemAt(system, "code")).hasText("该代码已被登记。");
    type(system, "code", "653199");
    assertThat(problemAt(system, "code")).hasText("该代码不属于本州所辖县市。");
    type(system, "username-SECURITY_ADMIN", "artux.clerk");
    assertThat(problemAt(system, "username-SECURITY_ADMIN")).hasText("该用户名已被他人使用。");
    // nobody was there yet
    assertThat(system.page.locator("#reason[invalid]")).hasCount(0);
    system.page.click("#confirm-onboard");
    assertThat(problemAt(system, "username-SECURITY_ADMIN")).hasText("该用户名已被他人使用。");
    assertThat(problemAt(system, "reason")).hasText("理由至少 5 个字。");
    system.picture("onboard-mistakes");
  }

  /** The login is as old as it may not be: what was typed outlasts the new one, and nothing is done before it is confirmed once more. */
  private static void onboard(Person system, Instant signedIn) {
    type(system, "code", "653099");
    type(system, "name", "测试县");
    String[][] people = {{"SYSTEM_ADMIN", "孔令仪", "ceshi.system"}, {"SECURITY_ADMIN", "严思远", "ceshi.security"}, {"AUDIT_ADMIN", "施明理", "ceshi.audit"}};
    for (String[] one : people) {
      type(system, "person-" + one[0], one[1]);
      type(system, "username-" + one[0], one[2]);
    }
    type(system, "reason", REASON);
    system.picture("onboard-filled");
    Instant stale = signedIn.plusSeconds(Long.parseLong(System.getenv("JIHENG_FRESH_LOGIN_SECONDS")) + 15);
    system.page.waitForTimeout(Math.max(0, Duration.between(Instant.now(), stale).toMillis()));
    system.page.click("#confirm-onboard");
    assertThat(system.page.locator("#fresh-login")).isVisible();
    system.picture("onboard-fresh-login");
    provesAnew(system);
    assertThat(system.page.locator("#code input")).hasValue("653099");
    for (String[] one : people) {
      assertThat(system.page.locator("#person-" + one[0] + " input")).hasValue(one[1]);
      assertThat(system.page.locator("#username-" + one[0] + " input")).hasValue(one[2]);
    }
    assertThat(system.page.locator("#reason textarea")).hasValue(REASON);
    assertThat(system.page.locator("[data-county='653099']")).hasCount(0);
    system.picture("onboard-after-fresh-login");
    confirms(system, "#confirm-onboard");
    assertThat(system.page.locator(".job")).isVisible();
    system.picture("onboarding-under-way");
    isDone(system, "开通 653099 测试县");
    assertThat(system.page.locator("[data-county='653099']")).containsText("使用中");
  }

  private static void provesAnew(Person system) {
    system.page.click("#fresh-login");
    system.page.fill("#password", Personas.PASSWORD);
    system.page.click("#kc-login");
    assertThat(system.page.locator(".page.jurisdictions")).isVisible();
  }

  /** Confirms a dialog, a second time with what was typed where a fresh login is asked for in between. */
  private static void confirms(Person system, String button) {
    system.page.click(button);
    Locator asked = system.page.locator("#fresh-login");
    system.page.waitForCondition(() -> asked.isVisible() || system.page.locator("vaadin-dialog[opened]").count() == 0);
    if (asked.isVisible()) {
      String reason = system.page.locator("#reason textarea").inputValue();
      provesAnew(system);
      assertThat(system.page.locator("#reason textarea")).hasValue(reason);
      system.page.click(button);
    }
  }

  private static void clicks(Person system, String button, Locator comes) {
    system.page.click(button);
    Locator asked = system.page.locator("#fresh-login");
    assertThat(asked.or(comes).first()).isVisible();
    if (asked.isVisible()) {
      provesAnew(system);
      system.page.click(button);
    }
    assertThat(comes).isVisible();
  }

  private static void isDone(Person system, String heading) {
    assertThat(system.page.locator(".job h2")).hasText(heading);
    assertThat(system.page.locator(".job")).hasAttribute("data-state", "DONE");
  }

  private static String securityPassword(Person system) {
    clicks(system, "#show-passwords", system.page.locator("#passwords-noted"));
    Locator row = system.page.locator(".passwords tr, vaadin-dialog tr").filter(new Locator.FilterOptions().setHasText("ceshi.security"));
    String password = row.locator("td").first().textContent();
    system.picture("one-time-passwords");
    system.page.click("#passwords-noted");
    system.page.reload();
    assertThat(system.page.locator(".job")).containsText("一次性密码已查看或已过期");
    assertThat(system.page.locator("#show-passwords")).hasCount(0);
    return password;
  }

  private interface Filling {
    void in(Page page);
  }

  private static void wanted(Person system, String kind, Filling filling) {
    system.page.locator("[data-county='653099'] [data-action='" + kind + "']").click();
    filling.in(system.page);
    type(system, "reason", "机构改革 <b>期间</b> 的安排");
    system.picture("wanted-" + kind);
    confirms(system, "#confirm-change");
    assertThat(system.page.locator(".job h2")).containsText(Pattern.compile("更名|停用|恢复使用|整体导出|撤销"));
    assertThat(system.page.locator("vaadin-dialog[opened]")).hasCount(0);
    assertThat(system.page.locator("[data-county='653099'] a")).containsText("已完成");
    assertThat(system.page.locator(".job")).hasAttribute("data-state", "DONE");
  }

  private static void isClosedAndOpenedAgain(Person system, Person security) {
    wanted(system, "SUSPEND", _ -> { });
    assertThat(system.page.locator("[data-county='653099'] .standing")).containsText("已停用");
    // a click on what is open is enough
    security.page.click("#help");
    assertThat(security.page.locator("h1")).hasText("本地区已停用");
    assertThat(security.page.locator("p").first()).containsText("机构改革 <b>期间</b> 的安排");
    security.picture("suspended");
    wanted(system, "RESUME", _ -> { });
    security.open("/");
    assertThat(security.page.locator(".home")).isVisible();
  }

  private static Object kept(Person system) {
    return system.page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('jiheng:waiting')).join()");
  }

  /** A fresh login that is called off leaves nothing for the next dialog, of another act or another county. */
  private static void whatWasTypedIsForgottenWithItsDialog(Person system) {
    system.page.waitForTimeout(Long.parseLong(System.getenv("JIHENG_FRESH_LOGIN_SECONDS")) * 1000 + 2000);
    system.page.locator("[data-county='653099'] [data-action='EXPORT']").click();
    type(system, "reason", "不再需要的理由");
    system.page.click("#confirm-change");
    assertThat(system.page.locator("#fresh-login")).isVisible();
    assertThat(kept(system)).isEqualTo("jiheng:waiting:EXPORT/653099");
    system.page.locator("vaadin-dialog[opened] vaadin-button:has-text('取消')").last().click();
    assertThat(system.page.locator("#fresh-login")).hasCount(0);
    system.page.locator("vaadin-dialog[opened] vaadin-button:has-text('取消')").click();
    assertThat(system.page.locator("vaadin-dialog[opened]")).hasCount(0);
    system.page.waitForCondition(() -> kept(system).equals(""));
  }

  /** Nobody gets into the county any more: the prefecture's second administrator says whether its data may go out. */
  private static void secondAdministratorAgrees(Product product) {
    try (Person second = product.signedIn("kizilsu.security")) {
      second.page.click(".shell-nav a:has-text('整体导出确认')");
      Locator line = second.page.locator("tr:has-text('653099')").first();
      assertThat(line).containsText("等待答复");
      assertThat(line).containsText("机构改革 <b>期间</b> 的安排");
      second.picture("export-to-agree-to");
      line.locator("[data-answer='AGREED']").click();
      type(second, "reason", "县市撤并,数据移交存档");
      second.picture("export-agreeing");
      second.page.click("#confirm-answer");
      Locator asked = second.page.locator("#fresh-login");
      second.page.waitForCondition(() -> asked.isVisible() || second.page.locator("vaadin-dialog[opened]").count() == 0);
      if (asked.isVisible()) {
        asked.click();
        second.page.fill("#password", Personas.PASSWORD);
        second.page.click("#kc-login");
        assertThat(second.page.locator("#reason textarea")).hasValue("县市撤并,数据移交存档");
        second.page.click("#confirm-answer");
      }
      assertThat(second.page.locator("tr:has-text('653099')").first()).containsText("同意");
      assertThat(second.page.locator("[data-answer]")).hasCount(0);
      second.picture("export-agreed-to");
    }
  }

  private static void isExportedAndRemoved(Person system, Product product) throws Exception {
    system.page.locator("[data-county='653099'] [data-action='REMOVE']").click();
    assertThat(system.page.locator(".objected-fields .problem")).containsText("须在停用之后整体导出并下载一次。");
    system.picture("not-yet-to-be-removed");
    system.page.locator("vaadin-dialog[opened] vaadin-button:has-text('取消')").click();
    whatWasTypedIsForgottenWithItsDialog(system);
    wanted(system, "EXPORT", _ -> { });
    assertThat(system.page.locator(".job")).containsText("须经本州安全管理员");
    assertThat(system.page.locator("#fetch-export")).hasCount(0);
    system.picture("export-not-agreed-to-yet");
    secondAdministratorAgrees(product);
    system.page.reload();
    assertThat(system.page.locator(".job")).containsText("同意交付");
    assertThat(system.page.locator(".job")).containsText("届时自动删除");
    system.picture("export-to-fetch");
    system.page.waitForTimeout(Long.parseLong(System.getenv("JIHENG_FRESH_LOGIN_SECONDS")) * 1000 + 2000);
    system.page.click("#fetch-export");
    provesAnew(system);
    Download download = system.page.waitForDownload(() -> system.page.click("#fetch-export"));
    Path file = Path.of("target/stories/653099.zip");
    download.saveAs(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.getEntry("manifest.json")).isNotNull();
      assertThat(zip.getEntry("self_evaluation.csv")).isNotNull();
    }
    assertThat(system.page.locator(".job")).containsText("导出文件已下载");
    assertThat(system.page.locator("#fetch-export")).hasCount(0);
    wanted(system, "REMOVE", page -> page.fill("vaadin-text-field#name input", "测试新县"));
    assertThat(system.page.locator("[data-county='653099'] .standing")).containsText("已撤销");
    system.picture("removed");
  }

  @Test
  void nobodyElseHasTheScreen(Product product) {
    for (String username : new String[] {"artux.system", "kizilsu.security", "kizilsu.oversight", "artux.clerk"}) {
      try (Person other = product.signedIn(username)) {
        assertThat(other.page.locator(".shell-nav")).not().containsText("县市管理");
        other.open("/jurisdictions").isShownNothing();
      }
    }
  }
}
