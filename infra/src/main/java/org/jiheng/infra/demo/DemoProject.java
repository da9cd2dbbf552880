package org.jiheng.infra.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectType;

/**
 * A project as it stands in the library of a county.
 *
 * @param code of the year in which it began; in the shape of DOMAIN 11.1: division, year, T for a project of its own, twelve digits
 */
public record DemoProject(
    UUID id, Place place, String code, String name, String unit, int fiscalYear, Money initialBudget, Money annualBudget, ProjectPlan plan) {

  /** The year that is evaluated in the demonstration. */
  public static final int YEAR = 2022;

  private static final List<Map<String, String>> RESPONSIBLE = Table.read("responsible");

  /** Project of {@code <county>.clerk} that a real published form fits: begun by stories, never by the demonstration. */
  public static final String SCHOOL_MEALS = "义务教育营养改善计划专项资金";

  /** Names of the projects that have no form in any county, so that stories can begin one: unit 101001. */
  public static final List<String> RESERVED_FOR_CLERK = reserved("101001");

  /** The same for {@code <county>.clerk2}: unit 102001. */
  public static final List<String> RESERVED_FOR_CLERK2 = reserved("102001");

  private static List<String> reserved(String unit) {
    return ProjectPlan.ALL.stream().filter(plan -> plan.course() == Course.RESERVED && plan.unit().equals(unit)).map(ProjectPlan::name).toList();
  }

  ProjectCategory category() {
    return plan.kind().equals("running") ? ProjectCategory.OTHER_OPERATING : ProjectCategory.SPECIFIC_PURPOSE;
  }

  ProjectAttribute attribute() {
    return plan.previous() ? ProjectAttribute.CONTINUING : ProjectAttribute.NEW;
  }

  ProjectType type() {
    return switch (plan.kind()) {
      case "building" -> ProjectType.CONSTRUCTION;
      case "equipment" -> ProjectType.PURCHASE;
      case "running" -> ProjectType.OPERATION;
      case "meals" -> ProjectType.SUBSIDY;
      default -> ProjectType.OTHER;
    };
  }

  FundingSource source() {
    return plan.kind().equals("meals") ? FundingSource.UPPER_TRANSFER : FundingSource.GENERAL_BUDGET;
  }

  LocalDate starts() {
    return LocalDate.of(plan.previous() ? YEAR - 1 : fiscalYear, 1, 1);
  }

  LocalDate ends() {
    return LocalDate.of(plan.previous() ? YEAR : fiscalYear, 12, 31);
  }

  /** Whoever is in charge of the unit leads its projects. */
  String leader() {
    return RESPONSIBLE.stream().filter(row -> row.get("code").equals(unit)).findFirst().orElseThrow().get(place.name());
  }

  String functionalClass() {
    return unit.startsWith("101") ? "20502" : "";
  }

  /** Of the words of the demonstration's indicator library. */
  String industry() {
    return DemoLibrary.industry(unit);
  }

  String basis() {
    return place.title() + "人民政府年度工作安排";
  }

  String content() {
    return "按年度实施方案完成" + name + "。";
  }
}
