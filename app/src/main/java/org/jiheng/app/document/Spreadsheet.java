package org.jiheng.app.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;

/** Opens workbooks that people send in, and reads their cells as text. Nothing in them is run or followed. */
public final class Spreadsheet {

  /** Bytes of an accepted file, at the most. */
  public static final int LARGEST = 5 * 1024 * 1024;

  private static final DataFormatter AS_SHOWN = new DataFormatter(Locale.SIMPLIFIED_CHINESE);

  static {
    ZipSecureFile.setMinInflateRatio(0.005);
    ZipSecureFile.setMaxEntrySize(64L * 1024 * 1024);
  }

  private Spreadsheet() {}

  /** The workbook, to be closed by the caller; or in one sentence why the file is none. */
  public static Parsed<XSSFWorkbook> open(String fileName, byte[] content) {
    Map<String, String> file = Map.of("file", fileName);
    if (content.length == 0) {
      return Parsed.bad(fileName, new Problem("file.empty", file));
    }
    if (content.length > LARGEST) {
      return Parsed.bad(fileName, new Problem("file.too-large", file));
    }
    if (FileMagic.valueOf(content) == FileMagic.OLE2) {
      return Parsed.bad(fileName, new Problem("file.old-excel", file));
    }
    if (FileMagic.valueOf(content) != FileMagic.OOXML) {
      return Parsed.bad(fileName, new Problem("file.not-excel", file));
    }
    try {
      return Parsed.ok(new XSSFWorkbook(new ByteArrayInputStream(content)));
    } catch (IOException | POIXMLException | IllegalArgumentException broken) {
      return Parsed.bad(fileName, new Problem("file.broken", file));
    }
  }

  /** What a person reads in the cell: numbers exact and plain, percentages with their sign, dates as 2023-05-31. */
  public static String text(Row row, int column) {
    Cell cell = row == null ? null : row.getCell(column);
    if (cell == null) {
      return "";
    }
    CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    return switch (type) {
      case STRING -> cell.getStringCellValue().strip();
      case BOOLEAN -> cell.getBooleanCellValue() ? "是" : "否";
      case NUMERIC -> number(cell);
      default -> "";
    };
  }

  private static String number(Cell cell) {
    if (DateUtil.isCellDateFormatted(cell)) {
      return cell.getLocalDateTimeCellValue().toLocalDate().toString();
    }
    BigDecimal number = BigDecimal.valueOf(cell.getNumericCellValue());
    if (cell.getCellStyle().getDataFormatString().contains("%")) {
      return number.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
    String shown = AS_SHOWN.formatRawCellContents(number.doubleValue(), -1, "General");
    return shown.contains("E") ? number.toPlainString() : number.stripTrailingZeros().toPlainString();
  }
}
