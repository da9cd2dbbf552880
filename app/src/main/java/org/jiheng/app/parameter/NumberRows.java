package org.jiheng.app.parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;

/**
 * Numbers of one kind with strokes between, each for something that has a name: {@code 90/80/60}.
 *
 * @param labels what each is for, in the order in which they are written
 * @param heading of the column of numbers
 * @param descending whether each is lower than the one above
 */
public record NumberRows(List<String> labels, Measure measure, String heading, boolean descending) implements ValueSheet {

  private static final String STROKE = "/";

  public NumberRows {
    labels = List.copyOf(labels);
  }

  @Override
  public List<ValueTable> read(String text) {
    String[] parts = text.split(STROKE, -1);
    if (parts.length != labels.size()) {
      throw new IllegalArgumentException(labels.size() + " numbers, not: " + text);
    }
    return List.of(ValueTable.fixed("", List.of("about", heading), IntStream.range(0, parts.length)
        .mapToObj(row -> new ValueTable.Row(ValueCell.label(labels.get(row)), ValueCell.number(measure, measure.shown(parts[row])))).toList()));
  }

  @Override
  public String write(List<ValueTable> tables) {
    return tables.getFirst().rows().stream().map(row -> measure.stored(row.text(1))).collect(Collectors.joining(STROKE));
  }

  @Override
  public List<ValueFlaw> flaws(List<ValueTable> tables) {
    List<ValueFlaw> flaws = new ArrayList<>(ValueFlaw.cells(0, tables.getFirst()));
    List<ValueTable.Row> rows = tables.getFirst().rows();
    for (int row = 1; descending && row < rows.size(); row++) {
      Optional<BigDecimal> above = measure.number(rows.get(row - 1).text(1));
      Optional<BigDecimal> here = measure.number(rows.get(row).text(1));
      if (above.isPresent() && here.isPresent() && here.get().compareTo(above.get()) >= 0) {
        flaws.add(new ValueFlaw(0, row, 1, new Problem("parameter-cell-not-lower", Map.of("above", rows.get(row - 1).text(1).strip()))));
      }
    }
    return flaws;
  }

  @Override
  public String said(Words words, String text) {
    return read(text).getFirst().rows().stream()
        .map(row -> ParameterWords.option(words, row.text(0)) + " " + ParameterWords.measured(words, measure.unit(), row.text(1)))
        .collect(Collectors.joining(words.say("parameter.between")));
  }

  /** The three grades that have a lowest total, the best first. */
  static NumberRows grades() {
    return new NumberRows(List.of("EXCELLENT", "GOOD", "FAIR"), Measure.POINTS, "from", true);
  }

  /** All four grades. */
  static NumberRows gradeShares() {
    return new NumberRows(Stream.of("EXCELLENT", "GOOD", "FAIR", "POOR").toList(), Measure.SHARE, "share", false);
  }
}
