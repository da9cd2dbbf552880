package org.jiheng.ui.shell;

import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.util.concurrent.Future;
import org.jiheng.tenants.identity.ScopeFilter;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Scope;

/**
 * A browser's session that runs everything handed to it under its own scope, whatever scope the handing thread has. Without
 * this, a thread at work for one jurisdiction would paint that jurisdiction's data on another's screen.
 */
public class ScopedSession extends VaadinSession {

  private static final long serialVersionUID = 1L;

  public ScopedSession(VaadinService service) {
    super(service);
  }

  @Override
  public Future<Void> access(Command command) {
    return super.access(underOwnScope(command));
  }

  @Override
  public void accessSynchronously(Command command) {
    super.accessSynchronously(underOwnScope(command));
  }

  private Command underOwnScope(Command command) {
    return () -> {
      if (getSession() != null && getSession().getAttribute(ScopeFilter.SESSION_SCOPE) instanceof Scope own) {
        own.run(command::execute);
      } else if (Scope.bound().isEmpty()) {
        // nobody is signed in: what asks for data is refused further down
        command.execute();
      } else {
        throw new NoScopeException("work of one scope handed to a browser session that has none");
      }
    };
  }
}
