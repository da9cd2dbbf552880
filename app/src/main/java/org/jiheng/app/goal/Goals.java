package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.indicator.ValueReader;
import org.jiheng.app.library.IndicatorLibrary;
import org.jiheng.app.library.LibraryLine;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.form.FilledForms;
import org.jiheng.app.review.FormSheet;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.FormType;
import org.jiheng.app.review.FormVersion;
import org.jiheng.app.review.Judgement;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;
import org.jiheng.tenants.audit.Act;

/**
 * The use cases of a project's goals: those every form has, and their beginning from what was there the year before, their checks,
 * and what finance's grade makes of them.
 */
@ApplicationScoped
@RefusalsRecorded
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class Goals extends FilledForms<Goal, GoalResult, GoalForm> {

  public static final FormType<Goal> TYPE = Goal.TYPE;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Parameters parameters;

  @Inject
  private Projects projects;

  @Inject
  private Reviews reviews;

  @Inject
  private GoalNeighbours neighbours;

  @Inject
  private GoalLibrary library;

  @Inject
  private IndicatorLibrary libraryOfIndicators;

  @Inject
  private GoalSheets sheets;

  @Inject
  private GoalBeginning beginning;

  @Inject
  private GoalOpenings openings;

  @Inject
  private Calendar calendar;

  public Goals() {
    super(TYPE);
  }

  /**
   * Begins the goal of a project, or answers with the one there is. It begins with the lines of the year before, with what was
   * reached in them, or else with the second-level indicators the official form prints; and with the indicators every such project
   * has to have (S16) and those a transfer it spends sets for it (S20).
   *
   * @throws NoSuchFormException if the project is not one the caller drafts for
   * @throws RefusedException if it takes no forms
   */
  @RefusalsRecorded(Act.BEGIN)
  public UUID begin(UUID projectId) {
    return beginOnce(projectId, beginning::of);
  }

  /**
   * Takes an indicator of the library into a goal, as a line of its own at the end.
   *
   * @param version of the indicator
   * @return the line
   * @throws RefusedException if lines are not added now, or the indicator is not chosen any more
   */
  @RefusalsRecorded(Act.CHANGE)
  public UUID take(UUID id, UUID version) {
    Goal goal = form(reviews.hold(id).id());
    LibraryLine chosen = libraryOfIndicators.choose(version);
    UUID line = addLines(id, List.of(GoalLibrary.texts(chosen.indicator())), Money.In.WAN).lines().getFirst();
    goal.lines().stream().filter(one -> one.line().equals(line)).findFirst().orElseThrow().taken(chosen.code(), Optional.of(version), false);
    library.taken(chosen, goal, projects.find(goal.project()).orElseThrow(NoSuchFormException::new));
    database.flush();
    return line;
  }

  /**
   * Takes an indicator of the library into a line that is there: name, direction, unit of measure and standard value, and what else the
   * library says of it. All of it can be edited afterwards; a target the unit has written already stays. The line keeps the version.
   *
   * @param into key of the line
   * @throws RefusedException if the line may not be written now, every such project has to have it, or the indicator is not chosen any more
   */
  @RefusalsRecorded(Act.CHANGE)
  public void take(UUID id, UUID into, UUID version) {
    Review review = reviews.hold(id);
    Goal goal = form(id);
    GoalLine line = goal.lines().stream().filter(one -> one.line().equals(into)).findFirst().orElseThrow(NoSuchFormException::new);
    if (line.common()) {
      throw new RefusedException(Refusal.because("goal-common-stays"));
    }
    reviews.locks(review, TYPE.dependence()).refusal(GoalCells.indicator(into, GoalColumn.LEVEL3)).ifPresent(refusal -> {
      throw new RefusedException(refusal);
    });
    LibraryLine chosen = libraryOfIndicators.choose(version);
    Set<UUID> before = goal.taken();
    List<CellEdit> edits = GoalLibrary.texts(chosen.indicator()).entrySet().stream()
        .filter(one -> !one.getValue().equals(line.text(one.getKey())))
        .filter(one -> one.getKey() != GoalColumn.ANNUAL || line.text(GoalColumn.ANNUAL).isBlank())
        .map(one -> new CellEdit(GoalCells.indicator(into, one.getKey()), line.text(one.getKey()), one.getValue())).toList();
    // the checks that follow look at the version that is taken
    line.taken(chosen.code(), Optional.of(version), false);
    write(id, edits).forEach(outcome -> {
      if (outcome instanceof EditOutcome.Locked locked) {
        throw new RefusedException(locked.refusal());
      }
    });
    library.taken(chosen, goal, projects.find(goal.project()).orElseThrow(NoSuchFormException::new));
    library.released(goal, before.stream().filter(one -> !goal.taken().contains(one)).collect(Collectors.toSet()));
    database.flush();
  }

  /**
   * A goal that was sent in is judged with what was around it then, kept beside its last version: neither a budget that has grown nor
   * another goal approved since changes what was found. One sent in before that was kept is judged with what is around it now.
   */
  @Override
  protected Function<Goal, Judgement<GoalResult>> rules(int fiscalYear, Optional<String> kept) {
    ParameterSet inForce = kept.map(ParameterSet::fromJson).orElseGet(() -> parameters.inForce(fiscalYear).writtenOut(GoalRules.KEYS));
    GoalRules rules = new GoalRules(inForce);
    return goal -> {
      GoalSurroundings around = kept.flatMap(_ -> sentInWith(goal)).orElseGet(() -> neighbours.of(goal, rules));
      GoalContent content = goal.content();
      List<GoalFinding> findings = GoalCheck.of(content, around, rules);
      Map<CellKey, List<Problem>> problems = new LinkedHashMap<>();
      // first what nobody can explain away
      findings.stream().filter(GoalFinding::stops).sorted(Comparator.comparing(finding -> finding.level() != GoalCheck.Level.HARD))
          .forEach(finding -> problems.computeIfAbsent(finding.cell(), _ -> new ArrayList<>()).add(finding.problem()));
      return new Judgement<>(new GoalResult(findings, WeightScheme.pick(content, rules), targets(goal), around), problems, inForce);
    };
  }

  /** What the checks find in a goal, in the one way it is judged: as it stands while the unit writes, else as it was sent in. */
  List<GoalFinding> findings(Goal goal) {
    return judged(Optional.ofNullable(database.find(Review.class, goal.id())).orElseThrow(NoSuchFormException::new), goal).result().findings();
  }

  private Optional<GoalSurroundings> sentInWith(Goal goal) {
    return Optional.ofNullable(database.find(Review.class, goal.id())).flatMap(reviews::lastSent).map(FormVersion::outcomeJson)
        .flatMap(GoalResult::around);
  }

  private static Map<CellKey, Target> targets(Goal goal) {
    Map<CellKey, Target> targets = new HashMap<>();
    goal.lines().forEach(line -> List.of(GoalColumn.MEDIUM, GoalColumn.ANNUAL).forEach(column ->
        ValueReader.target(line.text(column), goal.fiscalYear()).value()
            .ifPresent(target -> targets.put(GoalCells.indicator(line.line(), column), target))));
    return targets;
  }

  @Override
  protected String outcome(GoalResult result) {
    return result.toJson();
  }

  @Override
  protected void computed(Goal goal, GoalResult result) {
    goal.checked(result.stops());
  }

  @Override
  protected GoalForm shown(Goal goal, GoalResult result, FormSheet sheet) {
    Project project = projects.find(goal.project()).orElseThrow(NoSuchFormException::new);
    GoalRules rules = inForce(goal);
    FormSheet bound = new FormSheet(
        sheet.desk().refusing(Move.PASS, sheets.againstPassing(goal, sheet.desk().state(), sheet.desk().round(), rules)),
        sheet.departmentName(), sheet.unitName(), sheet.cells(), sheet.kinds(), sheet.problems(), sheet.labels(), sheet.deadline(), sheet.files());
    return new GoalForm(bound, project.code(), project.name(), project.attribute(), goal.lines().stream().map(GoalLine::line).toList(),
        goal.lines().stream().filter(GoalLine::common).map(GoalLine::line).collect(Collectors.toSet()), result, sheets.of(goal, sheet.desk(), rules),
        sheets.toFill(goal, project, sheet.desk(), rules), openings.mayOpen(goal, sheet.desk(), rules),
        rules.unitChooses() || goal.content().chosen().isPresent(), goal.source());
  }

  private GoalRules inForce(Goal goal) {
    return new GoalRules(parameters.inForce(goal.fiscalYear()));
  }

  @Override
  protected List<Goal> several(Collection<UUID> ids) {
    return database.createQuery("select distinct g from Goal g left join fetch g.lines where g.id in :ids", Goal.class)
        .setParameter("ids", ids).getResultList();
  }

  /**
   * Walks a move. Finance passes a goal on only as its review sheet lets it (DOMAIN 3.7); a returned goal has a day until which it is to be
   * sent in again.
   */
  @Override
  @RefusalsRecorded(Act.DECIDE)
  public void walk(UUID id, Move move, Order order) {
    Review review = reviews.hold(id);
    Goal goal = form(id);
    FormState from = review.state();
    GoalRules rules = inForce(goal);
    List<Refusal> against = move == Move.PASS ? sheets.againstPassing(goal, from, review.round(), rules) : List.of();
    if (!against.isEmpty()) {
      throw new RefusedException(against);
    }
    if (from.finance() && (move == Move.PASS || move == Move.RETURN || move == Move.REJECT)) {
      sheets.grade(goal, review.round(), rules);
    }
    super.walk(id, move, order);
    if (from == review.state()) {
      return;
    }
    if (move == Move.RETURN) {
      goal.returnedUntil(calendar.workdays().later(calendar.today(), sheets.resubmitDays(goal, review.round(), rules)));
    } else if (review.state() == FormState.APPROVED) {
      goal.approved(calendar.today());
    } else if (review.state() == FormState.CANCELLED) {
      library.released(goal, goal.taken());
    }
  }

  @Override
  public List<BatchItem> preview(List<UUID> ids, Move move) {
    List<BatchItem> items = super.preview(ids, move);
    if (move != Move.PASS) {
      return items;
    }
    Map<UUID, Goal> goals = several(ids).stream().collect(Collectors.toMap(Goal::id, Function.identity()));
    return items.stream().map(item -> {
      Review review = database.find(Review.class, item.id());
      List<Refusal> all = new ArrayList<>(item.refusals());
      all.addAll(sheets.againstPassing(goals.get(item.id()), review.state(), review.round(), inForce(goals.get(item.id()))));
      return new BatchItem(item.id(), item.title(), all, item.version(), item.command());
    }).toList();
  }

  /**
   * Adds indicator lines at the end and takes the texts that come with them. A line that brings no level stands where the one before
   * it stands.
   */
  @RefusalsRecorded(Act.CHANGE)
  public Added addLines(UUID id, List<Map<GoalColumn, String>> lines, Money.In bare) {
    return addLines(id, GoalCells.INDICATORS, lines.stream().map(texts -> {
      Map<String, String> keyed = new LinkedHashMap<>();
      texts.forEach((column, text) -> keyed.put(column.key(), text));
      return keyed;
    }).toList(), bare);
  }

  /** @throws RefusedException if the caller may not change the lines now */
  @RefusalsRecorded(Act.CHANGE)
  public void removeLines(UUID id, Collection<UUID> lines) {
    removeLines(id, GoalCells.INDICATORS, lines);
  }

  /** The same; the library notes that the goal does not use any more what these lines were taken from. */
  @Override
  @RefusalsRecorded(Act.CHANGE)
  public void removeLines(UUID id, CellKey table, Collection<UUID> lines) {
    Goal goal = form(reviews.hold(id).id());
    Set<UUID> before = goal.taken();
    super.removeLines(id, table, lines);
    library.released(goal, before.stream().filter(version -> !goal.taken().contains(version)).collect(Collectors.toSet()));
  }

  void importedFrom(UUID id, String source) {
    form(id).importedFrom(source);
  }
}
