package org.jiheng.tenants.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Work of the application under one of the platform's own roles, each of which may do one thing only. A transaction of its own,
 * never a jurisdiction's: that one's role would be lost.
 */
public final class PlatformRole {

  /** What is done in the transaction. */
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private PlatformRole() {}

  /** @return what the work answers; the transaction is committed then, and rolled back when the work fails */
  public static <T> T call(DataSource source, String role, Work<T> work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        try (PreparedStatement taken = connection.prepareStatement("select set_config('role', ?, true)")) {
          taken.setString(1, role);
          taken.execute();
        }
        T answer = work.on(connection);
        connection.commit();
        return answer;
      } finally {
        // without effect after the commit; whatever went wrong before, nobody's role stays behind
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }
}
