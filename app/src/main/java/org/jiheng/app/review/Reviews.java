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
  private Standings standings;

  @Inject
  private Notes notes;

  @Inject
  private Versions versions;

  @Inject
  private Adjustments adjustments;

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
    List<CellNote> shown = notes.of(review, scope);
    Map<CellKey, Draft> drafts = drafts(review.id(), scope.caller());
    CellLocks locks = Standings.locks(review, shown, matter);
    Standing standing = standings.standing(review, shown, matter, Standings.unresolved(drafts, locks));
    List<ReviewStep> steps = steps(review.id());
    return new Desk(
        review.id(), review.head(), review.adjusts(), review.route(), review.state(), review.round(), standings.version(review), review.changedAt(),
        review.changedBy(), overdue.offers(review, standing), review.state().stage() && standing.onCallersDesk(),
        locks, shown, steps, versions.heads(review.id()), versions.changes(current, review, steps), drafts);
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
    Map<UUID, List<CellNote>> written = database.createQuery("select n from CellNote n where n.review in :ids", CellNote.class)
        .setParameter("ids", ids).getResultStream().collect(Collectors.groupingBy(CellNote::review));
    Map<UUID, List<CellKey>> drafts = database
        .createQuery("select d from Draft d where d.review in :ids and d.person = :person", Draft.class)
        .setParameter("ids", ids).setParameter("person", scope.caller().id())
        .getResultStream().collect(Collectors.groupingBy(Draft::review, Collectors.mapping(Draft::cell, Collectors.toList())));
    Map<UUID, Refusal> late = overdue.of(reviews.values());
    return ids.stream().map(reviews::get).filter(Objects::nonNull).map(review -> {
      List<CellNote> shown = Notes.shown(written.getOrDefault(review.id(), List.of()), review, scope);
      Matter matter = new Matter(counted.getOrDefault(review.id(), 0), dependence, false, List.of());
      CellLocks locks = Standings.locks(review, shown, matter);
      int unresolved = (int) drafts.getOrDefault(review.id(), List.of()).stream().filter(locks::open).count();
      Standing standing = standings.standing(review, shown, matter, unresolved);
      return new Prospect(review.id(), review.head(), review.version(),
          Overdue.offers(standing, Optional.ofNullable(late.get(review.id()))));
    }).toList();
  }

  /** Which cells the caller may write in. */
  public CellLocks locks(Review review, CellLocks.Dependence dependence) {
    return Standings.locks(review, notes.of(review, Scope.current()), new Matter(0, dependence, false, List.of()));
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
    List<CellNote> shown = notes.of(review, Scope.current());
    Map<CellKey, Draft> drafts = move == Move.SUBMIT ? drafts(review.id(), caller) : Map.of();
    int unresolved = Standings.unresolved(drafts, Standings.locks(review, shown, matter));
    Move.Offer offer = standings.offered(review, move, order, standings.standing(review, shown, matter, unresolved));
    FormState from = review.state();
    database.persist(new ReviewStep(review, offer, order, caller, now));
    if (move == Move.RETURN || move == Move.REJECT) {
      shown.stream().filter(note -> note.state() == CellNote.State.DRAFT).forEach(CellNote::send);
    }
    if (move == Move.SUBMIT) {
      versions.keep(review, snapshot.get(), caller, now);
      drafts.values().forEach(database::remove);
    }
    review.walk(offer, caller, now);
    trail.moved(review, from, order.said(move));
    database.persist(new Command(order.key(), now));
    if (review.state() == FormState.APPROVED) {
      review.adjusts().ifPresent(approved -> adjustments.supersede(approved, caller, now));
    }
    moved.fire(new FormMoved(review.id(), review.head(), from, review.state()));
    database.flush();
  }

  /**
   * Cells, rows or sections were changed, each on record by itself. Tells the notes of the last return or rejection that stand
   * at them: that answers them.
   */
  public void changed(Review review, Collection<LabelledChange> changes) {
    changes.forEach(one -> trail.changed(review, one.change().key(), one.label(), one.change().before(), one.change().after()));
    notes.answeredBy(review, changes);
    review.touched(Scope.current().caller(), clock.now());
    if (review.round() > 0) {
      moved.fire(new FormMoved(review.id(), review.head(), review.state(), review.state()));
    }
  }

  /** Somebody typed into a cell that may not be written now. */
  public void notTaken(Review review, CellEdit edit, String label, Refusal refusal) {
    trail.notTaken(review, edit.cell(), label, edit.typed(), refusal);
  }

  /** The form as it was last sent in; empty before the first time. */
  public Optional<FormVersion> lastSent(Review review) {
    return versions.lastSent(review);
  }

  /** The cells of a kept version. @throws NoSuchFormException if there is no such version */
  public Cells version(Review review, int number) {
    return versions.cells(review, number);
  }

  /** The caller's drafts in this form. */
  public Drafts draftsOf(Review review) {
    Caller caller = Scope.current().caller();
    return new Drafts(review.id(), caller.id(), drafts(review.id(), caller), clock.now(), database::persist, database::remove);
  }

  private List<ReviewStep> steps(UUID review) {
    return database.createQuery("select s from ReviewStep s where s.review = :review order by s.at", ReviewStep.class)
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
