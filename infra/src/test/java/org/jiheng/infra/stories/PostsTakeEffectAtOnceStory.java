package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person may do is asked of the registry at every request: a post taken or given holds at the next click. */
@ExtendWith(Product.class)
class PostsTakeEffectAtOnceStory {

  @Test
  void aPostThatEndsIsGoneAtTheNextClickAndBackAtTheOneAfterItIsGivenAgain(Product product) throws Exception {
    try (Person office = product.signedIn("artux.office")) {
      office.open("/self-evaluations?year=2022");
      assertThat(office.page.locator("vaadin-grid")).isVisible();
      product.endPosts("artux.office");
      office.open("/self-evaluations?year=2022");
      assertThat(office.page.locator("h1")).hasText("您目前没有可用的岗位");
      product.giveBackPosts("artux.office");
      office.open("/self-evaluations?year=2022");
      assertThat(office.page.locator("vaadin-grid")).isVisible();
    }
  }

  @Test
  void whoSignsOutIsAskedForThePasswordAgain(Product product) {
    try (Person office = product.signedIn("artux.office")) {
      office.open("/logout");
      assertThat(office.page.locator("h1")).hasText("已退出登录");
      office.open("/self-evaluations?year=2022");
      office.isAskedForPassword();
    }
  }

  @Test
  void aSessionEndedAtTheProviderIsEndedHere(Product product) throws Exception {
    try (Person office = product.signedIn("artux.office")) {
      office.open("/self-evaluations?year=2022");
      product.endSessionsAtTheProvider("artux.office");
      // the provider tells of it by a call of its own
      office.reopenUntil("/self-evaluations?year=2022", () -> office.page.locator("#password"));
    }
  }
}
