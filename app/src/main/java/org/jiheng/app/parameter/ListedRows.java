package org.jiheng.app.parameter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;

/**
 * As many numbers or words as there are, separated by commas, none of them twice.
 *
 * @param measure of numbers; empty for words
 * @param least how many there have to be
 */
record ListedRows(Optional<Measure> measure, int least) implements ValueSheet {

  private static final int LONGEST_WORD = 40;
  private static final Pattern COMMA = Pattern.compile("[,\uFF0C]");

  static ListedRows numbers(Measure measure) {
    return new ListedRows(Optional.of(measure), 1);
  }

  static ListedRows words() {
    return new ListedRows(Optional.empty(), 0);
  }

  @Override
  public List<ValueTable> read(String text) {
    List<ValueTable.Row> rows = Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty())
        .map(part -> row(measure.map(one -> one.shown(part)).orElse(part))).toList();
    return List.of(ValueTable.free("", List.of(measure.isPresent() ? "number" : "word"), rows, row("")));
  }

  private ValueTable.Row row(String text) {
    return new ValueTable.Row(measure.map(one -> ValueCell.number(one, text)).orElseGet(() -> ValueCell.words(LONGEST_WORD, text)));
  }

  @Override
  public String write(List<ValueTable> tables) {
    return tables.getFirst().rows().stream().map(row -> stored(row.text(0))).collect(Collectors.joining(","));
  }

  private String stored(String typed) {
    return measure.map(one -> one.stored(typed)).orElseGet(typed::strip);
  }

  @Override
  public List<ValueFlaw> flaws(List<ValueTable> tables) {
    List<ValueTable.Row> rows = tables.getFirst().rows();
    List<ValueFlaw> flaws = new ArrayList<>(ValueFlaw.cells(0, tables.getFirst()));
    Set<String> before = new HashSet<>();
    for (int row = 0; row < rows.size(); row++) {
      String typed = rows.get(row).text(0).strip();
      if (measure.isEmpty() && COMMA.matcher(typed).find()) {
        flaws.add(new ValueFlaw(0, row, 0, Problem.of("parameter-cell-comma")));
      } else if (!typed.isEmpty() && !before.add(stored(typed))) {
        flaws.add(new ValueFlaw(0, row, 0, new Problem("parameter-cell-twice", Map.of("typed", typed))));
      }
    }
    if (rows.size() < least) {
      flaws.add(ValueFlaw.of(0, Problem.of("parameter-table-empty")));
    }
    return flaws;
  }

  @Override
  public String said(Words words, String text) {
    List<ValueTable.Row> rows = read(text).getFirst().rows();
    String all = rows.stream().map(row -> row.text(0)).collect(Collectors.joining(words.say("parameter.between")));
    return rows.isEmpty() ? words.say("parameter.none") : measure.map(one -> ParameterWords.measured(words, one.unit(), all)).orElse(all);
  }
}
