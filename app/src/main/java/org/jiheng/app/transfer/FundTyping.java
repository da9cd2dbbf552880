package org.jiheng.app.transfer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Refusal;

/** What stands in the cells of a fund document, why something is not taken into one, and the taking. */
final class FundTyping {

  private static final int LONGEST_GOAL = 4000;
  private static final int LONGEST_NOTE = 1000;

  private FundTyping() {}

  /** Every cell there is, with its text. */
  static Map<CellKey, String> texts(FundSheet sheet) {
    Map<CellKey, String> texts = new LinkedHashMap<>();
    texts.put(FundCells.OVERALL, sheet.document().overallGoal());
    texts.put(FundCells.REGIONAL, sheet.document().regionalGoal());
    texts.put(FundCells.OVER_NOTE, sheet.document().overNote());
    for (FundIndicator indicator : sheet.indicators()) {
      for (FundIndicator.Column column : FundIndicator.Column.values()) {
        texts.put(FundCells.indicator(indicator.id(), column), indicator.text(column));
      }
    }
    for (FundLine line : sheet.lines()) {
      texts.put(FundCells.amount(line.id()), line.amount());
      sheet.indicators().forEach(indicator -> texts.put(FundCells.target(line.id(), indicator.id()), ""));
    }
    sheet.targets().forEach(target -> texts.put(FundCells.target(target.line(), target.indicator()), target.typed()));
    return texts;
  }

  /**
   * Why what was typed is not taken.
   *
   * @param texts what stands in the cells now
   */
  static Optional<Refusal> against(FundSheet sheet, Map<CellKey, String> texts, CellEdit edit) {
    String now = texts.get(edit.cell());
    if (now == null) {
      return Optional.of(Refusal.because("transfer-cell-gone"));
    }
    Optional<Refusal> locked = sheet.locked(edit.cell());
    if (locked.isPresent()) {
      return locked;
    }
    if (!now.equals(edit.seen()) && !now.equals(edit.typed())) {
      return Optional.of(new Refusal("transfer-overtaken", Map.of("by", sheet.document().changedBy(), "now", now)));
    }
    int longest = longest(edit.cell());
    if (edit.typed().length() > longest) {
      return Optional.of(Refusal.because("transfer-too-long", "longest", longest));
    }
    return choice(edit) ? Optional.empty() : Optional.of(Refusal.because("transfer-choice-unknown"));
  }

  private static int longest(CellKey cell) {
    return switch (cell.part(0)) {
      case "goal" -> LONGEST_GOAL;
      case "note" -> LONGEST_NOTE;
      case "line" -> FundLine.LONGEST_AMOUNT;
      case "target" -> FundTarget.LONGEST;
      default -> column(cell).longest();
    };
  }

  private static FundIndicator.Column column(CellKey cell) {
    return FundIndicator.Column.valueOf(cell.last().toUpperCase(Locale.ROOT));
  }

  private static boolean choice(CellEdit edit) {
    if (!edit.cell().part(0).equals("indicator")) {
      return true;
    }
    return switch (column(edit.cell())) {
      case MAIN -> List.of("true", "false").contains(edit.typed());
      case AGGREGATION -> Arrays.stream(Aggregation.values()).anyMatch(one -> one.name().equals(edit.typed()));
      default -> true;
    };
  }

  /**
   * Takes what nothing speaks against.
   *
   * @return the target value that was not there before, to be kept with the document
   */
  static Optional<FundTarget> put(FundSheet sheet, CellEdit edit) {
    CellKey cell = edit.cell();
    FundDocument document = sheet.document();
    switch (cell.part(0)) {
      case "goal" -> document.goals(cell.equals(FundCells.OVERALL) ? edit.typed() : document.overallGoal(),
          cell.equals(FundCells.REGIONAL) ? edit.typed() : document.regionalGoal());
      case "note" -> document.note(edit.typed());
      case "indicator" -> sheet.indicator(id(cell, 1)).orElseThrow().write(column(cell), edit.typed());
      case "line" -> sheet.line(id(cell, 1)).orElseThrow().write(edit.typed());
      default -> {
        return target(sheet, id(cell, 1), id(cell, 2), edit.typed());
      }
    }
    return Optional.empty();
  }

  private static Optional<FundTarget> target(FundSheet sheet, UUID line, UUID indicator, String typed) {
    Optional<FundTarget> there = sheet.target(line, indicator);
    FundTarget target = there.orElseGet(() -> new FundTarget(line, indicator));
    target.write(typed);
    if (there.isPresent()) {
      return Optional.empty();
    }
    sheet.targets().add(target);
    return Optional.of(target);
  }

  private static UUID id(CellKey cell, int part) {
    return UUID.fromString(cell.part(part));
  }
}
