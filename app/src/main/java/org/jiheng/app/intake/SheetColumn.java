package org.jiheng.app.intake;

import java.util.Locale;
import org.jiheng.app.common.Words;

/** A column of one of the workbook's sheets. */
public sealed interface SheetColumn permits ProjectColumn, IndicatorColumn {

  String name();

  /** Whether every row has something in it. */
  boolean required();

  /** Most characters. */
  int longest();

  /** {@code project} or {@code indicator}. */
  String sheet();

  /** What stands above it in the file; the same whoever reads the screen. */
  default String heading() {
    return Words.chinese().say("intake." + sheet() + "." + name().toLowerCase(Locale.ROOT));
  }
}
