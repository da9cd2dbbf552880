package org.jiheng.app.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.document.SheetRow;

/** Which column of a sheet stands where, told by what stands above it: columns may be moved, and others may stand between them. */
final class Headings<C extends SheetColumn> {

  private final Map<C, Integer> places = new HashMap<>();
  private final List<String> unknown = new ArrayList<>();

  private Headings() {}

  /** The headings, if this row has the one that no such sheet is without. */
  static <C extends SheetColumn> Optional<Headings<C>> in(SheetRow row, List<C> columns, C mark) {
    Map<String, C> known = new HashMap<>();
    columns.forEach(column -> known.put(plain(column.heading()), column));
    Headings<C> headings = new Headings<>();
    for (int i = 0; i < row.texts().size(); i++) {
      C column = known.get(plain(row.text(i)));
      if (column != null) {
        headings.places.putIfAbsent(column, i);
      } else if (!row.text(i).isBlank()) {
        headings.unknown.add(row.text(i));
      }
    }
    return headings.places.containsKey(mark) ? Optional.of(headings) : Optional.empty();
  }

  /** Without blanks, marks of what must be filled in, and what stands in brackets. */
  private static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC).replaceAll("[\\s*★]|\\(.*?\\)", "");
  }

  List<C> missing(List<C> columns) {
    return columns.stream().filter(column -> column.required() && !places.containsKey(column)).toList();
  }

  List<String> unknown() {
    return unknown;
  }

  String text(SheetRow row, C column) {
    Integer place = places.get(column);
    return place == null ? "" : row.text(place);
  }

  Optional<C> at(int place) {
    return places.entrySet().stream().filter(one -> one.getValue() == place).map(Map.Entry::getKey).findFirst();
  }
}
