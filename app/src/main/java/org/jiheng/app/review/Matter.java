package org.jiheng.app.review;

import java.util.List;

/**
 * What the room of a form says of it when its life is asked for.
 *
 * @param problems how many things must be mended before the form can be sent
 * @param dependence which cells have to be writable together with a returned one
 * @param adjusted whether approved forms of this type are adjusted
 * @param againstAdjusting why the room does not let this approved form be adjusted now
 */
public record Matter(int problems, CellLocks.Dependence dependence, boolean adjusted, List<Refusal> againstAdjusting) {

  public Matter {
    againstAdjusting = List.copyOf(againstAdjusting);
  }
}
