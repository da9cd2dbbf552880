package org.jiheng.app.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.project.ProjectParty;

/**
 * Whether a firm or a panel may be let in (财监〔2021〕4号, 财预〔2021〕6号; DOMAIN 5.9): independent of client and object, not on the
 * blacklist, led by somebody with experience. Pure: everything it looks at is handed over.
 *
 * @param partyYears how many years a part in a project, another commission or a penalty counts
 * @param mostJobs how many jobs a lead evaluator may have at once before somebody should know
 * @param leastYears years a lead evaluator has been in the business, at the least
 */
public record ConflictCheck(int partyYears, int mostJobs, int leastYears) {

  static final ParameterKey<Integer> PARTY_YEARS = new ParameterKey<>("engagement.party_years", "2", Integer::valueOf);
  static final ParameterKey<Integer> MOST_JOBS = new ParameterKey<>("engagement.lead_jobs", "3", Integer::valueOf);
  static final ParameterKey<Integer> LEAST_YEARS = new ParameterKey<>("engagement.lead_years", "5", Integer::valueOf);

  /** Days after acceptance on which access ends at the latest. */
  static final ParameterKey<Integer> GRACE_DAYS = new ParameterKey<>("engagement.grace_days", "30", Integer::valueOf);

  static ConflictCheck of(ParameterSet parameters) {
    return new ConflictCheck(parameters.get(PARTY_YEARS), parameters.get(MOST_JOBS), parameters.get(LEAST_YEARS));
  }

  /** The verdict with everything that was found: what blocks first, then what somebody should know. */
  public Reasoned<Verdict> verdict(ConflictFacts facts) {
    List<Reason> blocks = Stream.of(parties(facts), clients(facts), blacklist(facts), lead(facts), people(facts))
        .flatMap(List::stream).toList();
    List<Reason> warnings = warnings(facts);
    if (blocks.isEmpty() && warnings.isEmpty()) {
      return Reasoned.of(Verdict.CLEAR, Because.of("engagement.nothing-found", Because.SUPERVISION, "projects", facts.projects().size(),
          "people", facts.people().size()));
    }
    List<Reason> found = new ArrayList<>(blocks);
    found.addAll(warnings);
    return new Reasoned<>(Optional.of(blocks.isEmpty() ? Verdict.WARNED : Verdict.BLOCKED), found);
  }

  /** The firm delivers to, audits or advises a project, or did within the years that count. */
  private List<Reason> parties(ConflictFacts facts) {
    LocalDate counts = facts.today().minusYears(partyYears);
    List<Reason> found = new ArrayList<>();
    facts.firm().ifPresent(firm -> facts.projects().forEach(project -> project.parties().stream()
        .filter(party -> party.code().equals(firm.code()) && party.until().filter(until -> until.isBefore(counts)).isEmpty())
        .forEach(party -> found.add(Because.of(rule(party.part()), Because.SUPERVISION, "firm", firm.name(), "project", project.name(),
            "since", party.since(), "years", partyYears)))));
    return found;
  }

  private static String rule(ProjectParty.Part part) {
    return switch (part) {
      case SUPPLIER -> "engagement.supplier-of-project";
      case AUDITOR -> "engagement.auditor-of-project";
      case CONSULTANT -> "engagement.consultant-of-project";
    };
  }

  /** Who commissions does not carry out what is judged, and whom the firm works for is not judged by it. */
  private static List<Reason> clients(ConflictFacts facts) {
    List<Reason> found = new ArrayList<>();
    for (ConflictFacts.OfProject project : facts.projects()) {
      if (facts.clientUnit().filter(project.unit()::equals).isPresent()) {
        found.add(Because.of("engagement.client-carries-out", Because.COMMISSION, "project", project.name()));
      }
      facts.firm().filter(_ -> facts.served().contains(project.unit())).ifPresent(firm ->
          found.add(Because.of("engagement.unit-is-a-client", Because.SUPERVISION, "firm", firm.name(), "project", project.name())));
    }
    return found;
  }

  private static List<Reason> blacklist(ConflictFacts facts) {
    return facts.firm().flatMap(firm -> firm.blacklistedUntil().filter(until -> !until.isBefore(facts.today()))
            .map(until -> Because.of("engagement.blacklisted", Because.SUPERVISION, "firm", firm.name(), "until", until)))
        .stream().toList();
  }

  private List<Reason> lead(ConflictFacts facts) {
    List<Reason> found = new ArrayList<>();
    facts.lead().filter(lead -> !lead.ofFirm()).ifPresent(lead ->
        found.add(Because.of("engagement.lead-of-another-firm", Because.SUPERVISION, "lead", lead.name())));
    facts.lead().filter(lead -> lead.inBusinessSince().plusYears(leastYears).isAfter(facts.today())).ifPresent(lead ->
        found.add(Because.of("engagement.lead-too-new", Because.SUPERVISION, "lead", lead.name(), "since", lead.inBusinessSince(), "years", leastYears)));
    return found;
  }

  private static List<Reason> people(ConflictFacts facts) {
    List<Reason> found = new ArrayList<>();
    for (ConflictFacts.OfPerson person : facts.people()) {
      if (!person.proper()) {
        found.add(Because.of("engagement.person-not-entered", Because.SUPERVISION, "person", person.name()));
      }
      if (!person.outsider()) {
        found.add(Because.of("engagement.person-holds-a-post", Because.SUPERVISION, "person", person.name()));
      }
      facts.projects().stream().filter(project -> project.unitNames().stream().anyMatch(person.avoids()::contains)).forEach(project ->
          found.add(Because.of("engagement.person-avoids", Because.SUPERVISION, "person", person.name(), "project", project.name())));
    }
    return found;
  }

  private List<Reason> warnings(ConflictFacts facts) {
    List<Reason> found = new ArrayList<>();
    facts.lead().filter(lead -> lead.otherJobs() >= mostJobs).ifPresent(lead ->
        found.add(Because.of("engagement.lead-busy", Because.SUPERVISION, "lead", lead.name(), "jobs", lead.otherJobs() + 1, "most", mostJobs)));
    facts.firm().filter(firm -> !firm.onCreditPlatform()).ifPresent(firm ->
        found.add(Because.of("engagement.not-on-credit-platform", Because.SUPERVISION, "firm", firm.name())));
    facts.firm().filter(firm -> firm.penalties() > 0).ifPresent(firm ->
        found.add(Because.of("engagement.penalised", Because.SUPERVISION, "firm", firm.name(), "penalties", firm.penalties(), "years", partyYears)));
    return found;
  }
}
