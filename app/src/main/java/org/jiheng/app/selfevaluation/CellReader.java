package org.jiheng.app.selfevaluation;

import java.util.Arrays;
import java.util.Map;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.scoring.Achievement;

/** Reads what was typed into a cell of a self-evaluation, to the text the form keeps. */
final class CellReader {

  private static final int LONGEST_TEXT = 4000;

  private CellReader() {}

  /**
   * @param bare the unit of money without one
   * @return the canonical text, empty for an emptied cell; or what is wrong with the typed one
   */
  static Parsed<String> read(CellKey cell, String typed, Money.In bare) {
    String text = TypedText.of(typed).strip();
    return switch (cell.part(0)) {
      case "budget" -> text.isEmpty() ? Parsed.ok("") : mapped(Money.parse(text, bare));
      case "execution", "total" -> points(text);
      case "indicator" -> indicator(IndicatorRow.Column.of(cell.last()), text);
      default -> words(text, LONGEST_TEXT);
    };
  }

  private static Parsed<String> indicator(IndicatorRow.Column column, String text) {
    return switch (column) {
      case WEIGHT, REPORTED -> points(text);
      case LEVEL -> text.isEmpty() || Arrays.stream(Achievement.values()).anyMatch(level -> level.name().equals(text))
          ? Parsed.ok(text)
          : Parsed.bad(text, new Problem("level.unknown", Map.of("typed", text)));
      case LEVEL1, LEVEL2, LEVEL3, TARGET, ACTUAL, DEVIATION -> words(text, column.longest());
    };
  }

  private static Parsed<String> points(String text) {
    return text.isEmpty() ? Parsed.ok("") : mapped(Score.parse(text));
  }

  private static Parsed<String> words(String text, int longest) {
    return text.length() > longest
        ? Parsed.bad(text, new Problem("text.too-long", Map.of("length", String.valueOf(text.length()), "longest", String.valueOf(longest))))
        : Parsed.ok(text);
  }

  private static Parsed<String> mapped(Parsed<?> parsed) {
    return parsed.problem()
        .<Parsed<String>>map(problem -> Parsed.bad("", problem))
        .orElseGet(() -> Parsed.ok(parsed.value().orElseThrow().toString()));
  }
}
