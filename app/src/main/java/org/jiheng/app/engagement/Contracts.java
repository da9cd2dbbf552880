package org.jiheng.app.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.agency.Units;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.CreditCode;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.document.Attachment;
import org.jiheng.app.document.AttachmentFile;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectParties;
import org.jiheng.app.project.ProjectParty;
import org.jiheng.app.project.ProjectWindows;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;

/**
 * Engagements in their jurisdiction's own tables. Answers the performance office about all, people from outside about the ones that
 * let them in; for everybody else there is none. Who comes in is written down elsewhere ({@link Engagements}).
 */
@ApplicationScoped
@Transactional(dontRollbackOn = NoSuchFormException.class)
class Contracts {

  private static final int ACCESSES_SHOWN = 500;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  @Inject
  private Projects projects;

  @Inject
  private ProjectParties parties;

  @Inject
  private ProjectWindows windows;

  @Inject
  private Units units;

  @Inject
  private Parameters parameters;

  @Inject
  private Firms firms;

  @Inject
  private Investigation investigation;

  @Inject
  private Attachments attachments;

  @Inject
  private Accesses accesses;

  @Inject
  private Trail trail;

  // --- looking

  public EngagementPage page(UUID id) {
    Engagement engagement = find(id);
    Caller caller = Scope.current().caller();
    accesses.looked(id, engagement.contractNumber());
    LocalDate today = clock.today();
    List<EngagedPerson> people = people(id);
    boolean office = Scope.current().mayEngage();
    return new EngagementPage(engagement, engagement.state(today), projects(id), people,
        EngagementMove.offers(engagement.standing(caller, today)), office, office ? steps(id) : List.of(), reports(id),
        attachments.of(id), reportRefusal(engagement, people), office ? accesses(id) : List.of(), office && isDue(id), today);
  }

  private List<EngagementPage.OfProject> projects(UUID id) {
    Map<String, String> names = units.names();
    List<Project> named = named(id);
    List<ProjectParty> known = parties.of(named.stream().map(Project::id).toList());
    return named.stream().map(project -> new EngagementPage.OfProject(project.id(), project.code(), project.name(),
        names.getOrDefault(project.unit(), ""), known.stream().filter(party -> party.project().equals(project.id())).toList())).toList();
  }

  private List<Project> named(UUID id) {
    return ids(id).stream().flatMap(project -> projects.find(project).stream()).sorted(Comparator.comparing(Project::code)).toList();
  }

  private List<UUID> ids(UUID id) {
    return database.createQuery("select p.project from EngagedProject p where p.engagement = :id", UUID.class).setParameter("id", id).getResultList();
  }

  private List<EngagedPerson> people(UUID id) {
    return database.createQuery("select p from EngagedPerson p where p.engagement = :id order by p.name", EngagedPerson.class)
        .setParameter("id", id).getResultList();
  }

  private List<EngagementStep> steps(UUID id) {
    return database.createQuery("select s from EngagementStep s where s.engagement = :id order by s.at", EngagementStep.class)
        .setParameter("id", id).getResultList();
  }

  private List<EngagementReport> reports(UUID id) {
    return database.createQuery("select r from EngagementReport r where r.engagement = :id order by r.at desc", EngagementReport.class)
        .setParameter("id", id).getResultList();
  }

  private List<EngagementAccess> accesses(UUID id) {
    return database.createQuery("select a from EngagementAccess a where a.engagement = :id order by a.at desc", EngagementAccess.class)
        .setParameter("id", id).setMaxResults(ACCESSES_SHOWN).getResultList();
  }

  /** @throws NoSuchFormException if the engagement has no such file, or is not the caller's to see */
  public Attachment file(UUID id, UUID attachment) {
    find(id);
    Attachment file = attachments.find(id, attachment).orElseThrow(NoSuchFormException::new);
    accesses.taken(id, file);
    return file;
  }

  // --- the contract

  public UUID register(Terms terms) {
    office();
    int grace = parameters().get(ConflictCheck.GRACE_DAYS);
    refuse(terms.refusals(grace));
    numberIsFree(terms, Optional.empty());
    Engagement engagement = new Engagement(terms, firm(terms), lead(terms), grace);
    database.persist(engagement);
    database.flush();
    name(engagement, terms);
    step(engagement, EngagementMove.REVISE, "");
    recorded(engagement, EngagementMove.REVISE, terms.toString());
    return engagement.id();
  }

  public void revise(UUID id, int seen, Terms terms) {
    Engagement engagement = walking(id, seen, EngagementMove.REVISE);
    int grace = parameters().get(ConflictCheck.GRACE_DAYS);
    refuse(terms.refusals(grace));
    numberIsFree(terms, Optional.of(id));
    engagement.agree(terms, firm(terms), lead(terms), grace);
    database.createQuery("delete from EngagedProject p where p.engagement = :id").setParameter("id", id).executeUpdate();
    database.createQuery("delete from EngagedPerson p where p.engagement = :id").setParameter("id", id).executeUpdate();
    name(engagement, terms);
    step(engagement, EngagementMove.REVISE, "");
    recorded(engagement, EngagementMove.REVISE, terms.toString());
  }

  private void name(Engagement engagement, Terms terms) {
    for (UUID project : terms.projects()) {
      if (projects.find(project).orElseThrow(NoSuchFormException::new).confidential()) {
        throw new RefusedException(Refusal.because("project-confidential"));
      }
      database.persist(new EngagedProject(engagement.id(), project));
    }
    Map<UUID, String> names = investigation.candidates(engagement);
    for (UUID person : terms.people()) {
      if (!names.containsKey(person)) {
        throw new RefusedException(Refusal.because("engagement-person-unknown"));
      }
      database.persist(new EngagedPerson(engagement.id(), person, names.get(person)));
    }
    database.flush();
  }

  private void numberIsFree(Terms terms, Optional<UUID> own) {
    boolean taken = database.createQuery("select e.id from Engagement e where e.contractNumber = :number", UUID.class)
        .setParameter("number", terms.contractNumber()).getResultStream().anyMatch(id -> own.filter(id::equals).isEmpty());
    if (taken) {
      throw new RefusedException(Refusal.because("engagement-number-taken", "number", terms.contractNumber()));
    }
  }

  private Optional<Firm> firm(Terms terms) {
    return terms.firm().map(id -> firms.open(id).firm());
  }

  private Optional<LeadEvaluator> lead(Terms terms) {
    return terms.leadEvaluator().map(id -> Optional.ofNullable(database.find(LeadEvaluator.class, id)).orElseThrow(NoSuchFormException::new));
  }

  // --- moves

  public void declare(UUID id, int seen, AttachmentFile file) {
    Engagement engagement = walking(id, seen, EngagementMove.DECLARE);
    UUID attachment = attachments.keep(id, file);
    engagement.declared(attachment, clock.today());
    step(engagement, EngagementMove.DECLARE, file.name());
    recorded(engagement, EngagementMove.DECLARE, file.name());
  }

  public Reasoned<Verdict> check(UUID id, int seen) {
    Engagement engagement = walking(id, seen, EngagementMove.CHECK);
    return checked(engagement);
  }

  private Reasoned<Verdict> checked(Engagement engagement) {
    Reasoned<Verdict> found = looked(engagement, engagement.closes());
    engagement.checked(found, clock.today());
    return found;
  }

  /** Looks for conflicts over the days until this last one; what is found stands in the steps and in the trail. */
  private Reasoned<Verdict> looked(Engagement engagement, LocalDate closes) {
    Reasoned<Verdict> found = ConflictCheck.of(parameters())
        .verdict(investigation.facts(engagement, closes, named(engagement.id()), people(engagement.id())));
    String said = found.value().orElseThrow() + ": " + found.reasons().stream().map(Reason::rule).collect(Collectors.joining(", "));
    step(engagement, EngagementMove.CHECK, said);
    recorded(engagement, EngagementMove.CHECK, said);
    return found;
  }

  /**
   * Opens the window; checks again first, because the world has gone on since.
   *
   * @return what was found; when that blocks, it is kept, and the window stays closed
   */
  public Reasoned<Verdict> grant(UUID id, int seen) {
    Engagement engagement = walking(id, seen, EngagementMove.OPEN);
    Reasoned<Verdict> found = checked(engagement);
    if (found.value().orElseThrow() != Verdict.BLOCKED) {
      engagement.granted(clock.today());
      windows.open(id, ids(id));
      due(id);
      step(engagement, EngagementMove.OPEN, "");
      recorded(engagement, EngagementMove.OPEN, engagement.opens() + " – " + engagement.closes());
    }
    return found;
  }

  /**
   * Makes the window longer; checks again first, as before it was opened.
   *
   * @return what was found; when that blocks, it stands in the steps, and the window closes on the day it would have
   */
  public Reasoned<Verdict> extend(UUID id, int seen, Extension extension) {
    Engagement engagement = walking(id, seen, EngagementMove.EXTEND);
    refuse(extension.refusals(engagement));
    Reasoned<Verdict> found = looked(engagement, extension.closes());
    if (found.value().orElseThrow() != Verdict.BLOCKED) {
      String window = engagement.closes() + " → " + extension.closes() + ", " + engagement.reportUntil() + " → " + extension.reportUntil();
      engagement.checked(found, clock.today());
      engagement.extended(extension);
      due(id);
      step(engagement, EngagementMove.EXTEND, window + " " + extension.reason());
      recorded(engagement, EngagementMove.EXTEND, window + " " + extension.reason());
    }
    return found;
  }

  public void accept(UUID id, int seen) {
    Engagement engagement = walking(id, seen, EngagementMove.ACCEPT);
    engagement.accepted(clock.today());
    due(id);
    step(engagement, EngagementMove.ACCEPT, "");
    recorded(engagement, EngagementMove.ACCEPT, "– " + engagement.closes());
  }

  public void end(UUID id, int seen, String reason) {
    Engagement engagement = walking(id, seen, EngagementMove.END);
    saysWhy(reason);
    if (engagement.wasGranted()) {
      due(id);
    }
    engagement.ended(clock.today());
    windows.close(id);
    step(engagement, EngagementMove.END, reason.strip());
    recorded(engagement, EngagementMove.END, reason.strip());
  }

  // --- what the registry is to be told

  private void due(UUID id) {
    database.merge(new AdmissionDue(id));
  }

  private boolean isDue(UUID id) {
    return database.find(AdmissionDue.class, id) != null;
  }

  /** Engagements of which the registry has not been told yet. */
  public List<UUID> due() {
    return database.createQuery("select d.engagement from AdmissionDue d", UUID.class).getResultList();
  }

  /**
   * Has the registry told what the engagement comes to now, if it has not been. May be repeated; nobody changes the engagement
   * meanwhile.
   *
   * @param keeper tells it, in a transaction of its own
   */
  public void settle(UUID id, Consumer<Admission> keeper) {
    Engagement engagement = database.find(Engagement.class, id, LockModeType.PESSIMISTIC_WRITE);
    AdmissionDue due = database.find(AdmissionDue.class, id);
    if (due != null) {
      keeper.accept(Admission.of(engagement, personIds(id)));
      database.remove(due);
    }
  }

  private Set<UUID> personIds(UUID id) {
    return people(id).stream().map(EngagedPerson::person).collect(Collectors.toSet());
  }

  /** Enters who has a part in a project the engagement names. */
  public void party(UUID id, UUID project, CreditCode code, String name, ProjectParty.Part part, LocalDate since, Optional<LocalDate> until) {
    office();
    Engagement engagement = find(id);
    if (!ids(id).contains(project)) {
      throw new NoSuchFormException();
    }
    if (name.isBlank() || until.filter(last -> last.isBefore(since)).isPresent()) {
      throw new RefusedException(Refusal.because("party-incomplete"));
    }
    parties.add(project, code, name.strip(), part, since, until);
    trail.add(Record.of(Act.CHANGE, "PROJECT/" + project, engagement.contractNumber()).changed("", part + " " + code + " " + name.strip()));
  }

  // --- reports

  public void report(UUID id, EngagementReport.Kind kind, String title, String text, Optional<AttachmentFile> file) {
    Engagement engagement = find(id);
    reportRefusal(engagement, people(id)).ifPresent(refusal -> {
      throw new RefusedException(refusal);
    });
    if (title.isBlank() || text.isBlank() && file.isEmpty()) {
      throw new RefusedException(Refusal.because("report-incomplete"));
    }
    if (kind == EngagementReport.Kind.FINAL_REPORT && file.isEmpty()) {
      throw new RefusedException(Refusal.because("report-needs-a-file"));
    }
    Optional<UUID> attachment = file.map(one -> attachments.keep(id, one));
    EngagementReport report = new EngagementReport(id, kind, title.strip(), text.strip(), attachment, Scope.current().caller(), clock.now());
    database.persist(report);
    trail.add(Record.of(Act.CHANGE, "ENGAGEMENT_REPORT/" + report.id(), report.title()).because("ENGAGEMENT/" + id));
    database.flush();
  }

  /** Only the engaged people, and only on the days of the contract. */
  private Optional<Refusal> reportRefusal(Engagement engagement, List<EngagedPerson> people) {
    Caller caller = Scope.current().caller();
    LocalDate today = clock.today();
    if (!caller.engagements().contains(engagement.id()) || people.stream().noneMatch(person -> person.person().equals(caller.id()))) {
      return Optional.of(Refusal.because("report-not-yours"));
    }
    boolean open = engagement.state(today) == EngagementState.OPEN && !today.isBefore(engagement.reportFrom()) && !today.isAfter(engagement.reportUntil());
    return open ? Optional.empty() : Optional.of(new Refusal("report-window-closed",
        Map.of("from", engagement.reportFrom().toString(), "until", engagement.reportUntil().toString())));
  }

  // --- who may

  private static void office() {
    if (!Scope.current().mayEngage()) {
      throw new NoSuchFormException();
    }
  }

  private Engagement find(UUID id) {
    boolean mine = Scope.current().caller().engagements().contains(id);
    Engagement engagement = Scope.current().mayEngage() || mine ? database.find(Engagement.class, id) : null;
    if (engagement == null || mine && engagement.state(clock.today()) != EngagementState.OPEN) {
      throw new NoSuchFormException();
    }
    return engagement;
  }

  /** The engagement, held for this transaction, if the caller may walk the move on it as it was seen. */
  private Engagement walking(UUID id, int seen, EngagementMove move) {
    office();
    Engagement engagement = find(id);
    database.refresh(engagement, LockModeType.PESSIMISTIC_WRITE);
    if (engagement.version() != seen) {
      EngagementStep last = Stream.of(steps(id)).flatMap(List::stream).reduce((_, next) -> next).orElseThrow(NoSuchFormException::new);
      throw new RefusedException(new Refusal("changed-meanwhile", Map.of("by", last.personName(), "at", last.at().toString())));
    }
    EngagementMove.Offer offer = EngagementMove.offers(engagement.standing(Scope.current().caller(), clock.today())).stream()
        .filter(one -> one.move() == move).findFirst()
        .orElseThrow(() -> new RefusedException(Refusal.because("engagement-move-not-now")));
    refuse(offer.refusals());
    return engagement;
  }

  private static void refuse(List<Refusal> refusals) {
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
  }

  private static void saysWhy(String reason) {
    if (reason == null || reason.strip().length() < EngagementMove.SHORTEST_REASON) {
      throw new RefusedException(Refusal.because("engagement-says-why", "least", EngagementMove.SHORTEST_REASON));
    }
  }

  private ParameterSet parameters() {
    return parameters.inForce(clock.today().getYear());
  }

  private void step(Engagement engagement, EngagementMove move, String comment) {
    database.persist(new EngagementStep(engagement.id(), move, Scope.current().caller(), clock.now(), comment));
    database.flush();
  }

  private void recorded(Engagement engagement, EngagementMove move, String note) {
    trail.add(Record.of(Act.DECIDE, "ENGAGEMENT/" + engagement.id(), engagement.contractNumber()).because(move + " " + note));
  }
}
