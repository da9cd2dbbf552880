package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.goal.GoalIndicator;
import org.jiheng.app.goal.ReachedBefore;
import org.jiheng.app.goal.YearsReached;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingLine;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectSpending;
import org.jiheng.app.project.Projects;
import org.jiheng.app.transfer.FundExecution.Line;
import org.jiheng.app.transfer.FundExecution.Origin;
import org.jiheng.app.transfer.FundExecution.Reached;

/**
 * Gathers what is known of the execution of a transfer: the money of its projects from the library, what was paid and reached from their
 * approved self-evaluations, from what finance wrote down, and from the reports of counties. What nobody says is missing, and said to be.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ExecutionFigures {

  @PersistenceContext
  private EntityManager database;

  @Inject
  @Any
  private Instance<ProjectSpending> spending;

  @Inject
  @Any
  private Instance<ReachedBefore> reached;

  @Inject
  private Projects projects;

  @Inject
  private FundLetters letters;

  /** What is known besides the document itself. */
  private record Known(
      Map<UUID, ProjectSpending.Spent> spent, Map<UUID, FundPayment> payments, Map<String, ExecutionLetter> counties, Map<UUID, Project> projects,
      Map<UUID, List<FundingLine>> library, YearsReached reached) {

    Optional<ExecutionLetter> county(FundLine line) {
      return line.part().county().map(counties::get);
    }

    Optional<Project> project(FundLine line) {
      return line.part().project().map(projects::get);
    }

    /** What finance has cut by hand from transfers of the year of a part's project, yuan. */
    Money cutByHand(FundLine line, int fiscalYear) {
      return line.part().project().stream().flatMap(id -> library.getOrDefault(id, List.of()).stream()).filter(FundingLine::counts)
          .map(FundingLine::entry).filter(entry -> FundWithdrawal.byHand(entry, fiscalYear)).map(FundingEntry::amount).reduce(Money.ZERO, Money::plus);
    }
  }

  /** What was paid of a part, by whom it is said, and what is not known. */
  private record Paid(Optional<Money> money, Origin origin, String basis, List<Problem> missing) {

    static Paid of(Money money, Origin origin) {
      return new Paid(Optional.of(money), origin, "", List.of());
    }

    static Paid nobodySays(Problem missing) {
      return new Paid(Optional.empty(), Origin.NONE, "", List.of(missing));
    }
  }

  /** Parts that have gone down. */
  List<Line> of(FundSheet sheet) {
    List<FundLine> lines = sent(sheet);
    Known known = known(sheet, lines);
    return lines.stream().map(line -> line(sheet, line, known)).toList();
  }

  private static List<FundLine> sent(FundSheet sheet) {
    return sheet.lines().stream().filter(line -> line.sentAmount().isPresent()).toList();
  }

  private Known known(FundSheet sheet, List<FundLine> lines) {
    List<UUID> ids = lines.stream().flatMap(line -> line.part().project().stream()).toList();
    Map<UUID, Project> found = projects.find(ids);
    return new Known(spent(ids), payments(lines), letters.reportsOf(sheet.document()), found, projects.lines(ids),
        YearsReached.of(reached, found.values().stream().map(one -> new ReachedBefore.YearOf(one.code(), one.fiscalYear())).toList()));
  }

  /** What was paid of the parts, as far as it is known, yuan. */
  Map<UUID, Money> paid(FundSheet sheet) {
    List<FundLine> lines = sent(sheet);
    Known known = known(sheet, lines);
    Map<UUID, Money> paid = new HashMap<>();
    lines.forEach(line -> paid(sheet, line, known).money().ifPresent(money -> paid.put(line.id(), money)));
    return paid;
  }

  private Map<UUID, ProjectSpending.Spent> spent(List<UUID> ids) {
    Map<UUID, ProjectSpending.Spent> spent = new HashMap<>();
    if (!ids.isEmpty()) {
      spending.stream().forEach(room -> spent.putAll(room.of(ids)));
    }
    return spent;
  }

  /** The latest of each part. */
  private Map<UUID, FundPayment> payments(List<FundLine> lines) {
    Map<UUID, FundPayment> payments = new HashMap<>();
    if (!lines.isEmpty()) {
      database.createQuery("select p from FundPayment p where p.line in :lines order by p.signed.at, p.id", FundPayment.class)
          .setParameter("lines", lines.stream().map(FundLine::id).toList()).getResultStream().forEach(payment -> payments.put(payment.line(), payment));
    }
    return payments;
  }

  private Line line(FundSheet sheet, FundLine line, Known known) {
    Money budget = line.left();
    Paid paid = paid(sheet, line, known);
    List<Problem> missing = new ArrayList<>(paid.missing());
    known.project(line).ifPresent(one -> library(sheet, line, one, known.library().getOrDefault(one.id(), List.of())).ifPresent(missing::add));
    List<Reached> reachedHere = reached(sheet, line, known);
    reachedHere.stream().filter(one -> one.actual().isEmpty())
        .forEach(one -> missing.add(new Problem("carried-out.no-actual", Map.of("indicator", one.name()))));
    return new Line(line.id(), line.name(), line.part().county().isPresent(), budget, paid.money(), paid.origin(), paid.basis(), reachedHere, missing);
  }

  private static Paid paid(FundSheet sheet, FundLine line, Known known) {
    Money budget = line.left();
    if (budget.isZero()) {
      return Paid.of(Money.ZERO, Origin.NONE);
    }
    if (line.part().county().isPresent()) {
      return known.county(line).map(letter -> Paid.of(letter.paid(), Origin.COUNTY)).orElseGet(() -> Paid.nobodySays(Problem.of("carried-out.county-not-reported")));
    }
    Optional<Project> project = known.project(line);
    Optional<ProjectSpending.Spent> spent = project.map(Project::id).map(known.spent()::get);
    Money cut = known.cutByHand(line, sheet.document().head().fiscalYear());
    if (spent.filter(one -> alone(one.budget(), cut, budget, line.sentAmount())).isPresent()) {
      return Paid.of(spent.orElseThrow().paid(), Origin.SELF_EVALUATION);
    }
    Optional<FundPayment> payment = Optional.ofNullable(known.payments().get(line.id()));
    if (payment.isPresent()) {
      return new Paid(Optional.of(payment.get().amount()), Origin.REGISTERED, payment.get().basis(), List.of());
    }
    if (project.isEmpty()) {
      return Paid.nobodySays(Problem.of("carried-out.not-registered"));
    }
    // of a project with other money, what it paid says nothing of this document's
    return Paid.nobodySays(spent.map(one -> new Problem("carried-out.several-sources", Map.of("number", sheet.document().head().number(),
            "budget", one.budget().inWan().toPlainString(), "part", budget.inWan().toPlainString())))
        .orElseGet(() -> Problem.of("carried-out.no-self-evaluation")));
  }

  /**
   * Whether a project has money of this document alone: its budget is what went down, also where some of that has been taken back since,
   * or cut by hand. Pure.
   *
   * @param cut by hand from the project's transfers of the year
   * @param left of what went down
   */
  static boolean alone(Money budget, Money cut, Money left, Optional<Money> sent) {
    return Stream.of(budget, budget.plus(cut)).anyMatch(all -> all.equals(left) || sent.filter(all::equals).isPresent());
  }

  /**
   * Whether the library has of this document what went down by it; where the project was merged, it has it elsewhere. A cut by hand
   * stands there under whatever number it was made.
   */
  private Optional<Problem> library(FundSheet sheet, FundLine line, Project project, List<FundingLine> lines) {
    if (project.mergedInto().isPresent()) {
      return Optional.empty();
    }
    FundHead head = sheet.document().head();
    Money there = lines.stream().filter(FundingLine::counts).map(FundingLine::entry)
        .filter(entry -> entry.document().equals(head.number()) && entry.fiscalYear() == head.fiscalYear()).map(FundingEntry::signed)
        .reduce(Money.ZERO, Money::plus);
    Money budget = line.left();
    return there.equals(budget) || there.equals(budget.plus(line.cutAway())) ? Optional.empty() : Optional.of(new Problem("carried-out.library-differs",
        Map.of("library", there.inWan().toPlainString(), "sent", budget.inWan().toPlainString())));
  }

  private static List<Reached> reached(FundSheet sheet, FundLine line, Known known) {
    Optional<ExecutionLetter> county = known.county(line);
    Map<String, String> actuals = known.project(line).map(one -> known.reached().of(one.code(), one.fiscalYear())).orElse(Map.of());
    return sheet.indicators().stream().flatMap(indicator -> sheet.target(line.id(), indicator.id()).map(FundTarget::sent).filter(text -> !text.isEmpty())
        .map(target -> ReachedGoal.ofPart(indicator.goal(sheet.document().head().fiscalYear()), target,
            county.flatMap(letter -> letter.actual(indicator.id())).orElseGet(() -> actuals.getOrDefault(GoalIndicator.plain(indicator.name()), ""))))
        .stream()).toList();
  }

  /** What the parts reached together, indicator by indicator. */
  List<Reached> together(FundSheet sheet, List<Line> lines) {
    return sheet.goals().stream().map(goal -> {
      List<Share> shares = new ArrayList<>();
      boolean everybodySays = true;
      for (Line line : lines) {
        for (Reached one : line.reached()) {
          if (one.id().equals(goal.id())) {
            everybodySays &= !one.actual().isEmpty();
            shares.add(new Share(line.id(), line.name(), "", Map.of(goal.id(), one.actual())));
          }
        }
      }
      return ReachedGoal.ofWhole(goal, shares, everybodySays);
    }).toList();
  }
}
