package org.jiheng.app.project;

import java.time.LocalDate;
import java.util.Optional;
import org.jiheng.app.common.Money;

/**
 * What a unit says about a project. Money in yuan.
 *
 * @param code issued or temporary code, up to 21 characters
 * @param provisional whether the code is a temporary one
 * @param starts first day of its period
 * @param ends last day of its period
 * @param functionalClass 功能分类科目: 3, 5 or 7 digits; empty text while it is not known
 * @param industry 行业, one of {@link Industries#known}; empty text while it is not known
 * @param totalInvestment over all years; empty while it is not known
 * @param rural what a project of rural revitalisation says besides; empty for every other
 * @param confidential 涉密: then nothing that describes it is kept
 */
public record ProjectEntry(
    String code, boolean provisional, String name, String unit, int fiscalYear, ProjectCategory category, ProjectAttribute attribute,
    ProjectType type, Optional<LocalDate> starts, Optional<LocalDate> ends, String leader, String phone, String functionalClass, String industry, String basis,
    String content, Optional<Money> totalInvestment, Optional<DirectFunds> directFunds, Optional<RuralEntry> rural, boolean confidential) {

  /** What stands in the place of everything that would describe a confidential project. */
  public static final String PLACEHOLDER = "涉密项目,线下管理";

  /**
   * 直达资金 (DOMAIN 9.1).
   *
   * @param category 直达资金标识
   * @param document number of the upper level's document
   */
  public record DirectFunds(String category, String document) {}

  /** The same, sorted under an industry. */
  ProjectEntry in(String other) {
    return new ProjectEntry(code, provisional, name, unit, fiscalYear, category, attribute, type, starts, ends, leader, phone, functionalClass, other,
        basis, content, totalInvestment, directFunds, rural, confidential);
  }

  /** The same under a code. */
  ProjectEntry withCode(String given) {
    return new ProjectEntry(given, provisional, name, unit, fiscalYear, category, attribute, type, starts, ends, leader, phone, functionalClass, industry,
        basis, content, totalInvestment, directFunds, rural, confidential);
  }

  /** The same without anything that describes it: all a confidential project may say here. */
  ProjectEntry neutral() {
    return new ProjectEntry(code, provisional, PLACEHOLDER, unit, fiscalYear, category, attribute, type, starts, ends, "", "", "", "", "", "",
        totalInvestment, directFunds.map(_ -> new DirectFunds("", "")), Optional.empty(), true);
  }
}
