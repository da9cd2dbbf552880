package org.jiheng.app.library;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * What the caller may do with the library (DOMAIN 1.2, 3.10). Everybody at work in the jurisdiction reads; people from outside, and
 * administrators, do not. A department sees proposals of its own, finance those of the departments it looks after.
 *
 * @param reads whether the library is the caller's to read at all
 * @param keeps whether the caller keeps the library of the own level: the prefecture's, or the county's
 * @param prefecture whether the own level is the prefecture's
 * @param all whether the caller sees what belongs to whichever department
 * @param departments whose indicators the caller sees, if not all
 * @param proposing departments the caller proposes for
 * @param confirming departments whose proposals the caller decides on
 * @param confirmsAll whether those of all
 */
public record LibraryRights(
    boolean reads, boolean keeps, boolean prefecture, boolean all, Set<String> departments, Set<String> proposing, Set<String> confirming,
    boolean confirmsAll) {

  private static final Set<Role> READERS = Set.of(Role.UNIT_CLERK, Role.UNIT_APPROVER, Role.DEPARTMENT_REVIEWER, Role.FINANCE_SECTION,
      Role.PERFORMANCE_OFFICE, Role.BUDGET_SECTION, Role.BUREAU_LEADER, Role.AUDITOR, Role.PREFECTURE_OVERSIGHT);
  private static final Set<Role> PROPOSERS = Set.of(Role.UNIT_CLERK, Role.UNIT_APPROVER, Role.DEPARTMENT_REVIEWER);
  private static final Set<Role> FINANCE = Set.of(Role.FINANCE_SECTION, Role.PERFORMANCE_OFFICE);

  private static final int DEPARTMENT = 3;

  public static LibraryRights of(Scope scope) {
    boolean reads = !scope.readOnly() && !scope.auditing() && !scope.caller().guest()
        && scope.caller().memberships().stream().anyMatch(one -> READERS.contains(one.role()));
    boolean prefecture = scope.jurisdiction().parent().isEmpty();
    boolean keeps = reads && (scope.caller().holds(Role.PERFORMANCE_OFFICE) || prefecture && scope.caller().holds(Role.PREFECTURE_OVERSIGHT));
    Set<String> seen = prefixes(scope, READERS);
    Set<String> confirming = prefixes(scope, FINANCE);
    boolean decides = reads && !prefecture;
    return new LibraryRights(reads, keeps, prefecture, seen.contains(""), departments(seen),
        decides ? departments(prefixes(scope, PROPOSERS)) : Set.of(), decides ? departments(confirming) : Set.of(),
        decides && confirming.contains(""));
  }

  private static Set<String> prefixes(Scope scope, Set<Role> roles) {
    return scope.caller().memberships().stream().filter(one -> roles.contains(one.role())).map(Membership::unitPrefix)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** A unit belongs to the department whose code its own begins with (11.1). */
  private static Set<String> departments(Set<String> prefixes) {
    return prefixes.stream().filter(one -> one.length() >= DEPARTMENT).map(one -> one.substring(0, DEPARTMENT))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether the caller changes, stops and takes up again what is in force on this level. */
  boolean keeps(LibraryLevel level, String department) {
    return switch (level) {
      case PREFECTURE -> keeps && prefecture;
      case COUNTY -> keeps && !prefecture;
      case DEPARTMENT -> confirms(department);
    };
  }

  boolean confirms(String department) {
    return confirmsAll || confirming.contains(department);
  }

  /** Whether the caller may propose at all. */
  public boolean proposes() {
    return !proposing.isEmpty();
  }
}
