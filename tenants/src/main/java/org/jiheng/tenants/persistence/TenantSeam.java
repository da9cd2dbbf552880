package org.jiheng.tenants.persistence;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.server.ConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jiheng.tenants.scope.NoScopeException;

/**
 * Puts the {@link SeamConnector} in front of both of EclipseLink's logins. The server hands reads to a login of their
 * own; with only one of them wrapped, reads would pass by the role of the transaction.
 */
public class TenantSeam implements SessionCustomizer {

  @Override
  public void customize(Session session) {
    LoginState state = new LoginState();
    DatasourceLogin login = (DatasourceLogin) session.getLogin();
    login.setTableQualifier(Schemas.MARKER);
    login.setConnector(new SeamConnector(login.getConnector(), state));
    ConnectionPool reads = ((ServerSession) session).getReadConnectionPool();
    if (reads != null && reads.getLogin() != login) {
      DatasourceLogin readLogin = (DatasourceLogin) reads.getLogin();
      readLogin.setConnector(new SeamConnector(readLogin.getConnector(), state));
    }
    session.getEventManager().addListener(new SessionEventAdapter() {
      @Override
      public void postLogin(SessionEvent event) {
        state.loggedIn = true;
      }
    });
  }

  /** Until the session has logged in, EclipseLink connects once to look at the database itself, for nobody. */
  static final class LoginState {
    volatile boolean loggedIn;
    private volatile BusinessDate businessDate;
    private volatile TransactionSynchronizationRegistry transactions;

    /** Asked for once: finding it takes the container longer than a transaction takes to begin. */
    BusinessDate businessDate() {
      if (businessDate == null) {
        businessDate = CDI.current().select(BusinessDate.class).get();
      }
      return businessDate;
    }

    /** The container's one registry, which speaks of the transaction of whoever asks. Looked up once, for the same reason. */
    TransactionSynchronizationRegistry transactions() {
      if (transactions == null) {
        try {
          transactions = InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
        } catch (NamingException missing) {
          throw new NoScopeException("no transaction service: " + missing.getMessage());
        }
      }
      return transactions;
    }
  }
}
