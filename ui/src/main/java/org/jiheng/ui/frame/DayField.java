package org.jiheng.ui.frame;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A day, written as offices write it: 2023-05-31. */
public final class DayField extends DatePicker {

  private static final long serialVersionUID = 1L;
  private static final int DAYS_OF_A_WEEK = 7;

  /** A field of a dialog, empty to begin with. */
  public DayField(String id, String label) {
    this(id, label, (LocalDate) null);
  }

  /** A field of a dialog that begins with a day; null for none. */
  public DayField(String id, String label, LocalDate begins) {
    setId(id);
    setLabel(label);
    setI18n(words());
    setValue(begins);
  }

  /** A field to filter by, for the parameter of this name. */
  public DayField(String parameter, String label, Address address) {
    setId("filter-" + parameter);
    setPlaceholder(label);
    setAriaLabel(label);
    setClearButtonVisible(true);
    setI18n(words());
    day(address, parameter).ifPresent(this::setValue);
    addValueChangeListener(change -> address.with(parameter, change.getValue() == null ? "" : change.getValue().toString()).go());
  }

  /** The day an address says; what is no day is passed over. */
  public static Optional<LocalDate> day(Address address, String parameter) {
    try {
      return address.get(parameter).map(LocalDate::parse);
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  private DatePickerI18n words() {
    Locale locale = getLocale();
    List<DayOfWeek> week = IntStream.range(0, DAYS_OF_A_WEEK).mapToObj(DayOfWeek.SUNDAY::plus).toList();
    return new DatePickerI18n().setDateFormat("yyyy-MM-dd")
        .setMonthNames(Arrays.stream(Month.values()).map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale)).toList())
        .setWeekdays(week.stream().map(day -> day.getDisplayName(TextStyle.FULL, locale)).toList())
        .setWeekdaysShort(week.stream().map(day -> day.getDisplayName(TextStyle.NARROW, locale)).toList())
        .setFirstDayOfWeek(1)
        .setBadInputErrorMessage(getTranslation("day.bad"))
        .setToday(getTranslation("today")).setCancel(getTranslation("cancel"));
  }
}
