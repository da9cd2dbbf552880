package org.jiheng.app.selfevaluation;

import java.util.Optional;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.CellKey;

/** What is wrong with a text that was typed into a cell, for showing it again beside a draft. */
public final class CellSentences {

  private CellSentences() {}

  /** Empty when the form could take the text. */
  public static Optional<Problem> problem(CellKey cell, String typed) {
    return CellReader.read(cell, typed, Money.In.WAN).problem();
  }
}
