package org.jiheng.app.engagement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiheng.app.common.CreditCode;
import org.jiheng.app.project.ProjectParty;

/**
 * Everything the conflict check looks at, as values.
 *
 * @param today the business date
 * @param firm empty for a panel of experts
 * @param lead empty for a panel of experts
 * @param clientUnit code of the department that commissioned it; empty: the finance bureau
 * @param served codes of units that have commissioned the firm with something else, within the years that count
 */
public record ConflictFacts(
    LocalDate today, Optional<OfFirm> firm, Optional<OfLead> lead, List<OfPerson> people, List<OfProject> projects,
    Optional<String> clientUnit, Set<String> served) {

  /**
   * The firm today.
   *
   * @param blacklistedUntil last day, inclusive
   * @param penalties how many are on record within the years that count
   */
  public record OfFirm(CreditCode code, String name, Optional<LocalDate> blacklistedUntil, boolean onCreditPlatform, int penalties) {}

  /**
   * The lead evaluator today.
   *
   * @param ofFirm whether the lead evaluator works for that firm
   * @param otherJobs engagements elsewhere in the prefecture whose windows meet this one's
   */
  public record OfLead(String name, boolean ofFirm, LocalDate inBusinessSince, int otherJobs) {}

  /**
   * Somebody who would be let in.
   *
   * @param proper whether the firm has entered the person, or the register an active expert
   * @param outsider whether the person holds no post anywhere
   * @param avoids names of units and firms the person must not judge
   */
  public record OfPerson(String name, boolean proper, boolean outsider, List<String> avoids) {}

  /** A project that would be opened: its unit by code, the names of the unit and its department, who has a part in it. */
  public record OfProject(String name, String unit, List<String> unitNames, List<ProjectParty> parties) {}
}
