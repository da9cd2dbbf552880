package org.jiheng.app.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.agency.Units;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.budget.PriorResults.PriorResult;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.Backings;
import org.jiheng.app.project.Budgets;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.app.project.ProjectFact;
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

  /** The whole filtered list, in the order of the codes. @throws NoSuchFormException for whoever does not read it */
  public List<Line> lines(Filter filter) {
    if (!reads()) {
      throw new NoSuchFormException();
    }
    List<Project> asked = projects.ofBudgetYear(filter.fiscalYear()).stream().filter(Gates::maySee).filter(one -> shown(one, filter)).toList();
    Around around = around(filter.fiscalYear(), asked);
    return asked.stream().map(one -> one.confidential() ? confidential(one, around) : line(one, around))
        .filter(line -> filter.standing().filter(standing -> standing != line.standing()).isEmpty()).toList();
  }

  /** What is known of the projects besides themselves; by project, names by unit. */
  private record Around(
      Map<UUID, List<ProjectFact>> facts, Map<UUID, Permission> entries, Map<UUID, Map<Gate, Gate.Answer>> verdicts, Map<UUID, Backing> backings,
      Map<UUID, PriorResult> before, Map<UUID, BudgetEntries> book, Map<UUID, Budgets> money,
      Map<String, String> names) {}

  private Around around(int fiscalYear, List<Project> asked) {
    Map<UUID, List<ProjectFact>> facts = gates.facts(asked);
    return new Around(facts, gates.permissions(asked, BudgetAction.ENTER_BUDGET, facts), gates.verdicts(asked, facts), backings.of(asked), results.of(fiscalYear, asked), book.ofYear(fiscalYear), projects.budgetsOf(fiscalYear), units.names());
  }

  private static boolean shown(Project project, Filter filter) {
    return filter.unit().filter(unit -> !project.unit().startsWith(unit)).isEmpty()
        && (filter.text().isEmpty() || project.name().contains(filter.text()) || project.code().startsWith(filter.text()));
  }

  private static Line line(Project project, Around around) {
    Permission entry = around.entries().get(project.id());
    List<ProjectFact> facts = around.facts().getOrDefault(project.id(), List.of());
    Optional<ExAnte> exAnte = Claim.exAnte(facts);
    BudgetEntries entries = around.book().getOrDefault(project.id(), BudgetEntries.NONE);
    Budgets money = around.money().getOrDefault(project.id(), Budgets.NONE);
    Claim claim = Claim.of(facts, money, project.fiscalYear(), entries);
    Map<Gate, Gate.Answer> verdict = around.verdicts().get(project.id());
    Standing standing = entries.waiting().isPresent() ? Standing.ENTERED
        : !entries.none() || claim.met() ? Standing.ALLOCATED : entry.allowed() ? Standing.MAY_ENTER : Standing.MAY_NOT_ENTER;
    return new Line(project.id(), project.code(), project.name(), around.names().getOrDefault(project.unit(), ""), standing,
        exAnte.flatMap(ExAnte::asked).or(() -> Optional.of(asked(project, money.of(project.fiscalYear())))), exAnte.flatMap(ExAnte::supported),
        Optional.of(claim.given()), claim.left(), exAnte.flatMap(ExAnte::form), entry, verdict, around.backings().get(project.id()),
        Optional.ofNullable(around.before().get(project.id())), entries.latest().map(BudgetEntry::occasion),
        entries.latest().map(_ -> entries.entered()), entries.waiting().map(BudgetEntry::amount), entry.openable().isPresent() && Gates.mayOpen(project));
  }

  /** By code and flag: no gate, no money, nothing of earlier years. */
  private static Line confidential(Project project, Around around) {
    return new Line(project.id(), project.code(), ProjectEntry.PLACEHOLDER, around.names().getOrDefault(project.unit(), ""), Standing.CONFIDENTIAL,
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), around.entries().get(project.id()), Map.of(),
        Backing.NOTHING_SAID, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /** What its unit asks for, without what it has; of a project without either what the library plans, or the whole investment. */
  private static Money asked(Project project, Budgets.OfYear money) {
    if (!money.askedFiscal().isZero() || !money.fiscalBesideTheList().isZero()) {
      return money.askedFiscal();
    }
    return project.plannedBudget().isZero() ? project.totalInvestment().orElse(Money.ZERO) : project.plannedBudget();
  }

  public static Totals totals(List<Line> lines) {
    Map<Standing, Long> projects = new EnumMap<>(Standing.class);
    lines.forEach(line -> projects.merge(line.standing(), 1L, Long::sum));
    return new Totals(projects, sum(lines, Line::asked), sum(lines, Line::supported), sum(lines, Line::entered));
  }

  private static Money sum(List<Line> lines, Function<Line, Optional<Money>> amount) {
    return lines.stream().flatMap(line -> amount.apply(line).stream()).reduce(Money.ZERO, Money::plus);
  }

  /**
   * Writes the filtered list as a workbook.
   *
   * @param columns what stands over the columns
   * @param cells a line as the columns show it
   */
  public void export(Filter filter, String name, List<String> columns, Function<Line, List<Object>> cells, OutputStream out) throws IOException {
    List<Line> lines = lines(filter);
    trail.addReading(Record.of(Act.EXPORT, "BUDGET/list", "").because(filter.said()));
    TableWorkbook.write(out, name, columns, lines.stream().map(cells));
  }
}
