package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The office sets a parameter, is told at the field what cannot be read, and sees what holds; the prefecture hands one to its counties. */
@ExtendWith(Product.class)
class ParameterIsChangedStory {

  private static final String REASON = "自治区财政厅统一要求";
  private static final String SET = "优 92 分、良 82 分、中 62 分";

  @Test
  void theOfficeSetsAParameterIsRefusedOnceAndSeesWhatHolds(Product product) throws IOException {
    try (Person office = product.signedIn("ulugqat.office"); Person section = product.signedIn("ulugqat.section")) {
      office.open("/");
      office.page.locator(".shell-nav a", new Page.LocatorOptions().setHasText("参数设置")).click();
      assertThat(office.page.locator(".totals")).containsText("项参数");
      office.keep("parameters");

      office.open("/parameters?year=2021&q=%E7%AD%89%E7%BA%A7%E5%88%86%E7%95%8C");
      opens(office, "等级分界");
      assertThat(office.page.locator(".parameter-entry")).containsText("还没有设置过");
      office.page.click("#change-parameter");
      assertThat(office.page.locator("#reach")).containsText("对 2021 年度:还在填报的表");
      grade(office, 0, "九十二");
      assertThat(told(office, 0)).containsText("这里填 0 至 100 的数");
      grade(office, 0, "92 分");
      assertThat(told(office, 0)).isEmpty();
      grade(office, 1, "93");
      assertThat(told(office, 1)).containsText("要低于上一行的 92 分");
      grade(office, 2, "62");
      office.page.locator("#comment textarea").fill(REASON);
      office.page.click("#give");
      assertThat(office.page.locator("#value-problem")).containsText("有 1 处填得不对");
      assertThat(office.page.locator("#value-0-1-1 input")).isFocused();
      office.keep("parameter-refused");

      grade(office, 1, "82");
      office.keep("parameter-mended");
      office.page.click("#give");
      assertThat(office.page.locator("#give")).hasCount(0);
      assertThat(office.page.locator("#history")).containsText(SET);
      assertThat(office.page.locator("#history")).containsText(REASON);
      assertThat(office.page.locator("#history")).containsText("现行");
      office.keep("parameter-history");
      later(office);
      office.page.click("#close-parameter");
      assertThat(cell(office, SET)).isVisible();
      assertThat(cell(office, "本级当年")).isVisible();

      office.open("/parameters?year=2021&parameter-origin=JURISDICTION_YEAR");
      Path file = office.page.waitForDownload(() -> office.page.click("#export")).path();
      try (InputStream in = Files.newInputStream(file); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
        assertThat(workbook.getSheetAt(0).getRow(1).getCell(2).getStringCellValue()).isEqualTo(SET);
      }

      section.open("/parameters?year=2021&key=grade.cut");
      assertThat(section.page.locator(".parameter-entry")).containsText(SET);
      assertThat(section.page.locator(".parameter-entry")).containsText("已送审、已办结的表");
      assertThat(section.page.locator(".parameter-entry .refusal")).containsText("由本级绩效办设置");
      assertThat(section.page.locator("#change-parameter")).isHidden();
      assertThat(office.pageErrors()).isEmpty();
      assertThat(section.pageErrors()).isEmpty();
    }
  }

  /** Sets one that does not hold yet, and takes it back. */
  private static void later(Person office) {
    office.page.click("#change-parameter");
    List.of("95", "85", "65").forEach(lowest -> grade(office, List.of("95", "85", "65").indexOf(lowest), lowest));
    Locator day = office.page.locator("#effective input");
    day.fill("2099-01-01");
    day.press("Enter");
    office.page.locator("#comment textarea").fill(REASON);
    office.page.click("#give");
    assertThat(office.page.locator("#history")).containsText("待生效");
    office.page.locator(".take-back").click();
    office.page.locator("#comment textarea").fill("下发文件已经撤销");
    office.page.click("#give");
    assertThat(office.page.locator("#history")).not().containsText("优 95 分");
  }

  /** Writes the lowest total of a grade into the table and leaves the cell. */
  private static void grade(Person office, int row, String lowest) {
    Locator field = office.page.locator("#value-0-" + row + "-1 input");
    field.fill(lowest);
    field.press("Tab");
  }

  private static Locator told(Person office, int row) {
    return office.page.locator("#value-0-" + row + "-1 [slot='error-message']");
  }

  /** Rows are added, moved and removed by the keyboard; a template of one's own begins as a copy and is written item by item. */
  @Test
  void longerValuesAreWrittenRowByRow(Product product) {
    try (Person office = product.signedIn("ulugqat.office")) {
      office.page.setViewportSize(1366, 768);
      changes(office, "task.remind.before");
      assertThat(office.page.locator("#value input")).isFocused();
      office.page.click("#add-row-0");
      assertThat(office.page.locator("#value-0-3-0 input")).isFocused();
      office.page.keyboard().type("14");
      office.page.locator("#up-0-3").press("Enter");
      assertThat(office.page.locator("#value-0-2-0 input")).hasValue("14");
      office.page.locator("#remove-0-3").press("Enter");
      assertThat(office.page.locator("#value-0-3-0")).hasCount(0);
      office.keep("parameter-rows");
      set(office);
      assertThat(office.page.locator("#history")).containsText("7、3、14 天");

      changes(office, "exante.template");
      choose(office, "#value", "本级自定");
      assertThat(office.page.locator("#add-row-2")).isVisible();
      office.keep("parameter-template-own");
      Locator points = office.page.locator("#value-2-0-3 input");
      points.fill("6");
      points.press("Tab");
      assertThat(office.page.locator(".value-sheet")).containsText("各项分值合计 101 分,须为 100 分");
      office.page.locator("#value-2-1-3 input").fill("4");
      office.page.locator("#value-2-1-3 input").press("Tab");
      assertThat(office.page.getByText("各项分值合计 101 分")).isHidden();
      // another one is looked at: what was written is there again afterwards
      choose(office, "#value", "四重点模板");
      assertThat(office.page.locator("#add-row-2")).hasCount(0);
      choose(office, "#value", "本级自定");
      assertThat(office.page.locator("#value-2-0-3 input")).hasValue("6");
      assertThat(office.page.locator("#value-2-1-3 input")).hasValue("4");
      set(office);
      assertThat(office.page.locator("#history")).containsText("2023 版");

      changes(office, "exante.thirdparty.rule");
      Locator total = office.page.locator("#value-0-0-2 input");
      total.fill("三百万");
      total.press("Tab");
      assertThat(office.page.locator("#value-0-0-2 [slot='error-message']")).containsText("填得不对");
      office.keep("parameter-third-party");
      total.fill("300");
      set(office);
      assertThat(office.page.locator("#history")).containsText("总投资达到 300 万元");

      for (String key : List.of("goal.check_levels", "goal.scheme.points", "goal.min_counts", "task.dates.monitoring_2", "duplicate.points", "goal.percent_above_hundred",
          "exante.exempt_below", "goal.adjust.lock_after")) {
        changes(office, key);
        office.keep("parameter-field-" + key);
      }
      assertThat(office.pageErrors()).isEmpty();
    }
  }

  private static void changes(Person office, String key) {
    office.open("/parameters?year=2020&key=" + key);
    office.page.click("#change-parameter");
    assertThat(office.page.locator("vaadin-dialog.asking #give")).isVisible();
  }

  private static void choose(Person office, String field, String option) {
    office.page.locator(field).locator("vaadin-select-value-button").click();
    office.page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText(option)).locator("visible=true").click();
  }

  private static void set(Person office) {
    office.page.locator("#comment textarea").fill(REASON);
    office.page.click("#give");
    assertThat(office.page.locator("#give")).hasCount(0);
  }

  private static void opens(Person person, String name) {
    person.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(name)).first().click();
    assertThat(person.page.locator(".parameter-entry")).isVisible();
  }

  private static Locator cell(Person person, String text) {
    return person.page.locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText(text)).first();
  }

  @Test
  void thePrefectureHandsAValueToItsCounties(Product product) {
    try (Person prefecture = product.signedIn("kizilsu.oversight"); Person office = product.signedIn("akqi.office")) {
      prefecture.open("/parameters?year=2022&level=TEMPLATE&q=review.route.self_evaluation");
      opens(prefecture, "自评审核流程");
      prefecture.page.click("#change-parameter");
      prefecture.page.locator("#value vaadin-checkbox", new Page.LocatorOptions().setHasText("单位审核")).click();
      prefecture.page.locator("vaadin-select#for-years").click();
      prefecture.page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText("2021 年度")).locator("visible=true").click();
      prefecture.page.locator("#comment textarea").fill(REASON);
      prefecture.keep("parameter-template");
      prefecture.page.click("#give");
      assertThat(prefecture.page.locator("#history")).containsText("主管部门审核、财政初审、财政复审");
      prefecture.page.click("#close-parameter");
      prefecture.open("/parameters?year=2021&level=TEMPLATE");
      assertThat(prefecture.page.locator(".notice")).containsText("优先于模板");
      prefecture.keep("parameters-template");

      office.open("/parameters?year=2021&q=review.route.self_evaluation");
      assertThat(cell(office, "州模板当年")).isVisible();
      assertThat(office.page.locator("#filter-level")).hasCount(0);
      assertThat(office.pageErrors()).isEmpty();
      assertThat(prefecture.pageErrors()).isEmpty();
    }
  }
}
