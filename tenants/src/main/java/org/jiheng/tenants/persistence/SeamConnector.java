package org.jiheng.tenants.persistence;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.sessions.Connector;
import org.eclipse.persistence.sessions.Session;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Scope;

/**
 * Hands EclipseLink a connection that is the scope's for exactly one transaction: once per transaction it takes the
 * jurisdiction's database role, and every statement prepared on it gets the real schema in place of the marker.
 * Without a scope, outside a transaction, or when the scope changes inside one, it refuses.
 */
final class SeamConnector implements Connector {

  private static final long serialVersionUID = 1L;
  private static final String TRANSACTION_SCOPE = "org.jiheng.scope";

  private static final String TAKE_ROLE = "select set_config('role', ?, true)";
  private static final String TAKE_ROLE_TO_READ = "select set_config('role', ?, true), set_config('transaction_read_only', 'on', true)";

  /**
   * The views of people from outside, and the prefecture's in a county's trail, go by the reading, the engagements, the person and the
   * business date; without any one of them they show nothing.
   */
  private static final String TAKE_ROLE_TO_LOOK_IN = "select set_config('role', ?, true), set_config('transaction_read_only', ?, true), "
      + "set_config('jiheng.reading', ?, true), set_config('jiheng.engagements', ?, true), set_config('jiheng.person', ?, true), "
      + "set_config('jiheng.day', ?, true)";

  private final Connector container;
  private final transient TenantSeam.LoginState state;

  SeamConnector(Connector container, TenantSeam.LoginState state) {
    this.container = container;
    this.state = state;
  }

  @Override
  public Connection connect(Properties properties, Session session) {
    if (!state.loggedIn && Scope.bound().isEmpty()) {
      return container.connect(properties, session);
    }
    Scope scope = Scope.current();
    TransactionSynchronizationRegistry transaction = state.transactions();
    if (transaction.getTransactionKey() == null) {
      throw new NoScopeException("a jurisdiction's data asked for outside a transaction");
    }
    Scope bound = (Scope) transaction.getResource(TRANSACTION_SCOPE);
    if (bound != null && !bound.equals(scope)) {
      throw new NoScopeException("the scope changed inside a transaction");
    }
    Connection connection = container.connect(properties, session);
    try {
      if (bound == null) {
        takeRole(connection, scope);
        transaction.putResource(TRANSACTION_SCOPE, scope);
      }
      return ScopedConnection.of(connection, scope);
    } catch (SQLException failure) {
      closeQuietly(connection, failure);
      throw DatabaseException.sqlException(failure);
    }
  }

  /**
   * Local to the transaction: whatever ends it, the connection goes back to the pool as nobody's. Every transaction pays for this
   * statement, so it says no more than the scope needs.
   */
  private void takeRole(Connection connection, Scope scope) throws SQLException {
    boolean looksIn = scope.caller().guest() || scope.reading().isPresent();
    try (PreparedStatement role = connection.prepareStatement(looksIn ? TAKE_ROLE_TO_LOOK_IN : scope.readOnly() ? TAKE_ROLE_TO_READ : TAKE_ROLE)) {
      role.setString(1, Schemas.role(scope));
      if (looksIn) {
        role.setString(2, scope.readOnly() ? "on" : "off");
        role.setString(3, scope.reading().map(UUID::toString).orElse(""));
        role.setString(4, scope.caller().engagements().stream().map(UUID::toString).collect(Collectors.joining(",")));
        role.setString(5, scope.caller().id().toString());
        role.setString(6, state.businessDate().today().toString());
      }
      role.execute();
    }
  }

  private static void closeQuietly(Connection connection, SQLException reason) {
    try {
      connection.close();
    } catch (SQLException second) {
      reason.addSuppressed(second);
    }
  }

  @Override
  public Object clone() {
    return new SeamConnector((Connector) container.clone(), state);
  }

  @Override
  public String getConnectionDetails() {
    return container.getConnectionDetails();
  }

  @Override
  public void toString(PrintWriter writer) {
    container.toString(writer);
  }
}
