package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever a dialog asks, its buttons are in sight, and all of it can be reached. */
@ExtendWith(Product.class)
class DialogsOnALowScreenStory {

  private static final int LOW = 260;

  /** All of it, but for what rounding takes. */
  private static final LocatorAssertions.IsInViewportOptions WHOLE = new LocatorAssertions.IsInViewportOptions().setRatio(0.95);

  @Test
  void theButtonsStayInSightAndTheFieldsScroll(Product product) {
    try (Person office = product.signedIn("ulugqat.office")) {
      office.page.setViewportSize(1366, LOW);
      office.open("/tasks?year=2022");
      office.page.click("#issue-task");
      Locator give = office.page.locator("#give");
      Locator last = office.page.locator("vaadin-select#task-scope");
      assertThat(give).isInViewport(WHOLE);
      assertThat(last).not().isInViewport(WHOLE);
      last.scrollIntoViewIfNeeded();
      assertThat(last).isInViewport(WHOLE);
      assertThat(give).isInViewport(WHOLE);
      office.picture("dialog-on-a-low-screen");
      Dialogs.givesUp(office);
      assertThat(office.pageErrors()).isEmpty();
    }
  }
}
