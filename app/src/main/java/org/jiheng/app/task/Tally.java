package org.jiheng.app.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far units are with a task.
 *
 * @param units that owe something
 * @param unitsDone those of them that have sent everything in
 * @param forms that are owed
 * @param late of them, never sent in although the date is over
 */
public record Tally(int units, int unitsDone, int forms, int sent, int approved, int late) {

  /** The same for one unit. */
  public record OfUnit(String unit, int forms, int sent, int approved, int late, List<Owed> missing) {

    static OfUnit of(String unit, List<Owed> owed) {
      return new OfUnit(unit, owed.size(), count(owed, Owed.Standing.SENT, Owed.Standing.RETURNED, Owed.Standing.APPROVED),
          count(owed, Owed.Standing.APPROVED), (int) owed.stream().filter(one -> one.lateness().isPresent()).count(),
          owed.stream().filter(one -> !one.sent()).toList());
    }

    private static int count(List<Owed> owed, Owed.Standing... standings) {
      return (int) owed.stream().filter(one -> List.of(standings).contains(one.standing())).count();
    }

    public boolean done() {
      return sent == forms;
    }
  }

  static Tally of(Collection<OfUnit> units) {
    return new Tally(units.size(), (int) units.stream().filter(OfUnit::done).count(), units.stream().mapToInt(OfUnit::forms).sum(),
        units.stream().mapToInt(OfUnit::sent).sum(), units.stream().mapToInt(OfUnit::approved).sum(), units.stream().mapToInt(OfUnit::late).sum());
  }

  /** By unit, in the order of their codes. */
  static List<OfUnit> byUnit(List<Owed> owed) {
    Map<String, List<Owed>> units = owed.stream().collect(Collectors.groupingBy(Owed::unit, TreeMap::new, Collectors.toList()));
    return units.entrySet().stream().map(one -> OfUnit.of(one.getKey(), one.getValue())).toList();
  }
}
