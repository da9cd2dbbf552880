package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A published self-evaluation travels from the unit's clerk through the department and both finance reviews to the
 * prefecture (S22, S25), while another county's clerk, signed in all the time, can see none of it.
 */
@ExtendWith(Product.class)
class SelfEvaluationTravelsStory {

  private static final String PROJECT = "义务教育营养改善计划专项资金";
  private static final Path PUBLISHED = Path.of("src/test/resources/org/jiheng/infra/stories/published-self-evaluation.json");

  @Test
  void aPublishedFormTravelsFromTheClerkToThePrefectureAndTheOtherCountySeesNoneOfIt(Product product) {
    try (Person clerk = product.signedIn("artux.clerk"); Person stranger = product.signedIn("akto.clerk")) {
      String form = clerkFillsInAndSends(clerk);
      stranger.open(form).isShownNothing();

      try (Person approver = product.signedIn("artux.approver"); Person reviewer = product.signedIn("artux.reviewer");
          Person section = product.signedIn("artux.section"); Person office = product.signedIn("artux.office")) {
        passes(approver, "主管部门审核中");
        passes(reviewer, "财政初审中");
        sectionReturnsOneCell(section);
        stranger.open(form).isShownNothing();
        clerkMendsThatCellAndNothingElse(clerk);
        passes(approver, "主管部门审核中");
        passes(reviewer, "财政初审中");
        sectionSeesWhatChanged(section);
        passes(section, "财政复审中");
        passes(office, "终审通过");
        nothingCanBeChangedAnyMore(clerk, form);
      }
      prefectureGoesDownToTheForm(product);
      otherCountySeesNothing(stranger, form);
      assertThat(clerk.pageErrors()).isEmpty();
    }
  }

  private static String clerkFillsInAndSends(Person clerk) {
    clerk.beginForm(PROJECT);
    clerk.sees("待送审");
    String form = clerk.formAddress();
    clerk.importFile(PUBLISHED);
    assertThat(clerk.page.locator(".import-preview")).containsText("新增 9 行指标");
    clerk.takeImport();

    // what was published stays as it was reported, what counts is computed, and both are in sight
    assertThat(clerk.cell("资金到位及时率", "reported").locator("xpath=ancestor::td[1]")).containsText("10.00");
    assertThat(clerk.line("资金到位及时率").locator(".reported")).hasText("填报 7.00");
    assertThat(clerk.page.locator("tr.total")).containsText("99.80");
    assertThat(clerk.page.locator("tr.total .reported")).hasText("填报 96.00");

    // it cannot be sent before it is whole, and each finding leads to its cell
    assertThat(clerk.page.locator("#move-submit")).isDisabled();
    clerk.isTold("还有 2 处需要补正");
    clerk.isTold("得分 9.80 低于分值 10.00");
    clerk.type("政策知晓率", "deviation", "抽样中两户未答全,下年度入户宣讲。");
    clerk.type("goal/actual", "全年补助学生 735 人次,资金按月足额到位。");
    explains(clerk);
    clerk.move("submit");
    clerk.sees("单位审核中");
    return form;
  }

  /** Every figure says how it came about: the rule, its source, its inputs, the rule set, reported against computed. */
  private static void explains(Person clerk) {
    clerk.line("政策知晓率").locator("button[data-wants='why']").click();
    Locator why = clerk.page.locator("vaadin-dialog").last();
    assertThat(why).containsText("9.80");
    assertThat(why).containsText("按完成率 98.00% × 分值 10.00 计分");
    assertThat(why).containsText("财预〔2020〕10号");
    assertThat(why).containsText("默认规则2023");
    assertThat(why).containsText("单位填报:9.00");
    clerk.page.keyboard().press("Escape");
  }

  private static void passes(Person person, String next) {
    person.openFromWorkList(PROJECT);
    person.move("pass");
    person.sees(next);
    assertThat(person.hasWork(PROJECT)).isFalse();
  }

  private static void sectionReturnsOneCell(Person section) {
    section.openFromWorkList(PROJECT);
    section.isTold("请先在需要修改的单元格上写批注");
    section.cell("政策知晓率", "actual").focus();
    section.page.keyboard().press("F2");
    section.give("数据不实", "请附抽样名册,核对知晓人数。");
    assertThat(section.page.locator(".notes .note")).containsText("政策知晓率·实际完成值");
    section.move("return");
    section.give("数据不实", "知晓率与名册不符,请核对。");
    section.sees("被退回");
  }

  private static void clerkMendsThatCellAndNothingElse(Person clerk) {
    clerk.openFromWorkList(PROJECT);
    assertThat(clerk.cell("政策知晓率", "actual")).hasClass(java.util.regex.Pattern.compile(".*returned.*"));
    assertThat(clerk.cell("学生受资助人数", "actual").locator("[data-cell]")).hasCount(0);
    assertThat(clerk.cell("学生受资助人数", "actual")).hasAttribute("data-hint", java.util.regex.Pattern.compile(".*没有被退回.*"));
    assertThat(clerk.page.locator("#move-submit")).isDisabled();
    clerk.isTold("还有 1 条批注没有回应");
    clerk.type("政策知晓率", "actual", "96%");
    clerk.move("submit");
    clerk.sees("单位审核中");
  }

  private static void sectionSeesWhatChanged(Person section) {
    section.openFromWorkList(PROJECT);
    Locator cell = section.cell("政策知晓率", "actual");
    assertThat(cell).containsText("96%");
    assertThat(cell.locator(".cell-before")).hasText("原:98%");
    assertThat(section.page.locator("td.changed")).hasCount(1);
    section.page.click("#history");
    Locator differences = section.page.locator("table.changes");
    assertThat(differences).containsText("政策知晓率·实际完成值");
    assertThat(differences).containsText("98%");
    section.page.keyboard().press("Escape");
  }

  private static void nothingCanBeChangedAnyMore(Person clerk, String form) {
    clerk.open(form);
    clerk.sees("终审通过");
    assertThat(clerk.page.locator("[data-cell]")).hasCount(0);
    assertThat(clerk.page.locator(".actions vaadin-button")).hasCount(0);
  }

  private static void prefectureGoesDownToTheForm(Product product) {
    try (Person prefecture = product.signedIn("kizilsu.oversight")) {
      prefecture.open("/rollup?year=2022");
      Locator county = prefecture.page.locator("tr[data-county='653001']");
      assertThat(county).containsText("阿图什市");
      assertThat(county.locator("a").first()).hasAttribute("href", "/rollup/653001?year=2022");
      county.locator("a").first().click();
      prefecture.page.locator("vaadin-text-field#filter-text input").fill(PROJECT);
      prefecture.page.keyboard().press("Enter");
      assertThat(prefecture.page.locator(".totals")).containsText("共 1 份");
      prefecture.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(PROJECT)).click();
      prefecture.sees("终审通过");
      assertThat(prefecture.page.locator("tr.total")).containsText("99.60");
      assertThat(prefecture.page.locator("[data-cell]")).hasCount(0);
      assertThat(prefecture.page.locator("[data-wants='note']")).hasCount(0);
      assertThat(prefecture.page.locator(".actions vaadin-button")).hasCount(0);
      prefecture.line("政策知晓率").locator("button[data-wants='why']").click();
      assertThat(prefecture.page.locator("vaadin-dialog").last()).containsText("按完成率 96.00%");
    }
  }

  private static void otherCountySeesNothing(Person stranger, String form) {
    stranger.open(form).isShownNothing();
    stranger.open("/self-evaluations?year=2022&q=" + PROJECT);
    assertThat(stranger.page.locator("vaadin-grid")).isVisible();
    assertThat(stranger.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(PROJECT))).hasCount(0);
    assertThat(stranger.hasWork(PROJECT)).isFalse();
    stranger.open("/rollup?year=2022").isShownNothing();
    stranger.open("/rollup/653001?year=2022").isShownNothing();
    stranger.open("/rollup/653001" + form.substring("/self-evaluations".length())).isShownNothing();
  }
}
