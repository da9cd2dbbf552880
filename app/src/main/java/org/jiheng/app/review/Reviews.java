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
import java.util.ArrayList;
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
  private Overdue overdue;

  @Inject
  private Event<FormShown> shown;

  /** Begins the life of a form that was just made. */
  public Review begin(UUID id, FormHead head, Route route) {
    Caller caller = Scope.current().caller();
    Review review = new Review(id, head, route, caller, clock.now());
    database.persist(review);
    trail.begun(review);
    moved.fire(new FormMoved(id, head, FormState.DRAFT, FormState.DRAFT));
    return review;
  }

  /**
   * The form that is the adjustment of an approved one.
   *
   * @param begun whether it was begun just now, so that the room has to make it; a command given twice begins it once
   */
  public record Adjusted(UUID id, boolean begun) {}

  /**
   * Begins the adjustment of an approved form, which stays in force until the adjustment is approved: a form of its own whose
   * first version is the approved one, so that whoever reads it sees old and new beside each other.
   *
   * @param id of the adjustment
   * @throws RefusedException if the form is not adjusted now, or not by the caller; with every reason at once
   */
  public Adjusted adjust(Review approved, UUID id, Route route, Order order, Matter matter) {
    Optional<UUID> underway = adjustmentOf(approved);
    if (underway.isPresent() && database.find(Command.class, order.key()) != null) {
      return new Adjusted(underway.get(), false);
    }
    Caller caller = Scope.current().caller();
    Instant now = clock.now();
    Move.Offer offer = offered(approved, Move.ADJUST, order, standing(approved, notes(approved, Scope.current()), matter, 0));
    Review review = new Review(id, approved, route, caller, now);
    database.persist(review);
    database.persist(FormVersion.beginning(id, lastSent(approved).orElseThrow()));
    database.persist(new ReviewStep(approved, offer, order, caller, now));
    database.persist(new Command(order.key(), now));
    trail.moved(approved, FormState.APPROVED, said(Move.ADJUST, order));
    trail.begun(review);
    moved.fire(new FormMoved(id, review.head(), FormState.DRAFT, FormState.DRAFT));
    database.flush();
    return new Adjusted(id, true);
  }

  /** The adjustment of this form that is on its way. */
  private Optional<UUID> adjustmentOf(Review approved) {
    return database.createQuery("select r.id from Review r where r.adjusts = :approved and r.state <> :givenUp", UUID.class)
        .setParameter("approved", approved.id()).setParameter("givenUp", FormState.CANCELLED).getResultStream().findFirst();
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
   */
  public Desk desk(Review review, Cells current, Matter matter) {
    Scope scope = Scope.current();
    List<CellNote> notes = notes(review, scope);
    Map<CellKey, Draft> drafts = drafts(review.id(), scope.caller());
    CellLocks locks = locks(review, notes, matter);
    Standing standing = standing(review, notes, matter, unresolved(drafts, locks));
    List<ReviewStep> steps = steps(review.id());
    return new Desk(
        review.id(), review.head(), review.adjusts(), review.route(), review.state(), review.round(), version(review), review.changedAt(),
        review.changedBy(), overdue.offers(review, standing), review.state().stage() && standing.onCallersDesk(),
        locks, notes, steps, versionHeads(review.id()), changes(current, review, steps), drafts);
  }

  /** What may be done with a form, without the rest of its life: for looking at many before a move is walked on each. */
  public record Prospect(UUID id, FormHead head, int version, List<Move.Offer> offers) {}

  /**
   * What the caller may do with each of several forms, in the order asked for; a form the caller may not see is left out.
   * Opens none of them; adjustments, each with a reason of its own, are not among it. The number of statements does not grow with
   * the number of forms.
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
    Map<UUID, Refusal> late = overdue.of(reviews.values());
    return ids.stream().map(reviews::get).filter(Objects::nonNull).map(review -> {
      List<CellNote> shown = shown(notes.getOrDefault(review.id(), List.of()), review, scope);
      Matter matter = new Matter(counted.getOrDefault(review.id(), 0), dependence, false, List.of());
      CellLocks locks = locks(review, shown, matter);
      int unresolved = (int) drafts.getOrDefault(review.id(), List.of()).stream().filter(locks::open).count();
      Standing standing = standing(review, shown, matter, unresolved);
      return new Prospect(review.id(), review.head(), review.version(),
          Overdue.offers(standing, Optional.ofNullable(late.get(review.id()))));
    }).toList();
  }

  /** Texts of the caller's that the form could not take and that would be lost if it were sent in now. */
  private static int unresolved(Map<CellKey, Draft> drafts, CellLocks locks) {
    return (int) drafts.keySet().stream().filter(locks::open).count();
  }

  /** Which cells the caller may write in. */
  public CellLocks locks(Review review, CellLocks.Dependence dependence) {
    return locks(review, notes(review, Scope.current()), new Matter(0, dependence, false, List.of()));
  }

  private static CellLocks locks(Review review, List<CellNote> notes, Matter matter) {
    List<CellKey> returned = notes.stream()
        .filter(note -> note.round() == review.round() && note.state() != CellNote.State.DRAFT)
        .map(CellNote::cell)
        .toList();
    return new CellLocks(standing(review, notes, 0, Adjustment.NONE), returned, matter.dependence());
  }

  /** @param unresolved texts of the caller's that count as problems, too */
  private Standing standing(Review review, List<CellNote> notes, Matter matter, int unresolved) {
    return standing(review, notes, matter.problems() + unresolved, adjustment(review, matter));
  }

  private Adjustment adjustment(Review review, Matter matter) {
    List<Refusal> against = new ArrayList<>(matter.againstAdjusting());
    if (matter.adjusted() && review.state() == FormState.APPROVED && adjustmentOf(review).isPresent()) {
      against.add(Refusal.because("adjustment-underway"));
    }
    return new Adjustment(matter.adjusted(), against, review.adjusts().isPresent());
  }

  private static Standing standing(Review review, List<CellNote> notes, int problems, Adjustment adjustment) {
    Scope scope = Scope.current();
    int unanswered = (int) notes.stream().filter(note -> note.state() == CellNote.State.OPEN).count();
    int unsent = (int) notes.stream().filter(note -> note.state() == CellNote.State.DRAFT).count();
    return new Standing(scope.caller(), review.state(), review.route(), review.head().unit(), review.sentFrom(), review.opened(),
        review.sentBy(scope.caller()), problems, unanswered, unsent, scope.readOnly(), adjustment);
  }

  /**
   * Walks a move, or refuses with every reason at once and changes nothing. The same command a second time does nothing.
   *
   * @param snapshot what is kept of the form if this move sends it in
   * @throws RefusedException if the move is not offered or not allowed, or the form has changed since it was seen
   */
  public void walk(Review review, Move move, Order order, Matter matter, Supplier<Snapshot> snapshot) {
    if (database.find(Command.class, order.key()) != null) {
      return;
    }
    Caller caller = Scope.current().caller();
    Instant now = clock.now();
    List<CellNote> notes = notes(review, Scope.current());
    Map<CellKey, Draft> drafts = move == Move.SUBMIT ? drafts(review.id(), caller) : Map.of();
    int unresolved = unresolved(drafts, locks(review, notes, matter));
    Move.Offer offer = offered(review, move, order, standing(review, notes, matter, unresolved));
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
    trail.moved(review, from, said(move, order));
    database.persist(new Command(order.key(), now));
    if (review.state() == FormState.APPROVED) {
      review.adjusts().ifPresent(approved -> supersede(approved, caller, now));
    }
    moved.fire(new FormMoved(review.id(), review.head(), from, review.state()));
    database.flush();
  }

  /** The move as it is offered. @throws RefusedException if it is not, or not allowed, or the form has changed since it was seen */
  private Move.Offer offered(Review review, Move move, Order order, Standing standing) {
    // somebody who looked at the form has changed its version, but nothing a withdrawal would overwrite: that one is told why
    if (move != Move.WITHDRAW && version(review) != order.seenVersion()) {
      throw new RefusedException(new Refusal("changed-meanwhile", Map.of("by", review.changedBy(), "at", review.changedAt().toString())));
    }
    Move.Offer offer = overdue.offers(review, standing).stream()
        .filter(one -> one.move() == move)
        .findFirst()
        .orElseThrow(() -> new RefusedException(Refusal.because("move-not-yours")));
    if (!offer.allowed()) {
      throw new RefusedException(offer.refusals());
    }
    if (move.needsReason() && (order.reason().isEmpty() || order.comment().length() < Move.SHORTEST_COMMENT)) {
      throw new RefusedException(Refusal.because("reason-missing", "least", Move.SHORTEST_COMMENT));
    }
    if (move.needsComment() && order.comment().length() < Move.SHORTEST_COMMENT) {
      throw new RefusedException(Refusal.because("adjustment-says-why", "least", Move.SHORTEST_COMMENT));
    }
    return offer;
  }

  private static String said(Move move, Order order) {
    return move + " " + order.reason().map(ReturnReason::name).orElse("-") + " " + order.comment();
  }

  /** From now on the adjustment is in force, and what it adjusted is not: in one transaction, so that one of them always is. */
  private void supersede(UUID id, Caller caller, Instant now) {
    Review approved = database.find(Review.class, id, LockModeType.PESSIMISTIC_WRITE);
    database.persist(ReviewStep.superseding(approved, caller, now));
    approved.superseded(caller, now);
    trail.moved(approved, FormState.APPROVED, Move.ADJUST + " - ");
    moved.fire(new FormMoved(id, approved.head(), FormState.APPROVED, FormState.SUPERSEDED));
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
    if (!review.state().stage() || !standing(review, List.of(), 0, Adjustment.NONE).onCallersDesk()) {
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
    if (!review.state().editable() || !standing(review, List.of(), 0, Adjustment.NONE).callerDrafts()
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
      moved.fire(new FormMoved(review.id(), review.head(), review.state(), review.state()));
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
  private Map<CellKey, CellChange> changes(Cells current, Review review, List<ReviewStep> steps) {
    List<Move> moves = steps.stream().map(ReviewStep::move).toList();
    // a version is kept at every submission; an adjustment has one from the beginning
    int judged = Math.max(moves.lastIndexOf(Move.RETURN), moves.lastIndexOf(Move.REJECT));
    long returned = moves.subList(0, Math.max(0, judged)).stream().filter(Move.SUBMIT::equals).count() + (review.adjusts().isPresent() ? 1 : 0);
    Map<CellKey, CellChange> changes = new LinkedHashMap<>();
    Optional.of((int) returned).filter(number -> number > 0).flatMap(number -> kept(review.id(), number))
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
