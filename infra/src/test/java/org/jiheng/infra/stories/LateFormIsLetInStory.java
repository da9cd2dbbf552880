package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The performance office issues a task whose date is over before a unit sends its form in: the unit is refused with a sentence, the
 * office lets it in with a reason, and it is sent (DOMAIN 1.3: overdue is a flag, late submission needs reopening).
 */
@ExtendWith(Product.class)
class LateFormIsLetInStory {

  private static final String PROJECT = "普通高中国家助学金";
  private static final String TASK = "第一中学自评提前报送";
  private static final Path PUBLISHED = Path.of("src/test/resources/org/jiheng/infra/stories/published-self-evaluation.json");

  @Test
  void aLateUnitIsToldWhyAndSendsItsFormOnceTheOfficeHasReopened(Product product) {
    try (Person office = product.signedIn("ulugqat.office"); Person clerk = product.signedIn("ulugqat.clerk")) {
      String form = clerkFillsIn(clerk);
      assertThat(clerk.page.locator("#move-submit")).isEnabled();
      officeIssues(office);

      clerk.open(form).isAtAForm();
      assertThat(clerk.page.locator("#move-submit")).isDisabled();
      clerk.isTold("已于 2023-04-17 截止");
      clerk.picture("late-form");
      clerkSeesItsTasks(clerk);

      officeReopens(office);
      clerk.open(form).isAtAForm();
      clerk.move("submit");
      clerk.sees("单位审核中");
      officeSeesThatItCame(office);
      assertThat(clerk.pageErrors()).isEmpty();
      assertThat(office.pageErrors()).isEmpty();
    }
  }

  private static String clerkFillsIn(Person clerk) {
    clerk.beginForm(PROJECT);
    String form = clerk.formAddress();
    clerk.importFile(PUBLISHED);
    clerk.takeImport();
    clerk.type("政策知晓率", "deviation", "抽样中两户未答全,下年度入户宣讲。");
    clerk.type("goal/actual", "全年补助学生 735 人次,资金按月足额到位。");
    return form;
  }

  private static void officeIssues(Person office) {
    office.open("/tasks?year=2022");
    assertThat(office.page.locator("vaadin-grid")).containsText("2022年度项目支出绩效自评");
    office.page.click("#issue-task");
    office.page.locator("vaadin-text-field#task-title input").fill(TASK);
    day(office, "opens", "2023-04-01");
    day(office, "due", "2023-04-17");
    office.page.locator("vaadin-select#task-scope").click();
    office.page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText("指定部门或单位")).click();
    office.page.locator("vaadin-multi-select-combo-box#task-units input").fill("101001");
    office.page.locator("vaadin-multi-select-combo-box-item", new Page.LocatorOptions().setHasText("101001")).click();
    office.page.keyboard().press("Escape");
    office.picture("issue-task");
    office.page.click("#give");
    assertThat(office.page.locator("vaadin-grid")).containsText(TASK);
    office.picture("tasks");
  }

  private static void day(Person person, String field, String day) {
    Locator input = person.page.locator("vaadin-date-picker#" + field + " input");
    input.fill(day);
    input.press("Enter");
  }

  private static void clerkSeesItsTasks(Person clerk) {
    Locator told = clerk.page.locator(".notices li").filter(new Locator.FilterOptions().setHasText(PROJECT));
    clerk.reopenUntil("/", () -> told);
    Locator late = clerk.page.locator(".work li").filter(new Locator.FilterOptions().setHasText(PROJECT));
    assertThat(late.locator(".urgency")).containsText("逾期 1 天");
    assertThat(clerk.page.locator(".work li").filter(new Locator.FilterOptions().setHasText(TASK))).containsText("未填报");
    assertThat(told).containsText("逾期 1 天");
    clerk.picture("home-of-a-late-unit");
    told.locator("vaadin-button").click();
    assertThat(told).hasCount(0);
    clerk.open("/notices");
    assertThat(clerk.page.locator("vaadin-grid")).containsText("已读");
    clerk.picture("notices");
  }

  private static void officeReopens(Person office) {
    office.open("/overdue");
    assertThat(office.page.locator("vaadin-grid")).containsText(PROJECT);
    office.picture("overdue");
    Locator row = office.page.locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText(PROJECT));
    assertThat(row.first()).isVisible();
    // the first box stands for all, the next for what is late the longest
    office.page.locator("vaadin-grid vaadin-checkbox").nth(1).click();
    office.page.click("#batch-reopen");
    office.page.locator("vaadin-text-area#why textarea").fill("停电两日,材料补报");
    office.page.click("#give");
    assertThat(office.page.locator("vaadin-grid")).containsText("2023-04-2");
    office.picture("reopened");
  }

  private static void officeSeesThatItCame(Person office) {
    office.open("/tasks?year=2022");
    office.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(TASK)).click();
    assertThat(office.page.locator(".task-facts")).containsText("逾期 1 天");
    assertThat(office.page.locator(".totals")).containsText("已报送");
    office.picture("task");
    office.open("/holidays");
    assertThat(office.page.locator("vaadin-grid")).containsText("劳动节");
    office.picture("holidays");
  }
}
