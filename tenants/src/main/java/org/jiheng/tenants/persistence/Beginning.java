package org.jiheng.tenants.persistence;

import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The condition of a query that a text, mostly a unit's code, begins with one of several; with none of them nothing fulfils it.
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

  /** In brackets; {@link #bind} gives it its parameters. */
  public String condition() {
    return beginnings.isEmpty() ? "(1 = 0)" : IntStream.range(0, beginnings.size())
        .mapToObj(i -> path + " like :" + PARAMETER + i + " escape '!'").collect(Collectors.joining(" or ", "(", ")"));
  }

  public <Q extends Query> Q bind(Q query) {
    IntStream.range(0, beginnings.size()).forEach(i -> query.setParameter(PARAMETER + i, Like.beginning(beginnings.get(i))));
    return query;
  }
}
