package org.jiheng.app.review;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The stages a type of form passes in a jurisdiction, in order. Data: a parameter of the jurisdiction and the year says
 * them, and a form keeps the route it began with.
 */
public record Route(List<FormState> stages) {

  /** @throws IllegalArgumentException without a stage, with a state that is none, or with a stage named twice */
  public Route {
    stages = List.copyOf(stages);
    if (stages.isEmpty() || stages.stream().anyMatch(state -> !state.stage()) || stages.stream().distinct().count() != stages.size()) {
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
