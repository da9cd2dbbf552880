package org.jiheng.tenants.provisioning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

  /** As Flyway itself writes it where tables are there before it comes, so that it goes on from the newest layout. */
  private static final String HISTORY = """
      create table flyway_schema_history (
        installed_rank integer not null, version varchar(50), description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null,
        checksum integer, installed_by varchar(100) not null, installed_on timestamp not null default now(), execution_time integer not null,
        success boolean not null);
      alter table flyway_schema_history add constraint flyway_schema_history_pk primary key (installed_rank);
      create index flyway_schema_history_s_idx on flyway_schema_history (success)""";
  private static final String BASELINE = """
      insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)
      values (1, ?, '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', current_user, 0, true)""";

  private NewTables() {}

  /**
   * Makes them and their history, all or none.
   *
   * @param placeholders what stands in the files for the names of this jurisdiction
   * @param layout the newest, which all files together make
   * @return whether it did; false where the schema is not empty
   * @throws SQLException if the database refuses; nothing was made then
   */
  static boolean made(DataSource connections, String schema, MigrationFiles files, Map<String, String> placeholders, String layout) throws SQLException {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        boolean empty = empty(connection, schema);
        if (empty) {
          statement.execute("set local search_path to " + schema);
          for (String script : files.inOrder()) {
            statement.execute(filled(script, placeholders));
          }
          statement.execute(HISTORY);
          begins(connection, layout);
        }
        connection.commit();
        return empty;
      } catch (SQLException | RuntimeException | Error failure) {
        connection.rollback();
        throw failure;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static void begins(Connection connection, String layout) throws SQLException {
    try (PreparedStatement baseline = connection.prepareStatement(BASELINE)) {
      baseline.setString(1, layout);
      baseline.execute();
    }
  }

  private static boolean empty(Connection connection, String schema) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = ?")) {
      query.setString(1, schema);
      try (ResultSet row = query.executeQuery()) {
        return !row.next();
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
