package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every screen can be used by keyboard and screen reader (WCAG 2.1 AA, checked by axe), in Chinese and in English. */
@ExtendWith(Product.class)
class ScreensAreForEverybodyStory {

  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  @Test
  void noScreenHasAFaultAxeFinds(Product product) throws Exception {
    try (Person clerk = product.signedIn("artux.clerk"); Person office = product.signedIn("artux.office");
        Person prefecture = product.signedIn("kizilsu.oversight"); Person audit = product.signedIn("artux.audit");
        Person system = product.signedIn("kizilsu.system"); Person guest = product.signedIn("zhonghui.evaluator")) {
      sound(clerk, "/");
      sound(clerk, "/self-evaluations?year=2022");
      sound(clerk, "/self-evaluations/" + product.formIn("653001", "DRAFT"));
      sound(clerk, "/self-evaluations/" + product.formIn("653001", "RETURNED"));
      clerk.page.click("#help");
      sound(clerk, "the help");
      sound(office, "/self-evaluations?year=2022");
      sound(office, "/self-evaluations/" + product.formIn("653001", "APPROVED"));
      sound(prefecture, "/rollup?year=2022");
      sound(prefecture, "/rollup/653001?year=2022");
      sound(audit, "/audit");
      sound(audit, "/audit?act=SIGN_IN&outcome=DONE&from=2020-01-01");
      sound(prefecture, "/there-is-no-such-page");
      sound(system, "/jurisdictions");
      system.page.click("#onboard");
      sound(system, "the dialog of a new county");
      sound(office, "/engagements");
      office.page.click("#register");
      sound(office, "the contract");
      sound(office, "/tasks?year=2022");
      office.page.click("#issue-task");
      sound(office, "the dialog of a task");
      office.open("/tasks?year=2022");
      office.page.click("#from-template");
      sound(office, "the template");
      sound(office, "/overdue");
      sound(office, "/holidays");
      office.page.click("#known-days");
      sound(office, "the holidays of a year");
      sound(office, "/parameters?year=2022");
      office.page.locator("vaadin-grid a").first().click();
      sound(office, "a parameter");
      office.page.click("#change-parameter");
      sound(office, "the dialog of a parameter");
      sound(prefecture, "/parameters?year=2022&level=TEMPLATE");
      sound(clerk, "/notices");
      sound(prefecture, "/firms");
      sound(prefecture, "/experts");
      sound(prefecture, "/library");
      prefecture.page.click("#sharing");
      sound(prefecture, "what is shared of the library");
      sound(clerk, "/library?level=COUNTY");
      clerk.page.locator("vaadin-grid a").first().click();
      sound(clerk, "an indicator");
      clerk.page.click("#close-entry");
      clerk.page.click("#propose");
      sound(clerk, "the proposal of an indicator");
      sound(prefecture, "/transfers?year=2023");
      sound(prefecture, "/transfers/" + product.asked("select id::text from j_653000.fund_document where state = 'DRAFT' order by id limit 1"));
      sound(office, "/transfers/inbox");
      sound(office, "/transfers/exemptions?year=2023");
      sound(office, "/transfers/execution?year=2023");
      sound(guest, "/");
      guest.page.locator(".engaged .title").first().click();
      sound(guest, "the engagement");
    }
  }

  private static void sound(Person person, String place) {
    if (place.startsWith("/") && !person.page.url().endsWith(place)) {
      person.open(place);
    }
    assertThat(person.page.locator("main h1").first()).isVisible();
    List<Rule> faults = new AxeBuilder(person.page).withTags(RULES).analyze().getViolations();
    assertThat(faults).as(place).extracting(fault -> fault.getId() + ": " + fault.getNodes().getFirst().getHtml()).isEmpty();
  }

  /** WCAG 2.1, 1.4.13: what the mouse is shown the keyboard is shown, too, and Escape takes it away. */
  @Test
  void theExactYuanIsOneFocusAwayAndGoesWithEscape(Product product) throws Exception {
    try (Person office = product.signedIn("artux.office"); Person clerk = product.signedIn("artux.clerk");
        Person prefecture = product.signedIn("kizilsu.oversight")) {
      prefecture.open("/rollup?year=2022");
      Locator budget = prefecture.page.locator("tr[data-county='653001'] td[data-hint]").first();
      budget.focus();
      shownAndDismissed(prefecture, budget);
      budget.blur();
      prefecture.picture("hint-rollup", () -> budget.focus());

      office.open("/self-evaluations/" + product.formIn("653001", "APPROVED")).isAtAForm();
      Locator read = office.page.locator("td[data-key='budget/total/annual']");
      read.focus();
      shownAndDismissed(office, read);

      clerk.open("/self-evaluations/" + product.formIn("653001", "DRAFT")).isAtAForm();
      Locator typed = clerk.cell("budget/total/annual");
      String text = typed.inputValue();
      typed.fill("12345");
      typed.focus();
      shownAndDismissed(clerk, typed);
      assertThat(typed.inputValue()).as("the first Escape is for the bubble alone").isEqualTo("12345");
      typed.fill(text);
      clerk.waitUntilKept();

      office.open("/self-evaluations?year=2022");
      assertThat(office.page.locator("vaadin-grid [data-hint$='元']").first()).isVisible();
      office.page.locator("vaadin-grid [data-hint$='元']").first().click();
      office.page.keyboard().press("ArrowDown");
      assertThat(office.page.locator("#hint")).hasText(YUAN);
      office.page.mouse().move(5, 5);
      office.picture("hint-list", () -> office.page.keyboard().press("ArrowDown"));
    }
  }

  private static final Pattern YUAN = Pattern.compile("[0-9,]+\\.[0-9]{2} 元");

  private static void shownAndDismissed(Person person, Locator focused) {
    Locator bubble = person.page.locator("#hint");
    assertThat(bubble).hasText(YUAN);
    assertThat(focused).hasAttribute("aria-describedby", Pattern.compile(".*hint.*"));
    person.page.keyboard().press("Escape");
    assertThat(bubble).isHidden();
    assertThat(focused).isFocused();
  }

  @Test
  void aPersonMayWorkInEnglishAndGoBack(Product product) {
    try (Person clerk = product.signedIn("artux.clerk")) {
      clerk.open("/");
      switchLanguage(clerk, "English");
      assertThat(clerk.page.locator(".shell-nav")).containsText("Self-evaluation");
      assertThat(clerk.page.locator("html")).hasAttribute("lang", "en");
      switchLanguage(clerk, "中文");
      assertThat(clerk.page.locator(".shell-nav")).containsText("单位自评");
    }
  }

  private static void switchLanguage(Person clerk, String language) {
    clerk.page.locator(".shell-header vaadin-menu-bar-button").first().click();
    clerk.page.locator("vaadin-menu-bar-item", new com.microsoft.playwright.Page.LocatorOptions().setHasText(language)).last().click();
  }
}
