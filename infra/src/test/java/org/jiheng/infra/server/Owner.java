package org.jiheng.infra.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The database seen past the product, as its owner: to put there what a test begins with, and to count again afterwards. */
public final class Owner {

  private static final Properties ACCESS = access();

  private Owner() {}

  private static Properties access() {
    Properties access = new Properties();
    try (InputStream stream = Owner.class.getResourceAsStream("owner.properties");
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      access.load(reader);
      return access;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Connection connection() throws SQLException {
    return DriverManager.getConnection(ACCESS.getProperty("url"), ACCESS);
  }

  /** One whose statements are handed over as they are written, with places for parameters nobody gives. */
  static Connection plain() throws SQLException {
    Properties access = new Properties();
    access.putAll(ACCESS);
    access.setProperty("preferQueryMode", "simple");
    return DriverManager.getConnection(ACCESS.getProperty("url"), access);
  }

  private static PreparedStatement bound(Connection connection, String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  public static void told(String sql, Object... values) {
    try (Connection connection = connection(); PreparedStatement statement = bound(connection, sql, values)) {
      statement.execute();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The rows, each with its columns as text, separated by bars. */
  public static List<String> rows(String sql, Object... values) {
    try (Connection connection = connection(); PreparedStatement statement = bound(connection, sql, values);
        ResultSet found = statement.executeQuery()) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.append(i == 1 ? "" : "|").append(found.getString(i));
        }
        rows.add(row.toString());
      }
      return rows;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The only row. */
  public static String asked(String sql, Object... values) {
    return rows(sql, values).getFirst();
  }
}
