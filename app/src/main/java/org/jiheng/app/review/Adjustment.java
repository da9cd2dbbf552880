package org.jiheng.app.review;

import java.util.List;

/**
 * What a form has to do with adjustments: what is approved changes only by one, which makes a new version (DOMAIN 1.3).
 *
 * @param offered whether forms of its type are adjusted at all
 * @param against why this one is not adjusted now; empty if nothing speaks against it
 * @param isOne whether the form is itself the adjustment of an approved one
 */
public record Adjustment(boolean offered, List<Refusal> against, boolean isOne) {

  /** Of a form that is neither adjusted nor an adjustment. */
  public static final Adjustment NONE = new Adjustment(false, List.of(), false);

  public Adjustment {
    against = List.copyOf(against);
  }
}
