package org.jiheng.app.selfevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.LabelledChange;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.Batch;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FormHead;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;
import org.jiheng.app.review.Route;
import org.jiheng.app.review.Snapshot;
import org.jiheng.app.scoring.RuleSet;
import org.jiheng.app.scoring.RuleSets;
import org.jiheng.app.scoring.SelfEvaluationScoring;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * The use cases of the unit's self-evaluation: begin, fill in, send, review. Every answer is for the caller of the scope;
 * a form the caller may not see does not exist for it.
 */
@ApplicationScoped
@RefusalsRecorded
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class SelfEvaluations {

  /** Stages a self-evaluation passes; a jurisdiction whose units do not review a second time leaves the first one out. */
  public static final ParameterKey<Route> ROUTE = new ParameterKey<>(
      "review.route.self_evaluation", "UNIT_REVIEW,DEPARTMENT_REVIEW,FINANCE_FIRST,FINANCE_SECOND", Route::parse);

  /** Indicator lines of one form. The longest published form we know has 15; more than this is a slip of pasting. */
  public static final int MOST_LINES = 300;

  private static final Jsonb JSON = JsonbBuilder.create();

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Reviews reviews;

  @Inject
  private RuleSets ruleSets;

  @Inject
  private Projects projects;

  @Inject
  private Units units;

  @Inject
  private Calendar calendar;

  /** A project the caller may begin a self-evaluation for. */
  public record ProjectChoice(UUID id, String code, String name, String unitName) {}

  /** Projects of the caller's own units that have no self-evaluation yet, in the order of their codes. */
  public List<ProjectChoice> projectsToBegin(int fiscalYear) {
    Scope scope = Scope.current();
    List<String> prefixes = scope.readOnly() ? List.of() : scope.caller().memberships().stream()
        .filter(membership -> membership.role() == Role.UNIT_CLERK).map(Membership::unitPrefix).distinct().toList();
    if (prefixes.isEmpty()) {
      return List.of();
    }
    String own = IntStream.range(0, prefixes.size()).mapToObj(i -> "p.unit like :unit" + i).collect(Collectors.joining(" or "));
    TypedQuery<Object[]> query = database.createQuery("select p.id, p.code, p.name, u.name from Project p, Unit u "
        + "where u.code = p.unit and p.fiscalYear = :year and " + Projects.TAKES_FORMS + " and (" + own + ") "
        + "and not exists (select s.id from SelfEvaluation s where s.project = p.id) order by p.code", Object[].class);
    for (int i = 0; i < prefixes.size(); i++) {
      query.setParameter("unit" + i, prefixes.get(i) + "%");
    }
    return query.setParameter("year", fiscalYear).getResultStream()
        .map(row -> new ProjectChoice((UUID) row[0], (String) row[1], (String) row[2], (String) row[3]))
        .toList();
  }

  /**
   * Begins the self-evaluation of a project, or answers with the one there is.
   *
   * @throws NoSuchFormException if the project is not one the caller drafts for
   * @throws RefusedException if it takes no forms: it is confidential, was given up or merged into another one
   */
  @RefusalsRecorded(Act.BEGIN)
  public UUID begin(UUID projectId) {
    if (!Scope.current().caller().holds(Role.UNIT_CLERK) || Scope.current().caller().guest()) {
      throw new NoSuchFormException();
    }
    Project project = projects.hold(projectId)
        .filter(one -> !Scope.current().readOnly() && Scope.current().caller().holds(Role.UNIT_CLERK, one.unit()))
        .orElseThrow(NoSuchFormException::new);
    List<UUID> there = database.createQuery("select s.id from SelfEvaluation s where s.project = :project", UUID.class)
        .setParameter("project", projectId).getResultList();
    if (!there.isEmpty()) {
      return there.getFirst();
    }
    if (!project.takesForms()) {
      throw new RefusedException(Refusal.because(project.confidential() ? "project-confidential" : "project-ended"));
    }
    UUID id = Identifiers.next();
    Route route = ruleSets.inForce(project.fiscalYear()).parameters().get(ROUTE);
    reviews.begin(id, new FormHead(SelfEvaluation.FORM_TYPE, project.name(), project.unit(), project.fiscalYear(),
        Optional.of(project.id())), route);
    database.flush();
    SelfEvaluation form = new SelfEvaluation(id, project);
    standardLines(form);
    database.persist(form);
    return id;
  }

  /** The second-level indicators every official form prints, one empty line each, for the unit to fill in. */
  private static void standardLines(SelfEvaluation form) {
    Words words = Words.chinese();
    for (String line : List.of("output.quantity", "output.quality", "output.time", "output.cost", "benefit.economic",
        "benefit.social", "benefit.ecological", "benefit.lasting", "satisfaction.served")) {
      form.add(words.say("level1." + line.substring(0, line.indexOf('.'))), words.say("level2." + line));
    }
  }

  /** The form for the caller. Opened by the desk it lies on, it can no longer be withdrawn. */
  public SelfEvaluationForm open(UUID id) {
    return open(id, Locale.SIMPLIFIED_CHINESE);
  }

  public SelfEvaluationForm open(UUID id, Locale locale) {
    Review review = reviews.find(id);
    reviews.lookedAt(review);
    SelfEvaluation form = form(id);
    Project project = projects.find(form.project()).orElseThrow(NoSuchFormException::new);
    Map<String, String> names = units.names();
    SelfEvaluationScoring.Result result = result(review, form);
    Map<CellKey, List<Problem>> problems = Problems.of(form, result);
    Cells cells = form.cells();
    String unit = review.head().unit();
    return new SelfEvaluationForm(
        reviews.desk(review, cells, count(problems), FormCells::follows), project.code(), project.name(),
        names.getOrDefault(unit.substring(0, 3), ""), names.getOrDefault(unit, ""), cells,
        form.indicators().stream().map(IndicatorRow::id).toList(), result, problems, CellLabels.of(cells, locale),
        calendar.deadline(SelfEvaluation.FORM_TYPE, form.fiscalYear()), form.source());
  }

  /**
   * Takes what a person typed. Each edit is taken or not by itself; what the form cannot take is kept as that person's
   * draft. Two people may write in one form at once: only when both change the same cell is the second one asked.
   *
   * @param edits money without a unit is in 万元
   */
  @RefusalsRecorded(Act.CHANGE)
  public List<EditOutcome> write(UUID id, List<CellEdit> edits) {
    return write(id, edits, Money.In.WAN);
  }

  List<EditOutcome> write(UUID id, List<CellEdit> edits, Money.In bare) {
    Review review = reviews.hold(id);
    SelfEvaluation form = form(id);
    EditTaking taking = taking(review, form, bare);
    List<EditOutcome> outcomes = edits.stream().map(taking::take).toList();
    if (!taking.changes().isEmpty()) {
      changed(review, form, taking.changes());
    }
    return outcomes;
  }

  private EditTaking taking(Review review, SelfEvaluation form, Money.In bare) {
    return new EditTaking(review, form, reviews, reviews.locks(review, FormCells::follows), reviews.draftsOf(review), bare);
  }

  private void changed(Review review, SelfEvaluation form, Collection<LabelledChange> changes) {
    reviews.changed(review, changes);
    form.scored(result(review, form));
  }

  private static LabelledChange change(IndicatorRow row, Cells cells, String before, String after) {
    CellKey key = FormCells.indicator(row.id());
    return new LabelledChange(label(key, cells), new CellChange(key, before, after, before.isEmpty(), after.isEmpty()));
  }

  private static String label(CellKey cell, Cells cells) {
    return CellLabels.label(cell, List.of(cells), Words.chinese());
  }

  /** The caller gives up a text the form could not take. */
  public void dropDraft(UUID id, CellKey cell) {
    reviews.draftsOf(reviews.find(id)).drop(cell);
  }

  /** New lines, and what became of the texts that came with them. */
  public record Added(List<UUID> lines, List<EditOutcome> outcomes) {}

  /**
   * Adds lines at the end and takes the texts that come with them. A line that brings no level stands where the one before it
   * stands: that is how merged cells come out of a spreadsheet.
   *
   * @param lines at most {@link #MOST_LINES} in a form
   * @throws RefusedException if the caller may not change the lines now, or there would be too many
   */
  @RefusalsRecorded(Act.CHANGE)
  public Added addLines(UUID id, List<Map<IndicatorRow.Column, String>> lines) {
    return addLines(id, lines, Money.In.WAN);
  }

  Added addLines(UUID id, List<Map<IndicatorRow.Column, String>> lines, Money.In bare) {
    Review review = reviews.hold(id);
    linesOpen(review);
    SelfEvaluation form = form(id);
    if (form.indicators().size() + lines.size() > MOST_LINES) {
      throw new RefusedException(Refusal.because("too-many-lines", "most", MOST_LINES));
    }
    List<IndicatorRow> added = new ArrayList<>();
    List<CellEdit> edits = new ArrayList<>();
    String level1 = form.lastLevel(IndicatorRow.Column.LEVEL1);
    String level2 = form.lastLevel(IndicatorRow.Column.LEVEL2);
    for (Map<IndicatorRow.Column, String> texts : lines) {
      IndicatorRow row = form.add(level1, level2);
      added.add(row);
      texts.forEach((column, typed) -> edits.add(new CellEdit(FormCells.indicator(row.id(), column), row.text(column), typed)));
      level1 = level(row, IndicatorRow.Column.LEVEL1, texts, bare);
      level2 = level(row, IndicatorRow.Column.LEVEL2, texts, bare);
    }
    EditTaking taking = taking(review, form, bare);
    List<EditOutcome> outcomes = edits.stream().map(taking::take).toList();
    Cells cells = form.cells();
    // a new line is one change, whatever came with it
    changed(review, form, added.stream().map(row -> change(row, cells, "", texts(row))).toList());
    return new Added(added.stream().map(IndicatorRow::id).toList(), outcomes);
  }

  /** The level the line will stand on: what comes with it, if that can be read. */
  private static String level(IndicatorRow row, IndicatorRow.Column column, Map<IndicatorRow.Column, String> texts, Money.In bare) {
    return Optional.ofNullable(texts.get(column)).flatMap(typed -> CellReader.read(FormCells.indicator(row.id(), column), typed, bare).value())
        .orElse(row.text(column));
  }

  /** @throws RefusedException if the caller may not change the lines now */
  @RefusalsRecorded(Act.CHANGE)
  public void removeLines(UUID id, Collection<UUID> lines) {
    Review review = reviews.hold(id);
    linesOpen(review);
    SelfEvaluation form = form(id);
    List<IndicatorRow> rows = lines.stream().flatMap(line -> form.indicator(line).stream()).toList();
    if (!rows.isEmpty()) {
      Cells cells = form.cells();
      rows.forEach(form::remove);
      changed(review, form, rows.stream().map(row -> change(row, cells, texts(row), "")).toList());
    }
  }

  private static String texts(IndicatorRow row) {
    return Arrays.stream(IndicatorRow.Column.values()).map(row::text).filter(text -> !text.isEmpty()).collect(Collectors.joining(" | "));
  }

  private void linesOpen(Review review) {
    reviews.locks(review, FormCells::follows).refusal(FormCells.INDICATORS).ifPresent(refusal -> {
      throw new RefusedException(refusal);
    });
  }

  /** @throws RefusedException with every reason, if the move may not be walked now; nothing is changed then */
  @RefusalsRecorded(Act.DECIDE)
  public void walk(UUID id, Move move, Order order) {
    Review review = reviews.hold(id);
    SelfEvaluation form = form(id);
    RuleSets.InForce inForce = rules(review, form);
    SelfEvaluationScoring.Result result = SelfEvaluationScoring.score(form.forScoring(), inForce.rules());
    int problems = count(Problems.of(form, result));
    reviews.walk(review, move, order, problems, FormCells::follows,
        () -> new Snapshot(form.cells(), JSON.toJson(KeptOutcome.of(result)), inForce.parameters().toJson()));
    form.scored(result);
  }

  /** Writes a note in the margin of a cell, a row or a section, to go with a return. */
  @RefusalsRecorded(Act.CHANGE)
  public void note(UUID id, CellKey cell, ReturnReason reason, String text) {
    Review review = reviews.hold(id);
    Cells cells = form(id).cells();
    if (cells.keys().stream().noneMatch(cell::contains)) {
      throw new RefusedException(Refusal.because("cell-gone"));
    }
    reviews.note(review, cell, label(cell, cells), reason, text);
  }

  @RefusalsRecorded(Act.CHANGE)
  public void dropNote(UUID id, UUID note) {
    reviews.dropNote(reviews.hold(id), note);
  }

  @RefusalsRecorded(Act.CHANGE)
  public void answer(UUID id, UUID note, String words) {
    reviews.answer(reviews.hold(id), note, words);
  }

  /** What differs between two kept versions; 0 stands for the form as it is now. */
  public List<LabelledChange> compare(UUID id, int fromVersion, int toVersion) {
    Review review = reviews.find(id);
    Cells from = fromVersion == 0 ? form(id).cells() : reviews.version(review, fromVersion);
    Cells to = toVersion == 0 ? form(id).cells() : reviews.version(review, toVersion);
    return to.since(from).stream()
        .map(change -> new LabelledChange(CellLabels.label(change.key(), List.of(to, from), Words.chinese()), change))
        .toList();
  }

  /**
   * What would become of a move on one of several forms.
   *
   * @param command key of the order that will walk it: confirmed twice, it is walked once
   */
  public record BatchItem(UUID id, String title, List<Refusal> refusals, int version, UUID command) {}

  /**
   * Looks at several forms before a move is walked on each; what is not offered says so. Opens none of them.
   *
   * @throws RefusedException if these are too many at once
   */
  public List<BatchItem> preview(List<UUID> ids, Move move) {
    Batch.mustNotBeLarger(ids.size());
    return reviews.prospects(ids, this::problems, FormCells::follows).stream().map(prospect -> {
      List<Refusal> refusals = prospect.offers().stream().filter(offer -> offer.move() == move).findFirst()
          .map(Move.Offer::refusals).orElse(List.of(Refusal.because("move-not-yours")));
      return new BatchItem(prospect.id(), prospect.head().title(), refusals, prospect.version(), Identifiers.next());
    }).toList();
  }

  /** How many problems each of these forms has; all are still with their unit, so that the rules of today hold. */
  private Map<UUID, Integer> problems(List<Review> drafted) {
    if (drafted.isEmpty()) {
      return Map.of();
    }
    Map<Integer, RuleSet> rules = new HashMap<>();
    Map<UUID, Integer> problems = new HashMap<>();
    database.createQuery("select distinct s from SelfEvaluation s left join fetch s.indicators where s.id in :ids", SelfEvaluation.class)
        .setParameter("ids", drafted.stream().map(Review::id).toList())
        .getResultStream()
        .forEach(form -> problems.put(form.id(), count(Problems.of(form, SelfEvaluationScoring.score(
            form.forScoring(), rules.computeIfAbsent(form.fiscalYear(), year -> ruleSets.inForce(year).rules()))))));
    return problems;
  }

  void importedFrom(UUID id, String source) {
    form(id).importedFrom(source);
  }

  private SelfEvaluation form(UUID id) {
    SelfEvaluation form = database.find(SelfEvaluation.class, id);
    if (form == null) {
      throw new NoSuchFormException();
    }
    return form;
  }

  private SelfEvaluationScoring.Result result(Review review, SelfEvaluation form) {
    return SelfEvaluationScoring.score(form.forScoring(), rules(review, form).rules());
  }

  /** While the unit writes, the rules of today; from then on those the form was sent in with, whatever comes later. */
  private RuleSets.InForce rules(Review review, SelfEvaluation form) {
    return Optional.of(review).filter(sent -> !sent.state().editable()).flatMap(reviews::lastSent)
        .map(sent -> ruleSets.kept(sent.parametersJson()))
        .orElseGet(() -> ruleSets.inForce(form.fiscalYear()));
  }

  private static int count(Map<CellKey, List<Problem>> problems) {
    return problems.values().stream().mapToInt(List::size).sum();
  }
}
