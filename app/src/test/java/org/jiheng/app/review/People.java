package org.jiheng.app.review;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** The people of the tests: 阿图什市, department 205, its unit 205001 with the form, its other unit 205002, department 301. */
final class People {

  static final JurisdictionCode ATUSHI = new JurisdictionCode("653001");
  static final String UNIT = "205001";

  static final Caller CLERK = person("clerk", in(Role.UNIT_CLERK, UNIT));
  static final Caller APPROVER = person("approver", in(Role.UNIT_APPROVER, UNIT));
  static final Caller REVIEWER = person("reviewer", in(Role.DEPARTMENT_REVIEWER, "205"));
  static final Caller SECTION = person("section", in(Role.FINANCE_SECTION, "205"));
  static final Caller OFFICE = person("office", in(Role.PERFORMANCE_OFFICE, ""));
  static final Caller CLERK_NEXT_DOOR = person("clerk-next-door", in(Role.UNIT_CLERK, "205002"));
  static final Caller APPROVER_NEXT_DOOR = person("approver-next-door", in(Role.UNIT_APPROVER, "205002"));
  static final Caller REVIEWER_ELSEWHERE = person("reviewer-elsewhere", in(Role.DEPARTMENT_REVIEWER, "301"));
  static final Caller SECTION_ELSEWHERE = person("section-elsewhere", in(Role.FINANCE_SECTION, "301"));
  static final Caller NOBODY = person("nobody");

  private People() {}

  static Membership in(Role role, String unitPrefix) {
    return new Membership(ATUSHI, unitPrefix, role, LocalDate.of(2024, 1, 1), Optional.empty());
  }

  static Caller person(String name, Membership... memberships) {
    return new Caller(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name, name, Arrays.asList(memberships));
  }

  static Scope scope(Caller caller) {
    return Scope.of(caller, new Jurisdiction(ATUSHI, "阿图什市", Optional.of(new JurisdictionCode("653000"))));
  }
}
