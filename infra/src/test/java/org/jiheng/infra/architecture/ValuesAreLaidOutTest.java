package org.jiheng.infra.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterWords;
import org.jiheng.app.parameter.ValueCell;
import org.jiheng.app.parameter.ValueSheet;
import org.jiheng.app.parameter.ValueTable;
import org.junit.jupiter.api.Test;

/** The office fills in every value in fields and tables and never sees how it is written; what is stored stays what rules read. */
class ValuesAreLaidOutTest {

  private static final Set<ParameterForm> CHOSEN_OR_A_TEXT = Set.of(ParameterForm.CHOICE, ParameterForm.CHOICES, ParameterForm.STAGES, ParameterForm.NAME);
  private static final List<String> TYPED = List.of("", " ", "0", "1", "5", "10", "50", "60.5", "99.99", "100", "101", "0.001", "31", "-1", "1e3", "abc", "九十", "增长",
      "增长,提高", "90%", "7天", "a=b", "[x]", "1/2", "2023", "500万元");

  private static List<Parameter> laidOut() throws ReflectiveOperationException {
    return ParametersAreNamedTest.named().stream().filter(one -> one.sheet().isPresent()).toList();
  }

  @Test
  void onlyChoicesAndTextsAreNotLaidOut() throws ReflectiveOperationException {
    assertThat(ParametersAreNamedTest.named()).hasSize(74)
        .allSatisfy(one -> assertThat(one.sheet().isEmpty()).as(one.name()).isEqualTo(CHOSEN_OR_A_TEXT.contains(one.form())));
  }

  @Test
  void everyDefaultAndEveryExampleIsReadAndWrittenAsItWas() throws ReflectiveOperationException {
    assertThat(laidOut()).hasSizeGreaterThan(50).allSatisfy(one -> Stream.of(one.key().standard(), one.example()).forEach(text -> {
      ValueSheet sheet = one.sheet().orElseThrow();
      List<ValueTable> tables = sheet.read(text);
      assertThat(sheet.flaws(tables)).as(one.name()).isEmpty();
      String written = sheet.write(tables);
      assertThat(one.readable(written)).as(one.name() + " " + written).isTrue();
      assertThat(one.key().reading().apply(written)).as(one.name() + " " + written).usingRecursiveComparison().isEqualTo(one.key().reading().apply(text));
      assertThat(sheet.read(written)).as(one.name()).isEqualTo(tables);
    }));
  }

  /** But for zeros at the end of a number, and checks that are written in their order, the text is the same sign by sign. */
  @Test
  void defaultsAreWrittenSignBySignAsTheyAre() throws ReflectiveOperationException {
    assertThat(laidOut()).allSatisfy(one -> {
      String standard = one.key().standard();
      assertThat(one.sheet().orElseThrow().write(one.sheet().orElseThrow().read(standard))).as(one.name())
          .isEqualTo(standard.matches("[0-9]+\\.[0-9]+") ? standard.replaceFirst("\\.?0+$", "") : standard);
    });
  }

  /** Whatever is done to the cells: a value without a flaw is one the rules can read, and is read again as it was filled in. */
  @Test
  void whatHasNoFlawIsAValue() throws ReflectiveOperationException {
    Random random = new Random(14);
    int sound = 0;
    int flawed = 0;
    for (Parameter one : laidOut()) {
      ValueSheet sheet = one.sheet().orElseThrow();
      for (int round = 0; round < 300; round++) {
        List<ValueTable> tables = sheet.read(one.key().standard());
        for (int step = random.nextInt(4); step >= 0; step--) {
          List<ValueTable> changed = changed(random, tables);
          tables = sheet.followed(tables, changed);
        }
        if (!sheet.flaws(tables).isEmpty()) {
          flawed++;
          continue;
        }
        sound++;
        String written = sheet.write(tables);
        assertThat(one.readable(written)).as(one.name() + " " + written).isTrue();
        assertThat(sheet.flaws(sheet.read(written))).as(one.name() + " " + written).isEmpty();
        assertThat(sheet.write(sheet.read(written))).as(one.name()).isEqualTo(written);
        assertThat(ParameterWords.value(Words.chinese(), one, written)).as(one.name()).isNotBlank().doesNotContain("{");
      }
    }
    assertThat(sound).isGreaterThan(3000);
    assertThat(flawed).isGreaterThan(3000);
  }

  private static List<ValueTable> changed(Random random, List<ValueTable> tables) {
    int number = random.nextInt(tables.size());
    ValueTable table = tables.get(number);
    List<ValueTable> changed = new ArrayList<>(tables);
    changed.set(number, switch (table.blank().isPresent() ? random.nextInt(6) : 5) {
      case 0 -> table.added();
      case 1 -> table.rows().isEmpty() ? table : table.without(random.nextInt(table.rows().size()));
      case 2 -> table.rows().isEmpty() ? table : table.raised(random.nextInt(table.rows().size()));
      default -> table.rows().isEmpty() ? table : typed(random, table);
    });
    return changed;
  }

  private static ValueTable typed(Random random, ValueTable table) {
    int row = random.nextInt(table.rows().size());
    int column = random.nextInt(table.columns().size());
    ValueCell cell = table.rows().get(row).cells().get(column);
    return switch (cell.kind()) {
      case NUMBER, WORDS -> table.with(row, column, TYPED.get(random.nextInt(TYPED.size())));
      case CHOICE, CHOICES -> table.with(row, column, cell.options().get(random.nextInt(cell.options().size())));
      case LABEL, NONE -> table;
    };
  }

  @Test
  void headingsUnitsAndChoicesAreWordsInBothLanguages() throws ReflectiveOperationException {
    for (Parameter one : laidOut()) {
      for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
        Words words = Words.in(locale);
        ValueSheet sheet = one.sheet().orElseThrow();
        List<ValueTable> begun = sheet.read(one.key().standard());
        List<ValueTable> own = sheet.followed(begun, List.of(begun.getFirst().with(0, 0, "OWN_TEMPLATE")));
        for (ValueTable table : begun.getFirst().rows().getFirst().cells().getFirst().options().contains("OWN_TEMPLATE") ? own : begun) {
          table.columns().forEach(column -> assertThat(ParameterWords.column(words, column)).isNotBlank());
          assertThat(table.name().isEmpty() ? "-" : ParameterWords.table(words, table.name())).isNotBlank();
          table.rows().stream().flatMap(row -> row.cells().stream()).forEach(cell -> {
            cell.measure().ifPresent(measure -> assertThat(ParameterWords.unit(words, measure.unit())).isNotBlank());
            Stream.concat(cell.options().stream(), cell.kind() == ValueCell.Kind.LABEL ? Stream.of(cell.text()) : Stream.of())
                .filter(option -> !option.matches("[0-9]+|\\p{IsHan}+"))
                .forEach(option -> assertThat(words.find("parameter.value." + option)).as(one.name() + " " + option).isPresent());
          });
        }
      }
    }
  }
}
