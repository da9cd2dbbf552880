package org.jiheng.app.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;

/** Looks for words in every room: what the caller may read, group by group. */
@ApplicationScoped
@Transactional
public class Search {

  /** Things of a kind that are shown. */
  public static final int SHOWN = 10;

  @Inject
  @Any
  private Instance<SearchSource> sources;

  /** Whether there is anything the caller could look for. */
  public boolean offered() {
    return sources.stream().anyMatch(SearchSource::reads);
  }

  /** The group with the closest thing first; of equally close ones in the order of their kinds. Nothing for no words. */
  public List<Found> find(String text, int fiscalYear) {
    Wanted wanted = new Wanted(text, fiscalYear, SHOWN);
    if (!wanted.anything()) {
      return List.of();
    }
    return sources.stream().filter(SearchSource::reads).flatMap(source -> source.find(wanted).stream())
        .map(found -> limited(found, wanted))
        .filter(found -> !found.hits().isEmpty())
        .sorted(Comparator.comparing((Found found) -> found.hits().getFirst().closeness(wanted)).thenComparing(Found::kind))
        .toList();
  }

  /** Whatever a room answers with, the closest are in front, and no more than was asked for. */
  static Found limited(Found found, Wanted wanted) {
    return new Found(found.kind(), found.hits().stream().sorted(Comparator.comparing((Found.Hit hit) -> hit.closeness(wanted)))
        .limit(wanted.limit()).toList(), Math.max(found.count(), found.hits().size()));
  }
}
