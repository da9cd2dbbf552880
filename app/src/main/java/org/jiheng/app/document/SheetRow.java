package org.jiheng.app.document;

import java.util.Arrays;
import java.util.List;

/**
 * A row of a sheet as a person reads it.
 *
 * @param number as Excel counts, from 1
 * @param texts by column, from 0; empty text where nothing stands
 * @param errors columns whose formula came to an error, or to nothing that was kept
 */
public record SheetRow(int number, List<String> texts, List<Integer> errors) {

  /** Empty text beyond the last column. */
  public String text(int column) {
    return column < texts.size() ? texts.get(column) : "";
  }

  public boolean blank() {
    return texts.stream().allMatch(String::isEmpty);
  }

  static SheetRow of(int number, String[] texts, int width, List<Integer> errors) {
    String[] filled = Arrays.copyOf(texts, width);
    for (int i = 0; i < width; i++) {
      filled[i] = filled[i] == null ? "" : filled[i];
    }
    return new SheetRow(number, List.of(filled), List.copyOf(errors));
  }
}
