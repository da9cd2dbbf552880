package org.jiheng.app.parameter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;

/**
 * Pairs of a name and what is said of it, separated by commas: {@code cost=0,output=50}.
 *
 * @param names everything something can be said of, in the order in which it is written
 * @param heading of the column of what is said
 * @param cell the cell for what is said, empty
 * @param absent what is said of a name that is not written
 * @param all whether such a name is written all the same
 * @param whole what is wrong with all of them together, by name
 */
public record PairRows(List<String> names, String heading, ValueCell cell, String absent, boolean all,
    Function<Map<String, String>, Optional<Problem>> whole) implements ValueSheet {

  public PairRows {
    names = List.copyOf(names);
  }

  @Override
  public List<ValueTable> read(String text) {
    Map<String, String> said = new LinkedHashMap<>();
    for (String pair : Arrays.stream(text.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList()) {
      String[] parts = pair.split("=", -1);
      if (parts.length != 2 || !names.contains(parts[0])) {
        throw new IllegalArgumentException("name=what is said of it, not: " + pair);
      }
      said.put(parts[0], parts[1].strip());
    }
    return List.of(ValueTable.fixed("", List.of("about", heading), names.stream()
        .map(name -> new ValueTable.Row(name, List.of(ValueCell.label(name), filled(said.getOrDefault(name, absent))))).toList()));
  }

  private ValueCell filled(String text) {
    return cell.measure().map(measure -> cell.with(measure.shown(text))).orElseGet(() -> ValueCell.choice(cell.options(), text));
  }

  @Override
  public String write(List<ValueTable> tables) {
    return pairs(tables).entrySet().stream().filter(pair -> all || !pair.getValue().equals(absent))
        .map(pair -> pair.getKey() + "=" + pair.getValue()).collect(Collectors.joining(","));
  }

  private Map<String, String> pairs(List<ValueTable> tables) {
    Map<String, String> pairs = new LinkedHashMap<>();
    tables.getFirst().rows().forEach(row -> pairs.put(row.key(),
        cell.measure().map(measure -> measure.stored(row.text(1))).orElseGet(() -> row.text(1))));
    return pairs;
  }

  @Override
  public List<ValueFlaw> flaws(List<ValueTable> tables) {
    List<ValueFlaw> flaws = new ArrayList<>(ValueFlaw.cells(0, tables.getFirst()));
    if (flaws.isEmpty()) {
      whole.apply(pairs(tables)).ifPresent(problem -> flaws.add(ValueFlaw.of(0, problem)));
    }
    return flaws;
  }

  @Override
  public String said(Words words, String text) {
    List<String> said = read(text).getFirst().rows().stream().filter(row -> all || !row.text(1).equals(absent))
        .map(row -> ParameterWords.option(words, row.key()) + " " + said(words, row.cells().get(1))).toList();
    return said.isEmpty() ? ParameterWords.option(words, absent) : String.join(words.say("parameter.between"), said);
  }

  private static String said(Words words, ValueCell one) {
    return one.measure().map(measure -> ParameterWords.measured(words, measure.unit(), one.text()))
        .orElseGet(() -> ParameterWords.option(words, one.text()));
  }
}
