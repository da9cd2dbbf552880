package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * New projects ask for money (S12–S15): the budget list keeps out what was not evaluated, not supported, or has a condition open; the
 * unit reports, finance closes, the project enters. A specialised project is not concluded without its third party; a leader opens
 * the gate of an emergency, and it stays in sight.
 */
@ExtendWith(Product.class)
class NewProjectOnItsWayToMoneyStory {

  private static final String MONITORING = "校园安全监控更新";
  private static final String DORMITORY = "教师周转宿舍改造";
  private static final byte[] PDF = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  @Test
  void aNewProjectEntersTheBudgetWhenItsEvaluationLetsIt(Product product) throws Exception {
    try (Person budget = product.signedIn("artux.budget")) {
      keepsOut(budget);
      looksAtSeveralTogether(budget);
      looksAtAYearThatIsOver(budget);
      readsOfNoGateAtAConfidentialOne(budget);
      seesLastYearsResult(budget);
      try (Person clerk = product.signedIn("artux.clerk"); Person section = product.signedIn("artux.section")) {
        reports(clerk);
        closes(section);
        assertThat(clerk.pageErrors()).isEmpty();
        assertThat(section.pageErrors()).isEmpty();
      }
      enters(budget);
      try (Person leader = product.signedIn("artux.leader"); Person office = product.signedIn("artux.office")) {
        opensTheGate(leader);
        waitsForTheThirdParty(office);
        assertThat(leader.pageErrors()).isEmpty();
        assertThat(office.pageErrors()).isEmpty();
      }
      assertThat(budget.pageErrors()).isEmpty();
    }
  }

  /** The cells of a project's row; the grid keeps its columns in the order of the page. */
  private static Locator project(Person person, String name) {
    return person.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(name)).first();
  }

  private static void only(Person person, String name) {
    person.open("/budget?year=2023&q=" + name);
    assertThat(project(person, name)).isVisible();
  }

  private static Locator said(Person person, String text) {
    return person.page.locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText(text)).first();
  }

  private static void keepsOut(Person budget) {
    budget.open("/budget?year=2023");
    assertThat(project(budget, DORMITORY)).isVisible();
    assertThat(said(budget, "新增项目未开展事前绩效评估")).isVisible();
    assertThat(said(budget, "结论为不支持")).isVisible();
    assertThat(said(budget, "条件尚有 1 项未销号")).isVisible();
    assertThat(budget.page.locator(".totals")).containsText("不得进入");
    assertThat(budget.page.locator(".totals")).containsText("涉密 1");
    assertThat(said(budget, "涉密,线下办理")).isVisible();
    budget.keep("budget-list");
    only(budget, MONITORING);
    choose(budget, "enter");
    gives(budget);
    budget.isTold("按规定目前不能办理");
  }

  /** Several go in together; before anything is done each is told what would become of it, and why not. */
  private static void looksAtSeveralTogether(Person budget) {
    budget.open("/budget?year=2023");
    assertThat(project(budget, DORMITORY)).isVisible();
    Locator boxes = budget.page.locator("vaadin-grid-cell-content vaadin-checkbox:visible");
    boxes.nth(1).locator("input").check();
    boxes.nth(2).locator("input").check();
    boxes.nth(3).locator("input").check();
    budget.page.click("#batch-enter");
    Locator preview = budget.page.locator("vaadin-dialog[opened]");
    assertThat(preview.locator("li")).hasCount(3);
    assertThat(preview).containsText("入预算 · 年中追加");
    budget.keep("budget-together");
    budget.page.keyboard().press("Escape");
    assertThat(budget.page.locator("vaadin-dialog[opened]")).hasCount(0);
  }

  /** What nothing enters any more offers nothing, and says why. */
  private static void looksAtAYearThatIsOver(Person budget) {
    budget.open("/budget?year=2022");
    assertThat(budget.page.locator("main")).containsText("2022 年已结束");
    assertThat(budget.page.locator("#batch-enter, #batch-allocate")).hasCount(0);
  }

  /** It passes its gates off the platform: none of them repeats that on its page. */
  private static void readsOfNoGateAtAConfidentialOne(Person budget) {
    budget.open("/budget?year=2023&standing=CONFIDENTIAL");
    budget.page.locator("vaadin-grid a").first().click();
    assertThat(budget.page.locator(".project h1")).isVisible();
    assertThat(budget.page.locator("[data-gate]")).hasCount(0);
  }

  /** The unit's last result stands beside what it asks for, and leads to the form (S50). */
  private static void seesLastYearsResult(Person budget) {
    budget.open("/budget?year=2023");
    Locator result = budget.page.locator("vaadin-grid a[href*='self-evaluations']").first();
    assertThat(result).isVisible();
    budget.keep("budget-list-last-result");
    result.click();
    assertThat(budget.page.locator("h1").first()).isVisible();
  }

  private static void choose(Person person, String act) {
    person.page.locator("vaadin-grid vaadin-checkbox").last().locator("input").check();
    person.page.click("#batch-" + act);
  }

  private static void gives(Person person) {
    person.page.click("#give");
  }

  private static void taken(Person person) {
    gives(person);
    assertThat(person.page.locator("vaadin-dialog[opened]")).hasCount(0);
  }

  private static void reports(Person clerk) {
    clerk.open("/");
    clerk.page.locator(".work a", new Page.LocatorOptions().setHasText(MONITORING)).first().click();
    assertThat(clerk.page.locator(".condition")).containsText("待落实");
    assertThat(clerk.page.locator("#judged")).containsText("事前绩效评估报告(签章稿).pdf");
    clerk.keep("ex-ante-form");
    clerk.page.click("#report-condition-1");
    clerk.page.locator("#condition-words textarea").fill("运维人员和经费均已落实");
    gives(clerk);
    assertThat(clerk.page.locator("vaadin-dialog[opened]")).containsText("须附证明材料");
    clerk.page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload("落实证明.pdf", "application/pdf", PDF));
    taken(clerk);
    assertThat(clerk.page.locator(".condition")).containsText("已报告");
  }

  private static void closes(Person section) {
    section.open("/ex-ante-conditions?year=2023");
    assertThat(section.page.locator("vaadin-grid")).containsText("已报告");
    assertThat(section.page.locator("main")).containsText("待销号");
    assertThat(section.page.locator(".shell-nav a[highlight]")).hasText("评估条件");
    section.keep("conditions");
    section.open("/ex-ante?year=2023&q=" + MONITORING);
    assertThat(project(section, MONITORING)).isVisible();
    section.keep("ex-ante-list");
    project(section, MONITORING).click();
    assertThat(section.page.locator("#conclusion")).containsText("部分支持");
    section.page.click("#close-condition-1");
    section.page.locator("#condition-words textarea").fill("已核实");
    taken(section);
    assertThat(section.page.locator(".condition")).containsText("已销号");
  }

  private static void enters(Person budget) {
    only(budget, MONITORING);
    assertThat(said(budget, "可入预算")).isVisible();
    choose(budget, "enter");
    taken(budget);
    assertThat(said(budget, "已入预算")).isVisible();
    // it has entered; what keeps its money now is that nobody has begun a goal for it (S17)
    assertThat(said(budget, "没有绩效目标,不得安排预算")).isVisible();
  }

  private static void opensTheGate(Person leader) {
    only(leader, DORMITORY);
    choose(leader, "open");
    leader.page.locator("#comment textarea").fill("抗震加固,先行安排");
    taken(leader);
    assertThat(said(leader, "特批放行:抗震加固,先行安排")).isVisible();
    leader.keep("gate-opened");
  }

  private static void waitsForTheThirdParty(Person office) {
    office.open("/ex-ante?year=2023&q=智慧课堂");
    project(office, "智慧课堂系统建设").click();
    assertThat(office.page.locator(".facts li").first()).isVisible();
    assertThat(office.page.locator("table.ex-ante")).containsText("按起草时的规定");
    office.keep("ex-ante-checks");
    office.page.click("#conclude");
    office.page.locator("#opinion textarea").fill("立项依据充分,同意");
    office.keep("conclude");
    gives(office);
    office.isTold("须由第三方再评估");
  }
}
