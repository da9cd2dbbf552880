package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jiheng.infra.server.LibraryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What cannot be is refused where it is typed, in a sentence that says why, and leaves nothing behind. */
@ExtendWith(Product.class)
class BadInputsStory {

  /** A year of its own: what other stories count stays as it is. */
  private static final int YEAR = 2026;
  private static final String COUNTY = "653023";
  private static final String CODES = "65302326T700000";

  // --- units

  @Test
  void aUnitIsNeitherMovedBelowItselfNorTakenFromAnotherCounty(Product product) throws Exception {
    try (Person office = product.signedIn("akqi.office")) {
      String before = product.asked("select string_agg(code || name, ' ' order by code) from j_653023.unit");
      isNotMovedBelowItself(office);
      isNotTakenFromAnotherCounty(office);
      assertThat(product.asked("select string_agg(code || name, ' ' order by code) from j_653023.unit")).isEqualTo(before);
      assertThat(office.pageErrors()).isEmpty();
    }
  }

  /** Not below itself, and not below what stands below it. */
  private static void isNotMovedBelowItself(Person office) {
    office.open("/units/103");
    for (String below : new String[] {"103009", "103001009"}) {
      office.page.click("#move-unit");
      Dialogs.types(office, "new-code", below);
      office.page.locator("#new-code input").press("Tab");
      assertThat(office.page.locator(".prospect .problem").first()).hasText("不能划到本单位自己的下级。");
      Dialogs.types(office, "comment", "机构改革方案");
      office.picture("unit-below-itself");
      Dialogs.refused(office, "不能划到本单位自己的下级");
      Dialogs.givesUp(office);
    }
    office.open("/units/103");
    office.page.click("#merge-unit");
    Dialogs.picks(office, "into", "103001");
    assertThat(office.page.locator(".prospect .problem").first()).hasText("不能划到本单位自己的下级。");
    Dialogs.types(office, "comment", "机构改革方案");
    Dialogs.refused(office, "不能划到本单位自己的下级");
    Dialogs.givesUp(office);
  }

  private static void isNotTakenFromAnotherCounty(Person office) {
    office.open("/units");
    office.page.click("#add-unit");
    Dialogs.types(office, "unit-code", "197");
    Dialogs.types(office, "unit-name", "邻县供水站");
    Dialogs.types(office, "responsible", "陈立峰");
    Dialogs.types(office, "comment", "机构设置批复");
    Dialogs.types(office, "credit-code", "91653022MA7D4E5F65");
    Dialogs.gives(office);
    assertThat(office.page.locator("#credit-code")).containsText("校验码不符");
    Dialogs.types(office, "credit-code", "91653022MA7D4E5F64");
    Dialogs.refused(office, "统一社会信用代码登记在区划 653022,不是本县市的单位");
    Dialogs.givesUp(office);
  }

  // --- a library taken in

  @Test
  void anotherCountysListIsToldAndAnImportStoppedInTheMiddleLeavesNothing(Product product) throws Exception {
    try (Person office = product.signedIn("akqi.office")) {
      office.open("/project-import");
      isOfAnotherCounty(office, new LibraryFile("653022", CODES, YEAR, 2, 3).written(_ -> { }));
      isStoppedInTheMiddle(product, office, new LibraryFile(COUNTY, CODES, YEAR, 600, 3).written(_ -> { }));
      assertThat(product.asked("select count(*) from j_653023.project where fiscal_year = ?", YEAR)).isEqualTo("0");
      assertThat(product.asked("select count(*) from j_653023.goal where fiscal_year = ?", YEAR)).isEqualTo("0");
      office.open("/projects?year=" + YEAR);
      assertThat(office.page.locator(".totals")).containsText("共 0 个项目");
      assertThat(office.pageErrors()).isEmpty();
    }
  }

  private static void isOfAnotherCounty(Person office, Path file) {
    handsIn(office, file);
    Locator problem = office.page.locator("#intake-problems tr", new Page.LocatorOptions().setHasText("区划代码")).first();
    assertThat(problem).containsText("653022");
    assertThat(office.page.locator("#take-intake")).hasCount(0);
    office.picture("import-of-another-county");
  }

  private static void handsIn(Person office, Path file) {
    office.page.locator("vaadin-upload input[type=file]").setInputFiles(file);
    Dialogs.isClosed(office);
    assertThat(office.page.locator("#intake-counts")).containsText(file.getFileName().toString());
  }

  /** It is held up at its first rows, stopped there, and let go. */
  private static void isStoppedInTheMiddle(Product product, Person office, Path file) throws SQLException {
    handsIn(office, file);
    assertThat(office.page.locator("#intake-counts")).containsText("新增项目 600 个");
    try (Product.HeldUp _ = product.writingHeldUp("j_653023.project")) {
      office.page.click("#take-intake");
      office.page.waitForCondition(() -> waits(product));
      assertThat(office.page.locator("vaadin-dialog[opened]")).containsText("已写入 0 个项目");
      office.page.locator("vaadin-dialog[opened] vaadin-button:has-text('停止')").click();
      office.picture("import-being-stopped");
    }
    assertThat(office.page.locator("vaadin-dialog[opened]")).containsText("已停止,没有留下任何内容");
    office.picture("import-stopped");
    office.page.click("#close-long-work");
    assertThat(office.page.locator("#intake-taken")).hasCount(0);
  }

  private static boolean waits(Product product) {
    try {
      return !product.asked("select count(*) from pg_locks where relation = 'j_653023.project'::regclass and not granted").equals("0");
    } catch (SQLException unasked) {
      throw new IllegalStateException(unasked);
    }
  }

  // --- a goal past its day

  @Test
  void aTargetIsNotMovedAfterTheSecondNodeUnlessTheOfficeOpensItWithAReason(Product product) throws Exception {
    String goal = "/goals/" + product.asked("select r.id::text from j_653023.review r where r.form_type = 'GOAL' and r.state = 'APPROVED' and r.unit = '101001' "
        + "order by r.title limit 1");
    try (Person clerk = product.signedIn("akqi.clerk"); Person office = product.signedIn("akqi.office")) {
      clerk.open(goal).isAtAForm();
      clerk.move("adjust");
      Dialogs.types(clerk, "comment", "任务量增加,调整指标值");
      clerk.page.locator("#give-reason:not([disabled])").click();
      clerk.page.waitForURL(url -> url.contains("/goals/") && !url.contains(goal));
      clerk.isAtAForm();
      String adjustment = clerk.formAddress();
      Locator target = clerk.page.locator("tr[data-line] [data-cell$='/annual']").first();
      String approved = target.inputValue();
      types(clerk, target, approved.replaceFirst("[0-9]+", "1"));
      clerk.isTold("之后不再调整指标、指标值和分值");
      assertThat(clerk.page.locator("#move-submit")).isDisabled();
      clerk.picture("goal-past-its-day");
      officeOpens(office, goal);
      clerk.open(adjustment).isAtAForm();
      assertThat(clerk.page.locator(".findings, .cell-problem").filter(new Locator.FilterOptions().setHasText("之后不再调整指标、指标值和分值"))).hasCount(0);
      clerk.move("give_up");
      clerk.sees("已取消");
      assertThat(clerk.pageErrors()).isEmpty();
      assertThat(office.pageErrors()).isEmpty();
    }
  }

  private static void types(Person person, Locator cell, String text) {
    cell.fill(text);
    cell.blur();
    person.waitUntilKept();
  }

  private static void officeOpens(Person office, String goal) {
    office.open(goal).isAtAForm();
    office.page.click("#open-adjusting");
    Dialogs.types(office, "comment", "上级追加任务,同意调整");
    office.page.locator("#give-reason:not([disabled])").click();
    Dialogs.isClosed(office);
  }

  // --- an indicator past its time

  private static final String INDICATOR = "营养改善计划受益学生数";

  @Test
  void anIndicatorThatDoesNotHoldAnyMoreIsToldWhereItWasTaken(Product product) {
    try (Person clerk = product.signedIn("akqi.clerk"); Person office = product.signedIn("akqi.office")) {
      clerk.open("/goals?year=2023");
      clerk.page.click("#begin");
      Dialogs.picks(clerk, "project", "智慧校园平台建设");
      clerk.page.click("#begin-form");
      clerk.page.waitForURL(url -> url.matches(".*/goals/[0-9a-f-]{36}.*"));
      clerk.isAtAForm();
      String goal = clerk.formAddress();
      takesFromTheLibrary(clerk);
      assertThat(clerk.line(INDICATOR)).hasCount(1);
      decides(office, "stop", "停用");
      clerk.open(goal).isAtAForm();
      assertThat(clerk.line(INDICATOR).locator(".cell-problem").filter(new Locator.FilterOptions().setHasText("已停用"))).hasCount(1);
      clerk.picture("indicator-past-its-time");
      decides(office, "resume", "生效");
      clerk.open(goal).isAtAForm();
      assertThat(clerk.line(INDICATOR).locator(".cell-problem").filter(new Locator.FilterOptions().setHasText("已停用"))).hasCount(0);
      assertThat(clerk.pageErrors()).isEmpty();
      assertThat(office.pageErrors()).isEmpty();
    }
  }

  private static void takesFromTheLibrary(Person clerk) {
    clerk.page.click("#library");
    Dialogs.types(clerk, "suggest-text", INDICATOR);
    // the list before it answers to the name is there for a moment
    Locator found = clerk.page.locator("vaadin-dialog[opened] li", new Page.LocatorOptions().setHasText(INDICATOR)).first();
    assertThat(found).containsText("100.00%");
    found.locator("vaadin-button").click();
    Dialogs.isClosed(clerk);
  }

  private static void decides(Person office, String move, String state) {
    office.open("/library?q=" + INDICATOR);
    office.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(INDICATOR)).first().click();
    office.page.click("#move-" + move);
    Dialogs.types(office, "comment", "按本年度要求调整");
    office.page.locator("#give-reason:not([disabled])").click();
    assertThat(office.page.locator(".library-head")).containsText(state);
  }
}
