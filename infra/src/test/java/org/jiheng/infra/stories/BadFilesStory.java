package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A file that cannot be taken ends in a sentence, one that can shows first what it would do. */
@ExtendWith(Product.class)
class BadFilesStory {

  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Test
  void brokenAndForeignFilesAreRefusedInASentenceAndTheFilledTemplateIsTaken(Product product) throws IOException {
    try (Person clerk = product.signedIn("ulugqat.clerk")) {
      clerk.beginForm("校园安防设施建设");
      Path template = clerk.page.waitForDownload(() -> clerk.page.click("#template")).path();

      refused(clerk, "空表.xlsx", new byte[0], "是空的");
      refused(clerk, "说明.xlsx", "这不是表格".getBytes(StandardCharsets.UTF_8), "不是 Excel 工作簿");
      refused(clerk, "别处的表.xlsx", foreign(), "不是从本页下载的模板");
      refused(clerk, "旧模板.xlsx", changed(template, workbook -> workbook.getSheet("jiheng").getRow(1).getCell(0).setCellValue("0")), "请重新下载模板");
      refused(clerk, "半截.json", "{\"kind\": \"self-eval\"".getBytes(StandardCharsets.UTF_8), "已损坏");

      byte[] filled = changed(template, workbook -> fill(workbook.getSheetAt(1)));
      chosen(clerk, "填好的表.xlsx", filled);
      assertThat(clerk.page.locator(".import-preview")).containsText("处内容不能直接采用");
      assertThat(clerk.page.locator(".import-preview li").first()).containsText("一百零五");
      clerk.takeImport();
      assertThat(clerk.cell("goal/actual")).hasValue("已按计划完成");
      assertThat(clerk.cell("budget/total/executed")).hasValue("一百零五");
      clerk.isTold("“一百零五”不是金额");
    }
  }

  private interface Change {
    void to(XSSFWorkbook workbook);
  }

  private static byte[] changed(Path template, Change change) throws IOException {
    try (InputStream in = Files.newInputStream(template); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      change.to(workbook);
      return bytes(workbook);
    }
  }

  private static byte[] foreign() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet("决算").createRow(0).createCell(0).setCellValue("项目");
      return bytes(workbook);
    }
  }

  private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    return out.toByteArray();
  }

  /** The goal and, in words where a number belongs, the executed amount. */
  private static void fill(org.apache.poi.ss.usermodel.Sheet sheet) {
    sheet.forEach(row -> {
      String key = row.getCell(9) == null ? "" : row.getCell(9).getStringCellValue();
      if (key.equals("goal/actual")) {
        row.getCell(1).setCellValue("已按计划完成");
      } else if (key.equals("budget/total")) {
        row.getCell(3).setCellValue("一百零五");
      }
    });
  }

  private static void chosen(Person clerk, String name, byte[] content) {
    clerk.page.click("#import");
    clerk.page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload(name, XLSX, content));
  }

  private static void refused(Person clerk, String name, byte[] content, String sentence) {
    chosen(clerk, name, content);
    assertThat(clerk.page.locator(".import-preview .problem")).containsText(sentence);
    assertThat(clerk.page.locator("#take-import")).isDisabled();
    clerk.page.keyboard().press("Escape");
    assertThat(clerk.page.locator("vaadin-upload")).hasCount(0);
  }
}
