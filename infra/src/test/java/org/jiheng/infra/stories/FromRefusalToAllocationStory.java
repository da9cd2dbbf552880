package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jiheng.app.exante.ExAnteCells;
import org.jiheng.app.exante.ExAnteTemplate;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.MoneyLine;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.review.CellKey;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One project from its refusal to its money (S12–S17): kept out without an evaluation, with a condition open, and from allocation
 * without an approved goal, each time with the sentence that is true just then; let in as soon as nothing stands in the way. Then it is
 * supplemented, by another document, up to what finance supports and no further.
 */
@ExtendWith(Product.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FromRefusalToAllocationStory {

  private static final String PROJECT = "乡村小学饮水净化";
  private static final String DOCUMENT = "陶财预〔2023〕21号";
  private static final String SECOND = "陶财预〔2023〕35号";
  private static final String CONDITION = "落实净水设备的维护人员和经费";
  private static final int YEAR = 2023;

  @Test
  @Order(1)
  void aProjectThatWasRefusedComesToItsMoneyOnceItIsEvaluatedAndItsGoalApproved(Product product) {
    try (Person clerk = product.signedIn("akto.clerk"); Person budgetSection = product.signedIn("akto.budget")) {
      BudgetDesk budget = new BudgetDesk(budgetSection, YEAR);
      enters(clerk);
      isRefusedUnevaluated(budget);
      try (Person approver = product.signedIn("akto.approver"); Person reviewer = product.signedIn("akto.reviewer");
          Person section = product.signedIn("akto.section"); Person office = product.signedIn("akto.office")) {
        List<Person> everybody = List.of(clerk, budgetSection, approver, reviewer, section, office);
        evaluates(clerk);
        budget.looksAt(PROJECT);
        budget.reads("事前绩效评估尚无财政结论");
        passes(approver, "主管部门审核中");
        passes(reviewer, "财政初审中");
        passes(section, "财政复审中");
        concludes(office);
        isRefusedWithItsConditionOpen(budget);
        reportsOnTheCondition(clerk);
        closesTheCondition(section);
        entersTheBudgetAndWaitsForItsGoal(budget);
        setsTheGoal(clerk);
        budget.looksAt(PROJECT);
        budget.reads("绩效目标尚未审定,不得安排预算");
        passes(approver, "主管部门审核中");
        passes(reviewer, "财政初审中");
        returnsOneCell(section);
        budget.looksAt(PROJECT);
        budget.reads("绩效目标被退回、尚未调整,不得安排预算");
        mends(clerk);
        passes(approver, "主管部门审核中");
        passes(reviewer, "财政初审中");
        gradesAndPasses(section);
        passes(office, "终审通过");
        isAllocated(budget);
        seesItsMoney(clerk);
        everybody.forEach(person -> assertThat(person.pageErrors()).isEmpty());
      }
    }
  }

  private static void enters(Person clerk) {
    clerk.open("/projects?year=" + YEAR);
    clerk.page.click("#enter-project");
    Dialogs.types(clerk, "project-name", PROJECT);
    clerk.page.locator("#provisional input").check();
    Dialogs.types(clerk, "leader", "王晓峰");
    Dialogs.types(clerk, "content", "为 3 所村小更换净水设备 12 台。");
    Dialogs.types(clerk, "investment", "-30");
    clerk.page.click("#give-project");
    assertThat(clerk.page.locator("#investment")).containsText("金额不能为负数");
    Dialogs.types(clerk, "investment", "30");
    clerk.page.click("#give-project");
    clerk.page.waitForURL(Pattern.compile(".*/projects/[0-9a-f-]{36}.*"));
    assertThat(clerk.page.locator("[data-stage='EX_ANTE'][data-missing='true']")).containsText("未开展");
  }

  private static void isRefusedUnevaluated(BudgetDesk budget) {
    budget.looksAt(PROJECT);
    budget.reads("不得进入");
    budget.reads("新增项目未开展事前绩效评估,不得进入预算");
    budget.beginsToEnter(PROJECT, "20");
    Dialogs.refused(budget.person(), "新增项目未开展事前绩效评估,不得进入预算");
    budget.person().picture("way-1-refused");
    budget.beginsToAllocate(PROJECT, DOCUMENT);
    Dialogs.refused(budget.person(), "该项目尚未入预算");
  }

  // --- the evaluation

  private static String begins(Person clerk, String forms) {
    clerk.open("/" + forms + "?year=" + YEAR);
    clerk.page.click("#begin");
    Dialogs.picks(clerk, "project", PROJECT);
    clerk.page.click("#begin-form");
    clerk.page.waitForURL(Pattern.compile(".*/" + forms + "/[0-9a-f-]{36}.*"));
    clerk.isAtAForm();
    clerk.sees("待送审");
    return clerk.formAddress();
  }

  private static void fills(Person clerk, CellKey cell, String text) {
    clerk.cell(cell.path()).fill(text);
    clerk.cell(cell.path()).blur();
  }

  private static void evaluates(Person clerk) {
    begins(clerk, "ex-ante");
    ExAnteTemplate template = ExAnteTemplate.read("standard-2023");
    template.items().forEach(item -> clerk.cell(ExAnteCells.tick(item.key()).path()).selectOption("FAIR"));
    template.vetoes().forEach(veto -> clerk.cell(ExAnteCells.veto(veto.key()).path()).selectOption(ExAnteCells.HOLDS_NOT));
    clerk.cell(ExAnteCells.method(ExAnteCells.Method.COST_BENEFIT).path()).selectOption(ExAnteCells.HOLDS);
    for (ExAnteCells.Chapter chapter : ExAnteCells.Chapter.values()) {
      fills(clerk, ExAnteCells.chapter(chapter), "为 3 所村小更换净水设备,师生满意度不低于 90%。");
    }
    fills(clerk, ExAnteCells.PERIOD_FROM, "2023-05-01");
    fills(clerk, ExAnteCells.PERIOD_UNTIL, "2024-06-30");
    fills(clerk, ExAnteCells.LEADER, "王晓峰");
    fills(clerk, ExAnteCells.PHONE, "0908-4220000");
    clerk.waitUntilKept();
    template.evidence().stream().filter(one -> one.requiredFor("OTHER")).forEach(one -> hands(clerk, one));
    saysTheMoney(clerk);
    clerk.picture("way-2-evaluation");
    clerk.move("submit");
    clerk.sees("单位审核中");
  }

  private static void hands(Person clerk, ExAnteTemplate.Evidence document) {
    String place = ExAnteCells.evidence(document.key()).path();
    clerk.page.locator("button[data-wants='attach'][data-cell-of='" + place + "']").click();
    Dialogs.handsIn(clerk, Dialogs.pdf(document.key() + ".pdf"));
    clerk.page.click("#keep-file");
    assertThat(clerk.page.locator("td.files[data-key='" + place + "']")).containsText(document.key() + ".pdf");
    Dialogs.isClosed(clerk);
  }

  /** What cannot be is said at the cell, and parts that do not come to the whole keep the form where it is. */
  private static void saysTheMoney(Person clerk) {
    CellKey first = ExAnteCells.year(ExAnteCells.Year.FIRST);
    clerk.type(ExAnteCells.AMOUNT_TOTAL.path(), "30");
    clerk.type(ExAnteCells.source(FundingSource.GENERAL_BUDGET).path(), "30");
    clerk.type(first.path(), "-20");
    clerk.isTold("金额不能为负数");
    clerk.type(first.path(), "99999999999");
    clerk.isTold("超出合理范围");
    clerk.type(first.path(), "20");
    clerk.isTold("分年度资金合计 20 万元,与总额 30 万元不一致");
    assertThat(clerk.page.locator("#move-submit")).isDisabled();
    clerk.type(ExAnteCells.year(ExAnteCells.Year.SECOND).path(), "10");
    assertThat(clerk.page.locator("#move-submit")).isEnabled();
  }

  private static void passes(Person person, String next) {
    person.openFromWorkList(PROJECT);
    person.move("pass");
    person.sees(next);
  }

  private static void concludes(Person office) {
    office.openFromWorkList(PROJECT);
    office.page.click("#conclude");
    assertThat(office.page.locator("vaadin-select#conclusion-choice")).containsText("部分支持");
    Dialogs.types(office, "opinion", "立项依据充分,压减数量后支持。");
    Dialogs.types(office, "supported", "31");
    Dialogs.refused(office, "超过申请金额");
    Dialogs.types(office, "supported", "25");
    office.page.click("#add-condition");
    Dialogs.types(office, "condition-1", CONDITION);
    Dialogs.day(office, "condition-due-1", "2023-06-30");
    office.picture("way-3-conclusion");
    Dialogs.taken(office);
    office.sees("终审通过");
    assertThat(office.page.locator("#conclusion")).containsText("部分支持");
  }

  // --- its condition

  private static void isRefusedWithItsConditionOpen(BudgetDesk budget) {
    budget.beginsToEnter(PROJECT, "20");
    budget.reads("部分支持的条件尚有 1 项未销号");
    Dialogs.refused(budget.person(), "部分支持的条件尚有 1 项未销号");
  }

  private static Locator listed(Person person) {
    return person.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(PROJECT)).first();
  }

  private static void reportsOnTheCondition(Person clerk) {
    clerk.open("/ex-ante-conditions?year=" + YEAR);
    listed(clerk).click();
    assertThat(clerk.page.locator(".condition")).containsText(CONDITION);
    clerk.page.click("#report-condition-1");
    Dialogs.types(clerk, "condition-words", "维护人员 2 名已确定,经费列入公用经费。");
    Dialogs.handsIn(clerk, Dialogs.pdf("维护安排.pdf"));
    Dialogs.taken(clerk);
    assertThat(clerk.page.locator(".condition")).containsText("已报告");
    assertThat(clerk.page.locator(".condition a")).hasText("维护安排.pdf");
  }

  private static void closesTheCondition(Person section) {
    section.open("/ex-ante?year=" + YEAR + "&q=" + PROJECT);
    listed(section).click();
    assertThat(section.page.locator(".condition a")).hasText("维护安排.pdf");
    section.page.click("#close-condition-1");
    Dialogs.types(section, "condition-words", "材料属实");
    Dialogs.taken(section);
    assertThat(section.page.locator(".condition")).containsText("已销号");
    section.picture("way-4-condition-closed");
  }

  // --- into the budget, and no further

  private static void entersTheBudgetAndWaitsForItsGoal(BudgetDesk budget) {
    budget.looksAt(PROJECT);
    budget.reads("可入预算");
    budget.reads("条件已全部销号,支持金额 25 万元");
    budget.beginsToEnter(PROJECT, "25.01");
    Dialogs.refused(budget.person(), "尚余 25 万元");
    budget.beginsToEnter(PROJECT, "20");
    Dialogs.taken(budget.person());
    budget.reads("已入预算");
    budget.reads("没有绩效目标,不得安排预算");
    budget.beginsToAllocate(PROJECT, DOCUMENT);
    Dialogs.refused(budget.person(), "没有绩效目标,不得安排预算");
    budget.person().picture("way-5-without-goal");
  }

  // --- its goal

  private static final String GOAL = """
      {"kind": "goal", "year": 2023, "title": "项目支出绩效目标申报表(2023年度):乡村小学饮水净化", "issuing_body": "第一中学",
       "annual_goal": "年内为 3 所村小更换净水设备 12 台,水质检测合格率 100%,11 月底前投入使用,师生喝上合格饮用水。",
       "indicators": [
        {"level1": "产出指标", "level2": "数量指标", "level3": "更换净水设备台数", "target": "≥12台", "weight": 20},
        {"level1": "产出指标", "level2": "质量指标", "level3": "水质检测合格率", "target": "=100%", "weight": 20},
        {"level1": "产出指标", "level2": "时效指标", "level3": "设备投用时间", "target": "2023年11月底前", "weight": 10},
        {"level1": "效益指标", "level2": "社会效益指标", "level3": "饮水达标覆盖师生比例", "target": "≥95%", "weight": 30},
        {"level1": "满意度指标", "level2": "服务对象满意度指标", "level3": "师生饮水满意度", "target": "≥90%", "weight": 10}]}
      """;

  private static void setsTheGoal(Person clerk) {
    begins(clerk, "goals");
    clerk.page.click("#import");
    clerk.page.locator("vaadin-upload input[type=file]")
        .setInputFiles(new FilePayload("目标.json", "application/json", GOAL.getBytes(StandardCharsets.UTF_8)));
    assertThat(clerk.page.locator(".import-preview")).containsText("新增 5 行指标");
    clerk.takeImport();
    clerk.type(GoalCells.money(MoneyLine.ANNUAL_TOTAL).path(), "20");
    clerk.type(GoalCells.money(MoneyLine.ANNUAL_FISCAL).path(), "15");
    clerk.isTold("各项资金合计 15 万元,与资金总额 20 万元不一致");
    assertThat(clerk.page.locator("#move-submit")).isDisabled();
    clerk.type(GoalCells.money(MoneyLine.ANNUAL_FISCAL).path(), "20");
    clerk.move("submit");
    clerk.sees("单位审核中");
  }

  private static void returnsOneCell(Person section) {
    section.openFromWorkList(PROJECT);
    section.cell("更换净水设备台数", "annual").focus();
    section.page.keyboard().press("F2");
    section.give("指标或目标不合理", "按核定金额可更换 15 台。");
    section.move("return");
    section.give("指标或目标不合理", "请按核定金额调整数量指标。");
    section.sees("被退回");
  }

  private static void mends(Person clerk) {
    clerk.openFromWorkList(PROJECT);
    assertThat(clerk.cell("更换净水设备台数", "annual")).hasClass(Pattern.compile(".*returned.*"));
    assertThat(clerk.cell("水质检测合格率", "annual").locator("[data-cell]")).hasCount(0);
    clerk.type("更换净水设备台数", "annual", "≥15台");
    clerk.move("submit");
    clerk.sees("单位审核中");
  }

  private static void gradesAndPasses(Person section) {
    section.openFromWorkList(PROJECT);
    assertThat(section.cell("更换净水设备台数", "annual").locator(".cell-before")).hasText("原:≥12台");
    section.page.click("#sheet");
    for (String item : List.of("WELL_FORMED", "CLEAR", "RELATED", "SOUND_INDICATORS", "REASONABLE", "WORTH_ITS_MONEY", "POSSIBLE", "PREPARED")) {
      Dialogs.chooses(section, "item-" + item, "优");
    }
    section.page.click("#keep-sheet");
    section.move("pass");
    section.sees("财政复审中");
  }

  // --- its money

  private static void isAllocated(BudgetDesk budget) {
    budget.looksAt(PROJECT);
    budget.reads("已入预算");
    budget.reads("绩效目标已审定");
    budget.beginsToAllocate(PROJECT, DOCUMENT);
    Dialogs.taken(budget.person());
    budget.reads("已安排");
    budget.reads("20.00");
    budget.person().picture("way-6-allocated");
  }

  private static void seesItsMoney(Person clerk) {
    clerk.open("/projects?year=" + YEAR + "&q=" + PROJECT);
    listed(clerk).click();
    assertThat(clerk.page.locator(".project .status")).hasAttribute("data-state", "EXECUTING");
    assertThat(clerk.page.locator("[data-money-of='2023'] tr").last()).containsText("20.00");
    assertThat(clerk.page.locator(".money-lines")).containsText(DOCUMENT);
    for (String stage : List.of("EX_ANTE", "GOAL")) {
      assertThat(clerk.page.locator("[data-stage='" + stage + "'][data-missing='false'] a")).isVisible();
    }
    clerk.picture("way-7-money");
  }

  // --- in the middle of the year

  /** What is left of the five 万元 the evaluation supports beyond the first twenty comes by a document of its own; then there is no more. */
  @Test
  @Order(2)
  void aSupplementComesByAnotherDocumentAndNeverBeyondWhatFinanceSupports(Product product) {
    try (Person clerk = product.signedIn("akto.clerk"); Person budgetSection = product.signedIn("akto.budget")) {
      BudgetDesk budget = new BudgetDesk(budgetSection, YEAR);
      isAskedForTooMuch(budget);
      isSupplemented(budget);
      seesBoth(clerk);
      budget.beginsToEnter(PROJECT, "0.01");
      Dialogs.refused(budgetSection, "尚余 0 万元");
      assertThat(clerk.pageErrors()).isEmpty();
      assertThat(budgetSection.pageErrors()).isEmpty();
    }
  }

  private static void isAskedForTooMuch(BudgetDesk budget) {
    budget.beginsToEnter(PROJECT, "-5");
    assertThat(budget.person().page.locator("vaadin-select#occasion")).containsText("年中追加");
    Dialogs.gives(budget.person());
    assertThat(budget.person().page.locator("#amount")).containsText("金额不能为负数");
    Dialogs.types(budget.person(), "amount", "0");
    Dialogs.refused(budget.person(), "入预算金额须大于零");
    Dialogs.types(budget.person(), "amount", "6");
    Dialogs.refused(budget.person(), "尚余 5 万元");
    Dialogs.types(budget.person(), "amount", "5");
    Dialogs.taken(budget.person());
    budget.reads("已入预算");
  }

  private static void isSupplemented(BudgetDesk budget) {
    budget.beginsToEnter(PROJECT, "1");
    Dialogs.refused(budget.person(), "尚未安排,安排后方可再追加");
    budget.beginsToAllocate(PROJECT, "");
    Dialogs.refused(budget.person(), "请填写文号");
    Dialogs.types(budget.person(), "document", DOCUMENT);
    Dialogs.refused(budget.person(), DOCUMENT + " 已用于该项目的一笔追加");
    Dialogs.types(budget.person(), "document", SECOND);
    Dialogs.taken(budget.person());
    budget.reads("已安排");
    budget.reads("年中追加");
    budget.reads("25.00");
    budget.person().picture("supplement-list");
  }

  /** What the list adds up to is what the project has: nothing at the beginning of the year, both supplements now. */
  private static void seesBoth(Person clerk) {
    clerk.open("/projects?year=" + YEAR + "&q=" + PROJECT);
    listed(clerk).click();
    assertThat(clerk.page.locator("[data-money-of='2023'] tr").last()).containsText("25.00");
    Locator lines = clerk.page.locator(".money-lines li");
    assertThat(lines.filter(new Locator.FilterOptions().setHasText("年中追加"))).hasCount(2);
    assertThat(lines.filter(new Locator.FilterOptions().setHasText(DOCUMENT))).containsText("20.00");
    assertThat(lines.filter(new Locator.FilterOptions().setHasText(SECOND))).containsText("5.00");
    clerk.picture("supplement-project");
  }
}
