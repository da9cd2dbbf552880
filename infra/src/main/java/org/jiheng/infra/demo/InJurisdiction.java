package org.jiheng.infra.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.JurisdictionCode;

/** One transaction with the rights of one jurisdiction, as the application has them, and no more. */
final class InJurisdiction {

  /** What is done in the transaction. Tables are named without their schema. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private InJurisdiction() {}

  static <T> T call(DataSource login, JurisdictionCode code, Work<T> work) throws SQLException {
    try (Connection connection = login.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement scope = connection.prepareStatement("select set_config('role', ?, true), set_config('search_path', ?, true)")) {
        scope.setString(1, Schemas.roleOf(code));
        scope.setString(2, Schemas.of(code));
        scope.execute();
      }
      // closing without a commit takes everything back
      T result = work.on(connection);
      connection.commit();
      return result;
    }
  }
}
