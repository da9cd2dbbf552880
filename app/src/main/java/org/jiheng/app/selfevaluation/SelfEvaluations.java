package org.jiheng.app.selfevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.LabelledChange;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellLocks;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FormHead;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;
import org.jiheng.app.review.Route;
import org.jiheng.app.review.Snapshot;
import org.jiheng.app.scoring.RuleSets;
import org.jiheng.app.scoring.SelfEvaluationScoring;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * The use cases of the unit's self-evaluation: begin, fill in, send, review. Every answer is for the caller of the scope;
 * a form the caller may not see does not exist for it.
 */
@ApplicationScoped
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class SelfEvaluations {

  /** Stages a self-evaluation passes; a jurisdiction whose units do not review a second time leaves the first one out. */
  public static final ParameterKey<Route> ROUTE = new ParameterKey<>(
      "review.route.self_evaluation", "UNIT_REVIEW,DEPARTMENT_REVIEW,FINANCE_FIRST,FINANCE_SECOND", Route::parse);

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
    Set<UUID> begun = new HashSet<>(database.createQuery("select s.project from SelfEvaluation s where s.fiscalYear = :year", UUID.class)
        .setParameter("year", fiscalYear).getResultList());
    Map<String, String> names = units.names();
    return projects.draftedByCaller(fiscalYear).stream()
        .filter(project -> !begun.contains(project.id()))
        .map(project -> new ProjectChoice(project.id(), project.code(), project.name(), names.get(project.unit())))
        .toList();
  }

  /**
   * Begins the self-evaluation of a project, or answers with the one there is.
   *
   * @throws NoSuchFormException if the project is not one the caller drafts for
   */
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
      form.add(words.say("level1." + line.substring(0, line.indexOf('.'))), words.say("level2." + line), Optional.empty());
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
  public List<EditOutcome> write(UUID id, List<CellEdit> edits) {
    return write(id, edits, Money.In.WAN);
  }

  List<EditOutcome> write(UUID id, List<CellEdit> edits, Money.In bare) {
    Review review = reviews.hold(id);
    SelfEvaluation form = form(id);
    CellLocks locks = reviews.locks(review, FormCells::follows);
    List<EditOutcome> outcomes = new ArrayList<>();
    boolean changed = false;
    for (CellEdit edit : edits) {
      EditOutcome outcome = write(review, form, locks, edit, bare);
      outcomes.add(outcome);
      changed |= outcome instanceof EditOutcome.Saved;
    }
    if (changed) {
      form.scored(result(review, form));
    }
    return outcomes;
  }

  private EditOutcome write(Review review, SelfEvaluation form, CellLocks locks, CellEdit edit, Money.In bare) {
    Cells cells = form.cells();
    if (cells.has(edit.cell()) && edit.typed().strip().equals(cells.text(edit.cell())) && !locks.open(edit.cell())) {
      // a file gives every cell back: one that stays as it is needs no right to be written
      return new EditOutcome.Saved(edit.cell(), cells.text(edit.cell()));
    }
    Optional<Refusal> refusal = cells.has(edit.cell()) ? locks.refusal(edit.cell()) : Optional.of(Refusal.because("cell-gone"));
    if (refusal.isPresent()) {
      if (locks.keepsDrafts()) {
        reviews.keepDraft(review, edit);
      }
      return new EditOutcome.Locked(edit.cell(), refusal.get());
    }
    Parsed<String> read = CellReader.read(edit.cell(), edit.typed(), bare);
    String now = cells.text(edit.cell());
    if (read.problem().isPresent()) {
      reviews.keepDraft(review, edit);
      return new EditOutcome.Unreadable(edit.cell(), read.problem().get());
    }
    String text = read.value().orElseThrow();
    if (text.equals(now)) {
      reviews.dropDraft(review, edit.cell());
      return new EditOutcome.Saved(edit.cell(), now);
    }
    if (!edit.seen().equals(now)) {
      reviews.keepDraft(review, edit);
      return new EditOutcome.Overtaken(edit.cell(), now, review.changedBy(), review.changedAt());
    }
    form.write(edit.cell(), text);
    reviews.dropDraft(review, edit.cell());
    reviews.changed(review, edit.cell());
    return new EditOutcome.Saved(edit.cell(), text);
  }

  /** The caller gives up a text the form could not take. */
  public void dropDraft(UUID id, CellKey cell) {
    reviews.dropDraft(reviews.find(id), cell);
  }

  /**
   * Adds a line after another, or at the end.
   *
   * @throws RefusedException if the caller may not change the lines now
   */
  public UUID addIndicator(UUID id, String level1, String level2, Optional<UUID> after) {
    Review review = reviews.hold(id);
    linesOpen(review);
    SelfEvaluation form = form(id);
    IndicatorRow row = form.add(level1, level2, after);
    reviews.changed(review, FormCells.indicator(row.id()));
    form.scored(result(review, form));
    return row.id();
  }

  /** @throws RefusedException if the caller may not change the lines now */
  public void removeIndicator(UUID id, UUID indicator) {
    Review review = reviews.hold(id);
    linesOpen(review);
    SelfEvaluation form = form(id);
    form.indicator(indicator).ifPresent(row -> {
      form.remove(row);
      reviews.changed(review, FormCells.indicator(indicator));
      form.scored(result(review, form));
    });
  }

  private void linesOpen(Review review) {
    reviews.locks(review, FormCells::follows).refusal(FormCells.INDICATORS).ifPresent(refusal -> {
      throw new RefusedException(refusal);
    });
  }

  /** @throws RefusedException with every reason, if the move may not be walked now; nothing is changed then */
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
  public void note(UUID id, CellKey cell, ReturnReason reason, String text) {
    Review review = reviews.hold(id);
    Cells cells = form(id).cells();
    if (cells.keys().stream().noneMatch(cell::contains)) {
      throw new RefusedException(Refusal.because("cell-gone"));
    }
    String label = CellLabels.label(cell, List.of(cells), Words.chinese());
    reviews.note(review, cell, label, reason, text);
  }

  public void dropNote(UUID id, UUID note) {
    reviews.dropNote(reviews.hold(id), note);
  }

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

  /** What would become of a move on one of several forms. */
  public record BatchItem(UUID id, String title, List<Refusal> refusals, int version) {}

  /** Looks at several forms before a move is walked on each; what is not offered says so. Opens none of them. */
  public List<BatchItem> preview(List<UUID> ids, Move move) {
    List<BatchItem> items = new ArrayList<>();
    for (UUID id : ids) {
      Review review = reviews.find(id);
      SelfEvaluation form = form(id);
      var desk = reviews.desk(review, form.cells(), count(Problems.of(form, result(review, form))), FormCells::follows);
      List<Refusal> refusals = desk.offers().stream().filter(offer -> offer.move() == move).findFirst()
          .map(Move.Offer::refusals).orElse(List.of(Refusal.because("move-not-yours")));
      items.add(new BatchItem(id, review.head().title(), refusals, desk.version()));
    }
    return items;
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
