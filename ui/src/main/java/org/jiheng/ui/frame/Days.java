package org.jiheng.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Fields for days, written as offices write them: 2023-05-31. */
public final class Days {

  private Days() {}

  /** @param id by which a test and a label find it */
  public static DatePicker field(String id, String label, LocalDate value) {
    Locale locale = UI.getCurrent().getLocale();
    DatePicker field = new DatePicker(label);
    field.setId(id);
    field.setLocale(locale);
    DatePicker.DatePickerI18n words = new DatePicker.DatePickerI18n();
    words.setDateFormat("yyyy-MM-dd");
    words.setMonthNames(Arrays.stream(new DateFormatSymbols(locale).getMonths()).limit(12).toList());
    words.setWeekdays(weekdays(locale, TextStyle.FULL));
    words.setWeekdaysShort(weekdays(locale, TextStyle.NARROW));
    words.setFirstDayOfWeek(1);
    words.setToday(field.getTranslation("days.today"));
    words.setCancel(field.getTranslation("cancel"));
    field.setI18n(words);
    field.setValue(value);
    return field;
  }

  /** Sunday first, as the component counts. */
  private static List<String> weekdays(Locale locale, TextStyle style) {
    return List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)
        .stream().map(day -> day.getDisplayName(style, locale)).toList();
  }
}
