package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jiheng.infra.demo.Personas;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** One administrator lets a reviewer in, another says what the reviewer may do; the reviewer comes, works, and goes. */
@ExtendWith(Product.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeopleAndPostsStory {

  private static final String NEWCOMER = "artux.newcomer";
  private static final String NAME = "秦望舒";
  private static final String OWN_PASSWORD = "Wangshu@2023x";

  private static String oneTimePassword;
  private static Authenticator authenticator;

  private static void openFile(Person administrator, String username) {
    administrator.open("/people?q=" + username);
    administrator.page.locator("vaadin-grid a").first().click();
    assertThat(administrator.page.locator(".person h1")).isVisible();
  }

  private static void choose(Person person, String field, String item) {
    person.page.locator("vaadin-select#" + field).click();
    person.page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText(item)).first().click();
  }

  private static void chooseUnit(Person person, String field, String text) {
    person.page.locator("vaadin-combo-box#" + field + " input").fill(text);
    person.page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText(text)).first().click();
  }

  private static void give(Person administrator, String role, String unit) {
    administrator.page.click("#act-give");
    choose(administrator, "role", role);
    if (!unit.isEmpty()) {
      chooseUnit(administrator, "post-unit", unit);
    }
    administrator.page.locator("#do-give:not([disabled])").click();
  }

  private static void confirm(Person administrator, String reason) {
    if (!reason.isEmpty()) {
      administrator.page.locator("vaadin-text-field#act-reason input").fill(reason);
    }
    administrator.page.locator("#do-act:not([disabled])").click();
  }

  @Test
  @Order(1)
  void theSystemAdministratorRegistersAPersonAndIsShownAPasswordOnce(Product product) {
    try (Person system = product.signedIn("artux.system")) {
      system.open("/people");
      assertThat(system.page.locator("vaadin-grid")).containsText("artux.clerk");
      system.picture("people-list-system");
      system.page.click("#invite");
      system.page.locator("vaadin-text-field#username input").fill("Artux New");
      system.page.locator("vaadin-text-field#name input").fill(NAME);
      system.page.locator("#do-invite:not([disabled])").click();
      assertThat(system.page.locator(".problem")).hasText("用户名“Artux New”不符合要求。");
      system.page.locator("vaadin-text-field#username input").fill(NEWCOMER);
      chooseUnit(system, "unit", "阿图什市教育局");
      system.picture("people-invite");
      system.page.locator("#do-invite:not([disabled])").click();
      oneTimePassword = system.page.locator("#one-time-password").textContent();
      system.picture("people-password");
      system.page.click("#password-handed");
      assertThat(system.page.locator(".person h1")).hasText(NAME);
      assertThat(system.page.locator("#act-give")).isDisabled();
      assertThat(system.page.locator("#why-not-give")).containsText("由安全管理员办理");
      system.picture("person-system");
    }
  }

  @Test
  @Order(2)
  void theSecurityAdministratorGivesThePostAndNoOfficeBesideIt(Product product) throws Exception {
    try (Person security = product.signedIn("artux.security")) {
      openFile(security, NEWCOMER);
      assertThat(security.page.locator("#act-disable")).isDisabled();
      give(security, "主管部门审核员", "阿图什市教育局");
      assertThat(security.page.locator("table.posts")).containsText("主管部门审核员");
      give(security, "审计管理员", "");
      assertThat(security.page.locator(".problem")).containsText("三员分立:主管部门审核员与审计管理员不得由同一人同时担任");
      security.picture("people-give-refused");
      security.page.keyboard().press("Escape");
      security.picture("person-security");

      openFile(security, "artux.audit");
      assertThat(security.page.locator("table.posts")).containsText("这是最后一名长期任职的审计管理员");
      assertThat(security.page.locator("table.posts vaadin-button")).isDisabled();
      assertThat(product.asked("select count(*) from j_653001.audit_entry where act = 'ADMINISTER' and outcome = 'REFUSED' and username = 'artux.security'"))
          .isEqualTo("1");
    }
  }

  /** Whatever the provider asks for, one page after the other, until the product is there. */
  private static void answerTheDoor(Person newcomer, String password) {
    newcomer.open("/");
    newcomer.page.fill("#username", NEWCOMER);
    newcomer.page.fill("#password", password);
    newcomer.page.click("#kc-login");
    Locator asked = newcomer.page.locator("#password-new, #mode-manual, #kc-totp-secret-key, #otp, .shell-header, h1:text('您目前没有可用的岗位')").first();
    for (int pages = 0; pages < 5; pages++) {
      assertThat(asked).isVisible();
      if (newcomer.page.locator("#password-new").isVisible()) {
        newcomer.page.fill("#password-new", OWN_PASSWORD);
        newcomer.page.fill("#password-confirm", OWN_PASSWORD);
        submit(newcomer, "#password-confirm");
      } else if (newcomer.page.locator("#mode-manual").isVisible()) {
        newcomer.picture("second-factor");
        newcomer.page.click("#mode-manual");
        authenticator = new Authenticator(newcomer.page.locator("#kc-totp-secret-key").textContent());
        newcomer.page.fill("#totp", authenticator.code());
        newcomer.page.fill("#userLabel", "手机");
        submit(newcomer, "#totp");
      } else if (newcomer.page.locator("#otp").isVisible()) {
        newcomer.page.fill("#otp", authenticator.code());
        submit(newcomer, "#otp");
      } else {
        return;
      }
    }
  }

  private static void submit(Person person, String field) {
    String before = person.page.url();
    person.page.locator(field).press("Enter");
    person.page.waitForCondition(() -> !person.page.url().equals(before) || person.page.locator(field).count() == 0);
    person.page.waitForLoadState();
  }

  @Test
  @Order(3)
  void theNewcomerChangesThePasswordSetsUpASecondFactorAndWorks(Product product) {
    try (Person newcomer = product.atTheDoor(NEWCOMER, oneTimePassword)) {
      answerTheDoor(newcomer, oneTimePassword);
      assertThat(newcomer.page.locator(".shell-header")).containsText(NAME);
      assertThat(authenticator).as("a reviewer needs a second factor").isNotNull();
      assertThat(newcomer.hasWork("实验室建设")).isTrue();
      newcomer.open("/people");
      newcomer.isShownNothing();

      newcomer.open("/logout");
      answerTheDoor(newcomer, OWN_PASSWORD);
      assertThat(newcomer.page.locator(".shell-header")).isVisible();
    }
  }

  @Test
  @Order(4)
  void aPostTakenIsGoneAtTheNextClickAndAnEndedSessionGoesToTheLogin(Product product) {
    try (Person newcomer = product.atTheDoor(NEWCOMER, OWN_PASSWORD); Person security = product.signedIn("artux.security")) {
      answerTheDoor(newcomer, OWN_PASSWORD);
      newcomer.open("/self-evaluations?year=2022");
      assertThat(newcomer.page.locator("vaadin-grid")).isVisible();
      openFile(security, NEWCOMER);
      assertThat(security.page.locator("table.sessions tr")).not().hasCount(1);
      security.page.locator("table.posts vaadin-button").click();
      confirm(security, "调离审核岗位");
      assertThat(security.page.locator("table.posts tr")).hasCount(1);
      security.picture("person-taken");

      newcomer.page.click("#help");
      assertThat(newcomer.page.locator("h1")).hasText("您目前没有可用的岗位");

      give(security, "单位填报员", "阿图什市第一小学");
      assertThat(security.page.locator("table.posts")).containsText("单位填报员");
      newcomer.open("/self-evaluations?year=2022");
      assertThat(newcomer.page.locator("vaadin-grid")).isVisible();

      security.page.click("#act-end-sessions");
      confirm(security, "");
      assertThat(security.page.locator("table.sessions tr")).hasCount(1);
      newcomer.page.click("#help");
      newcomer.isAskedForPassword();
    }
  }

  @Test
  @Order(5)
  void resettingAPasswordAsksForAFreshLoginAndComesBackToTheSameAct(Product product) {
    Instant signedIn = Instant.now();
    try (Person system = product.signedIn("artux.system")) {
      openFile(system, NEWCOMER);
      assertThat(system.page.locator("#why-not-reset-second-factor")).containsText("由安全管理员办理");
      long seconds = Long.parseLong(System.getenv("JIHENG_FRESH_LOGIN_SECONDS"));
      Duration left = Duration.between(Instant.now(), signedIn.plusSeconds(seconds + 15));
      system.page.waitForTimeout(Math.max(0, left.toMillis()));
      system.page.click("#act-reset-first-factor");
      confirm(system, "");
      assertThat(system.page.locator("#fresh-login")).isVisible();
      system.picture("fresh-login");
      system.page.click("#fresh-login");
      system.isAskedForPassword();
      system.picture("fresh-login-door");
      system.page.fill("#password", Personas.PASSWORD);
      system.page.click("#kc-login");
      system.page.waitForURL(Pattern.compile(".*/people/.*act=RESET_FIRST_FACTOR.*"));
      assertThat(system.page.locator("vaadin-dialog[opened]")).containsText("旧口令作废");
      confirm(system, "");
      assertThat(system.page.locator("#one-time-password")).not().isEmpty();
      assertThat(system.page.locator("#one-time-password")).not().hasText(oneTimePassword);
    }
  }

  @Test
  @Order(6)
  void whoIsDisabledDoesNotComeInAndWhoIsEnabledAgainDoes(Product product) throws Exception {
    try (Person system = product.signedIn("artux.system")) {
      openFile(system, NEWCOMER);
      system.page.click("#act-disable");
      confirm(system, "离开本单位");
      assertThat(system.page.locator(".status.disabled")).isVisible();
      try (Person newcomer = product.atTheDoor(NEWCOMER, OWN_PASSWORD)) {
        newcomer.open("/");
        newcomer.page.fill("#username", NEWCOMER);
        newcomer.page.fill("#password", OWN_PASSWORD);
        newcomer.page.click("#kc-login");
        newcomer.isAskedForPassword();
        assertThat(newcomer.page.locator(".shell-header")).hasCount(0);
      }
      system.page.click("#act-enable");
      confirm(system, "");
      assertThat(system.page.locator(".status.enabled")).isVisible();
      system.picture("person-enabled");
      assertThat(product.asked("select string_agg(kind, ' ' order by at) from platform.staff_change c join platform.person p on p.id = c.person where username = ?", NEWCOMER))
          .isEqualTo("INVITE GIVE TAKE GIVE END_SESSIONS RESET_FIRST_FACTOR DISABLE ENABLE");
    }
  }
}
