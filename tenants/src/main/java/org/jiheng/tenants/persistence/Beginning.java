package org.jiheng.tenants.persistence;

import jakarta.persistence.Query;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The condition of a query that a text, mostly a unit's code, begins with one of several; with none of them nothing fulfils it. Whoever
 * asks for all is asked for without a pattern: the database, which plans a statement for whatever its parameters will be, would take it
 * for one that reads little.
 *
 * @param path of the query, for example {@code r.unit}
 * @param beginnings the empty text is the beginning of every text
 * @param name with which the names of its parameters begin
 */
public record Beginning(String path, List<String> beginnings, String name) {

  public Beginning {
    beginnings = List.copyOf(beginnings);
  }

  public static Beginning of(String path, Collection<String> beginnings) {
    return new Beginning(path, List.copyOf(beginnings), "beginning");
  }

  /** The same for a query that asks it more than once: parameters of its own. @param name letters */
  public Beginning named(String name) {
    return new Beginning(path, beginnings, name);
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
        .mapToObj(i -> path + " like :" + name + i + " escape '!'").collect(Collectors.joining(" or ", "(", ")"));
  }

  /** Those of {@link #condition}, by name, for who binds them together with others. */
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    IntStream.range(0, all() ? 0 : beginnings.size()).forEach(i -> parameters.put(name + i, Like.beginning(beginnings.get(i))));
    return parameters;
  }

  public <Q extends Query> Q bind(Q query) {
    parameters().forEach(query::setParameter);
    return query;
  }
}
