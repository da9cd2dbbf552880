package org.jiheng.app.parameter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Optional;

/**
 * How the value of a parameter is written. Its sentence, {@code parameter.form.<name>}, is what people read at the field; what more
 * a value has to be, the reading of the parameter's key says. Where it is more than a text or a choice, people see it laid out in
 * fields and tables.
 */
public enum ParameterForm {
  /** One of the parameter's options. */
  CHOICE,
  /** Some of the parameter's options, separated by commas. */
  CHOICES,
  /** Some of the parameter's options, in the order in which they are offered, with finance at the end. */
  STAGES,
  /** A whole number of days, 1 to 999. */
  DAYS {
    @Override
    boolean fits(String text) {
      return text.matches("[1-9][0-9]{0,2}");
    }
  },
  /** A whole number of days, 1 to 60. */
  NEAR_DAYS {
    @Override
    boolean fits(String text) {
      return text.matches(NEAR);
    }
  },
  /** Whole numbers of days, 1 to 60, separated by commas. */
  NEAR_DAYS_LIST {
    @Override
    boolean fits(String text) {
      return text.matches(NEAR + "(\\s*,\\s*" + NEAR + ")*");
    }
  },
  /** A whole number, 0 to 999. */
  COUNT {
    @Override
    boolean fits(String text) {
      return text.matches("[0-9]{1,3}");
    }
  },
  /** Points or per cent, 0 to 100. */
  HUNDRED {
    @Override
    boolean fits(String text) {
      return between(text, 0, 100);
    }
  },
  /** A share, 0 to 1. */
  SHARE {
    @Override
    boolean fits(String text) {
      return between(text, 0, 1);
    }
  },
  /** A share, 0 to 1, or nothing. */
  SHARE_OR_NONE {
    @Override
    boolean fits(String text) {
      return text.isEmpty() || between(text, 0, 1);
    }
  },
  /** How many times as much, 1 to 10. */
  TIMES {
    @Override
    boolean fits(String text) {
      return between(text, 1, 10);
    }
  },
  /** Yuan, two decimals at the most. */
  MONEY {
    @Override
    boolean fits(String text) {
      return text.matches("[0-9]{1,13}(\\.[0-9]{1,2})?");
    }
  },
  /** The first and the last day of a task and the last day of its data, from the fiscal year on. */
  DATES,
  /** A day of the year, {@code 07-31}. */
  DAY_OF_YEAR {
    @Override
    boolean fits(String text) {
      try {
        return text.matches("[0-9]{2}-[0-9]{2}") && MonthDay.parse("--" + text) != null;
      } catch (DateTimeException none) {
        return false;
      }
    }
  },
  /** Three points, each lower than the one before. */
  GRADES,
  /** Four shares, for the four grades. */
  GRADE_SHARES,
  /** Seven whole numbers of points, separated by strokes. */
  SEVEN_POINTS,
  /** Points of the classes of indicators. */
  CLASS_POINTS,
  /** Words, separated by commas. */
  WORDS,
  /** A name, not empty. */
  NAME {
    @Override
    boolean fits(String text) {
      return !text.isEmpty() && text.length() <= LONGEST_NAME;
    }
  },
  /** How many indicators of each kind. */
  INDICATOR_COUNTS,
  /** Numbers of checks and how hard they are. */
  CHECK_LEVELS,
  /** The name of a template, or a whole one as JSON. */
  TEMPLATE,
  /** Which projects a third party looks at. */
  THIRD_PARTY;

  private static final String NEAR = "([1-9]|[1-5][0-9]|60)";
  private static final int NEAREST = 60;
  private static final int LONGEST_NAME = 60;

  /** How it is laid out, as far as the form alone can tell; empty for what is a text or a choice. */
  Optional<ValueSheet> sheet() {
    return Optional.ofNullable(switch (this) {
      case DAYS -> new OneNumber(Measure.whole(Measure.Unit.DAYS, 1, 999), false);
      case NEAR_DAYS -> new OneNumber(Measure.whole(Measure.Unit.DAYS, 1, NEAREST), false);
      case NEAR_DAYS_LIST -> ListedRows.numbers(Measure.whole(Measure.Unit.DAYS, 1, NEAREST));
      case COUNT -> new OneNumber(Measure.whole(Measure.Unit.JOBS, 0, 999), false);
      case HUNDRED -> new OneNumber(Measure.POINTS, false);
      case SHARE -> new OneNumber(Measure.SHARE, false);
      case SHARE_OR_NONE -> new OneNumber(Measure.SHARE, true);
      case TIMES -> new OneNumber(Measure.TIMES, false);
      case MONEY -> new OneNumber(Measure.MONEY, false);
      case DATES -> DayRows.ofATask();
      case DAY_OF_YEAR -> DayRows.ofAnyYear();
      case GRADES -> NumberRows.grades();
      case GRADE_SHARES -> NumberRows.gradeShares();
      case WORDS -> ListedRows.words();
      default -> null;
    });
  }

  /** Whether the text is written so, as far as the form alone can tell. */
  boolean fits(String text) {
    return true;
  }

  private static boolean between(String text, int least, int most) {
    if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,4})?")) {
      return false;
    }
    BigDecimal number = new BigDecimal(text);
    return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
  }
}
