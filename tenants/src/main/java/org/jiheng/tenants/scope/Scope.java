package org.jiheng.tenants.scope;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Who asks and whose data, for one request or one piece of background work. Made from the verified login and the
 * membership registry only, bound for the length of a call, never changed inside one.
 *
 * @param jurisdiction where the caller acts
 * @param viewed a county the caller's jurisdiction looks into, read only and through the county's views; otherwise empty
 * @param reading entry of the county's trail under which the look is on record; present if and only if a county is viewed
 * @param auditing whether the audit trail is read, and nothing else
 * @param engaging whether it is written down who may come in by an engagement, and nothing else
 */
public record Scope(
    Caller caller, Jurisdiction jurisdiction, Optional<Jurisdiction> viewed, Optional<UUID> reading, boolean auditing, boolean engaging) {

  private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

  /**
   * @throws IllegalArgumentException if a look into a county names no entry, or an entry belongs to no look
   * @throws NoScopeException if the caller holds something in another jurisdiction than the one of the scope: what is held there
   *     opens nothing here
   */
  public Scope {
    for (Membership membership : caller.memberships()) {
      if (!membership.jurisdiction().equals(jurisdiction.code())) {
        throw new NoScopeException("a post in " + membership.jurisdiction() + " in a scope of " + jurisdiction.code());
      }
    }
    if (viewed.isPresent() != reading.isPresent()) {
      throw new IllegalArgumentException("a look into a county and its entry belong together");
    }
  }

  public static Scope of(Caller caller, Jurisdiction jurisdiction) {
    return new Scope(caller, jurisdiction, Optional.empty(), Optional.empty(), false, false);
  }

  /** The same scope for a request from this address. */
  public Scope from(String address) {
    return new Scope(caller.from(address), jurisdiction, viewed, reading, auditing, engaging);
  }

  /** The same scope, whose caller proved who it is at this moment. */
  public Scope provedAt(Optional<Instant> moment) {
    return new Scope(caller.provedAt(moment), jurisdiction, viewed, reading, auditing, engaging);
  }

  /** @throws NoScopeException if nothing is bound on this thread */
  public static Scope current() {
    if (!CURRENT.isBound()) {
      throw new NoScopeException("nobody's scope is bound on thread " + Thread.currentThread().getName());
    }
    return CURRENT.get();
  }

  public static Optional<Scope> bound() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /**
   * The same caller looking into a county that the caller's jurisdiction oversees. What may be seen there is decided by
   * the database: only the county's views, only for reading, and only under an entry that stands in the county's trail.
   *
   * @param entry the entry of the county's trail that says so
   * @throws NoScopeException if the caller does not oversee, or the jurisdiction is not a parent of the county
   */
  public Scope lookingInto(Jurisdiction county, UUID entry) {
    if (!caller.holds(Role.PREFECTURE_OVERSIGHT) || !jurisdiction.oversees(county)) {
      throw new NoScopeException("no view from " + jurisdiction.code() + " into " + county.code());
    }
    return new Scope(caller, jurisdiction, Optional.of(county), Optional.of(entry), false, false);
  }

  /**
   * The same caller at the audit trail: the database then lets the trail be read, and nothing else.
   *
   * @throws NoScopeException if the caller is neither the audit administrator nor the platform
   */
  public Scope auditTrail() {
    if (readOnly() || !caller.holds(Role.AUDIT_ADMIN) && !caller.isPlatform()) {
      throw new NoScopeException("the audit trail of " + jurisdiction.code() + " is not this caller's to read");
    }
    return new Scope(caller, jurisdiction, viewed, reading, true, false);
  }

  /** The caller's own scope, without a look into a county. */
  public Scope own() {
    return new Scope(caller, jurisdiction, Optional.empty(), Optional.empty(), auditing, engaging);
  }

  /** Whether the caller says who comes in by an engagement: the performance office, in its own jurisdiction, and nobody from outside. */
  public boolean mayEngage() {
    return !readOnly() && !auditing && !caller.guest() && caller.holds(Role.PERFORMANCE_OFFICE);
  }

  /**
   * The same caller at the list of those who come in by an engagement: the database then lets these memberships be kept, and
   * nothing else.
   *
   * @throws NoScopeException if the caller {@linkplain #mayEngage() may not say} who comes in
   */
  public Scope keepingGuests() {
    if (!mayEngage()) {
      throw new NoScopeException("who comes into " + jurisdiction.code() + " by an engagement is not this caller's to say");
    }
    return new Scope(caller, jurisdiction, viewed, reading, false, true);
  }

  public boolean readOnly() {
    return viewed.isPresent();
  }

  /** Whether the same person acts in the same jurisdiction, whatever roles that person held at which moment, and whatever it was called. */
  public boolean samePerson(Scope other) {
    return caller.id().equals(other.caller.id()) && jurisdiction.code().equals(other.jurisdiction.code());
  }

  /**
   * Whose work it was, for a line of the log: the code of the jurisdiction, of the county that is looked into, and the person's
   * identifier. Neither names nor anything of what was worked on: logs are read by people who may not see it.
   */
  public static String inLog() {
    return bound().map(scope -> scope.jurisdiction.code() + scope.viewed.map(county -> ">" + county.code()).orElse("") + "/" + scope.caller.id())
        .orElse("nobody");
  }

  /** Whose rows are read: the viewed county's, or the own ones. */
  public Jurisdiction data() {
    return viewed.orElse(jurisdiction);
  }

  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  public <T> T call(Callable<T> work) throws Exception {
    return ScopedValue.where(CURRENT, this).call(work::call);
  }
}
