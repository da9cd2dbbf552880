package org.jiheng.app.indicator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the last day on time that offices mean by a date: 2021年7月, 11月前, 2022-12-30, 2021年底. */
final class DayReader {

  private static final String BEGINNING = "(?:(?:完成)?(?:时间|时限)[为:]?)?(?:(?<atMost>≤|<=)|不晚于|不迟于|最晚|最迟|于|在)?";
  private static final String ENDING = "(之?前|以前)?(?:(?:全部|全面)?完成)?";
  private static final Pattern IN_WORDS = Pattern.compile(
      BEGINNING + "(?:(?<year>[0-9]{4})年)?(?:(?<month>[0-9]{1,2})月份?(?:(?<day>[0-9]{1,2})[日号]?)?)?(?<end>底|末)?(?<before>" + ENDING + ")");
  /** Without a year such a text may be a number or a fraction, and with a dot in it 2023.12 may be one. */
  private static final Pattern IN_FIGURES = Pattern.compile(
      BEGINNING + "(?:(?<year>[0-9]{4})(?<sign>[-./])(?<month>[0-9]{1,2})\\k<sign>(?<day>[0-9]{1,2})|(?<year2>[0-9]{4})[-/](?<month2>[0-9]{1,2}))" + ENDING);

  private DayReader() {}

  /**
   * A month means its last day, a year only with 底 or 末 (its last day); 11月前 means before November begins.
   *
   * @param plain without spaces, full-width characters made plain
   * @param fiscalYear the year a date without one is meant in
   */
  static Optional<LocalDate> read(String plain, int fiscalYear) {
    Matcher words = IN_WORDS.matcher(plain);
    Matcher figures = IN_FIGURES.matcher(plain);
    try {
      if (figures.matches()) {
        return Optional.of(figures.group("year") != null
            ? LocalDate.of(number(figures, "year"), number(figures, "month"), number(figures, "day"))
            : YearMonth.of(number(figures, "year2"), number(figures, "month2")).atEndOfMonth());
      }
      return words.matches() ? inWords(words, fiscalYear) : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> inWords(Matcher words, int fiscalYear) {
    boolean ofMonth = words.group("month") != null;
    boolean endOfYear = words.group("year") != null && words.group("end") != null;
    // ≤6月 may be six months as well
    boolean aWhile = words.group("atMost") != null && words.group("year") == null && words.group("day") == null;
    if (!ofMonth && !endOfYear || aWhile) {
      return Optional.empty();
    }
    int year = words.group("year") == null ? fiscalYear : number(words, "year");
    YearMonth month = YearMonth.of(year, ofMonth ? number(words, "month") : 12);
    if (words.group("day") != null) {
      return Optional.of(month.atDay(number(words, "day")));
    }
    boolean beforeItBegins = words.group("before").contains("前") && words.group("end") == null;
    return Optional.of(beforeItBegins ? month.atDay(1).minusDays(1) : month.atEndOfMonth());
  }

  private static int number(Matcher date, String part) {
    return Integer.parseInt(date.group(part));
  }
}
