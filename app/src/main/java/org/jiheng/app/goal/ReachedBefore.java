package org.jiheng.app.goal;

import java.util.Collection;
import java.util.Map;

/**
 * A room that knows what a project reached in a year: the self-evaluation and the evaluations above it. Goals are held against it
 * (DOMAIN G10); they do not know who answers.
 */
public interface ReachedBefore {

  /** A year of a project, whose code stays the same over the years. */
  record YearOf(String projectCode, int fiscalYear) {}

  /**
   * What approved forms of these years say was reached, asked once for all of them.
   *
   * @return the actual value as written, by the name of the indicator; of years the room knows nothing of nothing
   */
  Map<YearOf, Map<String, String>> of(Collection<YearOf> years);
}
