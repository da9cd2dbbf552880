package org.jiheng.tenants.scope;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the registry: this person holds this role in this jurisdiction, for these units, in this time.
 *
 * @param unitPrefix code of a department or unit; it and everything below it is covered; empty text covers the whole
 *     jurisdiction
 * @param until last day it holds, inclusive; empty for no end
 * @param engagement the contract it comes from, of a role held {@linkplain Role#fromOutside() from outside}; empty for a post
 */
public record Membership(
    JurisdictionCode jurisdiction, String unitPrefix, Role role, LocalDate from, Optional<LocalDate> until, Optional<UUID> engagement) {

  /** A post: held until it is taken away. */
  public Membership(JurisdictionCode jurisdiction, String unitPrefix, Role role, LocalDate from, Optional<LocalDate> until) {
    this(jurisdiction, unitPrefix, role, from, until, Optional.empty());
  }

  /** Whether the unit with this code is the covered one or stands below it in the tree. */
  public boolean coversUnit(String unitCode) {
    return unitCode.startsWith(unitPrefix);
  }
}
