package org.jiheng.tenants.desk;

import java.util.List;
import org.jiheng.tenants.scope.Role;

/**
 * A first administrator of a new jurisdiction.
 *
 * @param role one of {@link #ROLES}
 * @param name as it is shown and signed with
 */
public record Administrator(Role role, String name, String username) {

  /** The three administrators of graded protection (GB/T 22239-2019), whom no two of one person may be. */
  public static final List<Role> ROLES = List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);
}
