package org.jiheng.app.transfer;

import java.util.Optional;
import java.util.UUID;

/**
 * Whose part of a transfer it is: a county's, or a unit's, of a project of it or of all it does.
 *
 * @param county code of the county; empty if it is a unit's
 * @param unit code of the unit; empty if it is a county's
 */
public record Part(Optional<String> county, Optional<String> unit, Optional<UUID> project) {

  public static Part ofCounty(String code) {
    return new Part(Optional.of(code), Optional.empty(), Optional.empty());
  }

  public static Part ofUnit(String code) {
    return new Part(Optional.empty(), Optional.of(code), Optional.empty());
  }

  public static Part ofProject(String unit, UUID project) {
    return new Part(Optional.empty(), Optional.of(unit), Optional.of(project));
  }
}
