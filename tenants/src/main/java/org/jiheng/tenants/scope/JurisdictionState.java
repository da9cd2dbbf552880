package org.jiheng.tenants.scope;

/** What the registry says of a jurisdiction. Its people get in while it is {@link #ACTIVE} and at no other time. */
public enum JurisdictionState {
  /** Being set up; not yet opened. */
  ONBOARDING,
  ACTIVE,
  /** Closed by the prefecture, with a reason; its data stay. */
  SUSPENDED,
  /** Its tables could not be brought to the newest layout; closed until they are mended. */
  QUARANTINED,
  /** Gone, with its tables and roles; only its row in the registry is left. */
  REMOVED
}
