package org.jiheng.app.parameter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that was set, of a jurisdiction and of the template above it, and the day from which it is looked at. Tells what holds as
 * {@link Parameters#inForce} does: what stands nearest wins, of one kind what took effect last.
 */
record ParameterBook(List<ParameterRow> rows, LocalDate today) {

  private static final Comparator<ParameterRow> NEARER = Comparator.comparing(ParameterRow::level)
      .thenComparing(row -> row.fiscalYear().isPresent()).thenComparing(ParameterRow::effective);

  ParameterBook {
    rows = List.copyOf(rows);
  }

  /** The row whose value holds today for a year; empty where the platform's default does. */
  Optional<ParameterRow> inForce(String key, int fiscalYear) {
    return of(key).filter(row -> row.concerns(fiscalYear) && !row.effective().isAfter(today)).max(NEARER);
  }

  /** What will hold for a year from a later day on, the next first. */
  List<ParameterRow> later(String key, int fiscalYear) {
    return of(key).filter(row -> row.concerns(fiscalYear) && later(row)).sorted(Comparator.comparing(ParameterRow::effective)).toList();
  }

  boolean later(ParameterRow row) {
    return row.effective().isAfter(today);
  }

  /** All rows of a parameter, the latest first; of one day the nearer. */
  List<ParameterRow> history(String key) {
    return of(key).sorted(Comparator.comparing(ParameterRow::effective).thenComparing(NEARER).reversed()).toList();
  }

  /** The row a change would take the place of: the same parameter, level, year and day. */
  Optional<ParameterRow> replacedBy(ParameterChange change) {
    return of(change.key()).filter(row -> row.level() == change.level() && row.fiscalYear().equals(change.fiscalYear())
        && change.effective().filter(row.effective()::equals).isPresent()).findFirst();
  }

  /**
   * What a change finds in its place on its first day: the value of that day that it replaces, or else the nearest one that is not
   * nearer than the change itself; empty where that is the platform's default.
   */
  Optional<String> before(ParameterChange change) {
    LocalDate day = change.effective().orElse(today);
    return replacedBy(change).or(() -> of(change.key())
            .filter(row -> !row.effective().isAfter(day) && row.level().compareTo(change.level()) <= 0)
            .filter(row -> change.fiscalYear().map(row::concerns).orElseGet(() -> row.fiscalYear().isEmpty()))
            .max(NEARER))
        .map(ParameterRow::value);
  }

  private Stream<ParameterRow> of(String key) {
    return rows.stream().filter(row -> row.key().equals(key));
  }
}
