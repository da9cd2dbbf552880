package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every screen can be used by keyboard and screen reader (WCAG 2.1 AA, checked by axe), in Chinese and in English. */
@ExtendWith(Product.class)
class ScreensAreForEverybodyStory {

  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  @Test
  void noScreenHasAFaultAxeFinds(Product product) throws Exception {
    try (Person clerk = product.signedIn("artux.clerk"); Person office = product.signedIn("artux.office");
        Person prefecture = product.signedIn("kizilsu.oversight"); Person guest = product.signedIn("zhonghui.evaluator")) {
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
      sound(prefecture, "/there-is-no-such-page");
      sound(office, "/engagements");
      office.page.click("#register");
      sound(office, "the contract");
      sound(prefecture, "/firms");
      sound(prefecture, "/experts");
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
