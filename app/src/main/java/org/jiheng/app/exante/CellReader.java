package org.jiheng.app.exante;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.review.CellKey;

/** Reads what was typed into a cell of an ex-ante evaluation, to the text the form keeps. */
final class CellReader {

  private static final int LONGEST_TEXT = 8000;
  private static final int LONGEST_LINE = 200;

  private CellReader() {}

  /**
   * @param bare the unit of money without one
   * @return the canonical text, empty for an emptied cell; or what is wrong with the typed one
   */
  static Parsed<String> read(CellKey cell, String typed, Money.In bare) {
    String text = TypedText.of(typed).strip();
    if (text.isEmpty()) {
      return Parsed.ok("");
    }
    return switch (cell.part(0)) {
      case "amount" -> money(text, bare);
      case "head" -> cell.equals(ExAnteCells.PERIOD_FROM) || cell.equals(ExAnteCells.PERIOD_UNTIL) ? day(text) : words(text, LONGEST_LINE);
      case "item" -> cell.last().equals("tick") ? tick(text) : words(text, LONGEST_TEXT);
      case "veto", "method" -> answer(text);
      // files come in by their own door, so that what the cell says is there is there
      case "evidence" -> Parsed.bad(text, Problem.of("exante.evidence-by-file"));
      default -> words(text, LONGEST_TEXT);
    };
  }

  private static Parsed<String> money(String text, Money.In bare) {
    Parsed<Money> money = Money.parse(text, bare);
    return money.problem().<Parsed<String>>map(problem -> Parsed.bad(text, problem))
        .orElseGet(() -> Parsed.ok(money.value().orElseThrow().toString()));
  }

  private static Parsed<String> day(String text) {
    try {
      return Parsed.ok(LocalDate.parse(text).toString());
    } catch (DateTimeParseException noDay) {
      return Parsed.bad(text, new Problem("exante.no-day", Map.of("typed", text)));
    }
  }

  private static Parsed<String> tick(String text) {
    return Arrays.stream(Grade.values()).anyMatch(grade -> grade.name().equals(text)) ? Parsed.ok(text)
        : Parsed.bad(text, new Problem("exante.no-tick", Map.of("typed", text)));
  }

  private static Parsed<String> answer(String text) {
    return text.equals(ExAnteCells.HOLDS) || text.equals(ExAnteCells.HOLDS_NOT) ? Parsed.ok(text)
        : Parsed.bad(text, new Problem("exante.no-answer", Map.of("typed", text)));
  }

  private static Parsed<String> words(String text, int longest) {
    return text.length() > longest
        ? Parsed.bad(text, new Problem("text.too-long", Map.of("length", String.valueOf(text.length()), "longest", String.valueOf(longest))))
        : Parsed.ok(text);
  }
}
