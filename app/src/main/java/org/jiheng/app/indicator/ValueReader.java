package org.jiheng.app.indicator;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Map<String, Sign> BEFORE = Map.ofEntries(
      Map.entry(">=", Sign.AT_LEAST), Map.entry("=>", Sign.AT_LEAST), Map.entry("≥", Sign.AT_LEAST), Map.entry("≧", Sign.AT_LEAST),
      Map.entry("≥=", Sign.AT_LEAST), Map.entry("不少于", Sign.AT_LEAST), Map.entry("不低于", Sign.AT_LEAST), Map.entry("达到", Sign.AT_LEAST),
      Map.entry("大于等于", Sign.AT_LEAST), Map.entry("至少", Sign.AT_LEAST), Map.entry(">", Sign.MORE_THAN), Map.entry("大于", Sign.MORE_THAN),
      Map.entry("超过", Sign.MORE_THAN), Map.entry("高于", Sign.MORE_THAN), Map.entry("<=", Sign.AT_MOST), Map.entry("=<", Sign.AT_MOST),
      Map.entry("≤", Sign.AT_MOST), Map.entry("≦", Sign.AT_MOST), Map.entry("≤=", Sign.AT_MOST), Map.entry("不超过", Sign.AT_MOST),
      Map.entry("不高于", Sign.AT_MOST), Map.entry("不多于", Sign.AT_MOST), Map.entry("不大于", Sign.AT_MOST), Map.entry("小于等于", Sign.AT_MOST),
      Map.entry("控制在", Sign.AT_MOST), Map.entry("<", Sign.LESS_THAN), Map.entry("小于", Sign.LESS_THAN), Map.entry("低于", Sign.LESS_THAN),
      Map.entry("少于", Sign.LESS_THAN), Map.entry("=", Sign.EQUAL), Map.entry("═", Sign.EQUAL), Map.entry("等于", Sign.EQUAL));
  private static final String SIGNS = "(>=|=>|≥=|≤=|<=|=<|不少于|不低于|不超过|不高于|不多于|不大于|大于等于|小于等于|达到|至少|大于|超过|高于|控制在|小于|低于|少于|等于|[≥≧>≤≦<=═])?";
  private static final String NUMBER = "([0-9]+(?:\\.[0-9]+)?)";
  private static final String UNIT = "([^0-9≥≧>≤≦<=═~;;。、]*(?:、[^0-9]{1,3})?)";
  private static final Pattern MEASURE = Pattern.compile(SIGNS + NUMBER + UNIT);
  private static final Pattern IN_WORDS = Pattern.compile("[^0-9]{2,}?(?:达到?|不低于|不少于)" + NUMBER + "(%)(?:及?以上)");
  private static final Pattern RANGE = Pattern.compile(NUMBER + "([^0-9~-]*)(?:~|-|—|至)" + NUMBER + "([^0-9~-]*)");
  private static final Pattern DATE = Pattern.compile(
      "(?:完成时间[为:]?|于)?(?:([0-9]{4})(?:年|[-./]))?(?:([0-9]{1,2})(?:月份?|(?=[-./]))(?:[-./]?([0-9]{1,2})[日号]?)?)?(底|末)?(?:之?前|以前|完成|前完成)*");
  private static final Pattern AFTER = Pattern.compile("(.*?)(?:及其?)?(以上|以下|以内|之内)");
  private static final Set<String> YES = Set.of("是", "有", "已完成", "完成", "达标", "已达标", "按时完成", "及时", "达成", "已达成", "完成目标", "达成年度指标", "合格", "达到预期", "按期完成", "已实现");
  private static final Set<String> NO = Set.of("否", "无", "未完成", "未达标", "未达成", "不合格");

  private ValueReader() {}

  /**
   * @param fiscalYear the year a date without one is meant in
   * @return a problem only for an empty text
   */
  public static Parsed<Target> target(String written, int fiscalYear) {
    String text = written == null ? "" : written.strip();
    if (text.isEmpty()) {
      return Parsed.bad("", Problem.of("target.missing"));
    }
    String plain = plain(text);
    if (plain.equals("是") || plain.equals("否")) {
      return Parsed.ok(new YesNo(plain.equals("是"), text));
    }
    Optional<LocalDate> day = day(plain, fiscalYear);
    if (day.isPresent()) {
      return Parsed.ok(new Deadline(day.get(), text));
    }
    return Parsed.ok(range(plain, text).or(() -> measure(plain, text)).orElseGet(() -> new Graded(text)));
  }

  private static Optional<Target> range(String plain, String text) {
    Matcher range = RANGE.matcher(plain);
    if (!range.matches()) {
      return Optional.empty();
    }
    String unit = range.group(4).isEmpty() ? range.group(2) : range.group(4);
    Optional<Quantity> low = quantity(range.group(1), range.group(2).isEmpty() ? unit : range.group(2));
    Optional<Quantity> high = quantity(range.group(3), unit);
    if (low.isEmpty() || high.isEmpty() || low.get().number().compareTo(high.get().number()) > 0) {
      return Optional.empty();
    }
    return Optional.of(new Between(low.get(), high.get(), text));
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
    Sign sign = measure.group(1) == null ? Sign.EQUAL : BEFORE.get(measure.group(1));
    if (suffixed) {
      sign = after.group(2).equals("以上") ? Sign.AT_LEAST : Sign.AT_MOST;
    }
    Sign said = sign;
    return quantity(measure.group(2), measure.group(3)).map(quantity -> new Measure(said, quantity, text));
  }

  /** The number an actual value says, meant in the target's scale when it names no unit; empty when it is no number. */
  public static Optional<Quantity> actual(String written, Quantity target) {
    Matcher measure = MEASURE.matcher(plain(written));
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
    return day(plain(written), fiscalYear);
  }

  /** Whether an actual value says yes or no; empty when it says neither. */
  public static Optional<Boolean> actualYesNo(String written) {
    String plain = plain(written);
    if (YES.contains(plain)) {
      return Optional.of(true);
    }
    return NO.contains(plain) ? Optional.of(false) : Optional.empty();
  }

  /** Without spaces and thousands separators, full-width characters made plain. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "").replaceAll("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "");
  }

  private static Optional<Quantity> quantity(String number, String writtenUnit) {
    String unit = writtenUnit.replaceAll("^\\((.*)\\)$", "$1").replaceAll("\\(百分比\\)|\\(%\\)", "");
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
    if (unit.length() > 12 || unit.startsWith("%") && unit.length() > 1 || unit.startsWith("分,")) {
      return Optional.empty();
    }
    return Optional.of(new Quantity(new BigDecimal(number).multiply(scale), unit, scale));
  }

  private static Optional<LocalDate> day(String plain, int fiscalYear) {
    Matcher date = DATE.matcher(plain);
    if (!date.matches()) {
      return Optional.empty();
    }
    boolean month = date.group(2) != null;
    boolean yearEnd = date.group(1) != null && date.group(4) != null;
    if (!month && !yearEnd) {
      return Optional.empty();
    }
    try {
      int year = date.group(1) == null ? fiscalYear : Integer.parseInt(date.group(1));
      YearMonth when = YearMonth.of(year, month ? Integer.parseInt(date.group(2)) : 12);
      if (plain.matches(".*[0-9]月(份)?(之?前|以前)$") && date.group(3) == null) {
        // 11月前: before the month begins
        return Optional.of(when.atDay(1).minusDays(1));
      }
      return Optional.of(date.group(3) == null ? when.atEndOfMonth() : when.atDay(Integer.parseInt(date.group(3))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
