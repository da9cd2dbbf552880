package org.jiheng.app.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jiheng.app.parameter.ParameterSet.Origin;
import org.jiheng.app.parameter.ParameterSet.Setting;
import org.junit.jupiter.api.Test;

/** What the list says is in force is what rules go by; what will be is told apart from what is (DOMAIN 14). */
class ParameterBookTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 4, 18);
  private static final String KEY = "grade.cut";

  private static ParameterRow row(ParameterLevel level, Integer year, String value, LocalDate effective) {
    return new ParameterRow(UUID.randomUUID(), level, KEY, Optional.ofNullable(year), value, "绩效办", "上级规定", effective);
  }

  private static ParameterBook book(ParameterRow... rows) {
    return new ParameterBook(List.of(rows), TODAY);
  }

  private static ParameterChange change(ParameterLevel level, Integer year, LocalDate effective) {
    return new ParameterChange(level, KEY, Optional.ofNullable(year), "new", Optional.of(effective), "上级规定调整");
  }

  @Test
  void whatIsInForceIsWhatTheRulesAreGivenWhateverWasSet() {
    Random random = new Random(14);
    for (int i = 0; i < 2000; i++) {
      List<ParameterRow> rows = new ArrayList<>();
      for (int n = random.nextInt(7); n > 0; n--) {
        ParameterRow made = row(random.nextBoolean() ? ParameterLevel.OWN : ParameterLevel.TEMPLATE, random.nextInt(3) == 0 ? null : 2022 + random.nextInt(2),
            "v" + n, TODAY.plusDays(random.nextInt(7) - 4));
        if (rows.stream().noneMatch(one -> one.level() == made.level() && one.fiscalYear().equals(made.fiscalYear()) && one.effective().equals(made.effective()))) {
          rows.add(made);
        }
      }
      Optional<ParameterRow> shown = new ParameterBook(rows, TODAY).inForce(KEY, 2023);
      Optional<Setting> given = Optional.ofNullable(Parameters.nearest(stored(rows, ParameterLevel.TEMPLATE), stored(rows, ParameterLevel.OWN)).settings().get(KEY));
      assertThat(shown.map(one -> new Setting(one.value(), one.origin()))).isEqualTo(given);
    }
  }

  /** As they come from the database for the year and the day. */
  private static List<StoredParameter> stored(List<ParameterRow> rows, ParameterLevel level) {
    return rows.stream().filter(one -> one.level() == level && one.concerns(2023) && !one.effective().isAfter(TODAY)).map(ParameterBookTest::stored).toList();
  }

  private static StoredParameter stored(ParameterRow row) {
    return new StoredParameter.OfJurisdiction(new ParameterChange(row.level(), row.key(), row.fiscalYear(), row.value(), Optional.of(row.effective()), "x"),
        row.effective(), "x");
  }

  private static final ParameterKey<BigDecimal> UPPER = ParameterKey.number("x.upper", "80");
  private static final ParameterKey<BigDecimal> LOWER = ParameterKey.number("x.lower", "60");

  private static ParameterRow of(ParameterKey<?> key, Integer year, String value, LocalDate effective) {
    return new ParameterRow(UUID.randomUUID(), ParameterLevel.OWN, key.name(), Optional.ofNullable(year), value, "绩效办", "上级规定", effective);
  }

  private static Optional<ParameterBook.Below> below(ParameterBook before, ParameterKey<?> key, Integer year, String value, LocalDate effective) {
    return before.with(new ParameterChange(ParameterLevel.OWN, key.name(), Optional.ofNullable(year), value, Optional.of(effective), "上级规定调整"), "x")
        .below(UPPER, LOWER, before);
  }

  @Test
  void whatMayNotBeBelowAnotherIsHeldAgainstItOnEveryDayAndInEveryYear() {
    assertThat(below(book(), UPPER, null, "60", TODAY)).isEmpty();
    assertThat(below(book(), UPPER, null, "59.9", TODAY)).contains(new ParameterBook.Below(TODAY, "59.9", "60"));
    assertThat(below(book(), LOWER, 2023, "81", TODAY)).isPresent();
    ParameterBook later = book(of(LOWER, 2024, "75", TODAY.plusDays(9)));
    assertThat(below(later, UPPER, null, "70", TODAY)).as("of a year that is set apart, from a later day on")
        .contains(new ParameterBook.Below(TODAY.plusDays(9), "70", "75"));
    assertThat(below(later, UPPER, 2023, "70", TODAY)).isEmpty();
    ParameterRow row = of(UPPER, 2024, "90", TODAY.plusDays(1));
    ParameterBook taken = book(row, of(LOWER, 2024, "85", TODAY.plusDays(1)));
    assertThat(taken.without(row).below(UPPER, LOWER, taken)).contains(new ParameterBook.Below(TODAY.plusDays(1), "80", "85"));
  }

  @Test
  void whatIsWrongAlreadyStopsNoOtherYear() {
    ParameterBook wrong = book(of(UPPER, 2022, "50", TODAY.minusDays(9)));
    assertThat(below(wrong, UPPER, 2023, "70", TODAY)).isEmpty();
    assertThat(below(wrong, UPPER, 2023, "40", TODAY)).isPresent();
  }

  @Test
  void whatBeginsTomorrowIsNotInForceTodayAndStandsAmongWhatWillBe() {
    ParameterRow today = row(ParameterLevel.OWN, 2023, "today", TODAY);
    ParameterRow tomorrow = row(ParameterLevel.OWN, null, "tomorrow", TODAY.plusDays(1));
    ParameterRow other = row(ParameterLevel.OWN, 2022, "other", TODAY.plusDays(1));
    ParameterBook book = book(tomorrow, today, other);
    assertThat(book.inForce(KEY, 2023)).contains(today);
    assertThat(book.later(KEY, 2023)).containsExactly(tomorrow);
    assertThat(book.history(KEY)).hasSize(3).endsWith(today);
  }

  @Test
  void aChangeTakesThePlaceOfTheRowOfTheSameLevelYearAndDayAndOfNoOther() {
    ParameterRow own = row(ParameterLevel.OWN, 2023, "own", TODAY);
    ParameterBook book = book(own, row(ParameterLevel.TEMPLATE, 2023, "template", TODAY), row(ParameterLevel.OWN, null, "all", TODAY),
        row(ParameterLevel.OWN, 2023, "later", TODAY.plusDays(1)));
    assertThat(book.replacedBy(change(ParameterLevel.OWN, 2023, TODAY))).contains(own);
    assertThat(book.replacedBy(change(ParameterLevel.OWN, 2022, TODAY))).isEmpty();
    assertThat(book.replacedBy(change(ParameterLevel.OWN, 2023, TODAY.plusDays(2)))).isEmpty();
  }

  @Test
  void whatStoodBeforeIsWhatTheChangeCoversAndNothingNearer() {
    ParameterBook book = book(row(ParameterLevel.TEMPLATE, null, "template", TODAY.minusDays(9)), row(ParameterLevel.OWN, 2023, "own of the year", TODAY.minusDays(5)),
        row(ParameterLevel.OWN, 2023, "own of the year, later", TODAY.plusDays(5)));
    assertThat(book.before(change(ParameterLevel.OWN, 2023, TODAY))).contains("own of the year");
    assertThat(book.before(change(ParameterLevel.OWN, 2023, TODAY.plusDays(6)))).contains("own of the year, later");
    assertThat(book.before(change(ParameterLevel.OWN, null, TODAY))).contains("template");
    assertThat(book.before(change(ParameterLevel.OWN, 2022, TODAY))).contains("template");
    assertThat(book.before(change(ParameterLevel.TEMPLATE, 2023, TODAY))).contains("template");
    assertThat(book().before(change(ParameterLevel.OWN, null, TODAY))).isEmpty();
  }

  @Test
  void aRowSaysWhereItComesFrom() {
    assertThat(row(ParameterLevel.OWN, null, "x", TODAY).origin()).isEqualTo(Origin.JURISDICTION);
    assertThat(row(ParameterLevel.OWN, 2023, "x", TODAY).origin()).isEqualTo(Origin.JURISDICTION_YEAR);
    assertThat(row(ParameterLevel.TEMPLATE, null, "x", TODAY).origin()).isEqualTo(Origin.TEMPLATE);
    assertThat(row(ParameterLevel.TEMPLATE, 2023, "x", TODAY).origin()).isEqualTo(Origin.TEMPLATE_YEAR);
  }
}
