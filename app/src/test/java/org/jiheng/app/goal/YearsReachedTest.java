package org.jiheng.app.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jiheng.app.goal.ReachedBefore.YearOf;
import org.junit.jupiter.api.Test;

/** What was reached is asked once of each room, of all years together, and each year keeps its own. */
class YearsReachedTest {

  private static final YearOf ROADS = new YearOf("R1", 2022);
  private static final YearOf ROADS_BEFORE = new YearOf("R1", 2021);
  private static final YearOf SCHOOLS = new YearOf("S1", 2022);

  private final List<Collection<YearOf>> asked = new ArrayList<>();

  private ReachedBefore room(Map<YearOf, Map<String, String>> says) {
    return years -> {
      asked.add(years);
      return says;
    };
  }

  @Test
  void eachRoomIsAskedOnceAndTheFirstThatKnowsCounts() {
    YearsReached reached = YearsReached.of(List.of(room(Map.of(ROADS, Map.of("里程 ", "10"), SCHOOLS, Map.of("学生", "735"))),
        room(Map.of(ROADS, Map.of("里程", "11", "质量", "合格"), ROADS_BEFORE, Map.of("里程", "9")))), List.of(ROADS, ROADS_BEFORE, SCHOOLS));
    assertThat(asked).hasSize(2).allMatch(years -> years.size() == 3);
    assertThat(reached.of("R1", 2022)).containsOnly(Map.entry(GoalIndicator.plain("里程"), "10"), Map.entry(GoalIndicator.plain("质量"), "合格"));
    assertThat(reached.of("R1", 2021)).containsValue("9");
    assertThat(reached.of("S1", 2022)).containsValue("735");
    assertThat(reached.of("S1", 2021)).as("nobody knows").isEmpty();
  }
}
