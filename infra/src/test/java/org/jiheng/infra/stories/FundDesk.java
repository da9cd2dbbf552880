package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** Somebody at a fund document. */
record FundDesk(Person person) {

  /** Enters an earmarked document of the region, and stands before it. */
  String enters(int year, String number, String name, String wan) {
    person.open("/transfers?year=" + year);
    person.page.click("#enter-fund");
    Dialogs.types(person, "fund-number", number);
    Dialogs.types(person, "transfer-name", name);
    Dialogs.types(person, "fund-from", "自治区财政厅");
    Dialogs.types(person, "fund-amount", "-" + wan);
    Dialogs.gives(person);
    assertThat(person.page.locator("#fund-amount")).containsText("金额不能为负数");
    Dialogs.types(person, "fund-amount", wan + "00000000000");
    Dialogs.gives(person);
    assertThat(person.page.locator("#fund-amount")).containsText("超出合理范围");
    Dialogs.types(person, "fund-amount", wan);
    Dialogs.gives(person);
    person.page.waitForURL(Pattern.compile(".*/transfers/[0-9a-f-]{36}.*"));
    person.sees("待下达");
    return person.formAddress();
  }

  Locator part(String name) {
    return person.page.locator("tr[data-part='" + name + "']");
  }

  void types(Locator field, String text) {
    field.fill(text);
    field.blur();
    person.waitUntilKept();
  }

  void adds(String part, String wan) {
    person.page.click("#add-part");
    Dialogs.picksAmongMany(person, "part", part);
    Dialogs.taken(person);
    types(part(part).locator("[data-cell$='/amount']"), wan);
  }

  Locator indicator(String column) {
    return person.page.locator("tr[data-indicator] [data-cell$='/" + column + "']").first();
  }

  /** What stands on the person's work list of this document. */
  Locator work(String number) {
    return person.page.locator(".work li").filter(new Locator.FilterOptions().setHasText(number));
  }

  /** Receives what waits under this number, all of it, and stands before the document it belongs to. */
  String receives(String number) {
    person.open("/");
    assertThat(work(number).filter(new Locator.FilterOptions().setHasText("待接收")).first()).isVisible();
    person.open("/transfers/inbox");
    assertThat(person.page.locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText(number)).first()).isVisible();
    // the first box stands for all; what came last is first, and what came before it is received with it
    person.page.locator("vaadin-grid vaadin-checkbox").nth(1).click();
    person.page.click("#batch-receive");
    person.page.waitForURL(Pattern.compile(".*/transfers/[0-9a-f-]{36}.*"));
    return person.formAddress();
  }

  void decides(String document, String move, String why, String state) {
    person.open(document);
    person.move(move);
    if (!why.isEmpty()) {
      Dialogs.types(person, "comment", why);
      Dialogs.taken(person);
    }
    person.sees(state);
  }
}
