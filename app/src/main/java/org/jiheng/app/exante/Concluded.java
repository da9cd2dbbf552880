package org.jiheng.app.exante;

import java.util.List;
import java.util.Optional;
import org.jiheng.app.review.Desk;
import org.jiheng.app.review.FormSheet;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.Route;
import org.jiheng.tenants.scope.Scope;

/**
 * Where an evaluation is concluded instead of passed on: at the last stage of its route. Before it finance may pass it on or return
 * it, and does not end it (DOMAIN 2.6). Pure, but for the caller of the scope.
 */
final class Concluded {

  private Concluded() {}

  /** Why this move is not walked by itself; empty if it is. */
  static Optional<Refusal> against(FormState state, Route route, Move move) {
    boolean last = route.stages().getLast() == state;
    return last && move == Move.PASS || move == Move.REJECT ? Optional.of(Refusal.because("exante-conclude-instead")) : Optional.empty();
  }

  static boolean mayConclude(FormState state, Route route, String unit, Scope scope) {
    return !scope.readOnly() && !scope.caller().guest() && route.stages().getLast() == state
        && state.holder().filter(role -> scope.caller().holds(role, unit)).isPresent();
  }

  static boolean mayConclude(Desk desk) {
    return mayConclude(desk.state(), desk.route(), desk.head().unit(), Scope.current());
  }

  /** The sheet, whose offers say where the form is concluded instead. */
  static FormSheet instead(FormSheet sheet) {
    Desk desk = sheet.desk();
    List<Move.Offer> offers = desk.offers().stream().map(offer -> against(desk.state(), desk.route(), offer.move())
        .map(refusal -> new Move.Offer(offer.move(), offer.destination(), List.of(refusal))).orElse(offer)).toList();
    return with(sheet, desk.state(), offers);
  }

  /** The sheet with one more reason why a move is not walked. */
  static FormSheet refusing(FormSheet sheet, Move move, Refusal refusal) {
    return with(sheet, sheet.desk().state(), sheet.desk().refusing(move, List.of(refusal)).offers());
  }

  /** The sheet for people from outside: how finance ended the round they are not told. */
  static FormSheet unsaid(FormSheet sheet) {
    Desk desk = sheet.desk();
    boolean concluded = desk.state() == FormState.APPROVED || desk.state() == FormState.REJECTED;
    return with(sheet, concluded ? desk.route().stages().getLast() : desk.state(), desk.offers());
  }

  private static FormSheet with(FormSheet sheet, FormState state, List<Move.Offer> offers) {
    Desk desk = sheet.desk();
    Desk told = new Desk(desk.id(), desk.head(), desk.adjusts(), desk.route(), state, desk.round(), desk.version(), desk.changedAt(),
        desk.changedBy(), offers, desk.mayNote(), desk.locks(), desk.notes(), desk.steps(), desk.versions(), desk.changes(), desk.drafts());
    return new FormSheet(told, sheet.departmentName(), sheet.unitName(), sheet.cells(), sheet.kinds(), sheet.problems(), sheet.labels(),
        sheet.deadline(), sheet.files());
  }
}
