package org.jiheng.app.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiheng.app.agency.Units;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.budget.PriorResults.PriorResult;
import org.jiheng.app.project.AmongProjects;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.Backings;
import org.jiheng.app.project.Budgets;
import org.jiheng.app.project.FundingDoor;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectLibrary;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.app.project.ProjectFact.ExAnte;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.Commands;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * The budget list: every project of a year, what every gate says to it, what is asked for and supported, what became of it the year
 * before, and what the budget section has taken in. A project that may not enter is not taken in (S15). Confidential ones stand in it
 * and are counted, by code and flag alone: they pass their gates off the platform (DOMAIN 12).
 */
@ApplicationScoped
@RefusalsRecorded(about = Gates.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class BudgetList {

  /** What is asked of the gates for every line: together they answer for all of them. */
  private static final List<BudgetAction> SHOWN =
      List.of(BudgetAction.ENTER_BUDGET, BudgetAction.ALLOCATE, BudgetAction.SEND_FUND_DOCUMENT, BudgetAction.SUBMIT_DECOMPOSITION);

  /** Lines of an export that are read at a time. */
  private static final int BLOCK = 500;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Gates gates;

  @Inject
  private Projects projects;

  @Inject
  private ProjectLibrary library;

  @Inject
  private Backings backings;

  @Inject
  private PriorResults results;

  @Inject
  private Commands commands;

  @Inject
  private Units units;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  /** Where a project stands on its way into the budget. */
  public enum Standing {
    /** 可入预算. */
    MAY_ENTER,
    /** 不得进入. */
    MAY_NOT_ENTER,
    /** 已入预算: its money may not be allocated yet, or has not been. */
    ENTERED,
    /** 已安排: by this list, or the year has all that is asked for by a fund document or a budget that was taken over. */
    ALLOCATED,
    /** 涉密,线下办理: neither gates nor money of it stand here. */
    CONFIDENTIAL
  }

  /**
   * Which projects are listed.
   *
   * @param unit code of a department or unit; what is below it is listed, too
   * @param text part of the project's name or the beginning of its code; empty for all
   */
  public record Filter(int fiscalYear, Optional<Standing> standing, Optional<String> unit, String text) {

    public Filter {
      unit = unit.map(TypedText::of);
      text = TypedText.of(text).strip();
    }
  }

  /**
   * One project.
   *
   * @param name of a confidential one what stands in the place of its name
   * @param asked yuan; what its evaluation asks for, or else its unit in the library, or else what it is planned with; empty for a
   *     confidential one
   * @param supported yuan; empty without a conclusion of finance
   * @param given yuan; fiscal money the year has beside this list; empty for a confidential one
   * @param left yuan; what may still enter beyond it; empty if nobody said an amount, and for a confidential one
   * @param entry whether it may enter, and why
   * @param verdict what every gate on the way says, those of fund documents included; empty for a confidential one
   * @param backing by what the unit's own words about it are borne out
   * @param before what became of it the year before; empty if nothing is known
   * @param openable whether the caller may open a closed gate of the entry
   */
  public record Line(
      UUID project, String code, String name, String unitName, Standing standing, Optional<Money> asked, Optional<Money> supported,
      Optional<Money> given, Optional<Money> left, Optional<UUID> evaluation, Permission entry, Map<Gate, Gate.Answer> verdict, Backing backing, Optional<PriorResult> before,
      Optional<BudgetEntry.Occasion> occasion, Optional<Money> entered, boolean openable) {

    /** What a gate says; empty for a confidential project. */
    public Optional<Gate.Answer> says(Gate gate) {
      return Optional.ofNullable(verdict.get(gate));
    }
  }

  /** What the filtered list adds up to, yuan. */
  public record Totals(Map<Standing, Long> projects, Money asked, Money supported, Money entered) {

    public long all() {
      return projects.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Whether the caller reads this list at all. */
  public boolean reads() {
    Scope scope = Scope.current();
    return !scope.readOnly() && !scope.caller().guest()
        && scope.caller().holdsAny(Role.BUDGET_SECTION, Role.PERFORMANCE_OFFICE, Role.FINANCE_SECTION, Role.BUREAU_LEADER);
  }

  /** Whether the caller opens closed gates. */
  public boolean opens() {
    return reads() && Scope.current().caller().holds(Role.BUREAU_LEADER);
  }

  /** Whether the caller takes projects in. */
  public boolean enters() {
    return reads() && Scope.current().caller().holds(Role.BUDGET_SECTION);
  }

  /**
   * The filtered list as a whole: which projects stand in it, in the order of their codes, and what they add up to. What every gate says
   * of them is asked for a page at a time, by {@link #lines}.
   */
  public record Overview(List<UUID> projects, Totals totals) {

    public Overview {
      projects = List.copyOf(projects);
    }

    private static Overview of(List<BudgetStand> stands) {
      Map<Standing, Long> standings = new EnumMap<>(Standing.class);
      stands.forEach(one -> standings.merge(one.standing(), 1L, Long::sum));
      return new Overview(stands.stream().map(one -> one.project().id()).toList(),
          new Totals(standings, sum(stands, BudgetStand::asked), sum(stands, BudgetStand::supported), sum(stands, BudgetStand::entered)));
    }

    private static Money sum(List<BudgetStand> stands, Function<BudgetStand, Optional<Money>> amount) {
      return stands.stream().flatMap(one -> amount.apply(one).stream()).reduce(Money.ZERO, Money::plus);
    }
  }

  /** The number of statements does not grow with that of the projects. @throws NoSuchFormException for whoever does not read it */
  public Overview overview(Filter filter) {
    reading();
    List<Project> asked = projects.ofBudgetYear(filter.fiscalYear(), filter.unit().orElse("")).stream().filter(Gates::maySee)
        .filter(one -> shown(one, filter)).toList();
    List<BudgetStand> stands = stands(filter.fiscalYear(), asked, gates.known(asked, List.of(BudgetAction.ENTER_BUDGET)));
    return Overview.of(stands.stream().filter(one -> filter.standing().filter(standing -> standing != one.standing()).isEmpty()).toList());
  }

  /**
   * Lines of projects of a fiscal year, in the order in which they are named; one the caller may not see is missing.
   *
   * @param wanted a page of {@link Overview#projects}
   * @throws NoSuchFormException for whoever does not read the list
   */
  public List<Line> lines(int fiscalYear, List<UUID> wanted) {
    reading();
    Map<UUID, Project> found = projects.find(wanted);
    List<Project> asked = wanted.stream().map(found::get).filter(Objects::nonNull)
        .filter(one -> one.fiscalYear() == fiscalYear && Gates.maySee(one)).toList();
    Gates.Known known = gates.known(asked, SHOWN);
    Map<UUID, Backing> backed = backings.of(asked);
    Map<UUID, PriorResult> before = results.of(fiscalYear, asked);
    Map<String, String> names = asked.isEmpty() ? Map.of() : units.names();
    return stands(fiscalYear, asked, known).stream().map(one -> one.project().confidential() ? confidential(one, names)
        : line(one, known, backed.get(one.project().id()), Optional.ofNullable(before.get(one.project().id())), names)).toList();
  }

  private void reading() {
    if (!reads()) {
      throw new NoSuchFormException();
    }
  }

  private List<BudgetStand> stands(int fiscalYear, List<Project> asked, Gates.Known known) {
    Map<UUID, List<BudgetEntry>> entries = entries(fiscalYear, asked);
    Map<UUID, Budgets.OfYear> money = projects.budgetsOf(fiscalYear, asked);
    return asked.stream().map(one -> new BudgetStand(one, known.exAnte(one), new BudgetEntries(entries.getOrDefault(one.id(), List.of())),
        money.getOrDefault(one.id(), Budgets.NOTHING), known.permission(one, BudgetAction.ENTER_BUDGET))).toList();
  }

  private static boolean shown(Project project, Filter filter) {
    return filter.unit().filter(unit -> !project.unit().startsWith(unit)).isEmpty()
        && (filter.text().isEmpty() || project.name().contains(filter.text()) || project.code().startsWith(filter.text()));
  }

  private static Line line(BudgetStand one, Gates.Known known, Backing backing, Optional<PriorResult> before, Map<String, String> names) {
    Project project = one.project();
    Claim claim = one.claim();
    Map<Gate, Gate.Answer> verdict = new EnumMap<>(Gate.class);
    SHOWN.forEach(action -> verdict.putAll(known.permission(project, action).answers()));
    return new Line(project.id(), project.code(), project.name(), names.getOrDefault(project.unit(), ""), one.standing(), one.asked(), one.supported(),
        Optional.of(claim.given()), claim.left(), one.exAnte().flatMap(ExAnte::form), one.entry(), verdict, backing, before,
        one.entries().latest().map(BudgetEntry::occasion), one.entered(), one.entry().openable().isPresent() && Gates.mayOpen(project));
  }

  /** By code and flag: no gate, no money, nothing of earlier years. */
  private static Line confidential(BudgetStand one, Map<String, String> names) {
    Project project = one.project();
    return new Line(project.id(), project.code(), ProjectEntry.PLACEHOLDER, names.getOrDefault(project.unit(), ""), one.standing(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), one.entry(), Map.of(),
        Backing.NOTHING_SAID, Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  private Map<UUID, List<BudgetEntry>> entries(int fiscalYear, List<Project> asked) {
    AmongProjects among = AmongProjects.of("b.project", asked);
    return asked.isEmpty() ? Map.of() : among.bind(database.createQuery("select b from BudgetEntry b where b.fiscalYear = :year and " + among.condition()
            + " order by b.at, b.id", BudgetEntry.class)).setParameter("year", fiscalYear).getResultStream().collect(Collectors.groupingBy(BudgetEntry::project));
  }

  /**
   * Takes a project into the budget: the opening one, once, or by supplements in the year, one after the other. Each asks the gates.
   * The same command a second time does nothing.
   *
   * @param amount yuan
   * @throws RefusedException if the caller is not the budget section, a gate is closed, it is there already, what entered before was
   *     not allocated, or the amount is none or, with what entered before and what the year has by other doors, more than finance
   *     supports or, without its word, more than is asked for
   */
  @RefusalsRecorded(value = Act.DECIDE, about = Gates.SUBJECT)
  public void enter(UUID projectId, UUID command, BudgetEntry.Occasion occasion, Money amount) {
    Project project = entering(projectId);
    if (!commands.first(command)) {
      return;
    }
    BudgetAction action = occasion == BudgetEntry.Occasion.SUPPLEMENT ? BudgetAction.REQUEST_SUPPLEMENT : BudgetAction.ENTER_BUDGET;
    allowed(project, action);
    BudgetEntries entries = of(projectId);
    entries.againstEntering(occasion).ifPresent(refusal -> {
      throw new RefusedException(refusal);
    });
    Claim claim = claim(project, entries);
    if (!claim.admits(amount)) {
      throw new RefusedException(new Refusal("budget-amount", Map.of("given", wan(claim.given()), "entered", wan(claim.entered()),
          "most", claim.left().map(BudgetList::wan).orElse("—"))));
    }
    keep(project, BudgetEntry.Step.ENTERED, occasion, amount, "");
  }

  /**
   * Allocates the money with which a project entered last: from then on the library has it, and the project is budgeted. The only door
   * by which fiscal money that no fund document brings comes to a project of a year that runs or is to come. The same command a second
   * time does nothing.
   *
   * @param source where the money comes from: fiscal money of the own level
   * @param document number of the document; may be missing (empty text) in the opening budget only
   * @throws RefusedException if the caller is not the budget section, a gate is closed, it has not entered, all that entered was
   *     allocated before, a supplement has no document or one that allocated a supplement of the project before, the source is a
   *     transfer, which comes by its fund document, or no fiscal money, or the year was given so much meanwhile that it is too much
   */
  @RefusalsRecorded(value = Act.DECIDE, about = Gates.SUBJECT)
  public void allocate(UUID projectId, UUID command, FundingSource source, String document) {
    Project project = entering(projectId);
    if (!commands.first(command)) {
      return;
    }
    if (!source.byTheList()) {
      throw new RefusedException(Refusal.because("budget-source"));
    }
    BudgetEntries entries = of(projectId);
    String number = TypedText.of(document).strip();
    entries.againstAllocating(number).ifPresent(refusal -> {
      throw new RefusedException(refusal);
    });
    allowed(project, BudgetAction.ALLOCATE);
    BudgetEntry entered = entries.waiting().orElseThrow();
    Claim claim = claim(project, entries).without(entered.amount());
    if (!claim.admits(entered.amount())) {
      throw new RefusedException(new Refusal("budget-given-meanwhile", Map.of("given", wan(claim.given()), "amount", wan(entered.amount()),
          "most", claim.left().map(BudgetList::wan).orElse("—"))));
    }
    keep(project, BudgetEntry.Step.ALLOCATED, entered.occasion(), entered.amount(), number);
    library.receiveMoney(projectId, FundingDoor.LIST, new FundingEntry(project.fiscalYear(), source,
        entered.occasion() == BudgetEntry.Occasion.OPENING ? FundingKind.OPENING : FundingKind.SUPPLEMENT, entered.amount(), clock.today(), number, ""));
  }

  private Claim claim(Project project, BudgetEntries entries) {
    return Claim.of(gates.known(List.of(project), List.of(BudgetAction.ENTER_BUDGET)).exAnte(project),
        projects.budgets(project.id()).of(project.fiscalYear()), entries.entered());
  }

  private static String wan(Money amount) {
    return amount.inWan().toPlainString();
  }

  private Project entering(UUID projectId) {
    Project project = projects.hold(projectId).filter(Gates::maySee).orElseThrow(NoSuchFormException::new);
    if (!Scope.current().caller().holds(Role.BUDGET_SECTION, project.unit())) {
      throw new RefusedException(Refusal.because("budget-not-yours"));
    }
    if (!project.takesForms()) {
      throw new RefusedException(project.confidential() ? Refusal.because("project-confidential") : Refusal.because("project-ended"));
    }
    return project;
  }

  private void allowed(Project project, BudgetAction action) {
    Permission permission = gates.can(List.of(project), action).get(project.id());
    if (!permission.allowed()) {
      throw new RefusedException(Refusal.because("gate-closed"), permission.reasons());
    }
  }

  private BudgetEntries of(UUID project) {
    return new BudgetEntries(database.createQuery("select b from BudgetEntry b where b.project = :project order by b.at, b.id", BudgetEntry.class)
        .setParameter("project", project).getResultList());
  }

  private void keep(Project project, BudgetEntry.Step step, BudgetEntry.Occasion occasion, Money amount, String document) {
    database.persist(new BudgetEntry(project.id(), project.fiscalYear(), step, occasion, amount, document, Scope.current().caller(), clock.now()));
    trail.add(Record.of(Act.DECIDE, Gates.SUBJECT + "/" + project.id() + "/budget", project.name()).changed("", step.name())
        .because(occasion + " " + amount));
    database.flush();
  }

  /**
   * Writes the filtered list as a workbook, read and written a block at a time.
   *
   * @param columns what stands over the columns
   * @param cells a line as the columns show it
   */
  public void export(Filter filter, String name, List<String> columns, Function<Line, List<Object>> cells, OutputStream out) throws IOException {
    List<UUID> all = overview(filter).projects();
    trail.addReading(Record.of(Act.EXPORT, "BUDGET/list", "").because(filter.fiscalYear() + " " + filter.text()));
    TableWorkbook.write(out, name, columns, IntStream.range(0, (all.size() + BLOCK - 1) / BLOCK).boxed()
        .flatMap(block -> lines(filter.fiscalYear(), all.subList(block * BLOCK, Math.min(all.size(), (block + 1) * BLOCK))).stream()).map(cells));
  }
}
