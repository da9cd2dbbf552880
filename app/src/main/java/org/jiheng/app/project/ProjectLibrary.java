package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.agency.Unit;
import org.jiheng.app.agency.UnitTree;
import org.jiheng.app.agency.Units;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.review.Commands;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** The use cases of the project library. A project the caller may not read does not exist for it. */
@ApplicationScoped
@RefusalsRecorded(value = Act.CHANGE, about = ProjectList.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class ProjectLibrary {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Projects projects;

  @Inject
  private Units units;

  @Inject
  private Industries industries;

  @Inject
  private Stages stages;

  @Inject
  private Backings backings;

  @Inject
  private Commands commands;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  @Inject
  private Event<LibraryChanged> changed;

  /**
   * The project with its whole life: every year of its code, even where another unit had it then (DOMAIN Q23).
   *
   * @throws NoSuchFormException if there is none the caller may read
   */
  @RefusalsRecorded(value = Act.READ, about = ProjectList.SUBJECT)
  public ProjectPage open(UUID id) {
    Project project = readable(id, LockModeType.NONE);
    if (Scope.current().caller().holds(Role.AUDITOR)) {
      trail.addReading(Record.of(Act.READ, ProjectList.SUBJECT + "/" + id, project.name()));
    }
    LocalDate today = clock.today();
    List<Project> years = projects.ofCode(project.code());
    Map<UUID, Map<StageKind, ProjectPage.Stage>> reached = stages.of(years, today);
    Optional<Unit> unit = unit(project.unit());
    Optional<RuralEntry> rural = rural(id).map(RuralDetail::entry);
    List<FundingLine> lines = projects.lines(id);
    return new ProjectPage(project, rural, unit.map(Unit::name).orElse(""), name(UnitTree.departmentOf(project.unit())), unit.map(Unit::responsible).orElse(""),
        project.state(today), lines, Budgets.of(lines.stream().filter(FundingLine::counts).map(FundingLine::entry).toList()),
        years.stream().map(one -> new ProjectPage.Year(one, one.state(today), name(one.unit()), reached.get(one.id()))).toList(),
        database.createQuery("select p from Project p where p.mergedInto = :id order by p.code", Project.class).setParameter("id", id).getResultList(),
        project.mergedInto().flatMap(projects::find), codes(project.code()), ProjectRules.remarks(project.entry(rural)),
        backings.of(project), project.confidential() ? List.of() : confirmations(id),
        new ProjectPage.May(ProjectAccess.enters(project.unit()), ProjectAccess.exchanges(project), ProjectAccess.funds(project.unit()),
            ProjectAccess.decides(), ProjectAccess.confirms(project.unit())), ProjectAccess.writer(project.unit()));
  }

  private List<ProjectConfirmation> confirmations(UUID project) {
    return database.createQuery("select c from ProjectConfirmation c where c.project = :project order by c.at desc, c.id desc", ProjectConfirmation.class)
        .setParameter("project", project).getResultList();
  }

  private Optional<Unit> unit(String code) {
    return Optional.ofNullable(database.find(Unit.class, code));
  }

  private String name(String unit) {
    return unit(unit).map(Unit::name).orElse("");
  }

  private Optional<RuralDetail> rural(UUID project) {
    return Optional.ofNullable(database.find(RuralDetail.class, project));
  }

  private List<CodeExchange> codes(String code) {
    List<CodeExchange> chain = new ArrayList<>();
    for (String later = code; later != null && chain.size() < ProjectCode.LONGEST; ) {
      Optional<CodeExchange> exchange = database.createQuery("select c from CodeExchange c where c.newCode = :code order by c.at desc", CodeExchange.class)
          .setParameter("code", later).setMaxResults(1).getResultStream().findFirst();
      exchange.ifPresent(chain::add);
      later = exchange.map(CodeExchange::oldCode).orElse(null);
    }
    return chain;
  }

  /**
   * Enters a project; a temporary one without a code is given one, and one that says no industry the one its unit usually works in.
   *
   * @throws NoSuchFormException if the unit is not one the caller enters projects for
   * @throws RefusedException with everything that speaks against it
   */
  @RefusalsRecorded(value = Act.BEGIN, about = ProjectList.SUBJECT)
  public UUID enter(ProjectEntry entry) {
    entering(entry.unit());
    UUID token = UUID.randomUUID();
    ProjectEntry said = industries.completed(entry);
    ProjectEntry coded = said.provisional() && said.code().isBlank()
        ? said.withCode(ProjectCode.temporary(Scope.current().jurisdiction().code(), said.fiscalYear(), token)) : said;
    refuse(ProjectRules.against(coded, clock.today()), industries.against(coded.industry(), ""), againstPlace(coded, Optional.empty()));
    Project project = new Project(coded, clock.today());
    database.persist(project);
    database.flush();
    keepRural(project, coded);
    trail.add(record(Act.BEGIN, project).changed("", project.code()));
    changed.fire(new LibraryChanged(project.fiscalYear()));
    return project.id();
  }

  private static void entering(String unit) {
    if (!ProjectAccess.enters(unit)) {
      throw new NoSuchFormException();
    }
  }

  private List<Refusal> againstPlace(ProjectEntry entry, Optional<Project> itself) {
    List<Refusal> refusals = new ArrayList<>();
    if (unit(entry.unit()).filter(Unit::lasts).isEmpty()) {
      refusals.add(Refusal.because("unit-not-there", "code", entry.unit()));
    }
    List<Project> others = projects.ofCode(entry.code()).stream().filter(one -> itself.filter(own -> own.id().equals(one.id())).isEmpty()).toList();
    if (others.stream().anyMatch(one -> one.fiscalYear() == entry.fiscalYear())) {
      refusals.add(Refusal.because("project-code-taken", "code", entry.code()));
    } else if (others.stream().anyMatch(one -> !one.unit().equals(entry.unit()) && !units.goesOnAs(one.unit(), entry.unit()))) {
      // a code opens the history of all its years: it is not for the asking
      refusals.add(Refusal.because("project-code-of-another-unit", "code", entry.code()));
    }
    return refusals;
  }

  /**
   * Changes what is entered about a project. Unit, year and code stay: these are moved, entered anew and exchanged.
   *
   * @param seen the version the caller has looked at
   */
  public void change(UUID id, int seen, ProjectEntry said) {
    Project project = entered(id);
    seen(project, seen);
    Optional<RuralDetail> rural = rural(id);
    ProjectEntry before = project.entry(rural.map(RuralDetail::entry));
    ProjectEntry entry = new ProjectEntry(project.code(), project.provisional(), said.name(), project.unit(), project.fiscalYear(), said.category(),
        said.attribute(), said.type(), said.starts(), said.ends(), said.leader(), said.phone(), said.functionalClass(), said.industry(), said.basis(),
        said.content(), said.totalInvestment(), said.directFunds(), said.rural(), said.confidential());
    refuse(ProjectRules.against(entry, clock.today()), industries.against(entry.industry(), before.industry()), againstEnded(project),
        entry.confidential() && !project.confidential() ? againstForms(project) : List.of(),
        project.confidential() && !entry.confidential() ? ProjectRules.againstOpening(counting(projects.lines(id)), clock.today()) : List.of());
    boolean classified = entry.confidential() || before.confidential();
    project.say(entry);
    if (entry.confidential() && !before.confidential()) {
      projects.lines(id).forEach(FundingLine::neutralise);
    }
    database.flush();
    keepRural(project, entry);
    if (entry.confidential() != before.confidential()) {
      changed.fire(new LibraryChanged(project.fiscalYear()));
    }
    for (ProjectChange change : ProjectChange.between(before, project.entry(rural(id).map(RuralDetail::entry)))) {
      // what stood there of a project that is confidential now is not told again
      trail.add(record(Act.CHANGE, project).changed(classified ? "" : change.before(), classified ? "" : change.after()).because(change.field()));
    }
  }

  private void keepRural(Project project, ProjectEntry entry) {
    Optional<RuralDetail> there = rural(project.id());
    Optional<RuralEntry> said = entry.confidential() ? Optional.empty() : entry.rural();
    if (said.isEmpty()) {
      there.ifPresent(database::remove);
    } else if (there.isPresent()) {
      there.get().say(said.get());
    } else {
      database.persist(new RuralDetail(project.id(), said.get()));
    }
  }

  /**
   * Adds a line of money and sums up anew. The same command a second time does nothing. Fiscal money of this year and of later ones
   * comes in by the budget list and by fund documents alone, never by hand (S15, S17): see {@link ProjectRules#againstWriting}.
   *
   * @throws RefusedException with everything that speaks against it
   */
  public void addMoney(UUID id, UUID command, FundingEntry entry) {
    Project project = funded(id);
    if (!commands.first(command)) {
      return;
    }
    List<FundingLine> lines = projects.lines(id);
    refuse(againstEnded(project), ProjectRules.againstWriting(entry, ProjectAccess.writer(project.unit()), project.confidential(), clock.today()),
        ProjectRules.againstNote(entry, project.confidential()),
        ProjectRules.against(entry, project.fiscalYear(), counting(lines), clock.today()));
    book(project, lines, entry.by(FundingDoor.HAND));
  }

  /**
   * The same for money a room above has decided about, as a fund document that goes down; whether the caller decides, that room has
   * asked. In its transaction, and for no screen: what speaks against it undoes the whole decision. Money of a project that was merged
   * goes to the one it was merged into; a terminated project can still lose what it had. The document's own year decides, also where it
   * goes down before that year or after it.
   *
   * @throws RefusedException with everything that speaks against it: an ended project, a cut below zero
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void receiveMoney(UUID id, FundingEntry entry) {
    receiveMoney(id, FundingDoor.DOCUMENT, entry);
  }

  /** The same for the door of another room: what it has booked is not struck by hand. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void receiveMoney(UUID id, FundingDoor door, FundingEntry entry) {
    Project project = held(id);
    while (project.mergedInto().isPresent()) {
      project = held(project.mergedInto().get());
    }
    List<FundingLine> lines = projects.lines(project.id());
    refuse(entry.kind() == FundingKind.CUT ? List.of() : againstEnded(project),
        ProjectRules.againstReceived(entry, project.fiscalYear(), counting(lines), clock.today()));
    book(project, lines, entry.by(door));
  }

  private Project held(UUID id) {
    return projects.hold(id).orElseThrow(() -> new RefusedException(Refusal.because("project-not-there")));
  }

  private void book(Project project, List<FundingLine> lines, FundingEntry said) {
    FundingEntry entry = project.confidential() ? said.neutral() : said;
    FundingLine line = new FundingLine(project.id(), entry, Scope.current().caller().name(), clock.now());
    database.persist(line);
    sum(project, Stream.concat(lines.stream(), Stream.of(line)).toList());
    trail.add(record(Act.CHANGE, project).changed("", said(entry)).because(entry.kind().name()));
  }

  /** Strikes a line that was a mistake; it stays to be seen and no longer counts. */
  public void strike(UUID id, UUID line, String reason) {
    Project project = funded(id);
    List<FundingLine> lines = projects.lines(id);
    FundingLine struck = lines.stream().filter(one -> one.id().equals(line) && one.counts()).findFirst().orElseThrow(NoSuchFormException::new);
    boolean belowZero = !Budgets.of(lines.stream().filter(one -> one.counts() && one != struck).map(FundingLine::entry).toList()).nowhereBelowZero();
    refuse(againstEnded(project), ProjectRules.againstReason(reason), ProjectRules.againstStriking(struck.entry(), ProjectAccess.writer(project.unit())),
        belowZero ? List.of(Refusal.because("money-still-cut")) : List.of());
    struck.strike(Scope.current().caller().name(), clock.now(), why(project, reason));
    sum(project, lines);
    trail.add(record(Act.CHANGE, project).changed(said(struck.entry()), "").because("STRIKE " + why(project, reason)));
  }

  private static List<FundingEntry> counting(List<FundingLine> lines) {
    return lines.stream().filter(FundingLine::counts).map(FundingLine::entry).toList();
  }

  static void sum(Project project, List<FundingLine> lines) {
    project.amountsTo(Budgets.of(counting(lines)).of(project.fiscalYear()));
  }

  private static String said(FundingEntry entry) {
    Money amount = entry.kind().given() ? entry.signed() : entry.amount();
    return entry.fiscalYear() + " " + entry.source() + " " + amount + " " + entry.document();
  }

  /** Why something was done; of a confidential project no words are kept, whoever writes them (DOMAIN 12). */
  private static String why(Project project, String reason) {
    return project.confidential() ? ProjectEntry.PLACEHOLDER : reason.strip();
  }

  /**
   * Exchanges the code of the project, in all its years, for the one that was issued. The unit does while the code is a temporary one;
   * an issued one is corrected by the performance office.
   *
   * @param seen the version the caller has looked at
   */
  public void exchangeCode(UUID id, int seen, String issued, String reason) {
    Project project = readable(id, LockModeType.PESSIMISTIC_WRITE);
    if (!ProjectAccess.exchanges(project)) {
      throw new RefusedException(Refusal.because("project-code-not-yours"));
    }
    seen(project, seen);
    String old = project.code();
    List<Refusal> refusals = new ArrayList<>(againstEnded(project));
    refusals.addAll(ProjectRules.againstReason(reason));
    if (!ProjectCode.possible(issued)) {
      refusals.add(Refusal.because("project-code-malformed", "most", ProjectCode.LONGEST));
    } else if (issued.equals(old) || !projects.ofCode(issued).isEmpty()) {
      refusals.add(Refusal.because("project-code-taken", "code", issued));
    }
    refuse(refusals);
    projects.ofCode(old).forEach(year -> year.exchangeCode(issued));
    database.persist(new CodeExchange(old, issued, clock.today(), why(project, reason), Scope.current().caller().name(), clock.now()));
    database.flush();
    trail.add(record(Act.CHANGE, project).changed(old, issued).because(why(project, reason)));
  }

  /** Marks a project as a key one or as protected from cuts. For the performance office. */
  @RefusalsRecorded(value = Act.DECIDE, about = ProjectList.SUBJECT)
  public void mark(UUID id, int seen, boolean key, Protection protection, String reason) {
    Project project = decided(id, seen, reason);
    String before = project.key() + " " + project.protection();
    project.mark(key, protection);
    trail.add(record(Act.DECIDE, project).changed(before, key + " " + protection).because(why(project, reason)));
  }

  /**
   * Finance bears out what the unit says of its project (延续, 一次性, a category that is let off), or does not: until then, and after a
   * denial, it is dealt with as a new project (S12, S15). It counts for what the project says now; said anew it is to be confirmed anew.
   *
   * @param seen the version the caller has looked at
   * @throws RefusedException if the caller is neither the performance office nor the unit's section, there is nothing to confirm, or no
   *     reason is given
   */
  @RefusalsRecorded(value = Act.DECIDE, about = ProjectList.SUBJECT)
  public void confirm(UUID id, int seen, ProjectConfirmation.Verdict verdict, String reason) {
    Project project = readable(id, LockModeType.PESSIMISTIC_WRITE);
    if (!ProjectAccess.confirms(project.unit())) {
      throw new RefusedException(Refusal.because("project-confirmed-by-finance"));
    }
    seen(project, seen);
    refuse(againstEnded(project), project.confidential() ? List.of(Refusal.because("project-confidential")) : List.of(), ProjectRules.againstReason(reason),
        ProjectRules.againstConfirming(backings.of(project), verdict));
    project.confirm(verdict == ProjectConfirmation.Verdict.CONFIRMED);
    database.persist(new ProjectConfirmation(project, verdict, why(project, reason), Scope.current().caller(), clock.now()));
    database.flush();
    trail.add(record(Act.DECIDE, project).changed(project.attribute().name(), verdict.name()).because(why(project, reason)));
    changed.fire(new LibraryChanged(project.fiscalYear()));
  }

  /** The project has come to its end. For the performance office. */
  @RefusalsRecorded(value = Act.DECIDE, about = ProjectList.SUBJECT)
  public void complete(UUID id, int seen, LocalDate day, String reason) {
    Project project = decided(id, seen, reason);
    refuse(againstDay(day));
    project.complete(day);
    trail.add(record(Act.DECIDE, project).changed("", day.toString()).because(why(project, reason)));
  }

  /** The project is given up. For the performance office. */
  @RefusalsRecorded(value = Act.DECIDE, about = ProjectList.SUBJECT)
  public void terminate(UUID id, int seen, LocalDate day, String reason) {
    Project project = decided(id, seen, reason);
    refuse(againstDay(day), againstOpenForms(project));
    project.terminate(day, reason.strip());
    changed.fire(new LibraryChanged(project.fiscalYear()));
    trail.add(record(Act.DECIDE, project).changed("", day.toString()).because(why(project, reason)));
  }

  private List<Refusal> againstDay(LocalDate day) {
    return day.isAfter(clock.today()) ? List.of(Refusal.because("project-day-in-the-future")) : List.of();
  }

  private Project decided(UUID id, int seen, String reason) {
    Project project = readable(id, LockModeType.PESSIMISTIC_WRITE);
    if (!ProjectAccess.decides()) {
      throw new RefusedException(Refusal.because("project-office-only"));
    }
    seen(project, seen);
    refuse(againstEnded(project), ProjectRules.againstReason(reason));
    return project;
  }

  private Project entered(UUID id) {
    Project project = readable(id, LockModeType.PESSIMISTIC_WRITE);
    if (!ProjectAccess.enters(project.unit())) {
      throw new RefusedException(Refusal.because("project-clerk-only"));
    }
    return project;
  }

  private Project funded(UUID id) {
    Project project = readable(id, LockModeType.PESSIMISTIC_WRITE);
    if (!ProjectAccess.funds(project.unit())) {
      throw new RefusedException(Refusal.because("project-clerk-only"));
    }
    return project;
  }

  private Project readable(UUID id, LockModeType lock) {
    // people from outside have no right to hold a row: for them there is nothing to ask
    if (!ProjectAccess.reads()) {
      throw new NoSuchFormException();
    }
    return Optional.ofNullable(database.find(Project.class, id, lock)).filter(one -> ProjectAccess.reads(one.unit())).orElseThrow(NoSuchFormException::new);
  }

  private static void seen(Project project, int seen) {
    if (project.version() != seen) {
      throw new RefusedException(Refusal.because("project-changed-meanwhile"));
    }
  }

  private static List<Refusal> againstEnded(Project project) {
    return project.mergedInto().isPresent() || project.terminatedOn().isPresent() ? List.of(Refusal.because("project-ended")) : List.of();
  }

  private List<Refusal> againstForms(Project project) {
    long forms = database.createQuery("select count(r) from Review r where r.project = :project", Long.class)
        .setParameter("project", project.id()).getSingleResult();
    return forms == 0 ? List.of() : List.of(Refusal.because("project-has-forms", "count", forms));
  }

  private List<Refusal> againstOpenForms(Project project) {
    long forms = database.createQuery("select count(r) from Review r where r.project = :project and r.state not in :ended", Long.class)
        .setParameter("project", project.id()).setParameter("ended", FormState.ended()).getSingleResult();
    return forms == 0 ? List.of() : List.of(Refusal.because("project-has-open-forms", "count", forms));
  }

  private static Record record(Act act, Project project) {
    return Record.of(act, ProjectList.SUBJECT + "/" + project.id(), project.name());
  }

  @SafeVarargs
  private static void refuse(List<Refusal>... against) {
    List<Refusal> refusals = Stream.of(against).flatMap(List::stream).distinct().toList();
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
  }
}
