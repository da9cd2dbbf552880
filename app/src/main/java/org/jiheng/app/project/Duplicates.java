package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.project.DuplicateRule.Sketch;
import org.jiheng.app.project.DuplicateRule.Suspicion;
import org.jiheng.app.project.DuplicateVerdict.Verdict;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Scope;

/** Projects that overlap or were cut into pieces (S67): found, and decided by the performance office. */
@ApplicationScoped
@RefusalsRecorded(value = Act.DECIDE, about = ProjectList.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class Duplicates {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Projects projects;

  @Inject
  @Any
  private Instance<BudgetGuard> budgets;

  @Inject
  private Parameters parameters;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  @Inject
  private Event<LibraryChanged> changed;

  /**
   * What was decided about two projects, with their names.
   *
   * @param reason why; of a project that is confidential by now no words are shown (DOMAIN 12)
   */
  public record Decided(DuplicateVerdict verdict, String oneName, String otherName, String survivorName, String reason) {}

  /**
   * Pairs of a year nobody has decided about yet, the most suspicious in front. Four statements, however many projects there are.
   *
   * @throws NoSuchFormException for everybody but the performance office
   */
  @RefusalsRecorded(value = Act.READ, about = ProjectList.SUBJECT)
  public List<Suspicion> undecided(int fiscalYear) {
    deciding();
    List<Sketch> sketches = sketches(fiscalYear);
    Set<Set<UUID>> decided = new HashSet<>();
    database.createQuery("select v.one, v.other from DuplicateVerdict v, Project p where p.id = v.one and p.fiscalYear = :year", Object[].class)
        .setParameter("year", fiscalYear).getResultStream().forEach(row -> decided.add(Set.of((UUID) row[0], (UUID) row[1])));
    return rule(fiscalYear).find(sketches).stream().filter(one -> !decided.contains(Set.of(one.one().id(), one.other().id()))).toList();
  }

  /** By what thresholds and points pairs of a year are found now. */
  public DuplicateRule rule(int fiscalYear) {
    return DuplicateRule.of(parameters.inForce(fiscalYear));
  }

  private List<Sketch> sketches(int fiscalYear) {
    return database.createQuery("select p.id, p.code, p.name, p.content, p.unit, p.annualBudget from Project p "
            + "where p.fiscalYear = :year and " + Projects.TAKES_FORMS + " order by p.code", Object[].class)
        .setParameter("year", fiscalYear).getResultStream()
        .map(row -> new Sketch((UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4], new Money((BigDecimal) row[5])))
        .toList();
  }

  /**
   * What looks like one project in its year.
   *
   * @param compared with how many it was compared
   * @param suspicions the most suspicious in front, also those that were decided about
   * @param cleared the other projects of which finance said that they are no duplicates of it
   */
  public record Alike(int compared, List<Suspicion> suspicions, Set<UUID> cleared) {}

  /** For a room that judges the project, and has asked whether the caller may see what it shows. Two statements. */
  public Alike to(Project project) {
    List<Sketch> sketches = sketches(project.fiscalYear());
    List<Suspicion> suspicions = rule(project.fiscalYear()).find(sketches, project.id());
    Set<UUID> cleared = suspicions.isEmpty() ? Set.of() : database.createQuery("select v from DuplicateVerdict v where v.one = :project or v.other = :project",
            DuplicateVerdict.class).setParameter("project", project.id()).getResultStream().filter(one -> one.verdict() == Verdict.NOT_DUPLICATE)
        .map(one -> one.one().equals(project.id()) ? one.other() : one.one()).collect(Collectors.toSet());
    return new Alike((int) sketches.stream().filter(one -> !one.id().equals(project.id())).count(), suspicions, cleared);
  }

  /** What was decided about projects of a year, the latest in front. */
  @RefusalsRecorded(value = Act.READ, about = ProjectList.SUBJECT)
  public List<Decided> decided(int fiscalYear) {
    deciding();
    List<DuplicateVerdict> verdicts = database.createQuery("select v from DuplicateVerdict v, Project p where p.id = v.one and p.fiscalYear = :year "
        + "order by v.signed.at desc", DuplicateVerdict.class).setParameter("year", fiscalYear).getResultList();
    Set<UUID> named = verdicts.stream().flatMap(one -> Stream.of(one.one(), one.other())).collect(Collectors.toSet());
    Map<UUID, Project> there = named.isEmpty() ? Map.of() : database.createQuery("select p from Project p where p.id in :ids", Project.class)
        .setParameter("ids", named).getResultStream().collect(Collectors.toMap(Project::id, Function.identity()));
    Function<UUID, String> name = id -> there.containsKey(id) ? there.get(id).name() : "";
    return verdicts.stream().map(one -> new Decided(one, name.apply(one.one()), name.apply(one.other()), one.survivor().map(name).orElse(""),
        Stream.of(one.one(), one.other()).anyMatch(id -> there.containsKey(id) && there.get(id).confidential()) ? ProjectEntry.PLACEHOLDER : one.reason())).toList();
  }

  /**
   * Merges one of the two into the other: its money goes over line by line, so that what both had is what the survivor has; it stays in
   * the library as merged, with its forms.
   *
   * @param survivor one of the two
   * @throws RefusedException if anything speaks against it
   */
  public void merge(UUID one, UUID other, UUID survivor, String reason) {
    Pair pair = held(one, other, reason);
    if (!Set.of(one, other).contains(survivor)) {
      throw new NoSuchFormException();
    }
    List<Refusal> refusals = new ArrayList<>();
    long open = database.createQuery("select count(r) from Review r where r.project in :projects and r.state not in :ended", Long.class)
        .setParameter("projects", List.of(one, other)).setParameter("ended", FormState.ended()).getSingleResult();
    if (open > 0) {
      refusals.add(Refusal.because("project-has-open-forms", "count", open));
    }
    Project stays = pair.one().id().equals(survivor) ? pair.one() : pair.other();
    Project goes = stays == pair.one() ? pair.other() : pair.one();
    budgets.forEach(budget -> refusals.addAll(budget.againstMerging(goes)));
    refuse(refusals);
    List<Sketch> sketches = pair.sketches();
    String before = goes.name() + " " + goes.annualBudget() + ", " + stays.name() + " " + stays.annualBudget();
    List<FundingLine> gone = projects.lines(goes.id());
    List<FundingLine> lines = Stream.concat(projects.lines(stays.id()).stream(), gone.stream()).toList();
    gone.forEach(line -> line.goOverTo(stays.id()));
    ProjectMoney.sum(goes, List.of());
    ProjectMoney.sum(stays, lines);
    goes.mergeInto(stays, clock.today());
    changed.fire(new LibraryChanged(goes.fiscalYear()));
    keep(goes.fiscalYear(), sketches, Verdict.MERGED, Optional.of(survivor), reason);
    trail.add(Record.of(Act.DECIDE, ProjectList.SUBJECT + "/" + goes.id(), goes.name())
        .changed(before, stays.name() + " " + stays.annualBudget()).because("MERGED " + reason.strip()));
  }

  /** The two are no duplicates; they are not shown again. */
  public void notDuplicate(UUID one, UUID other, String reason) {
    Pair pair = held(one, other, reason);
    keep(pair.one().fiscalYear(), pair.sketches(), Verdict.NOT_DUPLICATE, Optional.empty(), reason);
    trail.add(Record.of(Act.DECIDE, ProjectList.SUBJECT + "/" + one, pair.one().name() + " / " + pair.other().name()).because("NOT_DUPLICATE " + reason.strip()));
  }

  /** Two projects, held for the decision. */
  private record Pair(Project one, Project other) {

    List<Sketch> sketches() {
      return Stream.of(one, other).map(project -> new Sketch(project.id(), project.code(), project.name(), project.content(), project.unit(),
          project.annualBudget())).toList();
    }
  }

  private Pair held(UUID one, UUID other, String reason) {
    deciding();
    // always in the same order, so that two decisions do not wait for each other
    boolean inOrder = one.compareTo(other) < 0;
    Project first = held(inOrder ? one : other);
    Project second = held(inOrder ? other : one);
    List<Refusal> refusals = new ArrayList<>(ProjectRules.againstReason(reason));
    if (one.equals(other) || first.fiscalYear() != second.fiscalYear()) {
      refusals.add(Refusal.because("duplicates-of-one-year"));
    }
    if (!first.takesForms() || !second.takesForms()) {
      refusals.add(Refusal.because("project-ended"));
    }
    if (!database.createQuery("select v.id from DuplicateVerdict v where v.one in :pair and v.other in :pair", UUID.class)
        .setParameter("pair", List.of(one, other)).getResultList().isEmpty()) {
      refusals.add(Refusal.because("duplicates-decided"));
    }
    refuse(refusals);
    return inOrder ? new Pair(first, second) : new Pair(second, first);
  }

  private Project held(UUID id) {
    return Optional.ofNullable(database.find(Project.class, id, LockModeType.PESSIMISTIC_WRITE)).orElseThrow(NoSuchFormException::new);
  }

  private void keep(int fiscalYear, List<Sketch> pair, Verdict verdict, Optional<UUID> survivor, String reason) {
    ParameterSet kept = DuplicateParameters.kept(parameters.inForce(fiscalYear));
    Optional<Suspicion> found = DuplicateRule.of(kept).find(pair).stream().findFirst();
    database.persist(new DuplicateVerdict(pair.getFirst().id(), pair.getLast().id(), verdict, survivor,
        new DuplicateVerdict.Found(found.map(Suspicion::score).orElse(0), found.map(Suspicion::findings).orElse(List.of()), kept), reason.strip(),
        Scope.current().caller(), clock.now()));
    database.flush();
  }

  private static void deciding() {
    if (!ProjectAccess.decides()) {
      throw new NoSuchFormException();
    }
  }

  private static void refuse(List<Refusal> refusals) {
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
  }
}
