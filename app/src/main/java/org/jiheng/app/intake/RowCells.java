package org.jiheng.app.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.SheetRow;
import org.jiheng.app.review.CellKind;
import org.jiheng.app.review.Refusal;

/** The cells of one row by their columns, each read to what it means; what cannot be read is told at once, at its cell. */
final class RowCells<C extends SheetColumn> {

  private final String sheet;
  private final SheetRow row;
  private final Headings<C> headings;
  private final Consumer<CellProblem> problems;
  /** Columns whose formula failed: more is not to be said of them. */
  private final Set<C> failed = new HashSet<>(0);
  private final Set<CellProblem> told = new HashSet<>(0);
  private boolean sound = true;

  RowCells(String sheet, SheetRow row, Headings<C> headings, Consumer<CellProblem> problems) {
    this.sheet = sheet;
    this.row = row;
    this.headings = headings;
    this.problems = problems;
    for (int place : row.errors()) {
      headings.at(place).ifPresent(column -> {
        wrong(column, Problem.of("intake.formula-error"));
        failed.add(column);
      });
    }
  }

  int number() {
    return row.number();
  }

  /** Whether nothing but warnings was told. */
  boolean sound() {
    return sound;
  }

  private void tell(CellProblem problem) {
    sound &= problem.warning();
    // a cell may be read twice, and is told of once
    if (told.add(problem)) {
      problems.accept(problem);
    }
  }

  void wrong(C column, Problem problem) {
    if (failed.contains(column)) {
      return;
    }
    tell(CellProblem.of(sheet, row.number(), column.heading(), headings.text(row, column), problem));
  }

  void wrong(C column, Refusal refusal) {
    tell(CellProblem.of(sheet, row.number(), column.heading(), headings.text(row, column), refusal));
  }

  /** Without telling again what stands there. */
  void wrongUntold(C column, Refusal refusal) {
    tell(CellProblem.of(sheet, row.number(), column.heading(), "", refusal));
  }

  void doubtful(C column, Problem problem) {
    tell(CellProblem.of(sheet, row.number(), column.heading(), headings.text(row, column), problem).asWarning());
  }

  boolean empty(C column) {
    return headings.text(row, column).isEmpty();
  }

  /** The text without signs that are none; empty if it is too long, which is told. */
  String text(C column) {
    String typed = headings.text(row, column);
    if (typed.isEmpty()) {
      return "";
    }
    String text = plain(typed) ? typed : TypedText.of(typed).strip();
    if (text.length() > column.longest()) {
      wrong(column, new Problem("intake.too-long", Map.of("length", String.valueOf(text.length()), "most", String.valueOf(column.longest()))));
      return "";
    }
    return text;
  }

  /** Most cells hold nothing that has to be made fit, and there are many cells. */
  private static boolean plain(String typed) {
    return typed.chars().allMatch(one -> one > ' ' && one < Character.MIN_SURROGATE && (one < 0x7F || one > 0xA0));
  }

  /** The same where something has to stand. */
  String required(C column) {
    if (empty(column)) {
      wrong(column, Problem.of("intake.empty"));
    }
    return text(column);
  }

  /** 万元 unless the cell names a unit. */
  Optional<Money> money(C column) {
    String text = text(column);
    return text.isEmpty() ? Optional.empty() : kept(column, Money.parse(text, Money.In.WAN));
  }

  Optional<LocalDate> day(C column) {
    String text = text(column);
    return text.isEmpty() ? Optional.empty() : kept(column, new CellKind.Day().read(text, Money.In.WAN)).map(LocalDate::parse);
  }

  private <T> Optional<T> kept(C column, Parsed<T> parsed) {
    parsed.problem().ifPresent(problem -> wrong(column, problem));
    return parsed.value();
  }

  /** A whole number, not negative. */
  Optional<Integer> number(C column) {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("[0-9]{1,9}")) {
      wrong(column, Problem.of("intake.not-a-count"));
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(text));
  }

  /** Percent, with two decimals. */
  Optional<BigDecimal> percent(C column) {
    String text = text(column).replace("%", "").replace("%", "");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
      wrong(column, Problem.of("intake.not-a-percentage"));
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(text).setScale(2, RoundingMode.UNNECESSARY));
  }

  /** 是 or 否; empty means no. */
  boolean yes(C column) {
    String text = text(column);
    if (!text.isEmpty() && !text.equals("是") && !text.equals("否")) {
      wrong(column, Problem.of("intake.not-yes-or-no"));
    }
    return text.equals("是");
  }

  /** One of the words; empty if nothing stands there, or none of them, which is told. */
  <E> Optional<E> choice(C column, Map<String, E> words) {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    E chosen = words.get(text);
    if (chosen == null) {
      wrong(column, new Problem("intake.not-among", Map.of("choices", String.join("、", words.keySet()))));
    }
    return Optional.ofNullable(chosen);
  }
}
