package org.jiheng.ui.goal;

import com.vaadin.flow.component.UI;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalCheck;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalFinding;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.MoneyLine;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.review.CellKey;
import org.jiheng.ui.text.Written;

/** What the platform says beside what a unit wrote: how a target was understood, and what the checks leave to be looked at. */
record GoalRemarks(GoalForm form, Words words) {

  /** Cells outside the lines that have a place for remarks. */
  static final List<CellKey> BESIDE_LINES = List.of(GoalCells.MEDIUM_GOAL, GoalCells.ANNUAL_GOAL, GoalCells.money(MoneyLine.MEDIUM_TOTAL),
      GoalCells.money(MoneyLine.ANNUAL_TOTAL));

  /** Columns of the lines that have one. */
  static final List<GoalColumn> IN_LINES = List.of(GoalColumn.LEVEL3, GoalColumn.ANNUAL, GoalColumn.MEDIUM);

  /** Warnings at a cell; what has to be mended is said by the cell itself. */
  String at(CellKey cell) {
    return form.result().at(cell).stream().filter(finding -> finding.level() == GoalCheck.Level.WARNING && !(finding.stops() && form.desk().writable()))
        .map(this::sentence).collect(Collectors.joining(" "));
  }

  /** Warnings, with the place they are about: first those that no cell of the table says. */
  Stream<String> all() {
    return form.result().findings().stream().filter(finding -> finding.level() == GoalCheck.Level.WARNING && !finding.stops())
        .sorted(Comparator.comparing(finding -> hasPlace(finding.cell())))
        .map(finding -> mark(finding) + form.labels().getOrDefault(finding.cell(), "") + ": " + words.say(finding.problem()));
  }

  private static boolean hasPlace(CellKey cell) {
    return BESIDE_LINES.contains(cell) || GoalCells.INDICATORS.contains(cell) && IN_LINES.stream().anyMatch(column -> column.key().equals(cell.last()));
  }

  private String sentence(GoalFinding finding) {
    return mark(finding) + words.say(finding.problem());
  }

  private static String mark(GoalFinding finding) {
    return finding.answered() ? "● " : "▲ ";
  }

  /** Whether the line was not there in what this state of the form is compared with. */
  boolean came(UUID line) {
    return form.desk().changes().entrySet().stream().anyMatch(one -> one.getValue().added() && GoalCells.indicator(line).contains(one.getKey()));
  }

  /** How a target was understood: 定量 ≥ 735 人次, 定性; empty where none is written. */
  String understood(CellKey cell) {
    return switch (form.result().targets().get(cell)) {
      case null -> "";
      case Target.Measure measure -> t("goal.understood.number", measure.sign().glyph() + plain(measure.quantity()));
      case Target.Between range -> t("goal.understood.range", plain(range.low()) + " – " + plain(range.high()));
      case Target.Deadline day -> t("goal.understood.day", Written.day(day.lastDay()));
      case Target.YesNo _ -> t("goal.understood.yes-no");
      case Target.Graded _ -> t("goal.understood.words");
    };
  }

  private static String plain(Target.Quantity quantity) {
    return quantity.number().stripTrailingZeros().toPlainString() + quantity.unit();
  }

  private static String t(String key, Object... inputs) {
    return UI.getCurrent().getTranslation(key, inputs);
  }
}
