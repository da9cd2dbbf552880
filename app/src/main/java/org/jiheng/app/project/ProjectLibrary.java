package org.jiheng.app.project;

import static org.jiheng.app.project.HeldProjects.againstEnded;
import static org.jiheng.app.project.HeldProjects.record;
import static org.jiheng.app.project.HeldProjects.refuse;
import static org.jiheng.app.project.HeldProjects.seen;
import static org.jiheng.app.project.HeldProjects.why;

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
import org.jiheng.app.agency.Unit;
import org.jiheng.app.agency.UnitTree;
import org.jiheng.app.agency.Units;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** The project library: what units enter and change, and every project with its whole life. What the caller may not read does not exist for it. */
@ApplicationScoped
@RefusalsRecorded(value = Act.CHANGE, about = ProjectList.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class ProjectLibrary {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private HeldProjects held;

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
    Project project = held.readable(id, LockModeType.NONE);
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
    return database.createQuery("select c from ProjectConfirmation c where c.project = :project order by c.signed.at desc, c.id desc", ProjectConfirmation.class)
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
    Project project = held.entered(id);
    seen(project, seen);
    Optional<RuralDetail> rural = rural(id);
    ProjectEntry before = project.entry(rural.map(RuralDetail::entry));
    ProjectEntry entry = new ProjectEntry(project.code(), project.provisional(), said.name(), project.unit(), project.fiscalYear(), said.category(),
        said.attribute(), said.type(), said.starts(), said.ends(), said.leader(), said.phone(), said.functionalClass(), said.industry(), said.basis(),
        said.content(), said.totalInvestment(), said.directFunds(), said.rural(), said.confidential());
    refuse(ProjectRules.against(entry, clock.today()), industries.against(entry.industry(), before.industry()), againstEnded(project),
        entry.confidential() && !project.confidential() ? againstForms(project) : List.of(),
        project.confidential() && !entry.confidential() ? ProjectRules.againstOpening(ProjectMoney.counting(projects.lines(id)), clock.today()) : List.of());
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
   * Exchanges the code of the project, in all its years, for the one that was issued. The unit does while the code is a temporary one;
   * an issued one is corrected by the performance office.
   *
   * @param seen the version the caller has looked at
   */
  public void exchangeCode(UUID id, int seen, String issued, String reason) {
    Project project = held.readable(id, LockModeType.PESSIMISTIC_WRITE);
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

  private List<Refusal> againstForms(Project project) {
    long forms = database.createQuery("select count(r) from Review r where r.project = :project", Long.class)
        .setParameter("project", project.id()).getSingleResult();
    return forms == 0 ? List.of() : List.of(Refusal.because("project-has-forms", "count", forms));
  }
}
