package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The performance office opens an approved goal after the cut-off of the second node, the unit adjusts it, and old and new stand beside
 * each other: in the cells, the line that went struck out, and in a table of nothing but what changed (DOMAIN 3.8).
 */
@ExtendWith(Product.class)
class GoalIsAdjustedStory {

  private static final String PROJECT = "校园文化建设";

  @Test
  void anApprovedGoalIsOpenedAndAdjustedAndOldStandsBesideNew(Product product) {
    try (Person office = product.signedIn("artux.office"); Person clerk = product.signedIn("artux.clerk")) {
      String approved = officeOpensIt(office);
      clerk.open(approved).isAtAForm();
      clerk.move("adjust");
      says(clerk, "自治区下达追加任务,目标相应提高");
      clerk.page.waitForURL(address -> !address.contains(approved));
      clerk.isAtAForm();
      clerk.sees("待送审");
      assertThat(clerk.page.locator("tr.gone")).hasCount(0);
      Locator annual = clerk.page.locator("tr[data-line] [data-key$='/annual']").first();
      String before = annual.locator("[data-cell]").getAttribute("data-text");
      annual.locator("[data-cell]").fill(before.replaceAll("[0-9]+([.][0-9]+)?", "9"));
      annual.locator("[data-cell]").blur();
      clerk.waitUntilKept();
      assertThat(annual.locator(".cell-before")).containsText(before);
      int lines = clerk.page.locator("tr[data-line]").count();
      clerk.page.locator("tr[data-line] .cell-button.remove").last().dispatchEvent("click");
      assertThat(clerk.page.locator("tr[data-line]")).hasCount(lines - 1);
      assertThat(clerk.page.locator("tr.gone")).containsText("删除");
      // what has to be mended says which rule, and on what it rests
      clerk.isTold("G1 ");
      clerk.isTold("(财预〔2020〕10号)");
      clerk.picture("goal-adjustment");
      clerk.page.locator("tr.gone").scrollIntoViewIfNeeded();
      clerk.picture("goal-adjustment-lines");
      clerk.page.locator("[data-key='scheme/reason']").scrollIntoViewIfNeeded();
      assertThat(clerk.page.locator("tr", new Page.LocatorOptions().setHasText("分值结构")).first()).containsText("不设成本一级指标");
      clerk.picture("goal-scheme");
      clerk.page.click("#comparison");
      Locator rows = clerk.page.locator(".goal-comparison table.changes tr, vaadin-dialog[opened] table.changes tr");
      assertThat(rows.filter(new Locator.FilterOptions().setHasText(before)).first()).isVisible();
      assertThat(rows.filter(new Locator.FilterOptions().setHasText("删除")).first()).isVisible();
      clerk.picture("goal-comparison");
      assertThat(clerk.pageErrors()).isEmpty();
    }
  }

  private static String officeOpensIt(Person office) {
    office.open("/goals?year=2022&state=APPROVED&q=" + PROJECT);
    office.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(PROJECT)).first().click();
    office.page.waitForURL(Pattern.compile(".*/goals/[0-9a-f-]{36}.*"));
    office.isAtAForm();
    String form = office.formAddress().replaceAll("\\?.*", "");
    office.page.click("#open-adjusting");
    says(office, "自治区下达追加任务,同意调整指标值");
    office.picture("goal-approved");
    return form;
  }

  private static void says(Person person, String words) {
    person.page.locator("vaadin-text-area#comment textarea").fill(words);
    person.page.locator("#give-reason:not([disabled])").click();
    assertThat(person.page.locator("vaadin-dialog[opened]")).hasCount(0);
  }
}
