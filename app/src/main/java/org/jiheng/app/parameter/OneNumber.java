package org.jiheng.app.parameter;

import java.util.List;
import org.jiheng.app.common.Words;

/**
 * A single number with its unit.
 *
 * @param optional whether there may be none
 */
record OneNumber(Measure measure, boolean optional) implements ValueSheet {

  private static final List<String> COLUMNS = List.of("value");

  @Override
  public List<ValueTable> read(String text) {
    String shown = optional && text.isBlank() ? "" : measure.shown(text);
    return List.of(ValueTable.fixed("", COLUMNS, List.of(new ValueTable.Row(ValueCell.number(measure, shown)))));
  }

  @Override
  public String write(List<ValueTable> tables) {
    return measure.stored(typed(tables));
  }

  @Override
  public List<ValueFlaw> flaws(List<ValueTable> tables) {
    return optional && typed(tables).isBlank() ? List.of() : ValueFlaw.cells(0, tables.getFirst());
  }

  private static String typed(List<ValueTable> tables) {
    return tables.getFirst().rows().getFirst().text(0);
  }

  @Override
  public String said(Words words, String text) {
    return text.isBlank() ? words.say("parameter.none") : ParameterWords.measured(words, measure.unit(), measure.shown(text));
  }
}
