package org.jiheng.app.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jiheng.app.common.Words;

/**
 * What the cells of a type of form are called: {@code 学生受资助人数·实际完成值}. A cell outside the tables has a message
 * {@code <words>.<its key with dots>}; one in a line has the line's name and the message {@code <words>.<table>.<column>}.
 *
 * @param words beginning of the message keys
 * @param naming of each table with lines, the column whose text names a line; a line without one is called by the message
 *     {@code <words>.<table>.nameless}
 */
public record CellLabels(String words, Map<String, String> naming) {

  public CellLabels {
    naming = Map.copyOf(naming);
  }

  /** Of every cell, in reading order. */
  public Map<CellKey, String> of(Cells cells, Locale locale) {
    Words language = Words.in(locale);
    Map<CellKey, String> labels = new LinkedHashMap<>();
    cells.keys().forEach(key -> labels.put(key, label(key, List.of(cells), language)));
    return labels;
  }

  /**
   * @param states states of the form in which to look for the name of a line, the newest first; also understands rows and
   *     sections
   */
  public String label(CellKey key, List<Cells> states, Words language) {
    String[] parts = key.path().split("/");
    if (!naming.containsKey(parts[0]) || parts.length == 1) {
      return language.say(words + "." + key.path().replace('/', '.'));
    }
    CellKey nameKey = CellKey.of(parts[0], parts[1], naming.get(parts[0]));
    String name = states.stream().map(cells -> cells.text(nameKey)).filter(text -> !text.isBlank()).findFirst()
        .orElseGet(() -> language.say(words + "." + parts[0] + ".nameless"));
    return parts.length == 2 ? name : name + "·" + column(parts[0], parts[2], language);
  }

  /** What a column of a table is called. */
  public String column(String table, String column, Words language) {
    return language.say(words + "." + table + "." + column);
  }
}
