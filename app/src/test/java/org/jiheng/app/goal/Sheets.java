package org.jiheng.app.goal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as other offices make them. */
final class Sheets {

  private Sheets() {}

  @SafeVarargs
  static byte[] of(List<String>... rows) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.createSheet();
      for (int i = 0; i < rows.length; i++) {
        Row row = sheet.createRow(i);
        for (int column = 0; column < rows[i].size(); column++) {
          row.createCell(column).setCellValue(rows[i].get(column));
        }
      }
      workbook.write(out);
      return out.toByteArray();
    }
  }
}
