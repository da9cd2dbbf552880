package org.jiheng.infra.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables beside this package: one line of names, then lines of values, separated by tabs. */
final class Table {

  private Table() {}

  /** The lines of a table, each as its values by the name of the column. */
  static List<Map<String, String>> read(String name) {
    try (InputStream file = Table.class.getResourceAsStream(name + ".tsv")) {
      List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      String[] columns = lines.getFirst().split("\t");
      return lines.stream().skip(1).map(line -> row(columns, line.split("\t", -1))).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, String> row(String[] columns, String[] values) {
    if (columns.length != values.length) {
      throw new IllegalArgumentException("as many values as columns, not: " + String.join("|", values));
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      row.put(columns[i], values[i]);
    }
    return row;
  }
}
