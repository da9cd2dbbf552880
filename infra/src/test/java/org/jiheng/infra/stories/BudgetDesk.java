package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody at the budget list, who looks at one project at a time. */
record BudgetDesk(Person person, int year) {

  /** The row of the project and no other. */
  void looksAt(String project) {
    person.open("/budget?year=" + year + "&q=" + project);
    assertThat(link(project)).hasCount(1);
  }

  Locator link(String project) {
    return person.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(project));
  }

  /** In any column of the row. */
  void reads(String text) {
    assertThat(person.page.locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText(text)).first()).isVisible();
  }

  private void asks(String act, String project) {
    looksAt(project);
    person.page.locator("vaadin-grid vaadin-checkbox").last().locator("input").check();
    person.page.click("#batch-" + act);
    assertThat(person.page.locator("vaadin-dialog[opened]")).hasCount(1);
  }

  void beginsToEnter(String project, String wan) {
    asks("enter", project);
    Dialogs.types(person, "amount", wan);
  }

  void beginsToAllocate(String project, String document) {
    asks("allocate", project);
    Dialogs.types(person, "document", document);
  }
}
