package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;

/** What people do in the dialogs of Jiheng, by the names of their fields. */
final class Dialogs {

  private static final byte[] WHOLE_PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  private Dialogs() {}

  static FilePayload pdf(String name) {
    return new FilePayload(name, "application/pdf", WHOLE_PDF);
  }

  static void types(Person person, String field, String text) {
    person.page.locator("#" + field + " input, #" + field + " textarea").fill(text);
  }

  /** Of the few things there are to choose from. */
  static void chooses(Person person, String field, String what) {
    person.page.locator("vaadin-select#" + field).click();
    person.page.locator("vaadin-select#" + field + " vaadin-select-list-box vaadin-select-item", new Page.LocatorOptions().setHasText(what)).first().click();
  }

  /** Of many, by a part of the name. */
  static void picks(Person person, String field, String what) {
    person.page.locator("vaadin-combo-box#" + field + " input").fill(what);
    person.page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText(what)).first().click();
  }

  /** Several of many; the list that stays open would take the next click. */
  static void picksAmongMany(Person person, String field, String... several) {
    Locator input = person.page.locator("vaadin-multi-select-combo-box#" + field + " input");
    for (String what : several) {
      input.fill(what);
      person.page.locator("vaadin-multi-select-combo-box-item", new Page.LocatorOptions().setHasText(what)).first().click();
    }
    input.press("Tab");
  }

  /** An open calendar would take the next click for itself. */
  static void day(Person person, String field, String day) {
    Locator input = person.page.locator("vaadin-date-picker#" + field + " input");
    input.fill(day);
    input.press("Enter");
    assertThat(person.page.locator("vaadin-date-picker[opened]")).hasCount(0);
  }

  /** Until the server has the whole file. */
  static void handsIn(Person person, FilePayload file) {
    person.page.locator("vaadin-upload input[type=file]").setInputFiles(file);
    assertThat(person.page.locator("vaadin-upload-file[complete]")).containsText(file.name);
  }

  static void gives(Person person) {
    person.page.click("#give");
  }

  /** It was taken: nothing is left to be said. */
  static void taken(Person person) {
    gives(person);
    isClosed(person);
  }

  static void refused(Person person, String sentence) {
    gives(person);
    person.isTold(sentence);
    assertThat(person.page.locator("vaadin-dialog[opened]")).hasCount(1);
  }

  /** Whether all of what speaks against a field stands above the buttons of its dialog. */
  static boolean isWhole(Locator field) {
    return (Boolean) field.evaluate("field => field.querySelector('[slot=error-message]').getBoundingClientRect().bottom"
        + " <= document.querySelector('#give').getBoundingClientRect().top");
  }

  static void isClosed(Person person) {
    assertThat(person.page.locator("vaadin-dialog[opened]")).hasCount(0);
  }

  static void givesUp(Person person) {
    person.page.locator("vaadin-dialog[opened] vaadin-button:has-text('取消')").click();
    isClosed(person);
  }
}
