package org.jiheng.tenants.people;

import org.jiheng.tenants.scope.Role;

/**
 * What administrators do with people, and which of them does it (三员分立: one lets people in, the other says what they may; each resets
 * one of the two factors, so that none of them alone can become another).
 */
public enum StaffAct {
  INVITE(Role.SYSTEM_ADMIN, false),
  DISABLE(Role.SYSTEM_ADMIN, false),
  ENABLE(Role.SYSTEM_ADMIN, false),
  GIVE(Role.SECURITY_ADMIN, false),
  TAKE(Role.SECURITY_ADMIN, false),
  RESET_FIRST_FACTOR(Role.SYSTEM_ADMIN, true),
  RESET_SECOND_FACTOR(Role.SECURITY_ADMIN, true),
  END_SESSIONS(Role.SECURITY_ADMIN, false);

  private final Role office;
  private final boolean weighty;

  StaffAct(Role office, boolean weighty) {
    this.office = office;
    this.weighty = weighty;
  }

  /** Whose act it is. */
  public Role office() {
    return office;
  }

  /** Whether it takes away what the person proves who it is with. */
  boolean resets() {
    return this == RESET_FIRST_FACTOR || this == RESET_SECOND_FACTOR;
  }

  /** Whether it always asks for a fresh login. */
  public boolean weighty() {
    return weighty;
  }
}
