package org.jiheng.app.search;

import java.util.List;

/**
 * A room above whose things the shell's search finds. A bean implements it; it is called inside a transaction of the scope's own
 * jurisdiction and finds what the caller may read there, and nothing else: what may not be read is not counted either. Where a look is
 * on record, so is one by searching.
 */
public interface SearchSource {

  /** Whether the caller reads any such things at all. Without a question to the database: the shell asks it for every page. */
  boolean reads();

  /**
   * What answers to the words, a group for each kind of thing; at most {@link Wanted#limit} of a kind, the closest first.
   *
   * <p>A query gets its condition from {@link Wanted#condition}, its order from {@link Wanted#closeness}, and is bound to what these
   * name. The number of statements does not grow with what is found.
   */
  List<Found> find(Wanted wanted);
}
