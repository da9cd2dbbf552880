package org.jiheng.app.parameter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiheng.tenants.persistence.Identifiers;

/**
 * Everything that was set, of a jurisdiction and of the template above it, and the day from which it is looked at. Tells what holds as
 * {@link Parameters#inForce} does: what stands nearest wins, of one kind what took effect last.
 */
record ParameterBook(List<ParameterRow> rows, LocalDate today) {

  private static final Comparator<ParameterRow> NEARER = Comparator.comparing(ParameterRow::level)
      .thenComparing(row -> row.fiscalYear().isPresent()).thenComparing(ParameterRow::effective);

  /** A year no row is for: what is for all years holds in it. */
  private static final int OF_NO_ROW = 0;

  ParameterBook {
    rows = List.copyOf(rows);
  }

  /** The row whose value holds today for a year; empty where the platform's default does. */
  Optional<ParameterRow> inForce(String key, int fiscalYear) {
    return inForce(key, fiscalYear, today);
  }

  private Optional<ParameterRow> inForce(String key, int fiscalYear, LocalDate day) {
    return of(key).filter(row -> row.concerns(fiscalYear) && !row.effective().isAfter(day)).max(NEARER);
  }

  /** What is set once a change is made; of one day its row takes the place of the one that was there. */
  ParameterBook with(ParameterChange change, String author) {
    Optional<ParameterRow> replaced = replacedBy(change);
    ParameterRow row = new ParameterRow(replaced.map(ParameterRow::id).orElseGet(Identifiers::next), change.level(), change.key(), change.fiscalYear(),
        change.value(), author, change.reason(), change.effective().orElse(today));
    return new ParameterBook(Stream.concat(rows.stream().filter(one -> replaced.filter(one::equals).isEmpty()), Stream.of(row)).toList(), today);
  }

  /** What is set once a row is taken back. */
  ParameterBook without(ParameterRow row) {
    return new ParameterBook(rows.stream().filter(one -> !one.equals(row)).toList(), today);
  }

  /**
   * What holds on the first day, from today on, on which a parameter is below another one that it may never be below, for some year; with
   * what is wrong already in the other book left out. Both values, with the day. Empty if there is none.
   */
  Optional<Below> below(ParameterKey<?> upper, ParameterKey<?> lower, ParameterBook before) {
    List<ParameterRow> all = Stream.of(this, before).flatMap(book -> Stream.concat(book.of(upper.name()), book.of(lower.name()))).toList();
    List<Integer> years = Stream.concat(Stream.of(OF_NO_ROW), all.stream().flatMap(row -> row.fiscalYear().stream())).distinct().toList();
    return Stream.concat(Stream.of(today), all.stream().map(ParameterRow::effective).filter(today::isBefore)).distinct().sorted()
        .flatMap(day -> years.stream().filter(year -> before.below(upper, lower, year, day).isEmpty()).flatMap(year -> below(upper, lower, year, day).stream()))
        .findFirst();
  }

  /** Two values that are the wrong way round from a day on. */
  record Below(LocalDate day, String upper, String lower) {}

  private Optional<Below> below(ParameterKey<?> upper, ParameterKey<?> lower, int year, LocalDate day) {
    Below both = new Below(day, value(upper, year, day), value(lower, year, day));
    return new BigDecimal(both.upper()).compareTo(new BigDecimal(both.lower())) < 0 ? Optional.of(both) : Optional.empty();
  }

  private String value(ParameterKey<?> key, int year, LocalDate day) {
    return inForce(key.name(), year, day).map(ParameterRow::value).orElse(key.standard());
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
