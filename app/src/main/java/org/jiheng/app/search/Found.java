package org.jiheng.app.search;

import java.util.List;

/**
 * Things of one kind that were found.
 *
 * @param kind of form or of another thing, as the work list and the trail name it, for example {@code GOAL} or {@code PROJECT}; the
 *     screens have a word {@code search-kind.<kind>} and a {@code ScreenOf} for it
 * @param hits the closest first
 * @param count of all there are that the caller may read, also those that are not among the hits
 */
public record Found(String kind, List<Hit> hits, long count) {

  public Found {
    hits = List.copyOf(hits);
  }

  /** @return no group for nothing */
  public static List<Found> of(String kind, List<Hit> hits, long count) {
    return hits.isEmpty() ? List.of() : List.of(new Found(kind, hits, count));
  }

  /**
   * One of them.
   *
   * @param key by which its screen is opened: an identifier, or a unit's code
   * @param fiscalYear in which it is opened
   * @param title what it is called; what was looked for is in it, or in the code
   * @param beside what tells it from others of the same name: unit, state, number
   * @param code by which it was looked for as well; empty if it has none
   * @param state of a form the name of its state, for which the screens have a word; empty text for everything else
   * @param adjusts whether it is a form that takes the place of an approved one
   */
  public record Hit(String key, int fiscalYear, String title, String beside, String code, String state, boolean adjusts) {

    /** What is no form. */
    public Hit(String key, int fiscalYear, String title, String beside, String code) {
      this(key, fiscalYear, title, beside, code, "", false);
    }

    Closeness closeness(Wanted wanted) {
      return Closeness.of(wanted.text(), title, code);
    }
  }
}
