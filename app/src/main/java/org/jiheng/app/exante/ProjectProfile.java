package org.jiheng.app.exante;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectType;

/**
 * What the rules ask of a project before they say whether it is evaluated, and by whom.
 *
 * @param attribute name of 新增, 延续 or 一次性 in the project library
 * @param category name of the category of the budget
 * @param type what is done with the money, in the words in which jurisdictions write their rule, for example 工程
 * @param total money of the whole project, yuan
 * @param annual fiscal money of the year, yuan
 * @param flags names of what the project library marks it with
 */
public record ProjectProfile(String attribute, String category, String type, Money total, Money annual, Set<String> flags) {

  /** Marked as a key project: a third party looks at it whatever its size. */
  public static final String MAJOR = "MAJOR";

  /** Managed off the platform. */
  public static final String CONFIDENTIAL = "CONFIDENTIAL";

  /** What its unit says of its attribute and category is borne out by nobody: it is dealt with as a new one. */
  public static final String UNCONFIRMED = "UNCONFIRMED";

  public ProjectProfile {
    flags = Set.copyOf(flags);
  }

  /** As the project library describes it. Money: the whole investment, or what its year has been given and asks for. */
  static ProjectProfile of(Project project) {
    return of(project, project.totalInvestment().orElse(project.plannedBudget()), project.plannedBudget());
  }

  /** The same with whether its unit's words are borne out. */
  static ProjectProfile of(Project project, Backing backing) {
    ProjectProfile said = of(project);
    return backing.holds() ? said : new ProjectProfile(said.attribute, said.category, said.type, said.total, said.annual,
        Stream.concat(said.flags.stream(), Stream.of(UNCONFIRMED)).collect(Collectors.toSet()));
  }

  /** As its unit describes it when it asks for money. */
  static ProjectProfile of(Project project, Money total, Money annual) {
    Set<String> flags = new HashSet<>();
    if (project.key()) {
      flags.add(MAJOR);
    }
    if (project.confidential()) {
      flags.add(CONFIDENTIAL);
    }
    return new ProjectProfile(project.attribute().name(), project.category().name(), word(project.type()), total, annual, flags);
  }

  /** By the amounts its unit asks for, if they are more than the library knows of. Fiscal money: of the first year no more than is fiscal at all. */
  static ProjectProfile asking(Project project, ExAnteEvaluation form) {
    Money asked = form.money(ExAnteCells.AMOUNT_TOTAL).orElse(Money.ZERO);
    Money known = project.totalInvestment().orElse(project.plannedBudget());
    Money fiscal = Arrays.stream(FundingSource.values()).filter(FundingSource::fiscal)
        .flatMap(source -> form.money(ExAnteCells.source(source)).stream()).reduce(Money.ZERO, Money::plus);
    Money first = form.money(ExAnteCells.year(ExAnteCells.Year.FIRST)).orElse(Money.ZERO);
    Money annual = first.compareTo(fiscal) > 0 ? fiscal : first;
    return of(project, asked.compareTo(known) > 0 ? asked : known, annual);
  }

  /** A name parameters use for attributes, categories and flags, in words; one nobody knows stays as it is. */
  static String word(String name) {
    return switch (name) {
      case "NEW" -> "新增";
      case "CONTINUING" -> "延续";
      case "ONE_OFF" -> "一次性";
      case "PERSONNEL" -> "人员类";
      case "PUBLIC_FUNDS" -> "公用经费";
      case "OTHER_OPERATING" -> "其他运转类";
      case "SPECIFIC_PURPOSE" -> "特定目标类";
      case MAJOR -> "重点项目";
      case CONFIDENTIAL -> "涉密项目";
      default -> name;
    };
  }

  /** A type of projects in the words in which jurisdictions write their rule. */
  public static String word(ProjectType type) {
    return switch (type) {
      case INFORMATISATION -> "信息化";
      case CONSTRUCTION -> "工程";
      case MAJOR_REPAIR -> "大型修缮";
      case RESEARCH -> "科研";
      case PURCHASE -> "购置";
      case SUBSIDY -> "补助";
      case OPERATION -> "运转保障";
      case OTHER -> "其他";
    };
  }
}
