package org.jiheng.app.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every way of writing a target that was found in published forms (DOMAIN 3.5): understood with its right meaning, or held
 * as words to be judged. None is lost and none is guessed at. The table says for each what a reader of the form would say.
 */
class PublishedTargetsTest {

  private static final int YEAR = 2021;

  @Test
  void theTableHasEveryWayThatWasFound() {
    assertThat(table().stream().map(row -> row.split("\t")[0])).isEqualTo(found().stream().map(row -> row.split("\t")[0]).toList())
        .hasSize(145).doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> aTargetMeansWhatAReaderOfTheFormWouldSay() {
    return table().stream().map(row -> DynamicTest.dynamicTest(row.split("\t")[0], () -> {
      String[] columns = (row + "\t\t\t\t").split("\t", -1);
      Target target = ValueReader.target(columns[0], YEAR).value().orElseThrow();
      assertThat(target.text()).as("as written").isEqualTo(columns[0]);
      assertThat(said(target)).isEqualTo(List.of(columns[1], columns[2], columns[3], columns[4]));
    }));
  }

  /** What the collection of published targets calls a number is none of the things it calls a date or plain words, and so on. */
  @TestFactory
  Stream<DynamicTest> aTargetIsOfTheKindTheCollectionPutsItUnder() {
    return found().stream().map(row -> row.split("\t")).map(row -> DynamicTest.dynamicTest(row[0], () ->
        assertThat(TargetKind.of(ValueReader.target(row[0], YEAR).value().orElseThrow())).isIn(kinds(row[0], row[1]))));
  }

  private static Set<TargetKind> kinds(String written, String found) {
    // more than one number, or a price whose unit stands before it: one meaning cannot be told
    if (Set.of("分别控制在4%、3%、2%、8%以下", "每亩100").contains(written)) {
      return Set.of(TargetKind.QUAL);
    }
    return switch (found) {
      case "date/deadline/duration" -> Set.of(TargetKind.DATE);
      case "four-grade thresholds", "mixed text and number", "period", "scoring-rule text (not a target)" -> Set.of(TargetKind.QUAL);
      case "qualitative text" -> written.equals("是") ? Set.of(TargetKind.BOOL) : Set.of(TargetKind.QUAL);
      default -> Set.of(TargetKind.QUANT);
    };
  }

  /** The same target typed with full-width characters or with spaces is the same target. */
  @TestFactory
  Stream<DynamicTest> itDoesNotMatterInWhichWidthItIsTyped() {
    return table().stream().map(row -> row.split("\t")[0]).map(written -> DynamicTest.dynamicTest(written, () -> {
      List<String> meant = said(ValueReader.target(written, YEAR).value().orElseThrow());
      assertThat(said(ValueReader.target(wide(written), YEAR).value().orElseThrow())).isEqualTo(meant);
      assertThat(said(ValueReader.target("  " + written + "\n", YEAR).value().orElseThrow())).isEqualTo(meant);
    }));
  }

  private static List<String> said(Target target) {
    return switch (target) {
      case Target.Measure measure -> List.of("number", measure.sign().glyph(), plain(measure.quantity()), measure.quantity().unit());
      case Target.Between between -> List.of("range", "", plain(between.low()) + "~" + plain(between.high()), between.high().unit());
      case Target.Deadline deadline -> List.of("day", "", deadline.lastDay().toString(), "");
      case Target.YesNo yesNo -> List.of("yes/no", "", String.valueOf(yesNo.yes()), "");
      case Target.Graded _ -> List.of("words", "", "", "");
    };
  }

  private static String plain(Target.Quantity quantity) {
    return quantity.number().stripTrailingZeros().toPlainString();
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c > 0x20 && c < 0x7f ? c + 0xfee0 : c)));
    return wide.toString();
  }

  private static List<String> table() {
    return lines("targets.tsv");
  }

  /** The collection itself: as written, kind by its editor, source. */
  private static List<String> found() {
    return lines("target-syntax.txt");
  }

  private static List<String> lines(String name) {
    var file = Objects.requireNonNull(PublishedTargetsTest.class.getResourceAsStream(name));
    return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines().filter(line -> !line.startsWith("#")).toList();
  }
}
