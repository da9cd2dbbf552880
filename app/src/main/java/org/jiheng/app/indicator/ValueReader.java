package org.jiheng.app.indicator;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.indicator.Target.Between;
import org.jiheng.app.indicator.Target.Deadline;
import org.jiheng.app.indicator.Target.Graded;
import org.jiheng.app.indicator.Target.Measure;
import org.jiheng.app.indicator.Target.Quantity;
import org.jiheng.app.indicator.Target.Sign;
import org.jiheng.app.indicator.Target.YesNo;

/**
 * Reads target and actual values as offices write them. What has one clear meaning is understood; everything else (two
 * numbers, a rule in words, bare adjectives) is held as words to be judged, never guessed at.
 */
public final class ValueReader {

  private static final Map<String, Sign> BEFORE = signs();
  /** Longer ones first, so that 大于等于 is not taken for 大于. */
  private static final String SIGNS = "(" + BEFORE.keySet().stream()
      .sorted(Comparator.comparingInt(String::length).reversed()).collect(Collectors.joining("|")) + ")?";
  private static final String NUMBER = "([0-9]+(?:\\.[0-9]+)?)";
  private static final String UNIT = "([^0-9≥≧>≤≦<=═~;;。、]*(?:、[^0-9]{1,3})?)";
  private static final Pattern MEASURE = Pattern.compile(SIGNS + NUMBER + UNIT);
  private static final Pattern IN_WORDS = Pattern.compile("[^0-9]{2,}?(?:达到?|不低于|不少于)" + NUMBER + "(%)(?:及?以上)");
  private static final Pattern RANGE = Pattern.compile(
      "(?:介于|控制在|保持在|在)?" + NUMBER + "([^0-9~达-]*?)(?:~|-|—|至|到)" + NUMBER + "([^0-9~-]*?)(?:(?:区间|范围)?(?:之间|以内|之内|内))?");
  /** ≥90%且≤95%, 90%≤x≤95%: both bounds with a sign that includes them. */
  private static final Pattern BOUNDS = Pattern.compile("(?:≥|≧|>=)" + NUMBER + "([^0-9≥≤,;且]*)(?:[,;且]|,且)(?:≤|≦|<=)" + NUMBER + "([^0-9≥≤,;且]*)");
  private static final Pattern AROUND = Pattern.compile(NUMBER + "([^0-9≥≤<>]*)(?:≤|≦|<=)[xX](?:≤|≦|<=)" + NUMBER + "([^0-9≥≤<>]*)");
  /** Also a bare 内, as in 5个工作日内. */
  private static final Pattern AFTER = Pattern.compile("(.*?)(?:及其?)?(以上|以下|以内|之内|内)");
  /**
   * 100余人, 20个左右, 100%覆盖, 12月上旬: more than a number and a unit. 1.按时完成, ①按时完成: the number of an item in a list. 4季度, 20日前:
   * a time.
   */
  private static final Pattern NO_UNIT = Pattern.compile("[余多几来月].*|.*(?:左右|不等).*|%.+|分,.*|[.、:)].*|季度.*|.*前");
  private static final Pattern NUMBERED = Pattern.compile("[①-⑳⑴-⒇⒈-⒛].*", Pattern.DOTALL);
  /** ≥95%。: the end of a sentence is no part of it. */
  private static final Pattern FULL_STOP = Pattern.compile("[。;,、]+$");
  private static final Pattern SQUARE_METRES = Pattern.compile("㎡|[mM]²");
  private static final Pattern CUBIC_METRES = Pattern.compile("㎥|[mM]³");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))");
  private static final Pattern IN_BRACKETS = Pattern.compile("^\\((.*)\\)$");
  private static final Pattern PERCENT_IN_BRACKETS = Pattern.compile("\\(百分比\\)|\\(%\\)");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
  private static final Pattern YEAR_AND_MONTH = Pattern.compile("(?:19|20)[0-9]{2}\\.(?:0?[1-9]|1[0-2])");
  private static final Set<String> YES = Set.of("是", "有", "已完成", "完成", "达标", "已达标", "按时完成", "及时", "达成", "已达成", "完成目标", "达成年度指标", "合格", "达到预期", "按期完成", "已实现");
  private static final Set<String> NO = Set.of("否", "无", "未完成", "未达标", "未达成", "不合格");

  private ValueReader() {}

  private static Map<String, Sign> signs() {
    Map<String, Sign> signs = new HashMap<>();
    Map.of(
        Sign.AT_LEAST, List.of(">=", "=>", "≥", "≧", "≥=", "大于等于", "大于或等于", "不少于", "不低于", "不小于", "不得少于", "不得低于", "不能少于", "不能低于", "达到",
            "至少", "最少"),
        Sign.MORE_THAN, List.of(">", "大于", "超过", "高于"),
        Sign.EQUAL, List.of("=", "═", "等于"),
        Sign.AT_MOST, List.of("<=", "=<", "≤", "≦", "≤=", "小于等于", "小于或等于", "不超过", "不高于", "不多于", "不大于", "不得超过", "不得高于", "不得多于", "不能超过",
            "不能高于", "不能多于", "控制在", "至多", "最多"),
        Sign.LESS_THAN, List.of("<", "小于", "低于", "少于"))
        .forEach((sign, written) -> written.forEach(one -> signs.put(one, sign)));
    return signs;
  }

  /**
   * @param fiscalYear the year a date without one is meant in
   * @return a problem only for an empty text
   */
  public static Parsed<Target> target(String written, int fiscalYear) {
    String text = written == null ? "" : written.strip();
    if (text.isEmpty()) {
      return Parsed.bad("", Problem.of("target.missing"));
    }
    if (NUMBERED.matcher(text).matches()) {
      return Parsed.ok(new Graded(text));
    }
    String plain = plain(text);
    if (plain.equals("是") || plain.equals("否")) {
      return Parsed.ok(new YesNo(plain.equals("是"), text));
    }
    Optional<LocalDate> day = DayReader.read(plain, fiscalYear);
    if (day.isPresent()) {
      return Parsed.ok(new Deadline(day.get(), text));
    }
    return Parsed.ok(range(plain, text).or(() -> measure(plain, text)).orElseGet(() -> new Graded(text)));
  }

  private static Optional<Target> range(String plain, String text) {
    return Stream.of(RANGE, BOUNDS, AROUND).map(way -> way.matcher(plain)).filter(Matcher::matches).findFirst()
        .flatMap(found -> between(found, text));
  }

  private static Optional<Target> between(Matcher range, String text) {
    String unit = range.group(4).isEmpty() ? range.group(2) : range.group(4);
    boolean years = YEAR.matcher(range.group(1)).matches() && YEAR.matcher(range.group(3)).matches();
    // 2023.07-2024.01: from a month to a month, no two amounts
    boolean months = unit.isEmpty() && YEAR_AND_MONTH.matcher(range.group(1)).matches() && YEAR_AND_MONTH.matcher(range.group(3)).matches();
    if (years && (unit.isEmpty() || unit.startsWith("年")) || months || unit.matches("[月日号].*")) {
      return Optional.empty();
    }
    Optional<Quantity> low = quantity(range.group(1), range.group(2).isEmpty() ? unit : range.group(2));
    Optional<Quantity> high = quantity(range.group(3), unit);
    if (low.isEmpty() || high.isEmpty() || !low.get().comparableWith(high.get()) || low.get().number().compareTo(high.get().number()) > 0) {
      return Optional.empty();
    }
    return Optional.of(new Between(low.get(), high.get(), text));
  }

  /** 2020年全年, 2023.12: a time, not an amount. */
  private static boolean time(String number, String unit) {
    return unit.startsWith("年") && YEAR.matcher(number).matches() || unit.isEmpty() && YEAR_AND_MONTH.matcher(number).matches();
  }

  private static Optional<Target> measure(String plain, String text) {
    Matcher words = IN_WORDS.matcher(plain);
    if (words.matches()) {
      return quantity(words.group(1), words.group(2)).map(quantity -> new Measure(Sign.AT_LEAST, quantity, text));
    }
    Matcher after = AFTER.matcher(plain);
    boolean suffixed = after.matches();
    Matcher measure = MEASURE.matcher(suffixed ? after.group(1) : plain);
    if (!measure.matches()) {
      return Optional.empty();
    }
    Optional<Sign> before = Optional.ofNullable(measure.group(1)).map(BEFORE::get);
    Optional<Sign> behind = suffixed ? Optional.of(after.group(2).equals("以上") ? Sign.AT_LEAST : Sign.AT_MOST) : Optional.empty();
    if (before.isPresent() && behind.isPresent() && before.get().upwards() != behind.get().upwards()
        || before.isEmpty() && time(measure.group(2), measure.group(3))) {
      return Optional.empty();
    }
    Sign sign = behind.or(() -> before).orElse(Sign.EQUAL);
    return quantity(measure.group(2), measure.group(3)).map(quantity -> new Measure(sign, quantity, text));
  }

  /**
   * The number an actual value says, meant in the target's scale when it names no unit; empty when it is no number. A sign
   * copied from the target (≥266米, 15%以下) is passed over.
   */
  public static Optional<Quantity> actual(String written, Quantity target) {
    String plain = plain(written);
    Matcher after = AFTER.matcher(plain);
    Matcher measure = MEASURE.matcher(after.matches() ? after.group(1) : plain);
    if (!measure.matches()) {
      return Optional.empty();
    }
    if (measure.group(3).isEmpty()) {
      return Optional.of(new Quantity(new BigDecimal(measure.group(2)).multiply(target.scale()), target.unit(), target.scale()));
    }
    return quantity(measure.group(2), measure.group(3));
  }

  /** The day an actual value names; a month or a year means its last day. */
  public static Optional<LocalDate> actualDay(String written, int fiscalYear) {
    return DayReader.read(plain(written), fiscalYear);
  }

  /** Whether an actual value says yes or no; empty when it says neither. */
  public static Optional<Boolean> actualYesNo(String written) {
    String plain = plain(written);
    if (YES.contains(plain)) {
      return Optional.of(true);
    }
    return NO.contains(plain) ? Optional.of(false) : Optional.empty();
  }

  /** Without spaces, thousands separators and the end of a sentence, full-width characters made plain. */
  private static String plain(String text) {
    String spelledOut = CUBIC_METRES.matcher(SQUARE_METRES.matcher(text).replaceAll("平方米")).replaceAll("立方米");
    String normal = BLANKS.matcher(Normalizer.normalize(spelledOut, Normalizer.Form.NFKC)).replaceAll("");
    return FULL_STOP.matcher(THOUSANDS.matcher(normal).replaceAll("")).replaceAll("");
  }

  private static Optional<Quantity> quantity(String number, String writtenUnit) {
    String unit = PERCENT_IN_BRACKETS.matcher(IN_BRACKETS.matcher(writtenUnit).replaceAll("$1")).replaceAll("");
    BigDecimal scale = BigDecimal.ONE;
    if (unit.startsWith("万")) {
      scale = new BigDecimal(10_000);
      unit = unit.substring(1);
    } else if (unit.startsWith("亿")) {
      scale = new BigDecimal(100_000_000);
      unit = unit.substring(1);
    }
    if (unit.equals("百分比")) {
      unit = "%";
    }
    if (unit.length() > 12 || NO_UNIT.matcher(unit).matches()) {
      return Optional.empty();
    }
    return Optional.of(new Quantity(new BigDecimal(number).multiply(scale), unit, scale));
  }
}
