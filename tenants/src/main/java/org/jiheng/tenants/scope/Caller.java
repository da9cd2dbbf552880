package org.jiheng.tenants.scope;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The person (or worker) that acts, with the memberships that hold today in the jurisdiction of the scope.
 *
 * @param id the identity provider's subject
 * @param name as it is shown and signed with
 * @param origin the address the request came from; what the platform does itself comes from {@code platform}
 * @param proved when the caller last proved who it is, by password and second factor; empty if nobody asked for a proof
 */
public record Caller(UUID id, String username, String name, List<Membership> memberships, String origin, Optional<Instant> proved) {

  private static final String PLATFORM = "platform";
  private static final UUID NOBODY = new UUID(0, 0);
  private static final UUID UNKNOWN = new UUID(0, 1);

  public Caller(UUID id, String username, String name, List<Membership> memberships) {
    this(id, username, name, memberships, PLATFORM, Optional.empty());
  }

  /** Acts for the platform itself, for example when summaries are recomputed. Holds no role. */
  public static Caller worker(String name) {
    return new Caller(NOBODY, name, name, List.of());
  }

  /** Somebody at this address whom nobody vouches for. Holds no role, and is not the platform. */
  public static Caller unknown(String origin) {
    return new Caller(UNKNOWN, "unknown", "unknown", List.of()).from(origin);
  }

  /** Whether no person acts but the platform itself. */
  public boolean isPlatform() {
    return id.equals(NOBODY);
  }

  public Caller {
    memberships = List.copyOf(memberships);
  }

  /** The same caller at this address. */
  public Caller from(String address) {
    return new Caller(id, username, name, memberships, address, proved);
  }

  /** The same caller, who proved who it is at this moment. */
  public Caller provedAt(Optional<Instant> moment) {
    return new Caller(id, username, name, memberships, origin, moment);
  }

  /**
   * Whether the caller comes from outside. One membership of that kind is enough: whoever has one is shown what the engagement
   * covers and nothing that another post might open.
   */
  public boolean guest() {
    return memberships.stream().anyMatch(membership -> membership.role().fromOutside());
  }

  /** The engagements that let the caller in today. */
  public Set<UUID> engagements() {
    Set<UUID> engagements = new TreeSet<>();
    memberships.forEach(membership -> membership.engagement().ifPresent(engagements::add));
    return engagements;
  }

  public boolean holds(Role role) {
    return memberships.stream().anyMatch(membership -> membership.role() == role);
  }

  public boolean holdsAny(Role... roles) {
    return Arrays.stream(roles).anyMatch(this::holds);
  }

  /** Whether the caller holds the role for the unit with this code. */
  public boolean holds(Role role, String unitCode) {
    return memberships.stream()
        .anyMatch(membership -> membership.role() == role && membership.coversUnit(unitCode));
  }
}
