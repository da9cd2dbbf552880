package org.jiheng.app.goal;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A room that knows what a project reached in a year: the self-evaluation and the evaluations above it. Goals are held against it
 * (DOMAIN G10); they do not know who answers.
 */
public interface ReachedBefore {

  /**
   * What approved forms of that year say was reached.
   *
   * @param projectCode the code of the project, which stays the same over the years
   * @return the actual value as written, by the name of the indicator; empty when the room knows nothing
   */
  default Map<String, String> of(String projectCode, int fiscalYear) {
    return of(List.of(projectCode), fiscalYear).getOrDefault(projectCode, Map.of());
  }

  /** The same of several projects, asked at once, by their codes; one the room knows nothing of is missing. */
  Map<String, Map<String, String>> of(Collection<String> projectCodes, int fiscalYear);
}
