package org.jiheng.app.goal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalCheck.Level;
import org.jiheng.app.parameter.PairRows;
import org.jiheng.app.parameter.ParameterWords;
import org.jiheng.app.parameter.ValueCell;
import org.jiheng.app.parameter.ValueFlaw;
import org.jiheng.app.parameter.ValueSheet;
import org.jiheng.app.parameter.ValueTable;

/** Every check of goals with how hard the house takes it and how hard the jurisdiction does; what is left as it is is not written. */
final class CheckRows implements ValueSheet {

  private static final String USUAL = "USUAL";
  private static final PairRows PAIRS = new PairRows(Arrays.stream(GoalCheck.values()).map(GoalCheck::number).toList(), "level",
      ValueCell.choice(Stream.concat(Stream.of(USUAL), Arrays.stream(Level.values()).map(Enum::name)).toList(), USUAL), USUAL, false, _ -> Optional.empty());

  /** Checks that were once counted otherwise are shown by the numbers they have now. */
  @Override
  public List<ValueTable> read(String text) {
    ValueTable pairs = PAIRS.read(GoalRules.LEVELS.reading().apply(text).entrySet().stream()
        .map(one -> one.getKey().number() + "=" + one.getValue()).collect(Collectors.joining(","))).getFirst();
    List<ValueTable.Row> rows = pairs.rows().stream().map(row -> new ValueTable.Row(row.key(),
        List.of(row.cells().getFirst(), row.cells().getLast(), ValueCell.label(usual(row.key()).name())))).toList();
    return List.of(ValueTable.fixed("", List.of("check", "level", "usual-level"), rows));
  }

  private static Level usual(String number) {
    return Arrays.stream(GoalCheck.values()).filter(one -> one.number().equals(number)).findFirst().orElseThrow().usualLevel();
  }

  @Override
  public String write(List<ValueTable> tables) {
    return PAIRS.write(tables);
  }

  @Override
  public List<ValueFlaw> flaws(List<ValueTable> tables) {
    return PAIRS.flaws(tables);
  }

  @Override
  public String said(Words words, String text) {
    String said = PAIRS.said(words, PAIRS.write(read(text)));
    return said.equals(ParameterWords.option(words, USUAL)) ? words.say("parameter.all-usual") : said;
  }
}
