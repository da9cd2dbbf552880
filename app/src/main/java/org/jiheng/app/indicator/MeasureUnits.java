package org.jiheng.app.indicator;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.indicator.Target.Quantity;

/**
 * The units offices count in, and the way from one to another of the same kind (DOMAIN 3.5): 万人 to 人, 公里 to 米, 公顷 to 亩,
 * 万元/公里 to 元/米. Factors are exact. A unit nobody knows is a kind of its own, counted in itself; 人 and 人次 are two kinds,
 * and so are 个, 项 and 件. Pure.
 */
public final class MeasureUnits {

  /** What a sign means in more than one way (度, 方, M, TB) is not in it: it is counted in itself. */
  private static final Map<String, MeasureUnit> KNOWN = known();

  /** What a form offers to choose from; any other text may be typed. */
  private static final List<String> OFFERED = List.of(
      "个", "人", "人次", "万人", "户", "家", "项", "件", "套", "台", "辆", "座", "处", "所", "条", "次", "场", "期", "篇", "份", "册", "种", "头", "只", "株",
      "%", "‰", "元", "万元", "亿元", "元/人", "元/户", "元/亩", "元/平方米", "元/人·月", "万元/公里",
      "米", "公里", "平方米", "亩", "万亩", "公顷", "平方公里", "立方米", "万立方米", "公斤", "吨", "万吨",
      "分钟", "小时", "天", "个月", "年", "千瓦时", "分");

  private MeasureUnits() {}

  private static Map<String, MeasureUnit> known() {
    Map<String, MeasureUnit> known = new HashMap<>();
    Object[][] rows = {
        {"元", "元", 1, 1}, {"元", "角", 1, 10}, {"元", "百元", 100, 1}, {"元", "千元", 1_000, 1}, {"元", "百万元", 1_000_000, 1},
        {"米", "米", 1, 1}, {"米", "m", 1, 1}, {"米", "千米", 1_000, 1}, {"米", "公里", 1_000, 1}, {"米", "km", 1_000, 1}, {"米", "里", 500, 1},
        {"米", "华里", 500, 1}, {"米", "延米", 1, 1}, {"米", "分米", 1, 10}, {"米", "厘米", 1, 100}, {"米", "cm", 1, 100}, {"米", "毫米", 1, 1_000},
        {"米", "mm", 1, 1_000},
        {"平方米", "平方米", 1, 1}, {"平方米", "平米", 1, 1}, {"平方米", "m2", 1, 1}, {"平方米", "亩", 2_000, 3}, {"平方米", "公顷", 10_000, 1},
        {"平方米", "平方公里", 1_000_000, 1}, {"平方米", "平方千米", 1_000_000, 1}, {"平方米", "km2", 1_000_000, 1},
        {"立方米", "立方米", 1, 1}, {"立方米", "立方", 1, 1}, {"立方米", "m3", 1, 1}, {"立方米", "升", 1, 1_000}, {"立方米", "毫升", 1, 1_000_000},
        {"公斤", "公斤", 1, 1}, {"公斤", "千克", 1, 1}, {"公斤", "kg", 1, 1}, {"公斤", "斤", 1, 2}, {"公斤", "市斤", 1, 2}, {"公斤", "克", 1, 1_000},
        {"公斤", "g", 1, 1_000}, {"公斤", "吨", 1_000, 1}, {"公斤", "t", 1_000, 1},
        {"小时", "小时", 1, 1}, {"小时", "分钟", 1, 60}, {"小时", "秒", 1, 3_600}, {"小时", "天", 24, 1}, {"小时", "日", 24, 1}, {"小时", "周", 168, 1},
        {"月", "月", 1, 1}, {"月", "个月", 1, 1}, {"月", "季度", 3, 1}, {"月", "年", 12, 1},
        {"%", "%", 1, 1}, {"%", "百分比", 1, 1}, {"%", "‰", 1, 10},
        {"千瓦", "千瓦", 1, 1}, {"千瓦", "kW", 1, 1}, {"千瓦", "瓦", 1, 1_000}, {"千瓦", "兆瓦", 1_000, 1}, {"千瓦", "MW", 1_000, 1},
        {"千瓦时", "千瓦时", 1, 1}, {"千瓦时", "kWh", 1, 1}};
    for (Object[] row : rows) {
      known.put((String) row[1], new MeasureUnit((String) row[1], (String) row[0], Ratio.of((int) row[2], (int) row[3])));
    }
    return Map.copyOf(known);
  }

  /** Units a form offers, the usual ones first. */
  public static List<String> offered() {
    return OFFERED;
  }

  /**
   * @param written in any width, with or without spaces; parts after a stroke (元/人·月, 元/人、天) are what it is counted for; empty
   *     for a bare number
   */
  public static MeasureUnit of(String written) {
    String plain = plain(written);
    String[] parts = plain.split("/", -1);
    MeasureUnit counted = simple(parts[0]);
    Ratio factor = counted.factor();
    Collection<String> per = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      for (String part : parts[i].split("[*·、×]")) {
        MeasureUnit one = simple(part);
        factor = factor.per(one.factor());
        per.add(one.kind());
      }
    }
    String kind = per.isEmpty() ? counted.kind() : counted.kind() + "/" + String.join("*", per.stream().sorted().toList());
    return new MeasureUnit(plain, kind, factor);
  }

  /** 万 and 亿 before a unit count it in ten thousands; alone they count a bare number. */
  private static MeasureUnit simple(String name) {
    MeasureUnit known = KNOWN.get(name);
    if (known != null) {
      return known;
    }
    for (Map.Entry<String, Integer> prefix : Map.of("万", 10_000, "亿", 100_000_000).entrySet()) {
      if (name.startsWith(prefix.getKey())) {
        MeasureUnit one = simple(name.substring(1));
        return new MeasureUnit(name, one.kind(), one.factor().times(Ratio.of(prefix.getValue(), 1)));
      }
    }
    return new MeasureUnit(name, name, Ratio.ONE);
  }

  private static String plain(String written) {
    String spelledOut = written.replaceAll("㎢|[kK][mM]²", "平方公里").replaceAll("㎡|[mM]²", "平方米").replaceAll("㎥|[mM]³", "立方米");
    return Normalizer.normalize(spelledOut, Normalizer.Form.NFKC).replaceAll("\\s+", "").replaceAll("^\\((.*)\\)$", "$1")
        .replaceAll("\\((?:百分比|%)\\)$", "");
  }

  /**
   * The same amount in another unit, exactly.
   *
   * @return a problem ({@code unit.other-kind}) if the two do not measure the same kind of thing
   */
  public static Parsed<Ratio> convert(Ratio number, String from, String to) {
    MeasureUnit given = of(from);
    MeasureUnit wanted = of(to);
    return given.kind().equals(wanted.kind()) ? Parsed.ok(number.times(given.factor()).per(wanted.factor())) : otherKind(given, wanted);
  }

  /** The number of a target or an actual value in another unit, exactly. */
  public static Parsed<Ratio> convert(Quantity quantity, String to) {
    return convert(Ratio.of(quantity.number()), quantity.unit(), to);
  }

  /**
   * All of them together in one unit, exactly.
   *
   * @return a problem ({@code unit.other-kind}) for the first that does not measure the same kind of thing
   */
  public static Parsed<Ratio> sum(Collection<Quantity> parts, String unit) {
    Ratio sum = Ratio.ZERO;
    for (Quantity part : parts) {
      switch (convert(part, unit)) {
        case Parsed.Ok<Ratio>(Ratio number) -> sum = sum.plus(number);
        case Parsed.Bad<Ratio> bad -> {
          return bad;
        }
      }
    }
    return Parsed.ok(sum);
  }

  /** Whether the two measure the same kind of thing. */
  public static boolean sameKind(String one, String other) {
    return of(one).kind().equals(of(other).kind());
  }

  /** Ways of writing units of one kind that are known, in the order of their signs. */
  public static List<String> alike(String unit) {
    String kind = of(unit).kind();
    return List.copyOf(new TreeSet<>(KNOWN.values().stream().filter(one -> one.kind().equals(kind)).map(MeasureUnit::written).toList()));
  }

  private static <T> Parsed<T> otherKind(MeasureUnit given, MeasureUnit wanted) {
    return Parsed.bad(given.written(), new Problem("unit.other-kind", Map.of("given", given.written(), "wanted", wanted.written())));
  }
}
