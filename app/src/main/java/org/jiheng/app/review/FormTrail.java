package org.jiheng.app.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.document.Attachment;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Outcome;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * What is done with forms, as the audit trail is told it. An entry names its form as {@code formType/identifier} and, for a cell,
 * {@code /cell} behind it. Written in the transaction of what is done; what was refused, in one of its own.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FormTrail {

  /** Kind of a form that is not there for the caller. */
  static final String FORM = "FORM";

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Trail trail;

  @Inject
  private Event<FormTakenAway> takenAway;

  private static Record form(Act act, Review review) {
    return Record.of(act, review.head().formType() + "/" + review.id(), review.head().title());
  }

  private static Record cell(Review review, CellKey cell, String label) {
    return Record.of(Act.CHANGE, review.head().formType() + "/" + review.id() + "/" + cell, review.head().title() + " · " + label);
  }

  void begun(Review review) {
    trail.add(form(Act.BEGIN, review));
  }

  void begun(List<Review> reviews) {
    trail.addAll(reviews.stream().map(review -> form(Act.BEGIN, review)).toList());
  }

  /** @param because the move; then, separated by spaces, the coded reason or a dash, and the comment */
  void moved(Review review, FormState from, String because) {
    trail.add(form(Act.DECIDE, review).changed(from.name(), review.state().name()).because(because));
  }

  void changed(Review review, CellKey cell, String label, String before, String after) {
    trail.add(cell(review, cell, label).changed(before, after));
  }

  /** An edit that was not taken although it could be read. The form goes on, so this is no refusal of the whole. */
  void notTaken(Review review, CellKey cell, String label, String typed, Refusal refusal) {
    trail.add(cell(review, cell, label).changed("", typed).not(Outcome.REFUSED, refusal.code()));
  }

  /** A note in the margin, or the answer to one. */
  void noted(Review review, CellNote note, String before, String after) {
    trail.add(Record.of(Act.CHANGE, review.head().formType() + "/" + review.id() + "/note/" + note.id(),
        review.head().title() + " · " + note.cellLabel()).changed(before, after).because(note.reason().name()));
  }

  /**
   * Whoever is not in the form's line of work leaves a trace by looking at it; one that cannot be written is no look. What
   * somebody from outside looks at is written down with the engagement it belongs to, where these are kept.
   */
  void seen(Review review) {
    if (Scope.current().caller().holds(Role.AUDITOR)) {
      trail.addReading(form(Act.READ, review));
    }
  }

  /** A list of forms was looked at, as {@link #seen} for one. */
  public void listed(String formType, String filter) {
    Caller caller = Scope.current().caller();
    if (caller.guest() || caller.holds(Role.AUDITOR)) {
      trail.addReading(list(Act.READ, formType).because(filter));
    }
  }

  private static Record list(Act act, String formType) {
    return Record.of(act, formType + "/list", "");
  }

  /** A list of forms was handed out as a file. A county's list handed to its overseer is on record before it is read. */
  public void exported(String formType, String filter) {
    // to somebody from outside: with the engagement it belongs to, as in seen
    if (!Scope.current().caller().guest()) {
      trail.addReading(list(Act.EXPORT, formType).because(filter));
    }
  }

  /** A form was handed out as a file. */
  public void exported(Desk desk) {
    takenAway(desk.head(), Record.of(Act.EXPORT, desk.head().formType() + "/" + desk.id(), desk.head().title()));
  }

  /** A file that was handed in with a form was taken away. */
  public Attachment taken(Review review, Attachment file) {
    takenAway(review.head(), Record.of(Act.EXPORT, "ATTACHMENT/" + file.id(), file.fileName())
        .because(review.head().formType() + "/" + review.id()));
    return file;
  }

  /** By somebody from outside: with the engagement it belongs to, as in seen. */
  private void takenAway(FormHead head, Record record) {
    if (Scope.current().caller().guest()) {
      takenAway.fire(new FormTakenAway(head, record.subject(), record.title()));
    } else {
      trail.addReading(record);
    }
  }

  /** A file was taken over into a form; what it changed is on record cell by cell. */
  public void imported(Desk desk, String file) {
    trail.add(Record.of(Act.IMPORT, desk.head().formType() + "/" + desk.id(), desk.head().title()).changed("", file));
  }

  /**
   * Something was not done with a form or another thing, or with one that is not there for the caller. Kept whatever becomes of the
   * transaction.
   *
   * @param kind of the thing, unless it is a form
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void refused(Act act, String kind, Optional<UUID> form, Outcome outcome, String codes) {
    Optional<Review> review = form.filter(_ -> kind.equals(FORM) && !Scope.current().readOnly()).map(id -> database.find(Review.class, id));
    Record record = review.map(one -> form(act, one))
        .orElseGet(() -> Record.of(act, kind + form.map(id -> "/" + id).orElse(""), ""));
    trail.addWhateverHappens(record.not(outcome, codes));
  }
}
