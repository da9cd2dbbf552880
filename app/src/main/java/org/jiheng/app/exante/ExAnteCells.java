package org.jiheng.app.exante;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiheng.app.common.Grade;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellKind;
import org.jiheng.app.review.Cells;

/** The cell keys of an ex-ante evaluation, in one place (DOMAIN 2.3). */
public final class ExAnteCells {

  public static final CellKey PERIOD_FROM = CellKey.of("head", "from");
  public static final CellKey PERIOD_UNTIL = CellKey.of("head", "until");
  public static final CellKey LEADER = CellKey.of("head", "leader");
  public static final CellKey PHONE = CellKey.of("head", "phone");
  public static final CellKey FUNCTION = CellKey.of("head", "function");
  public static final CellKey AMOUNT_TOTAL = CellKey.of("amount", "total");

  /** Last part of a cell that says what a row of the template is about. */
  static final String WORDS = "text";

  private static final int LONGEST_TEXT = 8000;
  private static final int LONGEST_LINE = 200;

  /** Text of a veto that holds. */
  public static final String HOLDS = "YES";

  /** Text of a veto that does not hold. */
  public static final String HOLDS_NOT = "NO";

  /** The years money is asked for: three by themselves, counted from the fiscal year, the rest together. */
  public enum Year {
    FIRST,
    SECOND,
    THIRD,
    LATER;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final CellKind YES_OR_NO = new CellKind.Choice("exante.answer.", List.of(HOLDS, HOLDS_NOT));

  /** 评估方法. */
  public enum Method {
    /** 成本效益分析法. */
    COST_BENEFIT,
    /** 比较法. */
    COMPARISON,
    /** 因素分析法. */
    FACTORS,
    /** 最低成本法. */
    LOWEST_COST,
    /** 公众评判法. */
    PUBLIC_JUDGEMENT,
    OTHER;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The parts of the report the unit writes, in the order of the outline. */
  public enum Chapter {
    BACKGROUND,
    CONTENT,
    GOALS,
    FUNDING,
    PROCEDURE,
    OVERALL,
    SUGGESTIONS,
    OTHER;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a report cannot do without it. */
    public boolean required() {
      return this != SUGGESTIONS && this != OTHER;
    }
  }

  private ExAnteCells() {}

  public static CellKey year(Year year) {
    return CellKey.of("amount", "year", year.key());
  }

  public static CellKey source(FundingSource source) {
    return CellKey.of("amount", "source", source.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  public static CellKey method(Method method) {
    return CellKey.of("method", method.key());
  }

  public static CellKey chapter(Chapter chapter) {
    return CellKey.of("text", chapter.key());
  }

  public static CellKey tick(String item) {
    return CellKey.of("item", item, "tick");
  }

  /** What the tick rests on, in words. */
  public static CellKey basis(String item) {
    return CellKey.of("item", item, "basis");
  }

  public static CellKey veto(String veto) {
    return CellKey.of("veto", veto, "holds");
  }

  /** The files handed in for a document, by their names; filled by handing one in. */
  public static CellKey evidence(String document) {
    return CellKey.of("evidence", document, "files");
  }

  /** Whether nobody types into the cell: what the template says, and the names of files. */
  static boolean fixed(CellKey cell) {
    return cell.last().equals(WORDS) && !cell.part(0).equals(WORDS) || cell.part(0).equals("evidence");
  }

  static CellKind kind(CellKey cell) {
    return switch (cell.part(0)) {
      case "amount" -> new CellKind.Amount();
      case "head" -> cell.equals(PERIOD_FROM) || cell.equals(PERIOD_UNTIL) ? new CellKind.Day() : new CellKind.Text(LONGEST_LINE);
      case "item" -> cell.last().equals("tick") ? CellKind.Choice.of("grade.", Grade.values()) : new CellKind.Text(LONGEST_TEXT);
      case "veto" -> cell.last().equals("holds") ? YES_OR_NO : new CellKind.Text(LONGEST_TEXT);
      case "method" -> YES_OR_NO;
      default -> new CellKind.Text(LONGEST_TEXT);
    };
  }

  /** Every cell of a form made by the template, in reading order; with what the template says in it. */
  public static Cells of(ExAnteTemplate template, Function<CellKey, String> entry) {
    Cells.Builder cells = Cells.inReadingOrder();
    Consumer<CellKey> filled = key -> cells.with(key, entry.apply(key));
    List.of(PERIOD_FROM, PERIOD_UNTIL, LEADER, PHONE, FUNCTION, AMOUNT_TOTAL).forEach(filled);
    Stream.of(Year.values()).map(ExAnteCells::year).forEach(filled);
    Stream.of(FundingSource.values()).map(ExAnteCells::source).forEach(filled);
    Stream.of(Method.values()).map(ExAnteCells::method).forEach(filled);
    template.items().forEach(item -> {
      cells.with(CellKey.of("item", item.key(), WORDS), item.text());
      filled.accept(tick(item.key()));
      filled.accept(basis(item.key()));
    });
    template.vetoes().forEach(veto -> {
      cells.with(CellKey.of("veto", veto.key(), WORDS), veto.text());
      filled.accept(veto(veto.key()));
    });
    template.evidence().forEach(document -> {
      cells.with(CellKey.of("evidence", document.key(), WORDS), document.text());
      filled.accept(evidence(document.key()));
    });
    Stream.of(Chapter.values()).map(ExAnteCells::chapter).forEach(filled);
    return cells.build();
  }

  /** The words an item rests on go with its tick; the parts of the money go with the whole, and with each other. */
  static boolean follows(CellKey cell, CellKey returned) {
    if (returned.part(0).equals("amount") && cell.part(0).equals("amount")) {
      return true;
    }
    String[] one = cell.path().split("/");
    String[] other = returned.path().split("/");
    return one.length == 3 && other.length == 3 && one[0].equals("item") && other[0].equals("item") && one[1].equals(other[1]);
  }
}
