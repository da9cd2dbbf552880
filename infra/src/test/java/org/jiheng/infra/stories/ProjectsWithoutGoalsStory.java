package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The office sees which projects of the year have no goal yet, narrows the list down by its address, and goes to a project from there (S16, S17). */
@ExtendWith(Product.class)
class ProjectsWithoutGoalsStory {

  @Test
  void theListIsNarrowedByItsAddressHandedOutAndLeadsToTheProject(Product product) {
    try (Person office = product.signedIn("artux.office")) {
      office.open("/goals?year=2022");
      office.page.click("#missing");
      office.page.waitForURL(Pattern.compile(".*/goals/missing\\?.*year=2022.*"));
      Locator first = office.page.locator("vaadin-grid a").first();
      assertThat(first).isVisible();
      String name = first.innerText();
      assertThat(office.page.locator("#export")).isVisible();
      office.picture("goals-missing");
      office.page.locator("#filter-text input").fill(name);
      office.page.keyboard().press("Enter");
      office.page.waitForURL(Pattern.compile(".*[?&]q=.*"));
      assertThat(office.page.locator("vaadin-grid a").first()).hasText(name);
      assertThat(office.page.locator(".totals")).containsText(Pattern.compile("^\\d+ 个项目"));
      office.page.reload();
      assertThat(office.page.locator(".chips .chip")).containsText(name);
      office.picture("goals-missing-narrowed");
      office.page.locator("vaadin-grid a").first().click();
      office.page.waitForURL(Pattern.compile(".*/projects/[0-9a-f-]{36}.*"));
      office.open("/goals/missing?year=2022&q=没有这样的项目");
      assertThat(office.page.locator("vaadin-grid")).containsText("没有符合条件的项目");
      org.assertj.core.api.Assertions.assertThat(office.pageErrors()).isEmpty();
    }
  }
}
