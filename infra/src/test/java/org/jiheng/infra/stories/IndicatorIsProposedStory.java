package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A department proposes an indicator, finance sends it back and then confirms it, and a unit finds it; the prefecture shares its own. */
@ExtendWith(Product.class)
class IndicatorIsProposedStory {

  private static final String NAME = "校园心理辅导覆盖学生数";
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Test
  void aDepartmentProposesFinanceConfirmsAndTheUnitFindsIt(Product product) {
    try (Person reviewer = product.signedIn("artux.reviewer"); Person section = product.signedIn("artux.section"); Person clerk = product.signedIn("artux.clerk")) {
      proposes(reviewer);
      section.open("/library?state=PROPOSED&q=" + NAME);
      opens(section, NAME);
      section.page.click("#move-return");
      section.page.locator("#comment textarea").fill("请补充指标解释和数据来源");
      section.page.locator("#give-reason:not([disabled])").click();
      assertThat(section.page.locator(".library-head")).containsText("被退回");

      reviewer.open("/library?q=" + NAME);
      opens(reviewer, NAME);
      assertThat(reviewer.page.locator(".library-head")).containsText("请补充指标解释和数据来源");
      reviewer.page.click("#move-revise");
      reviewer.page.locator("#field-explanation textarea").fill("全年接受心理辅导的在校学生数,按学籍人数去重");
      reviewer.page.click("#give");
      assertThat(reviewer.page.locator(".library-head")).containsText("待确认");

      section.open("/library?q=" + NAME);
      opens(section, NAME);
      section.page.click("#move-confirm");
      assertThat(section.page.locator(".library-head")).containsText("生效");
      section.keep("indicator");

      clerk.open("/library?q=" + NAME);
      opens(clerk, NAME);
      assertThat(clerk.page.locator("#versions")).containsText("第 2 版");
      assertThat(clerk.page.locator("#versions")).containsText("指标解释");
      assertThat(clerk.page.locator("#versions")).containsText("第 1 版 未启用");
      assertThat(clerk.page.locator(".library-entry .form-bar button, .library-entry .form-bar vaadin-button")).hasCount(0);
      assertThat(clerk.pageErrors()).isEmpty();
      assertThat(section.pageErrors()).isEmpty();
      assertThat(reviewer.pageErrors()).isEmpty();
    }
  }

  private static void proposes(Person reviewer) {
    reviewer.open("/library");
    reviewer.keep("library");
    reviewer.page.click("#propose");
    chooses(reviewer, "field-level1", "产出指标");
    chooses(reviewer, "field-level2", "数量指标");
    reviewer.page.locator("#field-level3 input").fill(NAME);
    picks(reviewer, "field-kind", "定量");
    chooses(reviewer, "field-unit", "人");
    reviewer.page.click("#give");
    assertThat(reviewer.page.locator("#field-sign [slot='error-message']")).containsText("定量指标须填计算符号");
    reviewer.keep("propose");
    picks(reviewer, "field-sign", "≥");
    reviewer.page.click("#give");
    assertThat(reviewer.page.locator("vaadin-dialog[opened]")).hasCount(0);
  }

  private static void chooses(Person person, String field, String what) {
    Locator input = person.page.locator("#" + field + " input");
    input.fill(what);
    input.press("Enter");
    input.press("Tab");
  }

  private static void picks(Person person, String field, String what) {
    person.page.locator("vaadin-select#" + field).click();
    person.page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText(what)).first().click();
  }

  private static void opens(Person person, String name) {
    person.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(name)).first().click();
    assertThat(person.page.locator(".library-entry")).isVisible();
  }

  @Test
  void thePrefectureSharesItsLibraryAndTakesAFileIn(Product product) throws IOException {
    try (Person prefecture = product.signedIn("kizilsu.oversight"); Person office = product.signedIn("akqi.office")) {
      prefecture.open("/library");
      assertThat(prefecture.page.locator(".totals")).containsText("共 573 项指标");
      prefecture.page.click("#sharing");
      assertThat(prefecture.page.locator("#shares")).containsText("全部县市");
      assertThat(prefecture.page.locator("#shares vaadin-button")).hasCount(1);
      prefecture.keep("sharing");
      prefecture.page.keyboard().press("Escape");

      prefecture.open("/library?industry=%E4%BA%A4%E9%80%9A");
      Path file = prefecture.page.waitForDownload(() -> prefecture.page.click("#export")).path();
      prefecture.page.click("#import-library");
      prefecture.page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload("指标库.xlsx", XLSX, withAnotherLine(file)));
      assertThat(prefecture.page.locator(".import-preview")).containsText("将新增 1 项,修订 0 项;14 项没有变化");
      prefecture.keep("import");
      prefecture.page.locator("#take-import:not([disabled])").click();
      prefecture.page.click("#close-long-work");

      office.open("/library?q=%E5%B7%A5%E5%BA%8F");
      assertThat(office.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText("隐蔽工序验收率"))).isVisible();
      assertThat(office.pageErrors()).isEmpty();
      assertThat(prefecture.pageErrors()).isEmpty();
    }
  }

  private static byte[] withAnotherLine(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file); XSSFWorkbook workbook = new XSSFWorkbook(in); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      var sheet = workbook.getSheetAt(0);
      Row row = sheet.createRow(sheet.getLastRowNum() + 1);
      row.createCell(1).setCellValue("产出指标");
      row.createCell(2).setCellValue("质量指标");
      row.createCell(3).setCellValue("隐蔽工序验收率");
      row.createCell(5).setCellValue("定量");
      row.createCell(6).setCellValue("≥");
      row.createCell(8).setCellValue("%");
      workbook.write(out);
      return out.toByteArray();
    }
  }
}
