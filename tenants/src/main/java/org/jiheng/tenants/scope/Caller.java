package org.jiheng.tenants.scope;

import java.util.List;
import java.util.UUID;

/**
 * The person (or worker) that acts, with the memberships that hold today in the jurisdiction of the scope.
 *
 * @param id the identity provider's subject
 * @param name as it is shown and signed with
 */
public record Caller(UUID id, String username, String name, List<Membership> memberships) {

  /** Acts for the platform itself, for example when summaries are recomputed. Holds no role. */
  public static Caller worker(String name) {
    return new Caller(new UUID(0, 0), name, name, List.of());
  }

  public Caller {
    memberships = List.copyOf(memberships);
  }

  public boolean holds(Role role) {
    return memberships.stream().anyMatch(membership -> membership.role() == role);
  }

  /** Whether the caller holds the role for the unit with this code. */
  public boolean holds(Role role, String unitCode) {
    return memberships.stream()
        .anyMatch(membership -> membership.role() == role && membership.coversUnit(unitCode));
  }
}
