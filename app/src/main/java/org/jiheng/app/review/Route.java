package org.jiheng.app.review;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The stages a type of form passes in a jurisdiction, in order. Data: a parameter of the jurisdiction and the year says
 * them, and a form keeps the route it began with. There is a floor no data gets under: stages follow one another as they stand in
 * {@link FormState} (DOMAIN 1.3), and the last word is finance's. A stored text that says otherwise is refused wherever it is read,
 * instead of being taken for the standard route: no form begins on it, and none moves along it.
 */
public record Route(List<FormState> stages) {

  /** @throws IllegalArgumentException without a stage, with a state that is none, not in the order of the stages, or without finance at its end */
  public Route {
    stages = List.copyOf(stages);
    boolean inOrder = stages.stream().distinct().sorted(Comparator.naturalOrder()).toList().equals(stages);
    if (stages.isEmpty() || !inOrder || stages.stream().anyMatch(state -> !state.stage()) || !stages.getLast().finance()) {
      throw new IllegalArgumentException("not a route: " + stages);
    }
  }

  /** Reads stage names separated by commas, for example {@code DEPARTMENT_REVIEW,FINANCE_FIRST,FINANCE_SECOND}. */
  public static Route parse(String names) {
    return new Route(Arrays.stream(names.split(",")).map(String::strip).map(FormState::valueOf).toList());
  }

  public FormState first() {
    return stages.getFirst();
  }

  /** The stage after this one; {@link FormState#APPROVED} after the last. */
  public FormState after(FormState stage) {
    int next = stages.indexOf(stage) + 1;
    if (next == 0) {
      throw new IllegalArgumentException(stage + " is not on the route " + stages);
    }
    return next == stages.size() ? FormState.APPROVED : stages.get(next);
  }

  @Override
  public String toString() {
    return stages.stream().map(Enum::name).collect(Collectors.joining(","));
  }
}
