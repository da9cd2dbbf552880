package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A unit sets the goal of a project, finance returns it at one cell, sees old and new beside each other, grades and approves it (S16,
 * S17); then it is to be published, and is, after somebody else reviewed what may be seen.
 */
@ExtendWith(Product.class)
class GoalIsSetStory {

  private static final String PROJECT = "教师培训专项经费";
  private static final Path PUBLISHED = Path.of("src/test/resources/org/jiheng/infra/stories/published-goal.json");

  @Test
  void aGoalIsSetReturnedAtACellMendedApprovedAndPublishedAndTheOtherCountySeesNoneOfIt(Product product) {
    try (Person clerk = product.signedIn("artux.clerk"); Person stranger = product.signedIn("akto.clerk")) {
      String form = clerkSetsTheGoal(clerk);
      stranger.open(form).isShownNothing();
      try (Person approver = product.signedIn("artux.approver"); Person reviewer = product.signedIn("artux.reviewer");
          Person section = product.signedIn("artux.section"); Person office = product.signedIn("artux.office")) {
        passes(approver, "主管部门审核中");
        passes(reviewer, "财政初审中");
        sectionReturnsOneCell(section);
        clerkMendsThatCell(clerk);
        passes(approver, "主管部门审核中");
        passes(reviewer, "财政初审中");
        try (Person colleague = product.signedIn("artux.section")) {
          colleague.openFromWorkList(PROJECT);
          colleague.page.click("#sheet");
          sectionGrades(section);
          colleagueIsToldAndOverwritesNothing(colleague);
        }
        section.move("pass");
        section.sees("财政复审中");
        passes(office, "终审通过");
        isPublished(clerk, approver);
      }
      stranger.open(form).isShownNothing();
      assertThat(clerk.pageErrors()).isEmpty();
    }
  }

  private static String clerkSetsTheGoal(Person clerk) {
    clerk.open("/goals?year=2022");
    assertThat(clerk.page.locator(".coverage")).containsText("应设目标的项目");
    clerk.picture("goals-list");
    clerk.page.click("#begin");
    clerk.page.locator("vaadin-combo-box#project input").fill(PROJECT);
    clerk.page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText(PROJECT)).first().click();
    clerk.page.click("#begin-form");
    clerk.page.waitForURL(Pattern.compile(".*/goals/[0-9a-f-]{36}.*"));
    clerk.isAtAForm();
    clerk.sees("待送审");
    String form = clerk.formAddress();
    clerk.importFile(PUBLISHED);
    assertThat(clerk.page.locator(".import-preview")).containsText("新增 5 行指标");
    clerk.takeImport();

    // how each target was understood, and what the checks ask, stands in its cell
    assertThat(clerk.line("培训教师人次").locator(".understood")).hasText("定量 ≥320人次");
    assertThat(clerk.line("培训完成时间").locator(".understood")).hasText("时限 2022-11-30");
    assertThat(clerk.page.locator("#move-submit")).isDisabled();
    clerk.isTold("满意度指标值“≥79%”");
    clerk.picture("goal-checks");
    clerk.type("参训教师满意度", "annual", "≥90%");
    clerk.move("submit");
    clerk.sees("单位审核中");
    return form;
  }

  private static void passes(Person person, String next) {
    person.openFromWorkList(PROJECT);
    person.move("pass");
    person.sees(next);
  }

  private static void sectionReturnsOneCell(Person section) {
    section.openFromWorkList(PROJECT);
    section.isTold("请先填完绩效目标审核表");
    section.cell("培训教师人次", "annual").focus();
    section.page.keyboard().press("F2");
    section.give("指标或目标不合理", "在册教师 360 人,请按全员培训核定。");
    section.move("return");
    section.give("指标或目标不合理", "培训人次偏低,请按全员培训核定。");
    section.sees("被退回");
  }

  private static void clerkMendsThatCell(Person clerk) {
    clerk.openFromWorkList(PROJECT);
    assertThat(clerk.cell("培训教师人次", "annual")).hasClass(Pattern.compile(".*returned.*"));
    assertThat(clerk.cell("培训合格率", "annual").locator("[data-cell]")).hasCount(0);
    clerk.type("培训教师人次", "annual", "≥360人次");
    clerk.move("submit");
    clerk.sees("单位审核中");
  }

  /** The sheet was opened before somebody else filled it in: what is typed there now is not kept over it. */
  private static void colleagueIsToldAndOverwritesNothing(Person colleague) {
    colleague.page.locator("vaadin-text-area#opinion textarea").fill("指标偏低");
    colleague.page.click("#keep-sheet");
    colleague.isTold("在您打开审核表之后作了修改");
    assertThat(colleague.page.locator("#theirs h3")).isVisible();
    assertThat(colleague.page.locator("vaadin-text-area#opinion textarea")).hasValue("指标偏低");
    colleague.picture("goal-sheet-overtaken");
    colleague.page.locator("vaadin-text-area#opinion textarea").fill("指标偏低,请与上年完成情况比较");
    colleague.page.keyboard().press("Escape");
    colleague.isAskedWhetherToDropTyped();
    colleague.picture("typed-not-kept");
    colleague.keepsTyped();
    assertThat(colleague.page.locator("vaadin-text-area#opinion textarea")).hasValue("指标偏低,请与上年完成情况比较");
  }

  private static void sectionGrades(Person section) {
    section.openFromWorkList(PROJECT);
    Locator cell = section.cell("培训教师人次", "annual");
    assertThat(cell).containsText("≥360人次");
    assertThat(cell.locator(".cell-before")).hasText("原:≥320人次");
    section.page.click("#sheet");
    for (String item : new String[] {"WELL_FORMED", "CLEAR", "RELATED", "SOUND_INDICATORS", "REASONABLE", "WORTH_ITS_MONEY", "POSSIBLE", "PREPARED"}) {
      section.page.locator("vaadin-select#item-" + item).click();
      section.page.locator("vaadin-select#item-" + item + " vaadin-select-list-box vaadin-select-item", new Page.LocatorOptions().setHasText("优")).click();
    }
    section.picture("goal-sheet");
    section.page.click("#keep-sheet");
    assertThat(section.page.locator("vaadin-select#item-CLEAR")).hasCount(0);
  }

  /** It lies on the unit's work list until it is written down where it was published. */
  private static void isPublished(Person clerk, Person approver) {
    openDuty(clerk);
    assertThat(clerk.page.locator("#act-PUBLISH")).isDisabled();
    assertThat(clerk.page.locator(".refusal").first()).containsText("尚未通过保密审查");
    clerk.page.click("#act-PROPOSE");
    clerk.page.locator("vaadin-select#secrecy").click();
    clerk.page.locator("vaadin-select#secrecy vaadin-select-list-box vaadin-select-item[label='公开']").click();
    clerk.page.click("#give");
    assertThat(clerk.page.locator(".status")).hasText("保密审查中");
    openDuty(approver);
    approver.page.click("#act-AGREE");
    if (approver.isAskedToProve(approver.page.locator(".status:text-is('待公开')"))) {
      approver.page.click("#act-AGREE");
    }
    assertThat(approver.page.locator(".status")).hasText("待公开");
    openDuty(clerk);
    clerk.page.click("#act-PUBLISH");
    clerk.page.locator("vaadin-text-field#place input").fill("市政府门户网站预算公开专栏");
    refusedAndNothingTypedIsLost(clerk);
    // a fresh login is asked for first, however soon this comes: what was typed stands there again afterwards
    clerk.page.waitForTimeout(Long.parseLong(System.getenv("JIHENG_FRESH_LOGIN_SECONDS")) * 1000 + 6000);
    clerk.page.click("#give");
    assertThat(clerk.isAskedToProve(clerk.page.locator(".status:text-is('已公开')"))).isTrue();
    assertThat(clerk.page.locator("vaadin-text-field#place input")).hasValue("市政府门户网站预算公开专栏");
    assertThat(clerk.page.locator("vaadin-text-field#address input")).hasValue("https://www.example.gov.cn/ys");
    clerk.picture("goal-publish-proved");
    escapesAndStays(clerk);
    clerk.page.click("#give");
    assertThat(clerk.page.locator(".status")).hasText("已公开");
    clerk.picture("goal-published");
    assertThat(clerk.hasWork(PROJECT)).isFalse();
  }

  /** What is refused, and what Escape would drop, stands there to be mended. */
  private static void refusedAndNothingTypedIsLost(Person clerk) {
    Locator web = clerk.page.locator("vaadin-text-field#address input");
    web.fill("www.example.gov.cn/ys");
    clerk.page.click("#give");
    clerk.isTold("网址以 http 开头");
    assertThat(web).hasValue("www.example.gov.cn/ys");
    clerk.picture("goal-publish-refused");
    escapesAndStays(clerk);
    assertThat(clerk.page.locator("vaadin-text-field#place input")).hasValue("市政府门户网站预算公开专栏");
    web.fill("https://www.example.gov.cn/ys");
  }

  private static void escapesAndStays(Person clerk) {
    clerk.page.keyboard().press("Escape");
    clerk.isAskedWhetherToDropTyped();
    clerk.keepsTyped();
  }

  private static void openDuty(Person person) {
    person.open("/");
    person.page.locator(".work a.title", new Page.LocatorOptions().setHasText(PROJECT)).click();
    assertThat(person.page.locator(".duty h1")).hasText(PROJECT);
  }
}
