package org.jiheng.tenants.desk;

import java.time.Instant;
import java.util.Optional;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionState;

/**
 * A jurisdiction as it stands in the registry.
 *
 * @param before of a quarantined one: what it is again when its tables are mended
 * @param reason of the state, in the words of whoever brought it there
 * @param layout version of its tables
 * @param exported when its last whole export was wanted that came to be and is in somebody's hands: fetched from the screen, or made by
 *     a command for whoever is at the machine
 */
public record Standing(
    Jurisdiction jurisdiction, JurisdictionState state, Optional<JurisdictionState> before, Instant since, String reason, String layout,
    Optional<Instant> exported) {

  /** The state without regard to a quarantine. */
  public JurisdictionState wanted() {
    return state == JurisdictionState.QUARANTINED ? before.orElse(JurisdictionState.ACTIVE) : state;
  }

  public boolean isThere() {
    return state != JurisdictionState.REMOVED;
  }

  /** Whether everything it holds has been exported since it was suspended, so that nothing can have been added afterwards. */
  boolean exportedSinceSuspended() {
    return wanted() == JurisdictionState.SUSPENDED && exported.filter(at -> at.isAfter(since)).isPresent();
  }
}
