package org.jiheng.app.goal;

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
  Map<String, String> of(String projectCode, int fiscalYear);
}
