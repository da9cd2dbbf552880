package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** While a unit writes a goal the library suggests indicators at the cell, with reasons; out of an approved goal a department proposes one. */
@ExtendWith(Product.class)
class IndicatorIsSuggestedStory {

  private static final String PROJECT = "校园安防设施建设";
  private static final String TAKEN = "校园安防设备完好率";

  @Test
  void byKeyboardAloneASuggestionIsTakenIntoTheLineAndStaysEditable(Product product) {
    try (Person clerk = product.signedIn("artux.clerk")) {
      clerk.open("/goals?year=2022");
      clerk.page.click("#begin");
      clerk.page.locator("vaadin-combo-box#project input").fill(PROJECT);
      clerk.page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText(PROJECT)).first().click();
      clerk.page.click("#begin-form");
      clerk.page.waitForURL(Pattern.compile(".*/goals/[0-9a-f-]{36}.*"));
      clerk.isAtAForm();

      Locator name = clerk.page.locator("[data-key$='/level3'] textarea").nth(1);
      name.focus();
      clerk.page.keyboard().type("安防设备完好");
      clerk.page.keyboard().press("Alt+ArrowDown");
      Locator first = clerk.page.locator("#suggested li").first();
      assertThat(first).containsText(TAKEN);
      assertThat(first.locator(".reasons")).containsText("名称与“安防设备完好”相近");
      assertThat(first.locator(".reasons")).containsText("同属“质量指标”");
      assertThat(first.locator(".reasons")).containsText("同属“教育”行业");
      assertThat(clerk.page.locator("#suggest-text input")).isFocused();
      clerk.keep("suggestions");
      answersToTheLastSignAndKeepsItsItems(clerk, first);
      first.locator("vaadin-button").focus();
      clerk.page.keyboard().press("Enter");

      assertThat(clerk.page.locator("vaadin-dialog[opened]")).hasCount(0);
      Locator target = clerk.cell(TAKEN, "annual").locator("textarea");
      assertThat(target).hasValue("≥95%");
      assertThat(target).isFocused();
      clerk.type(TAKEN, "annual", "≥98%");
      assertThat(clerk.cell(TAKEN, "annual").locator("textarea")).hasValue("≥98%");
      clerk.keep("goal-with-suggestion");
      clerk.open("/library?q=" + TAKEN);
      clerk.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(TAKEN)).first().click();
      assertThat(clerk.page.locator(".library-entry a", new Page.LocatorOptions().setHasText(PROJECT))).isVisible();
      clerk.keep("indicator-used");
      assertThat(clerk.pageErrors()).isEmpty();
    }
  }

  /** Who types on and leaves the field at once is answered as a whole; an item that stays is the same one, so that no click goes past it. */
  private static void answersToTheLastSignAndKeepsItsItems(Person clerk, Locator first) {
    ElementHandle shown = first.elementHandle();
    clerk.page.locator("#suggest-text input").fill(TAKEN);
    clerk.page.keyboard().press("Tab");
    assertThat(first.locator(".reasons")).containsText("名称与“" + TAKEN + "”相近");
    org.assertj.core.api.Assertions.assertThat(shown.evaluate("item => item.isConnected")).isEqualTo(true);
    clerk.page.locator("#suggest-text input").fill("没有任何相近的名称可言");
    assertThat(clerk.page.locator("#suggested")).containsText("指标库中没有相近的指标");
    clerk.page.locator("#suggest-text input").fill(TAKEN);
    clerk.page.keyboard().press("Enter");
    assertThat(first).containsText(TAKEN);
  }

  private static void another(Person reviewer) {
    reviewer.page.locator("vaadin-select#proposed-line").click();
    reviewer.page.locator("vaadin-select#proposed-line vaadin-select-list-box vaadin-select-item").last().click();
    reviewer.isAskedWhetherToDropTyped();
  }

  @Test
  void outOfAnApprovedGoalADepartmentProposesAndFinanceDeclinesWithAReason(Product product) {
    try (Person reviewer = product.signedIn("artux.reviewer"); Person section = product.signedIn("artux.section")) {
      reviewer.open("/goals?year=2022&state=APPROVED");
      reviewer.page.locator("vaadin-grid a").first().click();
      reviewer.isAtAForm();
      reviewer.page.click("#propose-indicator");
      Locator dialog = reviewer.page.locator(".indicator-dialog");
      assertThat(dialog.locator("#alike")).isVisible();
      assertThat(reviewer.page.locator("#field-level1 input")).not().hasValue("");
      String name = "全县统一口径的学生与教职工食品安全知识年度宣传教育覆盖人次(含家长、后勤服务人员和校外供餐单位从业人员)";
      reviewer.page.locator("#field-level3 input").fill(name);
      reviewer.page.locator("#field-level3 input").blur();
      another(reviewer);
      reviewer.picture("propose-another-line");
      reviewer.keepsTyped();
      assertThat(reviewer.page.locator("#field-level3 input")).hasValue(name);
      reviewer.keep("propose-out-of-goal");
      reviewer.page.click("#give");
      reviewer.isTold("已提议入库");

      section.open("/library?state=PROPOSED&q=" + name.substring(0, 8));
      section.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(name)).first().click();
      assertThat(section.page.locator(".library-head a")).containsText("来自目标");
      assertThat(section.page.locator("#alike")).isVisible();
      section.keep("proposal-with-source");
      section.page.click("#move-return");
      section.page.locator("#comment textarea").fill("与县级指标重复,请直接选用");
      section.page.locator("#give-reason:not([disabled])").click();
      assertThat(section.page.locator(".library-head")).containsText("与县级指标重复,请直接选用");
      assertThat(reviewer.pageErrors()).isEmpty();
      assertThat(section.pageErrors()).isEmpty();
    }
  }
}
