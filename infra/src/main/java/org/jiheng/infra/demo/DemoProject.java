package org.jiheng.infra.demo;

import java.util.List;
import java.util.UUID;
import org.jiheng.app.common.Money;

/**
 * A project as it stands in the library of a county.
 *
 * @param code in the shape of DOMAIN 11.1: division, year, T for a project of its own, twelve digits
 */
public record DemoProject(
    UUID id, Place place, String code, String name, String unit, int fiscalYear, Money initialBudget, Money annualBudget, ProjectPlan plan) {

  /** The year that is evaluated in the demonstration. */
  public static final int YEAR = 2022;

  /** Project of {@code <county>.clerk} that a real published form fits: begun by stories, never by the demonstration. */
  public static final String SCHOOL_MEALS = "义务教育营养改善计划专项资金";

  /** Names of the projects that have no form in any county, so that stories can begin one: unit 101001. */
  public static final List<String> RESERVED_FOR_CLERK = reserved("101001");

  /** The same for {@code <county>.clerk2}: unit 102001. */
  public static final List<String> RESERVED_FOR_CLERK2 = reserved("102001");

  private static List<String> reserved(String unit) {
    return ProjectPlan.ALL.stream().filter(plan -> plan.course() == Course.RESERVED && plan.unit().equals(unit)).map(ProjectPlan::name).toList();
  }
}
