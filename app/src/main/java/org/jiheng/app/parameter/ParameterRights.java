package org.jiheng.app.parameter;

import java.util.Set;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * What the caller may do with parameters (DOMAIN 1.2, 14). The performance office keeps its jurisdiction's; in a prefecture, whose
 * office that is, the overseer does, too, and both keep the template of its counties. Finance, the leader and the auditor read. Nobody
 * else does, and nobody in a county that is only looked into.
 *
 * @param reads whether they are the caller's to read
 * @param keeps whether the caller sets them
 * @param prefecture whether there is a template to hand to counties
 */
public record ParameterRights(boolean reads, boolean keeps, boolean prefecture) {

  private static final Set<Role> READERS = Set.of(Role.FINANCE_SECTION, Role.PERFORMANCE_OFFICE, Role.BUREAU_LEADER, Role.AUDITOR);

  public static ParameterRights of(Scope scope) {
    boolean inside = !scope.readOnly() && !scope.auditing() && !scope.engaging() && !scope.caller().guest();
    boolean prefecture = scope.jurisdiction().parent().isEmpty();
    boolean keeps = inside && (scope.caller().holds(Role.PERFORMANCE_OFFICE) || prefecture && scope.caller().holds(Role.PREFECTURE_OVERSIGHT));
    boolean reads = keeps || inside && scope.caller().memberships().stream().anyMatch(one -> READERS.contains(one.role()));
    return new ParameterRights(reads, keeps, prefecture);
  }

  boolean reads(ParameterLevel level) {
    return reads && (level == ParameterLevel.OWN || prefecture);
  }

  public boolean keeps(ParameterLevel level) {
    return keeps && (level == ParameterLevel.OWN || prefecture);
  }
}
