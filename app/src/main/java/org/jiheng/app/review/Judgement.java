package org.jiheng.app.review;

import java.util.List;
import java.util.Map;
import org.jiheng.app.common.Problem;
import org.jiheng.app.parameter.ParameterSet;

/**
 * What the rules of a room make of a form as it stands.
 *
 * @param result everything computed from the cells, with reasons
 * @param problems what must be mended before the form can be sent, by cell, row or section
 * @param parameters those the rules were made from; kept with the form when it is sent in
 */
public record Judgement<R>(R result, Map<CellKey, List<Problem>> problems, ParameterSet parameters) {

  public int problemCount() {
    return problems.values().stream().mapToInt(List::size).sum();
  }
}
