package org.jiheng.tenants.persistence;

import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The condition of a query that a text, mostly a unit's code, begins with one of several; with none of them nothing fulfils it. Whoever
 * asks for all is asked for without a pattern: the database, which plans a statement for whatever its parameters will be, would take it
 * for one that reads little.
 *
 * @param path of the query, for example {@code r.unit}
 * @param beginnings the empty text is the beginning of every text
 */
public record Beginning(String path, List<String> beginnings) {

  private static final String PARAMETER = "beginning";

  public Beginning {
    beginnings = List.copyOf(beginnings);
  }

  public static Beginning of(String path, Collection<String> beginnings) {
    return new Beginning(path, List.copyOf(beginnings));
  }

  private boolean all() {
    return beginnings.contains("");
  }

  /** In brackets; {@link #bind} gives it its parameters. */
  public String condition() {
    if (all()) {
      return "(1 = 1)";
    }
    return beginnings.isEmpty() ? "(1 = 0)" : IntStream.range(0, beginnings.size())
        .mapToObj(i -> path + " like :" + PARAMETER + i + " escape '!'").collect(Collectors.joining(" or ", "(", ")"));
  }

  public <Q extends Query> Q bind(Q query) {
    IntStream.range(0, all() ? 0 : beginnings.size()).forEach(i -> query.setParameter(PARAMETER + i, Like.beginning(beginnings.get(i))));
    return query;
  }
}
