package org.jiheng.app.parameter;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.parameter.ParameterSet.Origin;

/**
 * What somebody set, as a value.
 *
 * @param fiscalYear the year it is for; empty for all years
 * @param effective first day on which it holds
 */
public record ParameterRow(
    UUID id, ParameterLevel level, String key, Optional<Integer> fiscalYear, String value, String author, String reason, LocalDate effective) {

  public Origin origin() {
    return switch (level) {
      case TEMPLATE -> fiscalYear.isPresent() ? Origin.TEMPLATE_YEAR : Origin.TEMPLATE;
      case OWN -> fiscalYear.isPresent() ? Origin.JURISDICTION_YEAR : Origin.JURISDICTION;
    };
  }

  /** Whether it says something about a year. */
  boolean concerns(int year) {
    return fiscalYear.filter(one -> one != year).isEmpty();
  }
}
