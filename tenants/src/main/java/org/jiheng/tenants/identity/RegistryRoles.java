package org.jiheng.tenants.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Optional;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * A request whose roles are those of the registry. The container's own answer goes stale at a token refresh and then
 * flaps; it is never asked.
 */
final class RegistryRoles extends HttpServletRequestWrapper {

  private final Optional<Scope> scope;

  RegistryRoles(HttpServletRequest request, Optional<Scope> scope) {
    super(request);
    this.scope = scope;
  }

  @Override
  public boolean isUserInRole(String role) {
    return scope.isPresent()
        && Arrays.stream(Role.values()).filter(one -> one.name().equals(role)).anyMatch(scope.get().caller()::holds);
  }
}
