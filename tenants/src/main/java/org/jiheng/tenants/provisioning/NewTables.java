package org.jiheng.tenants.provisioning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Tables of a jurisdiction that has none: all migrations in one transaction, each handed to the database as a whole. Statement by
 * statement, the way they change tables that are there, takes most of its time in going to and fro.
 */
final class NewTables {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

  private NewTables() {}

  /**
   * Makes them, all or none.
   *
   * @param placeholders what stands in the files for the names of this jurisdiction
   * @return whether they are there now; false where the schema has tables with a history of their own
   * @throws SQLException if the database refuses; nothing was made then
   */
  static boolean made(DataSource connections, String schema, MigrationFiles files, Map<String, String> placeholders, String history) throws SQLException {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        List<String> tables = tables(connection, schema);
        // cut off between the tables and their history, it goes on there
        if (tables.isEmpty()) {
          statement.execute("set local search_path to " + schema);
          for (String script : files.inOrder()) {
            statement.execute(filled(script, placeholders));
          }
        }
        connection.commit();
        return !tables.contains(history);
      } catch (SQLException failure) {
        connection.rollback();
        throw failure;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static List<String> tables(Connection connection, String schema) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select array_agg(tablename::text) from pg_tables where schemaname = ?")) {
      query.setString(1, schema);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getArray(1) == null ? List.of() : List.of((String[]) row.getArray(1).getArray());
      }
    }
  }

  private static String filled(String script, Map<String, String> placeholders) {
    return PLACEHOLDER.matcher(script).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), placeholders)));
  }

  private static String value(String name, Map<String, String> placeholders) {
    if (!placeholders.containsKey(name)) {
      throw new IllegalArgumentException("no value for ${" + name + "}");
    }
    return placeholders.get(name);
  }
}
