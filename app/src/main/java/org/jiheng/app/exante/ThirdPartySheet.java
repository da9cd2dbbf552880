package org.jiheng.app.exante;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.exante.ThirdPartyRule.Annual;
import org.jiheng.app.exante.ThirdPartyRule.Clause;
import org.jiheng.app.exante.ThirdPartyRule.Flagged;
import org.jiheng.app.exante.ThirdPartyRule.Total;
import org.jiheng.app.exante.ThirdPartyRule.Types;
import org.jiheng.app.parameter.Measure;
import org.jiheng.app.parameter.ParameterWords;
import org.jiheng.app.parameter.ValueCell;
import org.jiheng.app.parameter.ValueFlaw;
import org.jiheng.app.parameter.ValueSheet;
import org.jiheng.app.parameter.ValueTable;
import org.jiheng.app.project.ProjectType;

/**
 * The rule that sends projects to a third party, condition by condition: each asks for it or does not, two of them from an amount on.
 * Of two amounts of one kind the lower says all.
 */
final class ThirdPartySheet implements ValueSheet {

  private static final String TOTAL = "TOTAL_FROM";
  private static final String ANNUAL = "ANNUAL_FROM";
  private static final String MAJOR = "MAJOR";
  private static final List<String> YES_AND_NO = List.of("true", "false");
  private static final int CHOICE = 1;
  private static final int AMOUNT = 2;

  @Override
  public List<ValueTable> read(String text) {
    List<Clause> clauses = ThirdPartyRule.parse(text).clauses();
    List<String> types = clauses.stream().flatMap(clause -> clause instanceof Types(List<String> named) ? named.stream() : Stream.of()).toList();
    List<ValueTable.Row> rows = new ArrayList<>();
    rows.add(amount(TOTAL, clauses.stream().flatMap(one -> one instanceof Total(Money least) ? Stream.of(least) : Stream.of()).min(Money::compareTo)));
    rows.add(amount(ANNUAL, clauses.stream().flatMap(one -> one instanceof Annual(Money least) ? Stream.of(least) : Stream.of()).min(Money::compareTo)));
    Stream.concat(Arrays.stream(ProjectType.values()).map(ProjectProfile::word), types.stream()).distinct()
        .forEach(type -> rows.add(row(type, label(type), types.contains(type), ValueCell.nothing())));
    rows.add(row(MAJOR, MAJOR, clauses.stream().anyMatch(Flagged.class::isInstance), ValueCell.nothing()));
    return List.of(ValueTable.fixed("", List.of("condition", "third-party", "from-amount"), rows));
  }

  private static ValueTable.Row amount(String key, Optional<Money> least) {
    return row(key, key, least.isPresent(), ValueCell.number(Measure.WHOLE_YUAN, least.map(one -> one.inWan().toPlainString()).orElse("")));
  }

  private static ValueTable.Row row(String key, String label, boolean asks, ValueCell amount) {
    return new ValueTable.Row(key, List.of(ValueCell.label(label), ValueCell.choice(YES_AND_NO, String.valueOf(asks)), amount));
  }

  /** The name of a type, which has a word in every language; one the platform does not know stays as it is. */
  private static String label(String type) {
    return Arrays.stream(ProjectType.values()).filter(one -> ProjectProfile.word(one).equals(type)).findFirst().map(Enum::name).orElse(type);
  }

  @Override
  public String write(List<ValueTable> tables) {
    List<ValueTable.Row> asking = asking(tables);
    List<String> clauses = new ArrayList<>();
    asking.forEach(row -> Optional.of(row.key()).filter(key -> key.equals(TOTAL) || key.equals(ANNUAL)).ifPresent(key ->
        clauses.add((key.equals(TOTAL) ? "total" : "annual") + " >= " + Measure.WHOLE_YUAN.stored(row.text(AMOUNT)))));
    String types = asking.stream().filter(row -> row.cells().get(AMOUNT).kind() == ValueCell.Kind.NONE && !row.key().equals(MAJOR))
        .map(ValueTable.Row::key).collect(Collectors.joining(", "));
    if (!types.isEmpty()) {
      clauses.add("type in {" + types + "}");
    }
    if (asking.stream().anyMatch(row -> row.key().equals(MAJOR))) {
      clauses.add("flagged");
    }
    return clauses.isEmpty() ? "never" : String.join(" or ", clauses);
  }

  private static List<ValueTable.Row> asking(List<ValueTable> tables) {
    return tables.getFirst().rows().stream().filter(row -> row.text(CHOICE).equals("true")).toList();
  }

  /** An amount that is not asked for may be missing. */
  @Override
  public List<ValueFlaw> flaws(List<ValueTable> tables) {
    List<ValueTable.Row> rows = tables.getFirst().rows();
    return ValueFlaw.cells(0, tables.getFirst()).stream().filter(flaw -> rows.get(flaw.row()).text(CHOICE).equals("true")).toList();
  }

  @Override
  public String said(Words words, String text) {
    List<ValueTable.Row> asking = asking(read(text));
    return asking.isEmpty() ? ParameterWords.option(words, "NO_PROJECT") : asking.stream()
        .map(row -> ParameterWords.option(words, row.cells().getFirst().text()) + (row.text(AMOUNT).isEmpty() ? ""
            : " " + ParameterWords.measured(words, Measure.Unit.WAN, row.text(AMOUNT))))
        .collect(Collectors.joining(words.say("parameter.between")));
  }
}
