package org.jiheng.ui.text;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jiheng.app.common.Money;

/** As Chinese offices write it: 万元 with two decimals, 2023-05-31, — for what cannot be computed. */
public final class Written {

  public static final String NONE = "—";

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE);

  private Written() {}

  /** 万元, two decimals, HALF_UP, thousands separated. */
  public static String wan(Money money) {
    return format("#,##0.00").format(money.inWan().setScale(2, RoundingMode.HALF_UP));
  }

  public static String wan(Optional<Money> money) {
    return money.map(Written::wan).orElse(NONE);
  }

  /** The exact yuan, for a hover: {@code 387,664.62 元}. */
  public static String yuan(Money money) {
    return format("#,##0.00").format(money.yuan()) + " 元";
  }

  public static String orNone(Optional<?> value) {
    return value.map(Object::toString).orElse(NONE);
  }

  public static String day(LocalDate day) {
    return day.toString();
  }

  public static String minute(Instant at) {
    return MINUTE.format(at);
  }

  public static String second(Instant at) {
    return SECOND.format(at);
  }

  public static String time(Instant at) {
    return TIME.format(at);
  }

  /** Seconds with one decimal: {@code 0.8 s}. */
  public static String seconds(Duration time) {
    return format("0.0").format(time.toMillis() / 1000.0) + " s";
  }

  private static DecimalFormat format(String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
  }
}
