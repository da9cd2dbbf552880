package org.jiheng.app.exante;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiheng.app.review.CellKey;

/** The cell keys of an ex-ante evaluation, in one place (DOMAIN 2.3). */
public final class ExAnteCells {

  public static final CellKey PERIOD_FROM = CellKey.of("head", "from");
  public static final CellKey PERIOD_UNTIL = CellKey.of("head", "until");
  public static final CellKey LEADER = CellKey.of("head", "leader");
  public static final CellKey PHONE = CellKey.of("head", "phone");
  public static final CellKey FUNCTION = CellKey.of("head", "function");
  public static final CellKey AMOUNT_TOTAL = CellKey.of("amount", "total");

  /** The calculation in years after the third. */
  public static final String LATER = "later";

  /** Text of a veto that holds. */
  public static final String HOLDS = "YES";

  /** Text of a veto that does not hold. */
  public static final String HOLDS_NOT = "NO";

  /** 资金来源, in the order of the form. */
  public enum Source {
    /** 一般公共预算. */
    GENERAL,
    /** 政府性基金. */
    FUNDS,
    /** 国有资本经营预算. */
    STATE_CAPITAL,
    /** 上级转移支付. */
    TRANSFER,
    /** 债券. */
    BOND,
    /** 自筹. */
    OWN,
    OTHER;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

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

  private static final int YEARS = 3;

  private ExAnteCells() {}

  /** The years money is asked for: three by themselves, the rest together. */
  public static List<String> years(int fiscalYear) {
    return Stream.concat(IntStream.range(0, YEARS).mapToObj(i -> String.valueOf(fiscalYear + i)), Stream.of(LATER)).toList();
  }

  public static CellKey year(String year) {
    return CellKey.of("amount", "year", year);
  }

  public static CellKey source(Source source) {
    return CellKey.of("amount", "source", source.key());
  }

  public static CellKey method(Method method) {
    return CellKey.of("method", method.key());
  }

  public static CellKey chapter(Chapter chapter) {
    return CellKey.of("text", chapter.key());
  }

  /** The row of an item: its tick and what it rests on. */
  public static CellKey item(String item) {
    return CellKey.of("item", item);
  }

  public static CellKey tick(String item) {
    return CellKey.of("item", item, "tick");
  }

  public static CellKey basis(String item) {
    return CellKey.of("item", item, "basis");
  }

  public static CellKey veto(String veto) {
    return CellKey.of("veto", veto);
  }

  /** The files handed in for a document, in words; filled by handing one in. */
  public static CellKey evidence(String document) {
    return CellKey.of("evidence", document);
  }

  /** Every cell of a form made by the template, in reading order. */
  static List<CellKey> of(ExAnteTemplate template, int fiscalYear) {
    List<CellKey> keys = new ArrayList<>(List.of(PERIOD_FROM, PERIOD_UNTIL, LEADER, PHONE, FUNCTION, AMOUNT_TOTAL));
    years(fiscalYear).forEach(year -> keys.add(year(year)));
    Stream.of(Source.values()).forEach(source -> keys.add(source(source)));
    Stream.of(Method.values()).forEach(method -> keys.add(method(method)));
    template.items().forEach(item -> {
      keys.add(tick(item.key()));
      keys.add(basis(item.key()));
    });
    template.vetoes().forEach(veto -> keys.add(veto(veto.key())));
    template.evidence().forEach(document -> keys.add(evidence(document.key())));
    Stream.of(Chapter.values()).forEach(chapter -> keys.add(chapter(chapter)));
    return keys;
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
