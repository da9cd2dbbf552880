package org.jiheng.app.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalColumn;

/** The columns of the sheet of indicators, in the order in which the template has them. */
public enum IndicatorColumn implements SheetColumn {
  PROJECT_CODE(true, 21),
  PROJECT_YEAR(true, 4),
  LEVEL1(true, 60),
  LEVEL2(true, 60),
  LEVEL3(true, 500),
  /** 符号: ≥, ≤, =, > or <; empty for a text or a date. */
  SIGN(false, 10),
  ANNUAL(true, 1000),
  MEASURED_IN(false, 12),
  MEDIUM(false, 1000),
  WEIGHT(true, 9),
  EXPLANATION(false, 2000),
  FORMULA(false, 1000),
  STANDARD(false, 20),
  EVIDENCE(false, 1000),
  TAKING(false, 20),
  SCORING(false, 20),
  AGGREGATION(false, 20),
  CORE(false, 4),
  LAST_YEAR(false, 1000),
  YEAR_BEFORE(false, 1000),
  NOTE(false, 2000);

  private final boolean required;
  private final int longest;

  IndicatorColumn(boolean required, int longest) {
    this.required = required;
    this.longest = longest;
  }

  @Override
  public boolean required() {
    return required;
  }

  @Override
  public int longest() {
    return longest;
  }

  @Override
  public String heading() {
    return Words.chinese().say("intake.indicator." + name().toLowerCase(Locale.ROOT));
  }

  /** The column of the goal's lines it becomes; empty for what says whose line it is, and how its target is written. */
  Optional<GoalColumn> column() {
    return Arrays.stream(GoalColumn.values()).filter(column -> column.name().equals(name())).findFirst();
  }

  static IndicatorColumn of(GoalColumn column) {
    return valueOf(column.name());
  }

  /** Columns whose text is taken as it stands, or chosen from words. */
  static final List<IndicatorColumn> TAKEN = Arrays.stream(values()).filter(column -> column.column().isPresent()).toList();
}
