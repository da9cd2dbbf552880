package org.jiheng.app.selfevaluation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.document.Spreadsheet;
import org.jiheng.app.review.ImportPreview;
import org.jiheng.app.selfevaluation.Imported.RefusedFile;

/** A template in the hands of a person with Excel. */
record Workbook(XSSFWorkbook book, SelfEvaluation form) {

  static Workbook of(SelfEvaluation form) {
    try {
      return new Workbook(new XSSFWorkbook(new ByteArrayInputStream(Template.write(Filled.shown(form)))), form);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  Sheet hidden() {
    return book.getSheetAt(0);
  }

  Sheet sheet() {
    return book.getSheetAt(1);
  }

  /** The first row with this hidden key. */
  Row row(String key) {
    for (Row row : sheet()) {
      if (Spreadsheet.text(row, Template.KEY_COLUMN).equals(key)) {
        return row;
      }
    }
    throw new AssertionError("no row " + key);
  }

  Row insertBelow(Row row) {
    int at = row.getRowNum() + 1;
    if (at <= sheet().getLastRowNum()) {
      sheet().shiftRows(at, sheet().getLastRowNum(), 1);
    }
    return sheet().createRow(at);
  }

  byte[] bytes() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.write(out);
      return out.toByteArray();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  /** What taking it over into its form would do. */
  ImportPreview<Imported> preview() {
    return previewFor(form);
  }

  ImportPreview<Imported> previewFor(SelfEvaluation now) {
    try {
      return SelfEvaluationExchange.preview(Filled.shown(now), "自评表.xlsx", FilledTemplate.read("自评表.xlsx", bytes(), form.id()));
    } catch (RefusedFile refused) {
      throw new AssertionError(refused);
    }
  }
}
