package org.jiheng.tenants.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.identity.SignIns;
import org.jiheng.tenants.identity.SignedIn;
import org.jiheng.tenants.identity.SignedOut;
import org.jiheng.tenants.identity.TurnedAway;
import org.jiheng.tenants.identity.Way;
import org.jiheng.tenants.scope.Scope;

/**
 * Puts on record who comes in, who is turned away and who goes. A sign-in that cannot be written down fails; an end and a
 * refusal stand, whether they could be written down or not.
 */
@ApplicationScoped
public class Doors {

  private static final Logger LOG = Logger.getLogger(Doors.class.getName());

  @Inject
  private Trail trail;

  @Inject
  private Registry registry;

  @Inject
  private SignIns signIns;

  /** On the trail first: whoever cannot be put there is refused, and has not signed in for the administrators' list either. */
  void in(@Observes SignedIn event) {
    record(event.scope(), Record.of(Act.SIGN_IN, event.way().name(), ""));
    quietly(() -> signIns.note(event.scope()));
  }

  void away(@Observes TurnedAway event) {
    quietly(() -> registry.turnedAwayFrom(event.nobody())
        .forEach(scope -> quietly(() -> record(scope, Record.of(Act.SIGN_IN, event.way().name(), "").not(Outcome.REFUSED, event.why().code())))));
  }

  void out(@Observes SignedOut event) {
    quietly(() -> record(event.scope(), Record.of(Act.SIGN_OUT, Way.SESSION.name(), "").because(event.how().name())));
  }

  private void record(Scope scope, Record record) {
    scope.run(() -> trail.addWhateverHappens(record));
  }

  private static void quietly(Runnable writing) {
    try {
      writing.run();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, failure, () -> "a last sign-in, the end of a session or a refused sign-in could not be put on record");
    }
  }
}
