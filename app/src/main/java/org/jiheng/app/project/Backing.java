package org.jiheng.app.project;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what the words are borne out with which a unit describes its project and on which it hangs whether the project is evaluated
 * beforehand: 延续 and 一次性 (only new projects are, S12), and a category that is let off. A project nobody has borne out is dealt with
 * as a new one (S12, S15): otherwise a unit would pass the gate B1 by choosing its word.
 */
public enum Backing {
  /** It says 新增 and a category with goals: nothing that would let it off. */
  NOTHING_SAID,
  /** The year before of the same code and category, or of a project it absorbed, has fiscal money that was given here and was not cut away. */
  EARLIER_YEAR,
  /** Finance has confirmed what it says now. */
  CONFIRMED,
  /** Neither: 自报,未经财政确认. */
  UNCONFIRMED;

  /** Whether its own words count. */
  public boolean holds() {
    return this != UNCONFIRMED;
  }

  private static final String CONFIRMED_NOW = "(p.confirmedAttribute is not null and p.confirmedAttribute = p.attribute and p.confirmedCategory = p.category)";

  /** That it says something that would let it off, as a condition on {@code p}: without it nothing has to be borne out. */
  static final String SAYS_SOMETHING = "(p.attribute <> org.jiheng.app.project.ProjectAttribute.NEW or p.category in ("
      + Arrays.stream(ProjectCategory.values()).filter(category -> !category.hasGoals()).map(Backing::literal).collect(Collectors.joining(", ")) + "))";

  /**
   * Money that was given: by the budget list, by a fund document, or taken over by finance. Units write no such line. The year before
   * alone bears a project out, net of what was cut, and only one that goes on: the code of a project that ended, or had paused, may be
   * used again for another thing (S12), and that is for finance to confirm. Looked up by its codes, of which there are few, not by
   * comparing it with every project of the year before.
   */
  static final String GIVEN_BEFORE = "exists (select earlier.id from FundingLine given, Project earlier where earlier.id = given.project "
      + "and earlier.code in (select called.code from Project called where called.id = p.id or called.mergedInto = p.id) "
      + "and earlier.category = p.category and earlier.fiscalYear = p.fiscalYear - 1 and earlier.terminatedOn is null and earlier.completedOn is null "
      + "and given.fiscalYear < p.fiscalYear and given.struckAt is null "
      + "and given.kind <> org.jiheng.app.project.FundingKind.ASKED and given.source in ("
      + Arrays.stream(FundingSource.values()).filter(FundingSource::fiscal).map(Backing::literal).collect(Collectors.joining(", ")) + ") "
      + "group by earlier.id having sum(case when given.kind = org.jiheng.app.project.FundingKind.CUT then 0 - given.amount else given.amount end) > 0)";

  /** {@link #UNCONFIRMED} as a condition on {@code p}, a {@link Project}, so that lists of thousands are asked of the database. */
  public static final String UNCONFIRMED_CONDITION = "(" + SAYS_SOMETHING + " and not " + CONFIRMED_NOW + " and not " + GIVEN_BEFORE + ")";

  private static String literal(Enum<?> constant) {
    return constant.getDeclaringClass().getName() + "." + constant.name();
  }

  /** @param givenBefore whether {@link #GIVEN_BEFORE} holds */
  static Backing of(Project project, boolean givenBefore) {
    if (project.attribute() == ProjectAttribute.NEW && project.category().hasGoals()) {
      return NOTHING_SAID;
    }
    if (givenBefore) {
      return EARLIER_YEAR;
    }
    return project.confirmed() ? CONFIRMED : UNCONFIRMED;
  }

  /** What of it a unit has said of itself, for the sentence on the screen: the attribute, or the category of a new project. */
  public static Stream<Enum<?>> said(Project project) {
    return project.attribute() != ProjectAttribute.NEW ? Stream.of(project.attribute())
        : project.category().hasGoals() ? Stream.of() : Stream.of(project.category());
  }
}
