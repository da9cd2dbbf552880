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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiheng.app.common.BusinessClock;
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
  private Event<FormShown> shown;

  /** Begins the life of a form that was just made. */
  public Review begin(UUID id, FormHead head, Route route) {
    Caller caller = Scope.current().caller();
    Review review = new Review(id, head, route, caller, clock.now());
    database.persist(review);
    moved.fire(new FormMoved(head, FormState.DRAFT, FormState.DRAFT));
    return review;
  }

  /** @throws NoSuchFormException if there is none the caller may see */
  public Review find(UUID id) {
    return visible(id, LockModeType.NONE);
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
    List<FormVersion> versions = versions(review.id());
    List<ReviewStep> steps = steps(review.id());
    return new Desk(
        review.id(), review.head(), review.route(), review.state(), review.round(), version(review), review.changedAt(),
        review.changedBy(), Move.offers(standing), review.state().stage() && standing.onCallersDesk(),
        locks, notes, steps,
        versions.reversed().stream()
            .map(version -> new Desk.VersionHead(version.number(), version.madeAt(), version.madeBy(), version.digest()))
            .toList(),
        changes(current, versions, steps), drafts);
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
    return new Standing(scope.caller(), review.state(), review.route(), review.head().unit(), review.round(), review.opened(),
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
    if (move == Move.RETURN) {
      notes.stream().filter(note -> note.state() == CellNote.State.DRAFT).forEach(CellNote::send);
    }
    if (move == Move.SUBMIT) {
      keepVersion(review, snapshot.get(), caller, now);
      drafts.values().forEach(database::remove);
    }
    review.walk(offer, caller, now);
    database.persist(new Command(order.key(), now));
    moved.fire(new FormMoved(review.head(), from, review.state()));
    database.flush();
  }

  private void keepVersion(Review review, Snapshot snapshot, Caller caller, Instant now) {
    int number = versions(review.id()).stream().mapToInt(FormVersion::number).max().orElse(0) + 1;
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
    if (text == null || text.strip().length() < Move.SHORTEST_COMMENT) {
      throw new RefusedException(Refusal.because("reason-missing", "least", Move.SHORTEST_COMMENT));
    }
    CellNote note = new CellNote(review, cell, cellLabel, reason, text.strip(), Scope.current().caller(), clock.now());
    database.persist(note);
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
    database.flush();
  }

  /** The unit answers a note in words. */
  public void answer(Review review, UUID noteId, String words) {
    CellNote note = noteOf(review, noteId);
    if (review.state() != FormState.RETURNED || !standing(review, List.of(), 0).callerDrafts()
        || note.state() == CellNote.State.DRAFT || note.round() != review.round()) {
      throw new RefusedException(Refusal.because("note-not-yours"));
    }
    if (words == null || words.isBlank()) {
      throw new RefusedException(Refusal.because("answer-missing"));
    }
    note.answered(words.strip());
    review.touched(Scope.current().caller(), clock.now());
    database.flush();
  }

  /** Tells the notes of the last return that the cells they stand at were changed: that answers them. */
  public void changed(Review review, CellKey cell) {
    notes(review, Scope.current()).stream()
        .filter(note -> note.state() == CellNote.State.OPEN && note.round() == review.round() && note.cell().contains(cell))
        .forEach(note -> note.answered(""));
    review.touched(Scope.current().caller(), clock.now());
    if (review.round() > 0) {
      moved.fire(new FormMoved(review.head(), review.state(), review.state()));
    }
  }

  private CellNote noteOf(Review review, UUID noteId) {
    CellNote note = database.find(CellNote.class, noteId);
    if (note == null || !note.review().equals(review.id())) {
      throw new NoSuchFormException();
    }
    return note;
  }

  /** Keeps what the caller typed and the form could not take. */
  public void keepDraft(Review review, CellEdit edit) {
    UUID person = Scope.current().caller().id();
    Draft draft = database.find(Draft.class, new Draft.Key(review.id(), person, edit.cell()));
    if (draft == null) {
      database.persist(new Draft(review.id(), person, edit, clock.now()));
    } else {
      draft.retyped(edit, clock.now());
    }
  }

  /** Forgets the caller's draft of a cell, if there is one. */
  public void dropDraft(Review review, CellKey cell) {
    Draft draft = database.find(Draft.class, new Draft.Key(review.id(), Scope.current().caller().id(), cell));
    if (draft != null) {
      database.remove(draft);
    }
  }

  /** The form as it was last sent in; empty before the first time. */
  public Optional<FormVersion> lastSent(Review review) {
    return versions(review.id()).reversed().stream().findFirst();
  }

  /** The cells of a kept version. @throws NoSuchFormException if there is no such version */
  public Cells version(Review review, int number) {
    return versions(review.id()).stream()
        .filter(version -> version.number() == number)
        .findFirst()
        .orElseThrow(NoSuchFormException::new)
        .cells();
  }

  /** The version field as the database will have it: waiting changes are written first. */
  private int version(Review review) {
    database.flush();
    return review.version();
  }

  /** Compared with the version the last return was about; one taken back before anybody opened it was never read. */
  private static Map<CellKey, CellChange> changes(Cells current, List<FormVersion> versions, List<ReviewStep> steps) {
    List<Move> moves = steps.stream().map(ReviewStep::move).toList();
    // a version is kept at every submission
    long returned = moves.subList(0, Math.max(0, moves.lastIndexOf(Move.RETURN))).stream().filter(Move.SUBMIT::equals).count();
    Map<CellKey, CellChange> changes = new LinkedHashMap<>();
    versions.stream().filter(version -> version.number() == returned).findFirst()
        .ifPresent(before -> current.since(before.cells()).forEach(change -> changes.put(change.key(), change)));
    return changes;
  }

  private List<CellNote> notes(Review review, Scope scope) {
    boolean reviews = review.state().stage()
        && review.state().holder().filter(role -> scope.caller().holds(role, review.head().unit())).isPresent();
    // notes not sent yet are the business of the desk they are written at
    return database.createQuery("select n from CellNote n where n.review = :review order by n.at", CellNote.class)
        .setParameter("review", review.id())
        .getResultStream()
        .filter(note -> note.state() != CellNote.State.DRAFT || reviews)
        .toList();
  }

  private List<ReviewStep> steps(UUID review) {
    return database.createQuery("select s from ReviewStep s where s.review = :review order by s.at", ReviewStep.class)
        .setParameter("review", review).getResultList();
  }

  private List<FormVersion> versions(UUID review) {
    return database.createQuery("select v from FormVersion v where v.review = :review order by v.number", FormVersion.class)
        .setParameter("review", review).getResultList();
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
