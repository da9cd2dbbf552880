package org.jiheng.infra.demo;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** Collects rows and hands them to the database by COPY, the fastest way in that there is. */
final class CopyRows {

  private final Map<String, StringBuilder> tables = new LinkedHashMap<>();

  /** @param tables names with their columns, for example {@code unit (code, name)}, in the order in which they are written */
  CopyRows(List<String> tables) {
    tables.forEach(table -> this.tables.put(table, new StringBuilder()));
  }

  /** @param values in the order of the columns; null is no value */
  void add(String table, Object... values) {
    StringBuilder rows = tables.get(table);
    for (int i = 0; i < values.length; i++) {
      rows.append(i == 0 ? "" : "\t");
      if (values[i] == null) {
        rows.append("\\N");
      } else {
        escaped(values[i].toString(), rows);
      }
    }
    rows.append('\n');
  }

  private static void escaped(String value, StringBuilder into) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> into.append("\\\\");
        case '\t' -> into.append("\\t");
        case '\n' -> into.append("\\n");
        case '\r' -> into.append("\\r");
        default -> into.append(c);
      }
    }
  }

  /** Writes what was collected, inside the connection's transaction, and begins anew. */
  void write(Connection connection) throws SQLException {
    var copy = connection.unwrap(PGConnection.class).getCopyAPI();
    for (Map.Entry<String, StringBuilder> table : tables.entrySet()) {
      if (!table.getValue().isEmpty()) {
        try {
          copy.copyIn("copy " + table.getKey() + " from stdin", new StringReader(table.getValue().toString()));
        } catch (IOException broken) {
          throw new SQLException(broken);
        }
        table.getValue().setLength(0);
      }
    }
  }
}
