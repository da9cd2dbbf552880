package org.jiheng.app.review;

import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.TypedText;

/**
 * What a person gives along when walking a move.
 *
 * @param key names this one command: the same key a second time does nothing
 * @param seenVersion version of the review the person was looking at
 */
public record Order(UUID key, int seenVersion, Optional<ReturnReason> reason, String comment) {

  public Order {
    comment = comment == null ? "" : TypedText.of(comment).strip();
  }

  /** For the trail: the move, the coded reason or a dash, the comment. */
  String said(Move move) {
    return move + " " + reason.map(ReturnReason::name).orElse("-") + " " + comment;
  }
}
