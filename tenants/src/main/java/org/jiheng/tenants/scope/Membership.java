package org.jiheng.tenants.scope;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of the registry: this person holds this role in this jurisdiction, for these units, in this time.
 *
 * @param unitPrefix code of a department or unit; it and everything below it is covered; empty text covers the whole
 *     jurisdiction
 * @param until last day it holds, inclusive; empty for no end
 */
public record Membership(JurisdictionCode jurisdiction, String unitPrefix, Role role, LocalDate from, Optional<LocalDate> until) {

  /** Whether the unit with this code is the covered one or stands below it in the tree. */
  public boolean coversUnit(String unitCode) {
    return unitCode.startsWith(unitPrefix);
  }
}
