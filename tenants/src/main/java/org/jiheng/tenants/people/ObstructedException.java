package org.jiheng.tenants.people;

import java.util.List;
import java.util.stream.Collectors;

/** An administrator's act was not done, and nothing was changed. Carries every reason at once. */
public class ObstructedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Obstacle> obstacles;

  ObstructedException(List<Obstacle> obstacles) {
    super(obstacles.stream().map(Obstacle::code).collect(Collectors.joining(", ")));
    this.obstacles = List.copyOf(obstacles);
  }

  public List<Obstacle> obstacles() {
    return obstacles;
  }
}
