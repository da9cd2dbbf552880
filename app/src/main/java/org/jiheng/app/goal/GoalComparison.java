package org.jiheng.app.goal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.LabelledChange;

/**
 * Old and new of a goal beside each other, as an adjustment is reviewed (DOMAIN 3.8): every changed cell in the form's order, a line
 * that came or went as one.
 */
public record GoalComparison(List<Row> rows) {

  /** What became of a cell or a line. */
  public enum Kind {
    /** 修改. */
    CHANGED,
    /** 新增. */
    ADDED,
    /** 删除. */
    REMOVED
  }

  /**
   * @param place the cell, or the line that came or went
   * @param label what it is called
   * @param before empty text for what was not there; money in yuan
   * @param after empty text for what is not there any more; money in yuan
   */
  public record Row(CellKey place, String label, Kind kind, String before, String after) {

    /** Whether old and new are amounts of money. */
    public boolean money() {
      return place.part(0).equals("money") || place.equals(GoalCells.AFFECTED_MONEY);
    }
  }

  public GoalComparison {
    rows = List.copyOf(rows);
  }

  /** @param changes from the approved goal to its adjustment, as they are compared */
  public static GoalComparison of(List<LabelledChange> changes) {
    Map<CellKey, List<LabelledChange>> places = new LinkedHashMap<>();
    changes.forEach(one -> places.computeIfAbsent(place(one.change()), _ -> new ArrayList<>()).add(one));
    return new GoalComparison(places.entrySet().stream().map(place -> row(place.getKey(), place.getValue())).toList());
  }

  public long count(Kind kind) {
    return rows.stream().filter(row -> row.kind() == kind).count();
  }

  /** The cells of a line that came or went are one place. */
  private static CellKey place(CellChange change) {
    boolean line = (change.added() || change.removed()) && GoalCells.INDICATORS.contains(change.key()) && change.key().path().split("/").length == 3;
    return line ? CellKey.of(change.key().part(0), change.key().part(1)) : change.key();
  }

  private static Row row(CellKey place, List<LabelledChange> changes) {
    CellChange first = changes.getFirst().change();
    if (place.equals(first.key())) {
      return new Row(place, changes.getFirst().label(), Kind.CHANGED, first.before(), first.after());
    }
    return new Row(place, named(changes), first.added() ? Kind.ADDED : Kind.REMOVED,
        changes.stream().map(one -> one.change().before()).filter(text -> !text.isEmpty()).collect(Collectors.joining(" | ")),
        changes.stream().map(one -> one.change().after()).filter(text -> !text.isEmpty()).collect(Collectors.joining(" | ")));
  }

  /** A line is called by the name of its indicator. */
  private static String named(List<LabelledChange> changes) {
    Optional<String> name = changes.stream().map(LabelledChange::change).filter(change -> change.key().last().equals(GoalColumn.LEVEL3.key()))
        .map(change -> change.added() ? change.after() : change.before()).findFirst();
    return name.orElseGet(() -> changes.getFirst().label());
  }
}
