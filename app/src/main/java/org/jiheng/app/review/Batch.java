package org.jiheng.app.review;

import java.util.Arrays;
import java.util.List;
import org.jiheng.tenants.scope.Caller;

/** A move on several forms at once. Moves that need a reason of their own for each form are not walked so. */
public final class Batch {

  /** Forms in one go. Ours: what one person still looks through in a preview, and a list page loads at a time. */
  public static final int LARGEST = 200;

  private Batch() {}

  /** The moves that can concern the caller: sending in for a unit's clerk, passing on for whoever holds a stage. */
  public static List<Move> moves(Caller caller) {
    return List.of(Move.SUBMIT, Move.PASS).stream()
        .filter(move -> Arrays.stream(FormState.values())
            .filter(state -> move == Move.SUBMIT ? state.editable() : state.stage())
            .anyMatch(state -> state.holder().filter(caller::holds).isPresent()))
        .toList();
  }

  /** @throws RefusedException if these are too many at once */
  public static void mustNotBeLarger(int forms) {
    if (forms > LARGEST) {
      throw new RefusedException(Refusal.because("batch-too-many", "most", LARGEST));
    }
  }
}
