package org.jiheng.app.document;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.jiheng.app.common.Problem;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the first sheet of a large workbook row by row. In memory are one row and the sheet's table of texts, which is limited; the
 * number of rows is not.
 */
public final class StreamedSheet {

  /** Bytes of an accepted file, at the most. */
  public static final int LARGEST = 40 * 1024 * 1024;

  /** Bytes the table of texts may unpack to, at the most. */
  static final long MOST_TEXTS = 48L * 1024 * 1024;

  /** Bytes one part of the file may unpack to, at the most. */
  static final long MOST_UNPACKED = 512L * 1024 * 1024;

  private static final String TEXTS = "xl/sharedStrings.xml";
  private static final int LONGEST_CELL = 32_767;
  private static final MathContext AS_SHOWN = new MathContext(15);

  private StreamedSheet() {}

  /** Takes the rows that have anything in them, in their order. */
  @FunctionalInterface
  public interface Rows {

    /**
     * @param number of the row as Excel counts it, from 1
     * @param cells texts, as many as columns were asked for; empty text for an empty cell; numbers plain, days as Excel counts them
     */
    void row(int number, List<String> cells);
  }

  /** Carries what the taker of rows threw through the parser, apart from what a broken file makes the parser throw. */
  private static final class Thrown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException own;

    Thrown(RuntimeException own) {
      super(own);
      this.own = own;
    }
  }

  /**
   * @param columns how many are read; what stands beyond is passed over
   * @return in one sentence why the file cannot be read; empty if it was read to its end. Rows before a broken place have been taken.
   */
  public static Optional<Problem> read(Path file, String fileName, int columns, Rows rows) {
    Map<String, String> named = Map.of("file", fileName);
    try {
      if (Files.size(file) == 0) {
        return Optional.of(new Problem("file.empty", named));
      }
      if (Files.size(file) > LARGEST) {
        return Optional.of(new Problem("file.too-large-streamed", named));
      }
      FileMagic magic = FileMagic.valueOf(file.toFile());
      if (magic != FileMagic.OOXML) {
        return Optional.of(new Problem(magic == FileMagic.OLE2 ? "file.old-excel" : "file.not-excel", named));
      }
      if (textsBeyondLimit(file)) {
        return Optional.of(new Problem("file.unpacks-too-large-streamed", named));
      }
      parse(file, columns, rows);
      return Optional.empty();
    } catch (Thrown thrown) {
      throw thrown.own;
    } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException broken) {
      // a forged file makes the library stumble in many ways; each means the same
      return Optional.of(new Problem("file.broken", named));
    }
  }

  private static boolean textsBeyondLimit(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry texts = zip.getEntry(TEXTS);
      if (texts == null) {
        return false;
      }
      try (InputStream stream = zip.getInputStream(texts)) {
        // what the file says about its own size is not believed
        long unpacked = 0;
        byte[] buffer = new byte[64 * 1024];
        for (int read = stream.read(buffer); read >= 0 && unpacked <= MOST_TEXTS; read = stream.read(buffer)) {
          unpacked += read;
        }
        return unpacked > MOST_TEXTS;
      }
    }
  }

  private static void parse(Path file, int columns, Rows rows)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    Spreadsheet.prepare();
    try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(opened);
      reader.setUseReadOnlySharedStringsTable(true);
      SharedStrings texts = reader.getSharedStringsTable();
      try (InputStream sheet = reader.getSheetsData().next()) {
        XMLReader parser = XMLHelper.newXMLReader();
        parser.setContentHandler(new Cells(texts, columns, rows));
        parser.parse(new InputSource(sheet));
      }
    }
  }

  /** What a day column says: 2023-05-31, or the number by which Excel counts days. */
  public static Optional<LocalDate> day(String text) {
    try {
      return text.matches("[0-9]{1,6}(\\.[0-9]+)?") ? Optional.ofNullable(DateUtil.getLocalDateTime(Double.parseDouble(text))).map(LocalDateTime::toLocalDate)
          : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /** Puts the cells of a row together as the parser comes by them. */
  private static final class Cells extends DefaultHandler {

    private final SharedStrings texts;
    private final Rows rows;
    private final String[] row;
    private final StringBuilder typed = new StringBuilder();
    private int number;
    private int column;
    private String type = "";
    private boolean collecting;

    Cells(SharedStrings texts, int columns, Rows rows) {
      this.texts = texts;
      this.rows = rows;
      this.row = new String[columns];
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      switch (local) {
        case "row" -> {
          Arrays.fill(row, "");
          column = -1;
          number = attributes.getValue("r") == null ? number + 1 : Integer.parseInt(attributes.getValue("r"));
        }
        case "c" -> {
          String place = attributes.getValue("r");
          column = place == null ? column + 1 : new CellReference(place).getCol();
          type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
          typed.setLength(0);
        }
        case "v", "t" -> collecting = true;
        default -> { }
      }
    }

    @Override
    public void characters(char[] signs, int start, int length) {
      if (collecting && typed.length() < LONGEST_CELL) {
        typed.append(signs, start, length);
      }
    }

    @Override
    public void endElement(String uri, String local, String name) {
      switch (local) {
        case "v", "t" -> collecting = false;
        case "c" -> {
          if (column >= 0 && column < row.length && !typed.isEmpty()) {
            row[column] = text();
          }
        }
        case "row" -> {
          if (Arrays.stream(row).anyMatch(cell -> !cell.isEmpty())) {
            try {
              rows.row(number, List.of(row));
            } catch (RuntimeException own) {
              throw new Thrown(own);
            }
          }
        }
        default -> { }
      }
    }

    private String text() {
      String raw = typed.toString();
      return switch (type) {
        case "s" -> texts.getItemAt(Integer.parseInt(raw)).getString().strip();
        case "b" -> raw.equals("1") ? "是" : "否";
        case "n" -> new BigDecimal(raw).round(AS_SHOWN).stripTrailingZeros().toPlainString();
        default -> raw.strip();
      };
    }
  }
}
