package org.jiheng.app.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.TypedText;
import org.jiheng.tenants.scope.Scope;

/** Notes in the margin of a form: written at a desk, sent with a return, answered by the unit in words or by what it changes. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Notes {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  @Inject
  private FormTrail trail;

  /**
   * Writes a note in the margin of a cell, not sent yet.
   *
   * @throws RefusedException if the form is not on the caller's desk, or the note says too little
   */
  public CellNote note(Review review, CellKey cell, String cellLabel, ReturnReason reason, String text) {
    if (!review.state().stage() || !Standings.standing(review, List.of(), 0, Adjustment.NONE).onCallersDesk()) {
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
    if (!review.state().editable() || !Standings.standing(review, List.of(), 0, Adjustment.NONE).callerDrafts()
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

  private CellNote noteOf(Review review, UUID noteId) {
    CellNote note = database.find(CellNote.class, noteId);
    if (note == null || !note.review().equals(review.id())) {
      throw new NoSuchFormException();
    }
    return note;
  }

  /** What was changed answers the notes of the last return or rejection that stand at it. */
  void answeredBy(Review review, Collection<LabelledChange> changes) {
    of(review, Scope.current()).stream()
        .filter(note -> note.state() == CellNote.State.OPEN && note.round() == review.round())
        .filter(note -> changes.stream().map(LabelledChange::change).anyMatch(note::answeredBy))
        .forEach(note -> note.answered(""));
  }

  /** Those the caller is shown, the oldest first. */
  List<CellNote> of(Review review, Scope scope) {
    return shown(database.createQuery("select n from CellNote n where n.review = :review order by n.at", CellNote.class)
        .setParameter("review", review.id()).getResultList(), review, scope);
  }

  /** Notes not sent yet are the business of the desk they are written at. */
  static List<CellNote> shown(List<CellNote> notes, Review review, Scope scope) {
    boolean reviews = review.state().stage()
        && review.state().holder().filter(role -> scope.caller().holds(role, review.head().unit())).isPresent();
    return notes.stream()
        .filter(note -> note.state() != CellNote.State.DRAFT || reviews)
        .toList();
  }
}
