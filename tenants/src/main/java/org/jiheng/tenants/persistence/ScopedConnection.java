package org.jiheng.tenants.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Scope;

/**
 * A connection on which every statement belongs to one scope: the marker schema becomes the real one, and a statement
 * asked for under another scope is refused. SQL text holds no values (bind parameters only), so the replacement never
 * touches data.
 */
final class ScopedConnection implements InvocationHandler {

  private static final String QUALIFIER = Schemas.MARKER + ".";

  private final Connection connection;
  private final Scope scope;
  private final String schema;

  private ScopedConnection(Connection connection, Scope scope) {
    this.connection = connection;
    this.scope = scope;
    this.schema = Schemas.schema(scope) + ".";
  }

  static Connection of(Connection connection, Scope scope) {
    return (Connection) Proxy.newProxyInstance(
        ScopedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, new ScopedConnection(connection, scope));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    switch (method.getName()) {
      case "prepareStatement", "prepareCall" -> {
        sameScope();
        arguments[0] = ((String) arguments[0]).replace(QUALIFIER, schema);
      }
      // for rows in bulk, which name the schema of the scope themselves
      case "unwrap" -> sameScope();
      case "createStatement" -> throw new NoScopeException("statements are prepared, never put together from text");
      default -> { }
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private void sameScope() {
    if (!Scope.current().equals(scope)) {
      throw new NoScopeException("the scope changed inside a transaction");
    }
  }
}
