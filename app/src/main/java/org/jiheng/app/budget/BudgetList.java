package org.jiheng.app.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.stream.Stream;
import org.jiheng.app.agency.Units;
import org.jiheng.app.budget.PriorResults.PriorResult;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.Backings;
import org.jiheng.app.project.Budgets;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.app.project.ProjectFact.ExAnte;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.RefusalsRecorded;
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

  /** Lines of an export that are read at a time. */
  private static final int BLOCK = 500;

  @Inject
  private Gates gates;

  @Inject
  private Projects projects;

  @Inject
  private Backings backings;

  @Inject
  private PriorResults results;

  @Inject
  private BudgetBook book;

  @Inject
  private Units units;

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

    /** In one line, for the record of who took what away. */
    String said() {
      return Stream.of(Optional.of(String.valueOf(fiscalYear)), standing, unit, Optional.of(text).filter(typed -> !typed.isEmpty()))
          .flatMap(Optional::stream).map(Object::toString).collect(Collectors.joining(" "));
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
   * @param waiting yuan; what entered last and waits to be allocated
   * @param openable whether the caller may open a closed gate of the entry
   */
  public record Line(
      UUID project, String code, String name, String unitName, Standing standing, Optional<Money> asked, Optional<Money> supported,
      Optional<Money> given, Optional<Money> left, Optional<UUID> evaluation, Permission entry, Map<Gate, Gate.Answer> verdict, Backing backing, Optional<PriorResult> before,
      Optional<BudgetEntry.Occasion> occasion, Optional<Money> entered, Optional<Money> waiting, boolean openable) {

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
  public static boolean reads() {
    Scope scope = Scope.current();
    return !scope.readOnly() && !scope.caller().guest()
        && scope.caller().holdsAny(Role.BUDGET_SECTION, Role.PERFORMANCE_OFFICE, Role.FINANCE_SECTION, Role.BUREAU_LEADER);
  }

  /** Whether the caller opens closed gates. */
  public static boolean opens() {
    return reads() && Scope.current().caller().holds(Role.BUREAU_LEADER);
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
    List<BudgetStand> stands = stands(asked, gates.known(asked, List.of(BudgetAction.ENTER_BUDGET)));
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
    Gates.Known known = gates.known(asked, Gates.WAY);
    Map<UUID, Backing> backed = backings.of(asked);
    Map<UUID, PriorResult> before = results.of(fiscalYear, asked);
    Map<String, String> names = asked.isEmpty() ? Map.of() : units.names();
    return stands(asked, known).stream().map(one -> one.project().confidential() ? confidential(one, names)
        : line(one, known, backed.get(one.project().id()), Optional.ofNullable(before.get(one.project().id())), names)).toList();
  }

  private void reading() {
    if (!reads()) {
      throw new NoSuchFormException();
    }
  }

  private List<BudgetStand> stands(List<Project> asked, Gates.Known known) {
    Map<UUID, BudgetEntries> entries = book.of(asked);
    Map<UUID, Budgets> money = projects.budgetsOf(asked);
    return asked.stream().map(one -> new BudgetStand(one, known.exAnte(one), entries.getOrDefault(one.id(), BudgetEntries.NONE),
        money.getOrDefault(one.id(), Budgets.NONE), known.permission(one, BudgetAction.ENTER_BUDGET))).toList();
  }

  private static boolean shown(Project project, Filter filter) {
    return filter.unit().filter(unit -> !project.unit().startsWith(unit)).isEmpty()
        && (filter.text().isEmpty() || project.name().contains(filter.text()) || project.code().startsWith(filter.text()));
  }

  private static Line line(BudgetStand one, Gates.Known known, Backing backing, Optional<PriorResult> before, Map<String, String> names) {
    Project project = one.project();
    Claim claim = one.claim();
    return new Line(project.id(), project.code(), project.name(), names.getOrDefault(project.unit(), ""), one.standing(), one.asked(), one.supported(),
        Optional.of(claim.given()), claim.left(), one.exAnte().flatMap(ExAnte::form), one.entry(), known.verdict(project), backing, before,
        one.entries().latest().map(BudgetEntry::occasion), one.entered(), one.waiting(), one.entry().openable().isPresent() && Gates.mayOpen(project));
  }

  /** By code and flag: no gate, no money, nothing of earlier years. */
  private static Line confidential(BudgetStand one, Map<String, String> names) {
    Project project = one.project();
    return new Line(project.id(), project.code(), ProjectEntry.PLACEHOLDER, names.getOrDefault(project.unit(), ""), one.standing(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), one.entry(), Map.of(),
        Backing.NOTHING_SAID, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /**
   * Writes the filtered list as a workbook, read and written a block at a time.
   *
   * @param columns what stands over the columns
   * @param cells a line as the columns show it
   */
  public void export(Filter filter, String name, List<String> columns, Function<Line, List<Object>> cells, OutputStream out) throws IOException {
    List<UUID> all = overview(filter).projects();
    trail.addReading(Record.of(Act.EXPORT, "BUDGET/list", "").because(filter.said()));
    TableWorkbook.write(out, name, columns, IntStream.range(0, (all.size() + BLOCK - 1) / BLOCK).boxed()
        .flatMap(block -> lines(filter.fiscalYear(), all.subList(block * BLOCK, Math.min(all.size(), (block + 1) * BLOCK))).stream()).map(cells));
  }
}
