package org.jiheng.app.goal;

import java.util.List;
import java.util.UUID;
import org.jiheng.app.indicator.Aggregation;

/**
 * A room that knows which goals above a project carries out: those of a transfer it spends (S18, S20). A project's goal begins with
 * them and is held against them; it does not know who answers.
 */
public interface GoalsFromAbove {

  /** What was set above for the project, document by document; empty when the room knows nothing. */
  List<FromAbove> of(UUID project);

  /**
   * What a document sets.
   *
   * @param document its number
   * @param overallGoal of the whole; empty text for none
   */
  record FromAbove(String document, String overallGoal, List<Line> lines) {

    public FromAbove {
      lines = List.copyOf(lines);
    }
  }

  /**
   * An indicator with the target the project is given of it.
   *
   * @param main whether it is a main quantity indicator (主要数量指标): the project's goal carries it, and with no less
   */
  record Line(String level1, String level2, String name, String target, boolean main, Aggregation aggregation) {}
}
