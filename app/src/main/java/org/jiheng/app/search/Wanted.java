package org.jiheng.app.search;

import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.TypedText;
import org.jiheng.tenants.persistence.Like;

/**
 * What somebody looks for.
 *
 * @param text typed, without the spaces around it; at most {@link #LONGEST} characters of it count
 * @param fiscalYear the year that is shown
 * @param limit things of a kind, at the most
 */
public record Wanted(String text, int fiscalYear, int limit) {

  /** Characters that are looked for, at the most: longer than any name is a slip of pasting. */
  public static final int LONGEST = 120;

  public Wanted {
    String stripped = TypedText.of(text).strip();
    text = stripped.length() > LONGEST ? stripped.substring(0, LONGEST).strip() : stripped;
  }

  /** Whether anything is looked for. */
  public boolean anything() {
    return !text.isEmpty();
  }

  /**
   * Condition of a query: one of the names contains the words, or one of the codes begins with them. {@link #bind} gives it its
   * parameters.
   *
   * @param names paths of the query; not empty
   * @param codes paths of the query
   */
  public String condition(List<String> names, List<String> codes) {
    return Stream.concat(names.stream().map(path -> path + " like :wantedPart escape '!'"), codes.stream().map(path -> path + " like :wantedStart escape '!'"))
        .collect(Collectors.joining(" or ", "(", ")"));
  }

  /** Expression of a query by which the closest come first: to be selected under a name and ordered by it. As {@link #condition}. */
  public String closeness(List<String> names, List<String> codes) {
    List<String> paths = Stream.concat(names.stream(), codes.stream()).toList();
    return "case when " + paths.stream().map(path -> path + " = :wantedWhole").collect(Collectors.joining(" or ")) + " then 0 when "
        + paths.stream().map(path -> path + " like :wantedStart escape '!'").collect(Collectors.joining(" or ")) + " then 1 else 2 end";
  }

  /** Gives the query those of the parameters of {@link #condition} and {@link #closeness} that its text has. */
  public <T> TypedQuery<T> bind(TypedQuery<T> query, String text) {
    if (text.contains(":wantedPart")) {
      query.setParameter("wantedPart", Like.containing(this.text));
    }
    if (text.contains(":wantedStart")) {
      query.setParameter("wantedStart", Like.beginning(this.text));
    }
    if (text.contains(":wantedWhole")) {
      query.setParameter("wantedWhole", this.text);
    }
    return query;
  }
}
