package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody lent to two counties works in one at a time, knows in which, and writes nothing into the other. */
@ExtendWith(Product.class)
class OneWindowOnePlaceStory {

  private static void goTo(Person person, String place) {
    person.page.locator("vaadin-select#jurisdiction").click();
    person.page.evaluate("window.pageBefore = true");
    person.page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText(place)).click();
    // by the door and back to the desk, on a page of its own
    person.page.waitForFunction("() => !window.pageBefore && document.querySelector('.home')");
    isIn(person, place);
  }

  /** The place that is chosen, not one of those that could be. */
  private static void isIn(Person person, String place) {
    assertThat(person.page.locator("vaadin-select#jurisdiction vaadin-select-value-button")).hasText(place);
  }

  @Test
  void theOldWindowSaysWhereOneIsNowAndItsClickChangesNothing(Product product) throws Exception {
    UUID form = product.formIn("653022", "FINANCE_FIRST");
    try (Person seconded = product.signedIn("kizilsu.seconded")) {
      isIn(seconded, "阿克陶县");
      Page old = seconded.context().newPage();
      old.navigate(seconded.page.url().replaceAll("(https?://[^/]+).*", "$1/self-evaluations/" + form));
      assertThat(old.locator("#move-pass")).isVisible();

      goTo(seconded, "乌恰县");
      seconded.picture("place-changed");
      seconded.open("/self-evaluations/" + form);
      seconded.isShownNothing();

      old.locator("#move-pass").click();
      assertThat(old.locator("vaadin-dialog[opened]")).containsText("您已在另一个窗口切换到 乌恰县");
      old.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/stories/place-old-window.png")));
      assertThat(product.asked("select state from j_653022.review where id = ?", form)).isEqualTo("FINANCE_FIRST");

      goTo(seconded, "阿克陶县");
      seconded.open("/self-evaluations/" + form);
      assertThat(seconded.page.locator("#move-pass")).isVisible();
    }
  }

  @Test
  void whoHasOnePlaceHasNothingToChoose(Product product) {
    try (Person clerk = product.signedIn("akto.clerk")) {
      assertThat(clerk.page.locator(".jurisdiction")).hasText("阿克陶县");
      assertThat(clerk.page.locator("vaadin-select#jurisdiction")).hasCount(0);
    }
  }
}
