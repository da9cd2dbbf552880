package org.jiheng.app.goal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jiheng.app.goal.ReachedBefore.YearOf;

/** What years of projects reached, as all rooms that know something of it say, by plain name of the indicator. Pure. */
public record YearsReached(Map<YearOf, Map<String, String>> byYear) {

  /** @param rooms each is asked once; where two say something of one indicator, the first counts */
  public static YearsReached of(Iterable<ReachedBefore> rooms, Collection<YearOf> years) {
    Map<YearOf, Map<String, String>> plain = new HashMap<>();
    rooms.forEach(room -> room.of(years).forEach((year, actuals) -> {
      Map<String, String> own = plain.computeIfAbsent(year, _ -> new HashMap<>());
      actuals.forEach((name, actual) -> own.putIfAbsent(GoalIndicator.plain(name), actual));
    }));
    return new YearsReached(plain);
  }

  /** The actual value by plain name of the indicator; nothing where nobody knows. */
  public Map<String, String> of(String projectCode, int fiscalYear) {
    return byYear.getOrDefault(new YearOf(projectCode, fiscalYear), Map.of());
  }
}
