package org.jiheng.app.selfevaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Cells;

/** What the cells of a self-evaluation are called: {@code 学生受资助人数·实际完成值}. */
final class CellLabels {

  private CellLabels() {}

  static Map<CellKey, String> of(Cells cells, Locale locale) {
    Words words = Words.in(locale);
    Map<CellKey, String> labels = new LinkedHashMap<>();
    cells.keys().forEach(key -> labels.put(key, label(key, List.of(cells), words)));
    return labels;
  }

  /**
   * @param states states of the form in which to look for the name of an indicator line, the newest first; also understands
   *     rows and sections
   */
  static String label(CellKey key, List<Cells> states, Words words) {
    String[] parts = key.path().split("/");
    if (!parts[0].equals("indicator") || parts.length == 1) {
      return words.say("cell." + key.path().replace('/', '.'));
    }
    CellKey nameKey = CellKey.of("indicator", parts[1], "level3");
    String name = states.stream().map(cells -> cells.text(nameKey)).filter(text -> !text.isBlank()).findFirst()
        .orElseGet(() -> words.say("cell.indicator.nameless"));
    return parts.length == 2 ? name : name + "·" + words.say("cell.indicator." + parts[2]);
  }
}
