package org.jiheng.infra.isolation.layers;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.Connector;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Scope;

/**
 * A seam that has stopped doing one of its duties, in place of the product's own. It asks for no scope and for no transaction, and
 * every statement goes to the tables of 阿图什市, whoever asks.
 */
public abstract class BrokenSeam implements SessionCustomizer {

  private static final String ARTUX = Schemas.of(Kizilsu.ARTUX.code()) + ".";

  /** Takes nobody's role. */
  public static final class TakesNoRole extends BrokenSeam {
    @Override
    String role() {
      return "none";
    }
  }

  /** Takes the role of whoever asks, as it should, and still goes to the wrong tables. */
  public static final class TakesTheWrongTables extends BrokenSeam {
    @Override
    String role() {
      return Schemas.roleOf(Scope.current().jurisdiction().code());
    }
  }

  abstract String role();

  @Override
  public void customize(Session session) {
    DatasourceLogin login = (DatasourceLogin) session.getLogin();
    login.setTableQualifier(Schemas.MARKER);
    login.setConnector(new Broken(login.getConnector(), this));
    DatasourceLogin reads = (DatasourceLogin) ((ServerSession) session).getReadConnectionPool().getLogin();
    if (reads != login) {
      reads.setConnector(new Broken(reads.getConnector(), this));
    }
  }

  private static final class Broken implements Connector {

    private static final long serialVersionUID = 1L;

    private final Connector container;
    private final transient BrokenSeam seam;

    Broken(Connector container, BrokenSeam seam) {
      this.container = container;
      this.seam = seam;
    }

    @Override
    public Connection connect(Properties properties, Session session) {
      Connection connection = container.connect(properties, session);
      if (Scope.bound().isPresent()) {
        try (PreparedStatement role = connection.prepareStatement("select set_config('role', ?, true)")) {
          role.setString(1, seam.role());
          role.execute();
        } catch (SQLException failure) {
          throw new IllegalStateException(failure);
        }
      }
      return (Connection) Proxy.newProxyInstance(Broken.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
        if (method.getName().startsWith("prepare")) {
          arguments[0] = ((String) arguments[0]).replace(Schemas.MARKER + ".", ARTUX);
        }
        try {
          return method.invoke(connection, arguments);
        } catch (InvocationTargetException thrown) {
          throw thrown.getCause();
        }
      });
    }

    @Override
    public Object clone() {
      return new Broken((Connector) container.clone(), seam);
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
}
