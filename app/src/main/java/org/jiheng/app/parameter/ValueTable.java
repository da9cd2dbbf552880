package org.jiheng.app.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value, or a part of it, in rows and columns.
 *
 * @param name says what it is, {@code parameter.table.<name>}; empty where it is all there is
 * @param columns headings, {@code parameter.column.<name>}
 * @param blank what a new row begins as; empty where the rows are what they are
 */
public record ValueTable(String name, List<String> columns, List<Row> rows, Optional<Row> blank) {

  /** @param key what the value knows the row by; empty if by nothing */
  public record Row(String key, List<ValueCell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }

    public Row(ValueCell... cells) {
      this("", List.of(cells));
    }

    public String text(int column) {
      return cells.get(column).text();
    }

    Row with(int column, String text) {
      List<ValueCell> changed = new ArrayList<>(cells);
      changed.set(column, cells.get(column).with(text));
      return new Row(key, changed);
    }
  }

  public ValueTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** One whose rows are what they are. */
  public static ValueTable fixed(String name, List<String> columns, List<Row> rows) {
    return new ValueTable(name, columns, rows, Optional.empty());
  }

  /** One whose rows are added, removed and moved. */
  public static ValueTable free(String name, List<String> columns, List<Row> rows, Row blank) {
    return new ValueTable(name, columns, rows, Optional.of(blank));
  }

  public ValueTable with(List<Row> others) {
    return new ValueTable(name, columns, others, blank);
  }

  /** With something else in a cell. */
  public ValueTable with(int row, int column, String text) {
    List<Row> changed = new ArrayList<>(rows);
    changed.set(row, rows.get(row).with(column, text));
    return with(changed);
  }

  /** With a new row at its end; the same if its rows are what they are. */
  public ValueTable added() {
    List<Row> more = new ArrayList<>(rows);
    blank.ifPresent(more::add);
    return with(more);
  }

  public ValueTable without(int row) {
    List<Row> fewer = new ArrayList<>(rows);
    fewer.remove(row);
    return with(fewer);
  }

  /** With a row one place further up; the same if it is the first. */
  public ValueTable raised(int row) {
    List<Row> moved = new ArrayList<>(rows);
    if (row > 0) {
      moved.add(row - 1, moved.remove(row));
    }
    return with(moved);
  }

  /** Fields beside one another: a row that needs no heading beside it. */
  public boolean single() {
    return blank.isEmpty() && rows.size() == 1 && rows.getFirst().cells().stream().noneMatch(cell -> cell.kind() == ValueCell.Kind.LABEL);
  }
}
