package org.jiheng.infra.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * An invented person of the demonstration.
 *
 * @param place whose bureau the person is of
 * @param post what the person is called by in tests, for example {@code clerk2}; of somebody from outside the whole user name, with
 *     the firm before the point
 * @param units codes of the units and departments the role is held for; one empty text: for all of the place
 * @param actsIn the places the role is held in, the first of them where the person begins
 */
public record Persona(Place place, String post, String name, Role role, List<String> units, List<Place> actsIn) {

  /** Since when everybody is in office. */
  public static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

  Persona(Place place, String post, String name, Role role, List<String> units) {
    this(place, post, name, role, units, List.of(place));
  }

  /** For example {@code artux.clerk}. */
  public String username() {
    return role.fromOutside() ? post : place.key() + "." + post;
  }

  /** The same at every start and in every installation: it is the identity provider's subject and the registry's key. */
  public UUID id() {
    return UUID.nameUUIDFromBytes(("org.jiheng.demo/" + username()).getBytes(StandardCharsets.UTF_8));
  }

  /** Posts; somebody from outside has none and comes in by engagements ({@link DemoEngagements}). */
  public List<Membership> memberships() {
    return role.fromOutside() ? List.of() : actsIn.stream().flatMap(this::memberships).toList();
  }

  private Stream<Membership> memberships(Place where) {
    return units.stream().map(unit -> new Membership(where.code(), unit, role, SINCE, Optional.empty()));
  }

  /** What the person acts in when signed in. */
  public Scope scope() {
    Place where = actsIn.getFirst();
    return Scope.of(new Caller(id(), username(), name, memberships(where).toList()), where.jurisdiction());
  }

  boolean holds(Role asked, String unit) {
    return role == asked && memberships().stream().anyMatch(membership -> membership.coversUnit(unit));
  }
}
