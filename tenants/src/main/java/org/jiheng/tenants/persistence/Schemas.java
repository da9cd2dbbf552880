package org.jiheng.tenants.persistence;

import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Scope;

/** How schemas and database roles are called. */
public final class Schemas {

  /** The registry: jurisdictions, people, memberships. */
  public static final String PLATFORM = "platform";

  /** What counties show their prefecture as figures. */
  public static final String ROLLUP = "rollup";

  /** What jurisdictions send each other. */
  public static final String EXCHANGE = "exchange";

  /** Role under which the registry is read, before anybody's scope is known. */
  public static final String IDENTITY_ROLE = "jiheng_identity";

  /** Role under which the platform's administrators hand in what they want done with jurisdictions. */
  public static final String DESK_ROLE = "jiheng_provisioning_desk";

  /** Role that may what all jurisdictions may: use what they share. Every jurisdiction's role inherits it. */
  public static final String JURISDICTION_ROLE = "jiheng_jurisdiction";

  /** Role that may what administrators of people may, each in its own jurisdiction's rows. Their roles inherit it. */
  public static final String ADMINISTRATORS_ROLE = "jiheng_administrators";

  /** Role that may what people from outside may with what jurisdictions share. Every jurisdiction's role for them inherits it. */
  public static final String GUEST_ROLE = "jiheng_guest";

  /** Role that may keep the registry of those who come in by an engagement. Every jurisdiction's role for that inherits it. */
  public static final String ENGAGER_ROLE = "jiheng_engager";

  /** Stands in prepared statements where the schema of the scope will stand. */
  public static final String MARKER = "tenant__";

  private Schemas() {}

  /** Schema of a jurisdiction's own tables. Safe to write into SQL: made of six checked digits. */
  public static String of(JurisdictionCode code) {
    return "j_" + code.value();
  }

  /** Role that owns nothing and may use just one jurisdiction's tables. */
  public static String roleOf(JurisdictionCode code) {
    return "j_" + code.value();
  }

  /** Role that may read one jurisdiction's audit trail and add to its chain, and nothing else. */
  public static String auditRoleOf(JurisdictionCode code) {
    return roleOf(code) + "_audit";
  }

  /** Role that may read and write who is what in one jurisdiction, and nothing else. */
  public static String administratorRoleOf(JurisdictionCode code) {
    return roleOf(code) + "_admin";
  }

  /** Schema of the views through which the prefecture reads a county. */
  public static String eyeOf(JurisdictionCode code) {
    return of(code) + "_eye";
  }

  /** Schema of the views through which somebody from outside reads what an engagement covers. */
  public static String guestSchemaOf(JurisdictionCode code) {
    return of(code) + "_guest";
  }

  /** Role that may use those views and no table. */
  public static String guestRoleOf(JurisdictionCode code) {
    return roleOf(code) + "_guest";
  }

  /** Role that may keep the memberships by which people from outside come into one jurisdiction, and nothing else. */
  public static String engagerRoleOf(JurisdictionCode code) {
    return roleOf(code) + "_engager";
  }

  static String schema(Scope scope) {
    JurisdictionCode code = scope.jurisdiction().code();
    return scope.viewed().map(county -> eyeOf(county.code())).orElseGet(() -> scope.caller().guest() ? guestSchemaOf(code) : of(code));
  }

  static String role(Scope scope) {
    JurisdictionCode code = scope.jurisdiction().code();
    if (scope.auditing()) {
      return auditRoleOf(code);
    }
    if (scope.engaging()) {
      return engagerRoleOf(code);
    }
    return scope.caller().guest() ? guestRoleOf(code) : roleOf(code);
  }
}
