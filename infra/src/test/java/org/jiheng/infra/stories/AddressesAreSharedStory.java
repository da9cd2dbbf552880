package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The address says what a page shows: it can be kept, sent on and gone back to. */
@ExtendWith(Product.class)
class AddressesAreSharedStory {

  /** Sent on, a link opens what it showed; the browser of whoever gets it may have looked at another year. */
  @Test
  void everyAddressCarriesTheYear(Product product) {
    try (Person office = product.signedIn("artux.office")) {
      office.open("/self-evaluations?year=2021");
      assertThat(office.page.locator("h1")).containsText("2021");
      assertThat(office.page.locator(".shell-nav a[href$='self-evaluations?year=2021']")).hasCount(1);
      assertThat(office.page.locator(".shell-nav a:not([href$='?year=2021'])")).hasCount(0);
      office.page.locator(".shell-nav a").first().click();
      assertThat(office.page).hasURL(Pattern.compile(".*/\\?year=2021$"));
      assertThat(office.page.locator(".shell-nav a[highlight]")).hasText("工作台");
      office.open("/");
      assertThat(office.page).hasURL(Pattern.compile(".*/\\?year=2021$"));
      office.page.fill("#search input", "第一中学");
      office.page.keyboard().press("Enter");
      assertThat(office.page).hasURL(Pattern.compile(".*/search\\?.*year=2021.*"));
      assertThat(office.page.locator(".search-page")).containsText("第一中学");
      office.page.locator(".search-page [data-kind=UNIT] a").first().click();
      assertThat(office.page).hasURL(Pattern.compile(".*/units/[0-9]+\\?year=2021$"));
      assertThat(office.page.locator(".shell-nav a[highlight]")).hasText("部门与单位");
    }
  }

  /** On the desk lies work of all years: each link carries the year of its form, and the form's page shows that one. */
  @Test
  void aFormIsShownInItsOwnYear(Product product) {
    try (Person office = product.signedIn("artux.office")) {
      office.open("/?year=2021");
      Locator form = office.page.locator(".work a.title[href^='/self-evaluations/']").first();
      assertThat(form).hasAttribute("href", Pattern.compile("/self-evaluations/[0-9a-f-]{36}\\?year=2022"));
      String address = form.getAttribute("href");
      form.click();
      assertThat(office.page).hasURL(Pattern.compile(".*/self-evaluations/[0-9a-f-]{36}\\?year=2022$"));
      assertThat(office.page.locator(".shell-nav a:not([href$='?year=2022'])")).hasCount(0);
      office.open(address.replace("year=2022", "year=2021"));
      assertThat(office.page).hasURL(Pattern.compile(".*/self-evaluations/[0-9a-f-]{36}\\?year=2022$"));
      assertThat(office.page.locator(".shell-nav a:not([href$='?year=2022'])")).hasCount(0);
    }
  }
}
