package org.jiheng.app.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;

/** Opens workbooks that people send in, and reads their cells as text. Nothing in them is run or followed. */
public final class Spreadsheet {

  /** Bytes of an accepted file, at the most. */
  public static final int LARGEST = 5 * 1024 * 1024;

  /** Bytes it may unpack to, at the most: a form takes far less, and a workbook in memory takes many times that. */
  static final int MOST_UNPACKED = 8 * 1024 * 1024;

  /** Excel shows fifteen digits; what stands behind them is how it counts. */
  private static final MathContext AS_SHOWN = new MathContext(15);

  static {
    // what it unpacks to is counted below; that much of a sheet is alike is no crime
    ZipSecureFile.setMinInflateRatio(0);
    ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
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
      if (unpacksBeyondLimit(content)) {
        return Parsed.bad(fileName, new Problem("file.unpacks-too-large", file));
      }
      return Parsed.ok(new XSSFWorkbook(new ByteArrayInputStream(content)));
    } catch (IOException | RuntimeException broken) {
      // a forged file makes the library stumble in many ways; each means the same
      return Parsed.bad(fileName, new Problem("file.broken", file));
    }
  }

  private static boolean unpacksBeyondLimit(byte[] content) throws IOException {
    try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(content))) {
      byte[] buffer = new byte[64 * 1024];
      long unpacked = 0;
      while (zip.getNextEntry() != null) {
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          unpacked += read;
          if (unpacked > MOST_UNPACKED) {
            return true;
          }
        }
      }
      return false;
    }
  }

  /**
   * What a person reads in the cell: numbers plain, with the fifteen digits Excel has, percentages with their sign, dates as
   * 2023-05-31, formulas as what they came to, an error as Excel writes it.
   */
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
      case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
      default -> "";
    };
  }

  private static String number(Cell cell) {
    double value = cell.getNumericCellValue();
    LocalDateTime date = DateUtil.isCellDateFormatted(cell) ? DateUtil.getLocalDateTime(value) : null;
    if (date != null) {
      return date.toLocalDate().toString();
    }
    BigDecimal number = BigDecimal.valueOf(value).round(AS_SHOWN);
    if (cell.getCellStyle().getDataFormatString().contains("%")) {
      return number.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
    return number.stripTrailingZeros().toPlainString();
  }
}
