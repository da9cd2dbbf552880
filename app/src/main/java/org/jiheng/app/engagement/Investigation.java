package org.jiheng.app.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.agency.Units;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectParties;
import org.jiheng.app.project.ProjectParty;

/** Gathers what the conflict check looks at: from the registers of the prefecture, the projects, and other engagements. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Investigation {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  @Inject
  private Parameters parameters;

  @Inject
  private Firms firms;

  @Inject
  private Experts experts;

  @Inject
  private ProjectParties parties;

  @Inject
  private Units units;

  /** Whom the engagement may name: people of its firm, or the register's experts; name by person. */
  public Map<UUID, String> candidates(Engagement engagement) {
    Map<UUID, String> names = new LinkedHashMap<>();
    engagement.firm().ifPresentOrElse(
        firm -> firms.people(firm).forEach(person -> names.put(person.person(), person.name())),
        () -> experts.all().forEach(expert -> names.put(expert.person(), expert.name())));
    return names;
  }

  /** @param closes last day of the window that is asked about, inclusive */
  public ConflictFacts facts(Engagement engagement, LocalDate closes, List<Project> projects, List<EngagedPerson> people) {
    LocalDate today = clock.today();
    LocalDate counts = today.minusYears(parameters.inForce(today.getYear()).get(ConflictCheck.PARTY_YEARS));
    return new ConflictFacts(today, engagement.firm().map(id -> firm(id, counts)), engagement.leadEvaluator().map(id -> lead(engagement, closes, id)),
        people(engagement, people), projects(projects), engagement.clientUnit(), served(engagement, counts));
  }

  private ConflictFacts.OfFirm firm(UUID id, LocalDate counts) {
    Firms.Page page = firms.open(id);
    int penalties = (int) page.marks().stream()
        .filter(mark -> mark.kind() == FirmMark.Kind.PENALTY && !mark.notedOn().isBefore(counts)).count();
    return new ConflictFacts.OfFirm(page.firm().code(), page.firm().name(), page.firm().blacklistedUntil(),
        !page.firm().entry().creditNumber().isBlank(), penalties);
  }

  private ConflictFacts.OfLead lead(Engagement engagement, LocalDate closes, UUID id) {
    LeadEvaluator lead = database.find(LeadEvaluator.class, id);
    long others = database.createQuery("select count(j) from Job j where j.leadEvaluator = :lead and j.engagement <> :own "
            + "and j.opens <= :closes and j.closes >= :opens and j.closes >= j.opens", Long.class)
        .setParameter("lead", id).setParameter("own", engagement.id())
        .setParameter("opens", engagement.opens()).setParameter("closes", closes).getSingleResult();
    boolean ofFirm = engagement.firm().filter(lead.firm()::equals).isPresent() && lead.active();
    return new ConflictFacts.OfLead(lead.name(), ofFirm, lead.inBusinessSince(), Math.toIntExact(others));
  }

  private List<ConflictFacts.OfPerson> people(Engagement engagement, List<EngagedPerson> people) {
    Set<UUID> outside = outsiders(people.stream().map(EngagedPerson::person).toList());
    Set<UUID> proper = engagement.firm().map(firm -> firms.people(firm).stream().map(FirmPerson::person).collect(Collectors.toSet()))
        .orElseGet(() -> experts.all().stream().filter(expert -> expert.entry().state() == Expert.State.ACTIVE).map(Expert::person)
            .collect(Collectors.toSet()));
    Map<UUID, List<String>> avoided = engagement.firm().isPresent() ? Map.of()
        : experts.all().stream().collect(Collectors.toMap(Expert::person, Expert::avoided));
    return people.stream().map(person -> new ConflictFacts.OfPerson(person.name(), proper.contains(person.person()),
        outside.contains(person.person()), avoided.getOrDefault(person.person(), List.of()))).toList();
  }

  private Set<UUID> outsiders(Collection<UUID> people) {
    return people.isEmpty() ? Set.of() : new HashSet<>(database.createQuery("select o.id from Outsider o where o.id in :people", UUID.class)
        .setParameter("people", people).getResultList());
  }

  private List<ConflictFacts.OfProject> projects(List<Project> projects) {
    Map<String, String> names = units.names();
    List<ProjectParty> known = parties.of(projects.stream().map(Project::id).toList());
    return projects.stream().map(project -> new ConflictFacts.OfProject(project.name(), project.unit(),
        Stream.of(project.unit(), project.unit().substring(0, 3)).map(unit -> names.getOrDefault(unit, "")).toList(),
        known.stream().filter(party -> party.project().equals(project.id())).toList())).toList();
  }

  /** Units that have commissioned the same firm with something that was not over before the years that count. */
  private Set<String> served(Engagement engagement, LocalDate counts) {
    Optional<UUID> firm = engagement.firm();
    return firm.isEmpty() ? Set.of() : new HashSet<>(database.createQuery("select e.clientUnit from Engagement e where e.firm = :firm "
            + "and e.id <> :own and e.clientUnit is not null and e.grantedOn is not null and e.closes >= :counts", String.class)
        .setParameter("firm", firm.get()).setParameter("own", engagement.id()).setParameter("counts", counts).getResultList());
  }
}
