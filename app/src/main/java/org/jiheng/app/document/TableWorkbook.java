package org.jiheng.app.document;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A list as an Excel workbook: column names, then line by line, so that a long list needs little memory. */
public final class TableWorkbook {

  private static final int LINES_IN_MEMORY = 200;
  private static final int COLUMN_WIDTH = 18 * 256;

  private TableWorkbook() {}

  /**
   * @param lines texts and {@link BigDecimal}s; the latter become numbers with two decimals shown
   */
  public static void write(OutputStream out, String name, List<String> columns, Stream<List<Object>> lines) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(LINES_IN_MEMORY)) {
      Sheet sheet = workbook.createSheet(name);
      sheet.createFreezePane(0, 1);
      CellStyle heading = workbook.createCellStyle();
      Font bold = workbook.createFont();
      bold.setBold(true);
      heading.setFont(bold);
      CellStyle number = workbook.createCellStyle();
      number.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
      Row names = sheet.createRow(0);
      for (int i = 0; i < columns.size(); i++) {
        sheet.setColumnWidth(i, COLUMN_WIDTH);
        Cell cell = names.createCell(i);
        cell.setCellValue(columns.get(i));
        cell.setCellStyle(heading);
      }
      int next = 1;
      for (Iterator<List<Object>> each = lines.iterator(); each.hasNext(); ) {
        line(sheet.createRow(next++), each.next(), number);
      }
      workbook.write(out);
    }
  }

  private static void line(Row row, List<Object> values, CellStyle number) {
    for (int i = 0; i < values.size(); i++) {
      Cell cell = row.createCell(i);
      if (values.get(i) instanceof BigDecimal amount) {
        cell.setCellValue(amount.doubleValue());
        cell.setCellStyle(number);
      } else {
        cell.setCellValue(String.valueOf(values.get(i)));
      }
    }
  }
}
