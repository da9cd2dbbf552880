package org.jiheng.app.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.TypedText;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;

/**
 * Carries forms through their life. Rooms of forms call it inside their own transaction and hand it the cells of the
 * form; it decides who may do what, keeps steps, notes, versions and drafts, and tells the rest of the house.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Reviews {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  @Inject
  private Event<FormMoved> moved;

  @Inject
  private FormTrail trail;

  @Inject
  private Event<FormShown> shown;

  /** Begins the life of a form that was just made. */
  public Review begin(UUID id, FormHead head, Route route) {
    Caller caller = Scope.current().caller();
    Review review = new Review(id, head, route, caller, clock.now());
    database.persist(review);
    trail.begun(review);
    moved.fire(new FormMoved(head, FormState.DRAFT, FormState.DRAFT));
    return review;
  }

  /**
   * The form to be looked at. A look by somebody from outside its line of work is on record.
   *
   * @throws NoSuchFormException if there is none the caller may see
   */
  public Review find(UUID id) {
    Review review = visible(id, LockModeType.NONE);
    trail.seen(review);
    return review;
  }

  /**
   * The same, held for this transaction: two people who write at once are put in a row.
   *
   * @throws NoSuchFormException if there is none the caller may see
   * @throws RefusedException if the caller comes from outside and only looks
   */
  public Review hold(UUID id) {
    if (Scope.current().caller().guest()) {
      find(id);
      throw new RefusedException(Refusal.because("move-not-yours"));
    }
    return visible(id, LockModeType.PESSIMISTIC_WRITE);
  }

  private Review visible(UUID id, LockModeType lock) {
    Visibility visibility = Visibility.of(Scope.current());
    TypedQuery<Review> query = database.createQuery(
        "select r from Review r where r.id = :id and " + visibility.condition(), Review.class).setParameter("id", id);
    visibility.parameters().forEach(query::setParameter);
    Review review = query.setLockMode(lock).getResultStream().findFirst().orElseThrow(NoSuchFormException::new);
    if (Scope.current().caller().guest()) {
      shown.fire(new FormShown(review.id(), review.head()));
    }
    return review;
  }

  private List<Review> visible(List<UUID> ids) {
    Visibility visibility = Visibility.of(Scope.current());
    TypedQuery<Review> query = database
        .createQuery("select r from Review r where r.id in :ids and " + visibility.condition(), Review.class).setParameter("ids", ids);
    visibility.parameters().forEach(query::setParameter);
    return query.getResultList();
  }

  /** Writes down that the person whose desk the form is on has looked at it: from now on it cannot be withdrawn. */
  public void lookedAt(Review review) {
    Scope scope = Scope.current();
    if (!scope.readOnly() && !review.opened() && review.state().stage()
        && review.state().holder().filter(role -> scope.caller().holds(role, review.head().unit())).isPresent()) {
      // a page that is only read does not fail because somebody else opens it, too
      database.refresh(review, LockModeType.PESSIMISTIC_WRITE);
      if (review.state().stage()) {
        review.lookedAt();
        database.flush();
      }
    }
  }

  /**
   * Everything of the form's life the caller is shown.
   *
   * @param current the cells as they stand now
   * @param problems how many things must be mended before the form can be sent
   */
  public Desk desk(Review review, Cells current, int problems, CellLocks.Dependence dependence) {
    Scope scope = Scope.current();
    List<CellNote> notes = notes(review, scope);
    Map<CellKey, Draft> drafts = drafts(review.id(), scope.caller());
    CellLocks locks = locks(review, standing(review, notes, 0), notes, dependence);
    Standing standing = standing(review, notes, problems + unresolved(drafts, locks));
    List<ReviewStep> steps = steps(review.id());
    return new Desk(
        review.id(), review.head(), review.route(), review.state(), review.round(), version(review), review.changedAt(),
        review.changedBy(), Move.offers(standing), review.state().stage() && standing.onCallersDesk(),
        locks, notes, steps, versionHeads(review.id()), changes(current, review.id(), steps), drafts);
  }

  /** What may be done with a form, without the rest of its life: for looking at many before a move is walked on each. */
  public record Prospect(UUID id, FormHead head, int version, List<Move.Offer> offers) {}

  /**
   * What the caller may do with each of several forms, in the order asked for; a form the caller may not see is left out.
   * Opens none of them. The number of statements does not grow with the number of forms.
   *
   * @param problems how many things must be mended in each form the unit may write in before it can be sent
   */
  public List<Prospect> prospects(List<UUID> ids, Function<List<Review>, Map<UUID, Integer>> problems, CellLocks.Dependence dependence) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Scope scope = Scope.current();
    Map<UUID, Review> reviews = visible(ids).stream().collect(Collectors.toMap(Review::id, Function.identity()));
    Map<UUID, Integer> counted = problems.apply(reviews.values().stream().filter(review -> review.state().editable()).toList());
    Map<UUID, List<CellNote>> notes = database.createQuery("select n from CellNote n where n.review in :ids", CellNote.class)
        .setParameter("ids", ids).getResultStream().collect(Collectors.groupingBy(CellNote::review));
    Map<UUID, List<CellKey>> drafts = database
        .createQuery("select d from Draft d where d.review in :ids and d.person = :person", Draft.class)
        .setParameter("ids", ids).setParameter("person", scope.caller().id())
        .getResultStream().collect(Collectors.groupingBy(Draft::review, Collectors.mapping(Draft::cell, Collectors.toList())));
    return ids.stream().map(reviews::get).filter(Objects::nonNull).map(review -> {
      List<CellNote> shown = shown(notes.getOrDefault(review.id(), List.of()), review, scope);
      CellLocks locks = locks(review, standing(review, shown, 0), shown, dependence);
      int unresolved = (int) drafts.getOrDefault(review.id(), List.of()).stream().filter(locks::open).count();
      Standing standing = standing(review, shown, counted.getOrDefault(review.id(), 0) + unresolved);
      return new Prospect(review.id(), review.head(), review.version(), Move.offers(standing));
    }).toList();
  }

  /** Texts of the caller's that the form could not take and that would be lost if it were sent in now. */
  private static int unresolved(Map<CellKey, Draft> drafts, CellLocks locks) {
    return (int) drafts.keySet().stream().filter(locks::open).count();
  }

  /** Which cells the caller may write in. */
  public CellLocks locks(Review review, CellLocks.Dependence dependence) {
    List<CellNote> notes = notes(review, Scope.current());
    return locks(review, standing(review, notes, 0), notes, dependence);
  }

  private static CellLocks locks(Review review, Standing standing, List<CellNote> notes, CellLocks.Dependence dependence) {
    List<CellKey> returned = notes.stream()
        .filter(note -> note.round() == review.round() && note.state() != CellNote.State.DRAFT)
        .map(CellNote::cell)
        .toList();
    return new CellLocks(standing, returned, dependence);
  }

  private Standing standing(Review review, List<CellNote> notes, int problems) {
    Scope scope = Scope.current();
    int unanswered = (int) notes.stream().filter(note -> note.state() == CellNote.State.OPEN).count();
    int unsent = (int) notes.stream().filter(note -> note.state() == CellNote.State.DRAFT).count();
    return new Standing(scope.caller(), review.state(), review.route(), review.head().unit(), review.sentFrom(), review.opened(),
        review.sentBy(scope.caller()), problems, unanswered, unsent, scope.readOnly());
  }

  /**
   * Walks a move, or refuses with every reason at once and changes nothing. The same command a second time does nothing.
   *
   * @param snapshot what is kept of the form if this move sends it in
   * @throws RefusedException if the move is not offered or not allowed, or the form has changed since it was seen
   */
  public void walk(
      Review review, Move move, Order order, int problems, CellLocks.Dependence dependence, Supplier<Snapshot> snapshot) {
    if (database.find(Command.class, order.key()) != null) {
      return;
    }
    Caller caller = Scope.current().caller();
    Instant now = clock.now();
    List<CellNote> notes = notes(review, Scope.current());
    Map<CellKey, Draft> drafts = move == Move.SUBMIT ? drafts(review.id(), caller) : Map.of();
    int unresolved = unresolved(drafts, locks(review, standing(review, notes, 0), notes, dependence));
    // somebody who looked at the form has changed its version, but nothing a withdrawal would overwrite: that one is told why
    if (move != Move.WITHDRAW && version(review) != order.seenVersion()) {
      throw new RefusedException(new Refusal("changed-meanwhile", Map.of("by", review.changedBy(), "at", review.changedAt().toString())));
    }
    Move.Offer offer = Move.offers(standing(review, notes, problems + unresolved)).stream()
        .filter(one -> one.move() == move)
        .findFirst()
        .orElseThrow(() -> new RefusedException(Refusal.because("move-not-yours")));
    if (!offer.allowed()) {
      throw new RefusedException(offer.refusals());
    }
    if (move.needsReason() && (order.reason().isEmpty() || order.comment().length() < Move.SHORTEST_COMMENT)) {
      throw new RefusedException(Refusal.because("reason-missing", "least", Move.SHORTEST_COMMENT));
    }
    FormState from = review.state();
    database.persist(new ReviewStep(review, offer, order, caller, now));
    if (move == Move.RETURN || move == Move.REJECT) {
      notes.stream().filter(note -> note.state() == CellNote.State.DRAFT).forEach(CellNote::send);
    }
    if (move == Move.SUBMIT) {
      keepVersion(review, snapshot.get(), caller, now);
      drafts.values().forEach(database::remove);
    }
    review.walk(offer, caller, now);
    trail.moved(review, from, move + " " + order.reason().map(ReturnReason::name).orElse("-") + " " + order.comment());
    database.persist(new Command(order.key(), now));
    moved.fire(new FormMoved(review.head(), from, review.state()));
    database.flush();
  }

  private void keepVersion(Review review, Snapshot snapshot, Caller caller, Instant now) {
    int number = versionHeads(review.id()).stream().mapToInt(Desk.VersionHead::number).max().orElse(0) + 1;
    database.persist(new FormVersion(review.id(), number, snapshot, caller.name(), now));
  }

  /**
   * Writes a note in the margin of a cell, not sent yet.
   *
   * @throws RefusedException if the form is not on the caller's desk, or the note says too little
   */
  public CellNote note(Review review, CellKey cell, String cellLabel, ReturnReason reason, String text) {
    if (!review.state().stage() || !standing(review, List.of(), 0).onCallersDesk()) {
      throw new RefusedException(Refusal.because("move-not-yours"));
    }
    if (text == null || TypedText.of(text).strip().length() < Move.SHORTEST_COMMENT) {
      throw new RefusedException(Refusal.because("reason-missing", "least", Move.SHORTEST_COMMENT));
    }
    CellNote note = new CellNote(review, cell, cellLabel, reason, TypedText.of(text).strip(), Scope.current().caller(), clock.now());
    database.persist(note);
    trail.noted(review, note, "", note.text());
    database.flush();
    return note;
  }

  /** Takes an unsent note of the caller's own away again. */
  public void dropNote(Review review, UUID noteId) {
    CellNote note = noteOf(review, noteId);
    if (note.state() != CellNote.State.DRAFT || !note.by(Scope.current().caller())) {
      throw new RefusedException(Refusal.because("note-not-yours"));
    }
    database.remove(note);
    trail.noted(review, note, note.text(), "");
    database.flush();
  }

  /** The unit answers a note in words. */
  public void answer(Review review, UUID noteId, String words) {
    CellNote note = noteOf(review, noteId);
    if (!review.state().editable() || !standing(review, List.of(), 0).callerDrafts()
        || note.state() == CellNote.State.DRAFT || note.round() != review.round()) {
      throw new RefusedException(Refusal.because("note-not-yours"));
    }
    if (words == null || TypedText.of(words).isBlank()) {
      throw new RefusedException(Refusal.because("answer-missing"));
    }
    String before = note.answer();
    note.answered(TypedText.of(words).strip());
    trail.noted(review, note, before, note.answer());
    review.touched(Scope.current().caller(), clock.now());
    database.flush();
  }

  /**
   * Cells, rows or sections were changed, each on record by itself. Tells the notes of the last return or rejection that stand
   * at them: that answers them.
   */
  public void changed(Review review, Collection<LabelledChange> changes) {
    changes.forEach(one -> trail.changed(review, one.change().key(), one.label(), one.change().before(), one.change().after()));
    notes(review, Scope.current()).stream()
        .filter(note -> note.state() == CellNote.State.OPEN && note.round() == review.round())
        .filter(note -> changes.stream().map(LabelledChange::change).anyMatch(note::answeredBy))
        .forEach(note -> note.answered(""));
    review.touched(Scope.current().caller(), clock.now());
    if (review.round() > 0) {
      moved.fire(new FormMoved(review.head(), review.state(), review.state()));
    }
  }

  /** Somebody typed into a cell that may not be written now. */
  public void notTaken(Review review, CellEdit edit, String label, Refusal refusal) {
    trail.notTaken(review, edit.cell(), label, edit.typed(), refusal);
  }

  private CellNote noteOf(Review review, UUID noteId) {
    CellNote note = database.find(CellNote.class, noteId);
    if (note == null || !note.review().equals(review.id())) {
      throw new NoSuchFormException();
    }
    return note;
  }

  /** The caller's drafts in this form. */
  public Drafts draftsOf(Review review) {
    Caller caller = Scope.current().caller();
    return new Drafts(review.id(), caller.id(), drafts(review.id(), caller), clock.now(), database::persist, database::remove);
  }

  /** The form as it was last sent in; empty before the first time. */
  public Optional<FormVersion> lastSent(Review review) {
    return database.createQuery("select v from FormVersion v where v.review = :review order by v.number desc", FormVersion.class)
        .setParameter("review", review.id()).setMaxResults(1).getResultStream().findFirst();
  }

  /** The cells of a kept version. @throws NoSuchFormException if there is no such version */
  public Cells version(Review review, int number) {
    return kept(review.id(), number).orElseThrow(NoSuchFormException::new).cells();
  }

  /** The version field as the database will have it: waiting changes are written first. */
  private int version(Review review) {
    database.flush();
    return review.version();
  }

  /** Compared with the version last returned or rejected; one taken back before anybody opened it was never read. */
  private Map<CellKey, CellChange> changes(Cells current, UUID review, List<ReviewStep> steps) {
    List<Move> moves = steps.stream().map(ReviewStep::move).toList();
    // a version is kept at every submission
    int judged = Math.max(moves.lastIndexOf(Move.RETURN), moves.lastIndexOf(Move.REJECT));
    long returned = moves.subList(0, Math.max(0, judged)).stream().filter(Move.SUBMIT::equals).count();
    Map<CellKey, CellChange> changes = new LinkedHashMap<>();
    Optional.of((int) returned).filter(number -> number > 0).flatMap(number -> kept(review, number))
        .ifPresent(before -> current.since(before.cells()).forEach(change -> changes.put(change.key(), change)));
    return changes;
  }

  private List<CellNote> notes(Review review, Scope scope) {
    return shown(database.createQuery("select n from CellNote n where n.review = :review order by n.at", CellNote.class)
        .setParameter("review", review.id()).getResultList(), review, scope);
  }

  /** Notes not sent yet are the business of the desk they are written at. */
  private static List<CellNote> shown(List<CellNote> notes, Review review, Scope scope) {
    boolean reviews = review.state().stage()
        && review.state().holder().filter(role -> scope.caller().holds(role, review.head().unit())).isPresent();
    return notes.stream()
        .filter(note -> note.state() != CellNote.State.DRAFT || reviews)
        .toList();
  }

  private List<ReviewStep> steps(UUID review) {
    return database.createQuery("select s from ReviewStep s where s.review = :review order by s.at", ReviewStep.class)
        .setParameter("review", review).getResultList();
  }

  /** The latest first, without what they hold. */
  private List<Desk.VersionHead> versionHeads(UUID review) {
    return database.createQuery("select v.number, v.madeAt, v.madeBy, v.digest from FormVersion v where v.review = :review "
            + "order by v.number desc", Object[].class)
        .setParameter("review", review)
        .getResultStream()
        .map(row -> new Desk.VersionHead((Integer) row[0], (Instant) row[1], (String) row[2], (String) row[3]))
        .toList();
  }

  private Optional<FormVersion> kept(UUID review, int number) {
    return Optional.ofNullable(database.find(FormVersion.class, new FormVersion.Key(review, number)));
  }

  private Map<CellKey, Draft> drafts(UUID review, Caller caller) {
    Map<CellKey, Draft> drafts = new LinkedHashMap<>();
    database.createQuery("select d from Draft d where d.review = :review and d.person = :person", Draft.class)
        .setParameter("review", review).setParameter("person", caller.id())
        .getResultStream()
        .forEach(draft -> drafts.put(draft.cell(), draft));
    return drafts;
  }
}
