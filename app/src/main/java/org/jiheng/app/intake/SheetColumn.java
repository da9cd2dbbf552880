package org.jiheng.app.intake;

/** A column of one of the workbook's sheets. */
public sealed interface SheetColumn permits ProjectColumn, IndicatorColumn {

  String name();

  /** Whether every row has something in it. */
  boolean required();

  /** Most characters. */
  int longest();

  /** What stands above it in the file; the same whoever reads the screen. */
  String heading();
}
