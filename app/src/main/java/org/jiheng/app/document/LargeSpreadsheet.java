package org.jiheng.app.document;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;

/**
 * A workbook too large to be held in memory, read row after row from its file. Nothing in it is run or followed. What is kept are
 * the texts its sheets share, which are limited.
 */
public final class LargeSpreadsheet implements Closeable {

  /** Bytes of an accepted file, at the most. */
  public static final int LARGEST = 40 * 1024 * 1024;

  /** Bytes all of it may unpack to, at the most. */
  static final long MOST_UNPACKED = 300L * 1024 * 1024;

  /** Bytes the texts its sheets share may unpack to, at the most: they are the part that is held. */
  static final long MOST_SHARED = 64L * 1024 * 1024;

  private static final int READ_AT_ONCE = 64 * 1024;
  private static final String SHARED = "xl/sharedStrings.xml";

  private final OPCPackage file;
  private final XSSFReader reader;
  private final SheetXml cells;

  private LargeSpreadsheet(OPCPackage file, XSSFReader reader, SheetXml cells) {
    this.file = file;
    this.reader = reader;
    this.cells = cells;
  }

  /** The workbook, to be closed by the caller; or in one sentence why the file is none. */
  public static Parsed<LargeSpreadsheet> open(String fileName, Path path) {
    Map<String, String> named = Map.of("file", fileName);
    try {
      long size = Files.size(path);
      if (size == 0) {
        return Parsed.bad(fileName, new Problem("file.empty", named));
      }
      if (size > LARGEST) {
        return Parsed.bad(fileName, new Problem("file.above-most", Map.of("file", fileName, "most", String.valueOf(LARGEST / 1024 / 1024))));
      }
      FileMagic magic = FileMagic.valueOf(path.toFile());
      if (magic == FileMagic.OLE2) {
        return Parsed.bad(fileName, new Problem("file.old-excel", named));
      }
      if (magic != FileMagic.OOXML) {
        return Parsed.bad(fileName, new Problem("file.not-excel", named));
      }
      if (unpacksBeyondLimit(path)) {
        return Parsed.bad(fileName, new Problem("file.unpacks-too-much", named));
      }
      return Parsed.ok(opened(path));
    } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException broken) {
      // a forged file makes the libraries stumble in many ways; each means the same
      return Parsed.bad(fileName, new Problem("file.broken", named));
    }
  }

  private static LargeSpreadsheet opened(Path path) throws IOException, OpenXML4JException, XMLStreamException {
    OPCPackage file = OPCPackage.open(new ZipFileZipEntrySource(zip(path)));
    try {
      XSSFReader reader = new XSSFReader(file);
      List<String> shared = List.of();
      try (InputStream texts = reader.getSharedStringsData()) {
        shared = texts == null ? shared : SheetXml.sharedTexts(texts);
      }
      try (InputStream styles = reader.getStylesData()) {
        return new LargeSpreadsheet(file, reader, new SheetXml(shared, SheetXml.formats(styles)));
      }
    } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException broken) {
      file.revert();
      throw broken;
    }
  }

  private static ZipFile zip(Path path) throws IOException {
    return ZipFile.builder().setPath(path).get();
  }

  /** Counted, not believed: what an entry says of its size is for the forger to say. */
  private static boolean unpacksBeyondLimit(Path path) throws IOException {
    try (ZipFile zip = zip(path)) {
      byte[] buffer = new byte[READ_AT_ONCE];
      long all = 0;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        long one = 0;
        try (InputStream content = zip.getInputStream(entry)) {
          for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            one += read;
            if (all + one > MOST_UNPACKED || one > MOST_SHARED && entry.getName().equalsIgnoreCase(SHARED)) {
              return true;
            }
          }
        }
        all += one;
      }
      return false;
    }
  }

  /** Names of the sheets, in their order. */
  public List<String> sheets() {
    List<String> names = new ArrayList<>();
    try {
      XSSFReader.SheetIterator sheets = reader.getSheetIterator();
      while (sheets.hasNext()) {
        sheets.next().close();
        names.add(sheets.getSheetName());
      }
      return names;
    } catch (IOException | OpenXML4JException broken) {
      throw new BrokenFileException(broken);
    }
  }

  /**
   * Reads the rows of a sheet that have something in them, from the first to the last.
   *
   * @return the areas of merged cells, as Excel writes them: {@code B3:C4}
   * @throws BrokenFileException if it cannot be read to the end
   */
  public List<String> read(String sheet, Consumer<SheetRow> row) {
    try (InputStream content = new BufferedInputStream(
        content(sheet).orElseThrow(() -> new BrokenFileException(new IOException("no sheet " + sheet))), READ_AT_ONCE)) {
      return cells.read(content, row);
    } catch (IOException | OpenXML4JException | XMLStreamException broken) {
      throw new BrokenFileException(broken);
    }
  }

  private Optional<InputStream> content(String sheet) throws IOException, OpenXML4JException {
    XSSFReader.SheetIterator sheets = reader.getSheetIterator();
    while (sheets.hasNext()) {
      InputStream content = sheets.next();
      if (sheets.getSheetName().strip().equals(sheet)) {
        return Optional.of(content);
      }
      content.close();
    }
    return Optional.empty();
  }

  /** What stands in the file was not changed. */
  @Override
  public void close() {
    file.revert();
  }

  /** A workbook turned out broken in the middle. */
  public static final class BrokenFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenFileException(Exception cause) {
      super(cause);
    }
  }
}
