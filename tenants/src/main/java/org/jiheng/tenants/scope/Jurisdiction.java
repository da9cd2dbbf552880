package org.jiheng.tenants.scope;

import java.util.Optional;

/**
 * A fiscal jurisdiction (财政区划) as the registry knows it: one tenant.
 *
 * @param name as people say it, for example 阿图什市
 * @param parent the jurisdiction that oversees this one; empty for a prefecture
 */
public record Jurisdiction(JurisdictionCode code, String name, Optional<JurisdictionCode> parent) {

  /** The prefecture whose registers and templates hold here: the one that oversees it, or itself. */
  public JurisdictionCode prefecture() {
    return parent.orElse(code);
  }

  /** Whether this one may look into the other through the views granted to it. */
  public boolean oversees(Jurisdiction other) {
    return other.parent().equals(Optional.of(code));
  }
}
