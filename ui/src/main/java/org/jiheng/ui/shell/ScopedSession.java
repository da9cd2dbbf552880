package org.jiheng.ui.shell;

import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
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

  private transient volatile Scope latest;

  public ScopedSession(VaadinService service) {
    super(service);
  }

  @Override
  public Future<Void> access(Command command) {
    return super.access(() -> underOwnScope(command::execute));
  }

  @Override
  public void accessSynchronously(Command command) {
    underOwnScope(() -> super.accessSynchronously(command));
  }

  /** Whoever enters the session by another way, as {@code UI.accessSynchronously} does, may not bring a foreign scope in. */
  @Override
  public void lock() {
    if (Scope.bound().isPresent() && own().filter(own -> own.samePerson(Scope.current())).isEmpty()) {
      throw new NoScopeException("a browser session entered under a scope that is not its own");
    }
    super.lock();
  }

  /** What a screen asks for when it is given back, lists first of all, is asked for the person of the session, too. */
  @Override
  public void unlock() {
    Optional<Scope> own = Scope.bound().isPresent() ? Optional.empty() : own();
    if (own.isPresent()) {
      own.get().run(super::unlock);
    } else {
      super.unlock();
    }
  }

  private void underOwnScope(Runnable work) {
    Optional<Scope> own = own();
    if (own.isPresent()) {
      own.get().run(work);
    } else if (Scope.bound().isEmpty()) {
      // nobody is signed in: what asks for data is refused further down
      work.run();
    } else {
      throw new NoScopeException("work of one scope handed to a browser session that has none");
    }
  }

  private Optional<Scope> own() {
    try {
      latest = getSession() == null ? latest : (Scope) getSession().getAttribute(ScopeFilter.SESSION_SCOPE);
    } catch (IllegalStateException ended) {
      // what is still to be done for a session that has ended is done in the scope it had
    }
    return Optional.ofNullable(latest);
  }
}
