package org.jiheng.app.form;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Attachment;
import org.jiheng.app.document.AttachmentFile;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.Adjustments;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellLocks;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FilledForm;
import org.jiheng.app.review.FormGuide;
import org.jiheng.app.review.FormGuides;
import org.jiheng.app.review.FormHead;
import org.jiheng.app.review.FormSheet;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.FormType;
import org.jiheng.app.review.FormVersion;
import org.jiheng.app.review.Judgement;
import org.jiheng.app.review.LabelledChange;
import org.jiheng.app.review.Matter;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Notes;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;
import org.jiheng.app.review.ShownForm;
import org.jiheng.app.review.Snapshot;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.persistence.Identifiers;

/**
 * The use cases every type of form has: open, type, review, compare, adjust, hand files in. A room of forms is a bean that extends
 * this class, names its {@link FormType}, judges its forms by its rules and shows them with what only they have. Every answer is for
 * the caller of the scope; a form the caller may not see does not exist for it.
 *
 * @param <F> the form as it is kept
 * @param <R> what the rules of the room compute from one
 * @param <V> the form as a screen shows it
 */
@RefusalsRecorded
@Transactional(dontRollbackOn = NoSuchFormException.class)
public abstract class FilledForms<F extends FilledForm, R, V extends ShownForm> {

  /** Lines one table of a form may have. Ours: far above any form that was published, and still one screen's work. */
  public static final int MOST_LINES = 300;

  private final FormType<F> type;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Reviews reviews;

  @Inject
  private Adjustments adjustments;

  @Inject
  private Notes notes;

  @Inject
  private Parameters parameters;

  @Inject
  private Beginnings beginnings;

  @Inject
  private FormSheets sheets;

  @Inject
  private FormFiles files;

  @Inject
  private FormGuides guides;

  protected FilledForms(FormType<F> type) {
    this.type = type;
  }

  /** What kind of forms these are. */
  public FormType<F> type() {
    return type;
  }

  /**
   * The rules a form is judged by, as one function of the form.
   *
   * @param kept the parameters the form was sent in with, as they were kept; empty while its unit writes, when those of today hold
   */
  protected abstract Function<F, Judgement<R>> rules(int fiscalYear, Optional<String> kept);

  /** What was computed, as one JSON object to be kept beside a version. */
  protected abstract String outcome(R result);

  protected abstract V shown(F form, R result, FormSheet sheet);

  /** Keeps in the form's own columns what was computed last, for lists and sums. By itself nothing is kept. */
  protected void computed(F form, R result) {}

  /** Why the room does not let an approved form be adjusted now, every reason at once. By itself nothing speaks against it. */
  protected List<Refusal> againstAdjusting(F approved) {
    return List.of();
  }

  /** Several forms at once, for judging them all. A room whose forms have lines fetches these along. */
  protected List<F> several(Collection<UUID> ids) {
    return database.createQuery("select f from " + type.entity().getSimpleName() + " f where f.id in :ids", type.entity())
        .setParameter("ids", ids).getResultList();
  }

  /** A project the caller may begin a form for. */
  public record ProjectChoice(UUID id, String code, String name, String unitName) {}

  /** Projects of the caller's own units that have no form of this type yet, in the order of their codes. */
  public List<ProjectChoice> projectsToBegin(int fiscalYear) {
    return beginnings.projects(type.name(), fiscalYear);
  }

  /**
   * Begins the form of a project, or answers with the one there is.
   *
   * @param making the new form, of this identifier and project
   * @throws NoSuchFormException if the project is not one the caller drafts for
   * @throws RefusedException if it takes no forms: it is confidential, was given up or merged into another one
   */
  protected UUID beginOnce(UUID projectId, BiFunction<UUID, Project, F> making) {
    Project project = beginnings.hold(projectId);
    return beginnings.begun(type.name(), projectId).orElseGet(() -> begin(
        new FormHead(type.name(), project.name(), project.unit(), project.fiscalYear(), Optional.of(projectId)),
        id -> making.apply(id, Beginnings.takingForms(project))));
  }

  /** Begins a form, of a project or of none. Whether the caller may is for the room to ask. */
  protected UUID begin(FormHead head, Function<UUID, F> making) {
    UUID id = Identifiers.next();
    reviews.begin(id, head, parameters.inForce(head.fiscalYear()).get(type.route()));
    database.flush();
    database.persist(making.apply(id));
    return id;
  }

  /** The form for the caller, in Chinese. Opened by the desk it lies on, it can no longer be withdrawn. */
  public V open(UUID id) {
    return open(id, Locale.SIMPLIFIED_CHINESE);
  }

  public V open(UUID id, Locale locale) {
    Review review = reviews.find(id);
    reviews.lookedAt(review);
    F form = form(id);
    Judgement<R> judgement = judged(review, form);
    return shown(form, judgement.result(), sheets.of(type, review, form, judgement.problems(), matter(review, form, judgement.problemCount()), locale));
  }

  /** What finance tells those who fill in this form; empty where nothing is said, and for whoever looks in from outside. */
  public Optional<FormGuide> guide(FormHead head) {
    return guides.of(head);
  }

  /** A file of what finance tells. @throws NoSuchFormException if there is none that concerns the caller */
  @RefusalsRecorded(Act.EXPORT)
  public Attachment guideFile(UUID task, UUID file) {
    return guides.file(task, file);
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

  /** The same. @param bare the unit of money without one */
  @RefusalsRecorded(Act.CHANGE)
  public List<EditOutcome> write(UUID id, List<CellEdit> edits, Money.In bare) {
    Review review = reviews.hold(id);
    F form = form(id);
    EditTaking taking = new EditTaking(review, form, type.labels(), reviews, locks(review), reviews.draftsOf(review), bare);
    List<EditOutcome> outcomes = edits.stream().map(taking::take).toList();
    if (!taking.changes().isEmpty()) {
      changed(review, form, taking.changes());
    }
    return outcomes;
  }

  private CellLocks locks(Review review) {
    return reviews.locks(review, type.dependence());
  }

  private void changed(Review review, F form, Collection<LabelledChange> changes) {
    reviews.changed(review, changes);
    computed(form, judged(review, form).result());
  }

  /** The caller gives up a text the form could not take. */
  public void dropDraft(UUID id, CellKey cell) {
    reviews.draftsOf(reviews.find(id)).drop(cell);
  }

  /** New lines, and what became of the texts that came with them. */
  public record Added(List<UUID> lines, List<EditOutcome> outcomes) {}

  /**
   * Adds lines at the end of a table and takes the texts that come with them, by column.
   *
   * @param lines with those that are there at most {@link #MOST_LINES}
   * @param bare the unit of money without one
   * @throws RefusedException if the caller may not change the lines now, or there would be too many
   */
  @RefusalsRecorded(Act.CHANGE)
  public Added addLines(UUID id, CellKey table, List<Map<String, String>> lines, Money.In bare) {
    Review review = reviews.hold(id);
    F form = form(id);
    LineTaking taking = new LineTaking(review, form, type.labels(), reviews, locks(review), bare);
    Added added = taking.add(table, lines);
    changed(review, form, taking.changes());
    return added;
  }

  /** @throws RefusedException if the caller may not change the lines now */
  @RefusalsRecorded(Act.CHANGE)
  public void removeLines(UUID id, CellKey table, Collection<UUID> lines) {
    Review review = reviews.hold(id);
    F form = form(id);
    LineTaking taking = new LineTaking(review, form, type.labels(), reviews, locks(review), Money.In.WAN);
    taking.remove(table, lines);
    if (!taking.changes().isEmpty()) {
      changed(review, form, taking.changes());
    }
  }

  private String label(CellKey cell, Cells cells) {
    return type.labels().label(cell, List.of(cells), Words.chinese());
  }

  /** @throws RefusedException with every reason, if the move may not be walked now; nothing is changed then */
  @RefusalsRecorded(Act.DECIDE)
  public void walk(UUID id, Move move, Order order) {
    if (move == Move.ADJUST) {
      adjust(id, order);
      return;
    }
    Review review = reviews.hold(id);
    F form = form(id);
    Judgement<R> judgement = judged(review, form);
    reviews.walk(review, move, order, matter(review, form, judgement.problemCount()),
        () -> new Snapshot(form.cells(), outcome(judgement.result()), judgement.parameters().toJson()));
    computed(form, judgement.result());
  }

  /**
   * Begins the adjustment of an approved form, which stays in force until the adjustment is approved.
   *
   * @return the adjustment, a form of its own; given the same order again, the one it began
   * @throws RefusedException with every reason, if it is not adjusted now; nothing is changed then
   */
  @RefusalsRecorded(Act.DECIDE)
  public UUID adjust(UUID id, Order order) {
    // first the project and then the form, as where it is begun
    beginnings.holdFor(reviews.find(id).head().project());
    Review review = reviews.hold(id);
    F form = form(id);
    Adjustments.Adjusted adjusted = adjustments.adjust(review, Identifiers.next(), parameters.inForce(review.head().fiscalYear()).get(type.route()),
        order, matter(review, form, 0));
    if (adjusted.begun()) {
      database.persist(type.adjusting().orElseThrow().apply(form, adjusted.id()));
    }
    return adjusted.id();
  }

  /** Writes a note in the margin of a cell, a row or a section, to go with a return. */
  @RefusalsRecorded(Act.CHANGE)
  public void note(UUID id, CellKey cell, ReturnReason reason, String text) {
    Review review = reviews.hold(id);
    Cells cells = form(id).cells();
    if (cells.keys().stream().noneMatch(cell::contains)) {
      throw new RefusedException(Refusal.because("cell-gone"));
    }
    notes.note(review, cell, label(cell, cells), reason, text);
  }

  @RefusalsRecorded(Act.CHANGE)
  public void dropNote(UUID id, UUID note) {
    notes.dropNote(reviews.hold(id), note);
  }

  @RefusalsRecorded(Act.CHANGE)
  public void answer(UUID id, UUID note, String words) {
    notes.answer(reviews.hold(id), note, words);
  }

  /** What differs between two kept versions, what was chosen in words; 0 stands for the form as it is now. */
  public List<LabelledChange> compare(UUID id, int fromVersion, int toVersion) {
    Review review = reviews.find(id);
    // whoever is not shown the form is not shown what was kept of it either
    F form = form(id);
    return new Comparison(form, type.labels()).of(kept(review, form, fromVersion), kept(review, form, toVersion));
  }

  /** A kept version; 0 stands for the form as it is now. */
  protected Cells kept(Review review, F form, int version) {
    return version == 0 ? form.cells() : reviews.version(review, version);
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
    return new Prospects<>(reviews, type, this::several, year -> {
      // all are still with their unit, so that the rules of today hold
      Function<F, Judgement<R>> today = rules(year, Optional.empty());
      return form -> today.apply(form).problemCount();
    }).of(ids, move);
  }

  /**
   * Keeps a file with the form.
   *
   * @param cell where it is handed in: a cell, a row or a section
   * @throws RefusedException if nothing may be written there now, the form has no such place, or no files go with it
   */
  @RefusalsRecorded(Act.CHANGE)
  public UUID attach(UUID id, CellKey cell, AttachmentFile file) {
    Review review = reviews.hold(id);
    Cells cells = form(id).cells();
    if (!type.attached() || cells.keys().stream().noneMatch(cell::contains)) {
      throw new RefusedException(Refusal.because("cell-gone"));
    }
    return files.keep(review, cell, label(cell, cells), locks(review), file);
  }

  /** A file that was handed in with the form. @throws NoSuchFormException if the caller may not see the form, or it has no such file */
  public Attachment file(UUID id, UUID file) {
    return files.take(reviews.find(id), file);
  }

  /** The form itself. Whether the caller may see it was asked before, of its review. @throws NoSuchFormException if there is none */
  protected F form(UUID id) {
    return Optional.ofNullable(database.find(type.entity(), id)).orElseThrow(NoSuchFormException::new);
  }

  /** While the unit writes, the rules of today; from then on those the form was sent in with, whatever comes later. */
  protected Judgement<R> judged(Review review, F form) {
    Optional<String> kept = Optional.of(review).filter(sent -> !sent.state().editable()).flatMap(reviews::lastSent)
        .map(FormVersion::parametersJson);
    return rules(review.head().fiscalYear(), kept).apply(form);
  }

  private Matter matter(Review review, F form, int problems) {
    boolean adjusted = type.adjusting().isPresent();
    return new Matter(problems, type.dependence(), adjusted, adjusted && review.state() == FormState.APPROVED
        ? Stream.concat(beginnings.againstAdjusting(review.head().project()).stream(), againstAdjusting(form).stream()).toList() : List.of());
  }
}
