package org.jiheng.tenants.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;

/**
 * A person who belongs to the jurisdiction.
 *
 * @param unit where the person works; empty text for none in particular
 * @param home jurisdiction that has the account; empty when the one that made it is gone and none has taken the person on since
 * @param disabledSince empty while the person may work here
 * @param posts those of the past, too
 * @param lastSignIn to this jurisdiction
 */
public record Staff(
    UUID id, String username, String name, String unit, Optional<JurisdictionCode> home, Optional<Instant> disabledSince, List<Post> posts,
    Optional<Instant> lastSignIn) {

  /** Whether the person may work here. */
  public enum State {
    ENABLED,
    DISABLED
  }

  public Staff {
    posts = List.copyOf(posts);
  }

  public State state() {
    return disabledSince.isPresent() ? State.DISABLED : State.ENABLED;
  }

  /** Whether the person holds one of the three offices here, or will. */
  boolean inOffice(LocalDate today) {
    return lasting(today).anyMatch(held -> Administration.OFFICES.contains(held.role()));
  }

  /** Whether the person holds any post here, or will. */
  boolean holdsAny(LocalDate today) {
    return lasting(today).findAny().isPresent();
  }

  private Stream<Membership> lasting(LocalDate today) {
    return posts.stream().map(Post::membership).filter(held -> held.until().filter(until -> until.isBefore(today)).isEmpty());
  }

  /** The person's lasting posts in this office: what keeps it from being empty. */
  boolean lastingIn(Role office) {
    return posts.stream().map(Post::membership).anyMatch(held -> held.role() == office && held.until().isEmpty());
  }
}
