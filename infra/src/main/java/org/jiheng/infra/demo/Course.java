package org.jiheng.infra.demo;

import static org.jiheng.app.review.Move.PASS;
import static org.jiheng.app.review.Move.RETURN;
import static org.jiheng.app.review.Move.SUBMIT;

import java.util.List;
import org.jiheng.app.review.Move;

/** How far the form of a project has come. */
enum Course {
  /** Nobody has begun a form. */
  RESERVED,
  DRAFT,
  UNIT_REVIEW(SUBMIT),
  DEPARTMENT_REVIEW(SUBMIT, PASS),
  FINANCE_FIRST(SUBMIT, PASS, PASS),
  FINANCE_SECOND(SUBMIT, PASS, PASS, PASS),
  APPROVED(SUBMIT, PASS, PASS, PASS, PASS),
  RETURNED(SUBMIT, PASS, PASS, RETURN),
  APPROVED_AFTER_RETURN(SUBMIT, PASS, PASS, RETURN, SUBMIT, PASS, PASS, PASS, PASS);

  private final List<Move> moves;

  Course(Move... moves) {
    this.moves = List.of(moves);
  }

  List<Move> moves() {
    return moves;
  }

  boolean wasReturned() {
    return moves.contains(RETURN);
  }

  /** Whether the form has come to its end. */
  boolean finished() {
    return this == APPROVED || this == APPROVED_AFTER_RETURN;
  }
}
