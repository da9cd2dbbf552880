package org.jiheng.app.review;

import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Role;

/**
 * All a move asks about before it is walked.
 *
 * @param unit code of the unit the form belongs to
 * @param sentFrom the state the form was in when it was last sent in
 * @param opened whether the holder of the present stage has looked at the form
 * @param sentByCaller whether the caller is the one who last sent it in
 * @param problems what is wrong with the form and must be mended before it is sent
 * @param unansweredNotes notes of the last return that the unit has neither answered nor acted on
 * @param unsentNotes notes the present holder has written and not yet sent with a return
 * @param readOnly whether the caller only looks in from another jurisdiction
 * @param adjustment what the form has to do with adjustments
 */
public record Standing(
    Caller caller,
    FormState state,
    Route route,
    String unit,
    FormState sentFrom,
    boolean opened,
    boolean sentByCaller,
    int problems,
    int unansweredNotes,
    int unsentNotes,
    boolean readOnly,
    Adjustment adjustment) {

  /** Whether the form is on the caller's desk. */
  public boolean onCallersDesk() {
    return !readOnly && state.holder().map(role -> caller.holds(role, unit)).orElse(false);
  }

  public boolean callerDrafts() {
    return !readOnly && caller.holds(Role.UNIT_CLERK, unit);
  }
}
