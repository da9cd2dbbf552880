package org.jiheng.app.goal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jiheng.app.review.CellKey;

/** The money of the official form, in its order; yuan, shown in 万元. */
public enum MoneyLine {
  /** 实施期资金总额. */
  MEDIUM_TOTAL,
  /** 其中:财政拨款. */
  MEDIUM_FISCAL,
  /** 其他资金. */
  MEDIUM_OTHER,
  /** 年度资金总额. */
  ANNUAL_TOTAL,
  /** 其中:财政拨款. */
  ANNUAL_FISCAL,
  /** 上年结转. */
  ANNUAL_CARRIED,
  /** 其他资金. */
  ANNUAL_OTHER;

  /** The row a cell of the money stands in. */
  static MoneyLine of(CellKey cell) {
    return valueOf((cell.part(1) + "_" + cell.part(2)).toUpperCase(Locale.ROOT));
  }

  /** {@code medium} or {@code annual}. */
  String term() {
    return name().substring(0, name().indexOf('_')).toLowerCase(Locale.ROOT);
  }

  String part() {
    return name().substring(name().indexOf('_') + 1).toLowerCase(Locale.ROOT);
  }

  public boolean total() {
    return part().equals("total");
  }

  /** What a total is made of. */
  List<MoneyLine> parts() {
    return Arrays.stream(values()).filter(line -> line.term().equals(term()) && !line.total()).toList();
  }
}
