package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jiheng.app.intake.ProjectColumn;
import org.jiheng.infra.server.LibraryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The performance office takes a list of projects in: an error is told at its cell and nothing is written; corrected, it goes in whole. */
@ExtendWith(Product.class)
class LibraryIsTakenInStory {

  /** The year to come: what other stories count in this one stays as it is. */
  private static final int YEAR = 2024;
  private static final int PROJECTS = 12;

  private static LibraryFile library() {
    return new LibraryFile("653001", "65300124T900000", YEAR, PROJECTS, 4);
  }

  @Test
  void anErrorIsToldAtItsCellAndTheCorrectedFileIsTakenInWhole(Product product) {
    Path wrong = library().written(workbook -> {
      workbook.getSheet("项目").getRow(4).createCell(ProjectColumn.UNIT.ordinal()).setCellValue("999001");
      workbook.getSheet("项目").getRow(6).createCell(ProjectColumn.TOTAL.ordinal()).setCellValue("一百万");
    });
    try (Person office = product.signedIn("artux.office")) {
      office.open("/projects?year=2024");
      office.page.click("#intake");
      assertThat(office.page.locator("h1")).hasText("批量导入");
      assertThat(office.page.locator("#intake-template")).isVisible();
      handsIn(office, wrong);
      assertThat(office.page.locator("#intake-counts")).containsText("错误 2 处");
      assertThat(office.page.locator("#intake-problems tr", new Page.LocatorOptions().setHasText("999001"))).containsText("本地区没有此单位编码");
      assertThat(office.page.locator("#intake-problems tr", new Page.LocatorOptions().setHasText("一百万"))).containsText("资金合计(万元)");
      assertThat(office.page.locator("#take-intake")).hasCount(0);
      office.keep("intake-problems");
      handsIn(office, library().written(_ -> { }));
      assertThat(office.page.locator("#intake-counts")).containsText("新增项目 12 个,已有且相同 0 个,编制目标 12 份,指标 48 项;错误 0 处");
      assertThat(office.page.locator("#intake-units")).containsText("101001");
      assertThat(office.page.locator("#intake-how")).containsText("财政资金作为申报数导入,不进入预算");
      office.keep("intake-preview");
      office.page.click("#take-intake");
      assertThat(office.page.locator("#intake-taken")).hasText("已导入:项目 12 个,绩效目标 12 份,指标 48 项。");
      office.keep("intake-taken");
      office.open("/projects?year=2024&q=65300124T900000");
      assertThat(office.page.locator(".totals")).containsText(Pattern.compile("\\b12\\b"));
      assertThat(office.page.locator("vaadin-grid")).containsText("标段");
      org.assertj.core.api.Assertions.assertThat(office.pageErrors()).isEmpty();
    }
  }

  private static void handsIn(Person office, Path file) {
    office.page.locator("vaadin-upload input[type=file]").setInputFiles(file);
    assertThat(office.page.locator("#intake-counts")).isVisible();
  }
}
