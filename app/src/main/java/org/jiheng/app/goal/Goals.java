package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
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
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.common.Words;
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
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * The use cases of a project's goals: those every form has, and their beginning from what was there the year before, their checks,
 * what finance's grade makes of them, and the opening of late adjustments.
 */
@ApplicationScoped
@RefusalsRecorded
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class Goals extends FilledForms<Goal, GoalResult, GoalForm> {

  public static final FormType<Goal> TYPE = Goal.TYPE;

  private static final Jsonb JSON = JsonbBuilder.create();
  private static final int LONGEST_REASON = 1000;

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
  private Calendar calendar;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

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
    return beginOnce(projectId, (id, project) -> {
      Goal goal = new Goal(id, project);
      boolean anew = !lastYears(goal, project);
      required(goal, project);
      fromAbove(goal, project);
      if (anew) {
        standardLines(goal);
      }
      return goal;
    });
  }

  /** Whether there were any. */
  private boolean lastYears(Goal goal, Project project) {
    Map<String, String> reached = neighbours.reached(project.code(), project.fiscalYear() - 1);
    List<GoalLine> before = database.createQuery("select l from GoalLine l, Review r, Project p where r.id = l.goal.id and r.state = :approved "
            + "and p.id = r.project and p.code = :code and p.fiscalYear = :year order by l.position", GoalLine.class)
        .setParameter("approved", FormState.APPROVED).setParameter("code", project.code()).setParameter("year", project.fiscalYear() - 1)
        .getResultList();
    Map<UUID, LibraryLine> newest = library.newest(before);
    before.forEach(line -> {
      GoalLine added = goal.add(line.text(GoalColumn.LEVEL1), line.text(GoalColumn.LEVEL2));
      Optional<LibraryLine> now = line.taken().map(newest::get);
      added.taken(line.code(), now.map(LibraryLine::id).or(line::taken), line.common());
      now.ifPresent(version -> library.taken(version, goal, project));
      for (GoalColumn column : KEPT_OVER_THE_YEARS) {
        added.write(column, line.text(column));
      }
      added.write(GoalColumn.YEAR_BEFORE, line.text(GoalColumn.LAST_YEAR));
      added.write(GoalColumn.LAST_YEAR, reached.getOrDefault(GoalIndicator.plain(line.text(GoalColumn.LEVEL3)), ""));
    });
    return !before.isEmpty();
  }

  private void required(Goal goal, Project project) {
    for (LibraryLine required : library.required(project)) {
      Optional<GoalLine> there = goal.lines().stream().filter(line -> line.code().equals(required.code())).findFirst();
      GoalLine line = there.orElseGet(() -> goal.add("", ""));
      if (there.isEmpty()) {
        GoalLibrary.texts(required.indicator()).forEach(line::write);
      }
      line.taken(required.code(), Optional.of(required.id()), true);
      library.taken(required, goal, project);
    }
  }

  /** What a transfer sets for the project stands in its goal from the beginning: the overall goal where none is, indicators it does not have. */
  private void fromAbove(Goal goal, Project project) {
    neighbours.above(project.id()).forEach(above -> {
      if (goal.cells().text(GoalCells.ANNUAL_GOAL).isBlank()) {
        goal.write(GoalCells.ANNUAL_GOAL, above.overallGoal());
      }
      for (GoalsFromAbove.Line line : above.lines()) {
        GoalLine there = goal.lines().stream().filter(one -> GoalIndicator.plain(one.text(GoalColumn.LEVEL3)).equals(GoalIndicator.plain(line.name()))).findFirst()
            .orElseGet(() -> {
              GoalLine added = goal.add(line.level1(), line.level2());
              added.write(GoalColumn.LEVEL3, line.name());
              return added;
            });
        if (there.text(GoalColumn.ANNUAL).isBlank()) {
          there.write(GoalColumn.ANNUAL, line.target());
          there.write(GoalColumn.AGGREGATION, line.aggregation().name());
        }
      }
    });
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

  private static final Set<GoalColumn> KEPT_OVER_THE_YEARS = Set.of(GoalColumn.LEVEL3, GoalColumn.MEDIUM, GoalColumn.WEIGHT,
      GoalColumn.EXPLANATION, GoalColumn.FORMULA, GoalColumn.STANDARD, GoalColumn.EVIDENCE, GoalColumn.TAKING, GoalColumn.SCORING,
      GoalColumn.AGGREGATION, GoalColumn.CORE);

  private static void standardLines(Goal goal) {
    Words words = Words.chinese();
    for (String line : List.of("output.quantity", "output.quality", "output.time", "output.cost", "benefit.economic",
        "benefit.social", "benefit.ecological", "benefit.lasting", "satisfaction.served")) {
      goal.add(words.say("level1." + line.substring(0, line.indexOf('.'))), words.say("level2." + line));
    }
  }

  @Override
  protected Function<Goal, Judgement<GoalResult>> rules(int fiscalYear, Optional<String> kept) {
    ParameterSet inForce = kept.map(ParameterSet::fromJson).orElseGet(() -> parameters.inForce(fiscalYear).writtenOut(GoalRules.KEYS));
    GoalRules rules = new GoalRules(inForce);
    return goal -> {
      GoalContent content = goal.content();
      List<GoalFinding> findings = GoalCheck.of(content, neighbours.of(goal, rules), rules);
      Map<CellKey, List<Problem>> problems = new LinkedHashMap<>();
      findings.stream().filter(GoalFinding::stops)
          .forEach(finding -> problems.computeIfAbsent(finding.cell(), _ -> new ArrayList<>()).add(finding.problem()));
      return new Judgement<>(new GoalResult(findings, WeightScheme.pick(content.lines(), content.ownScheme(), rules.freeAdjust()),
          targets(goal)), problems, inForce);
    };
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
    return JSON.toJson(result.kept());
  }

  @Override
  protected void computed(Goal goal, GoalResult result) {
    goal.checked(result.stops());
  }

  @Override
  protected GoalForm shown(Goal goal, GoalResult result, FormSheet sheet) {
    Project project = projects.find(goal.project()).orElseThrow(NoSuchFormException::new);
    GoalRules rules = inForce(goal);
    Scope scope = Scope.current();
    FormSheet bound = new FormSheet(sheet.desk().refusing(Move.PASS, sheets.againstPassing(goal, sheet.desk().state(), sheet.desk().round(), rules)),
        sheet.departmentName(), sheet.unitName(), sheet.cells(), sheet.kinds(), sheet.problems(), sheet.labels(), sheet.deadline(), sheet.files());
    boolean mayOpen = !scope.readOnly() && sheet.desk().state() == FormState.APPROVED && scope.caller().holds(Role.PERFORMANCE_OFFICE, sheet.desk().head().unit())
        && AdjustmentWindow.closed(goal.fiscalYear(), rules.parameters().get(GoalRules.LOCK_AFTER), false, calendar.today()).isPresent();
    return new GoalForm(bound, project.code(), project.name(), project.attribute(), goal.lines().stream().map(GoalLine::line).toList(),
        goal.lines().stream().filter(GoalLine::common).map(GoalLine::line).collect(Collectors.toSet()), result, sheets.of(goal, sheet.desk(), rules),
        sheets.toFill(goal, project, sheet.desk(), rules), mayOpen, goal.source());
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
      goal.returnedUntil(calendar.workdays().later(calendar.today(), rules.parameters().get(GoalRules.RESUBMIT_DAYS).intValue()));
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
   * Lets the targets of an approved goal be adjusted although the cut-off of the second node is past.
   *
   * @param reason at least {@link Move#SHORTEST_COMMENT} characters
   * @throws RefusedException if the caller is not the performance office, the goal not approved, or the reason too short
   */
  @RefusalsRecorded(Act.DECIDE)
  public void openForAdjusting(UUID id, String reason) {
    Review review = reviews.hold(id);
    Scope scope = Scope.current();
    if (scope.readOnly() || review.state() != FormState.APPROVED || !scope.caller().holds(Role.PERFORMANCE_OFFICE, review.head().unit())) {
      throw new RefusedException(Refusal.because("move-not-yours"));
    }
    String said = TypedText.of(reason == null ? "" : reason).strip();
    if (said.length() < Move.SHORTEST_COMMENT || said.length() > LONGEST_REASON) {
      throw new RefusedException(Refusal.because("goal-opening-says-why", "least", Move.SHORTEST_COMMENT));
    }
    database.persist(new GoalOpening(id, said, scope.caller(), clock.now()));
    trail.add(Record.of(Act.DECIDE, Goal.FORM_TYPE + "/" + id, review.head().title()).because(Words.chinese().say("goal.opened") + said));
    database.flush();
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
