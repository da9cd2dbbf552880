package org.jiheng.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.HolidayList;
import org.jiheng.app.calendar.SpecialDay;
import org.jiheng.app.task.Holidays;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.text.Written;

/** 节假日: the days off and the days worked instead, by which dates move; kept by the performance office. */
@Dependent
@Route(value = "holidays", layout = MainLayout.class)
@RolesAllowed("PERFORMANCE_OFFICE")
public class HolidayListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final String CALENDAR_YEAR = "of";

  @Inject
  private transient Holidays holidays;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(Address.of(event.getLocation()));
  }

  private void show(Address address) {
    removeAll();
    int year = address.get(CALENDAR_YEAR).filter(text -> text.matches("[1-9]\\d{3}")).map(Integer::valueOf).orElse(calendar.today().getYear());
    ListFrame<SpecialDay> frame = new ListFrame<>("holidays", getTranslation("holiday.title", String.valueOf(year)), address);
    frame.column(Column.<SpecialDay>text("day", one -> Written.day(one.day())).unsorted(), 120, false)
        .column(Column.<SpecialDay>text("weekday", one -> one.day().getDayOfWeek().getDisplayName(TextStyle.FULL, getLocale())).unsorted(), 110, false)
        .column(Column.<SpecialDay>text("day-name", SpecialDay::name).unsorted(), 220, true)
        .column(Column.<SpecialDay>text("day-kind", one -> getTranslation(one.working() ? "holiday.worked" : "holiday.off")).unsorted(), 140, false);
    frame.filter(years(year, address));
    Runnable again = () -> show(address);
    Button enter = new Button(getTranslation("holiday.enter"), _ -> new HolidayDialog(holidays, "", again).open());
    enter.setId("enter-days");
    enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    if (HolidayList.knownYears().contains(year)) {
      Button known = new Button(getTranslation("holiday.known", String.valueOf(year)), _ -> new HolidayDialog(holidays, text(HolidayList.known(year)), again).open());
      known.setId("known-days");
      frame.tool(known);
    }
    frame.tool(enter);
    frame.batch("remove", getTranslation("holiday.remove"), chosen -> remove(chosen, again));
    List<SpecialDay> days = holidays.ofYear(year);
    frame.load((offset, limit) -> days.stream().skip(offset).limit(limit).toList(), () -> (long) days.size(), getTranslation("holiday.none"));
    frame.totals(getTranslation("holiday.count", days.stream().filter(one -> !one.working()).count(), days.stream().filter(SpecialDay::working).count()));
    add(frame);
  }

  private Select<Integer> years(int year, Address address) {
    Select<Integer> years = new Select<>();
    years.setId("filter-year");
    years.setAriaLabel(getTranslation("holiday.year"));
    int now = calendar.today().getYear();
    years.setItems(IntStream.rangeClosed(Math.min(year, now - 1), Math.max(year, now + 1)).boxed().toList());
    years.setValue(year);
    years.addValueChangeListener(chosen -> address.with(CALENDAR_YEAR, String.valueOf(chosen.getValue())).go());
    return years;
  }

  /** Lines as they are pasted and read. */
  private String text(List<SpecialDay> days) {
    return days.stream().map(one -> one.day() + "\t" + one.name() + "\t" + getTranslation(one.working() ? "holiday.worked-sign" : "holiday.off-sign"))
        .collect(Collectors.joining("\n"));
  }

  private void remove(Set<SpecialDay> chosen, Runnable again) {
    Set<LocalDate> days = chosen.stream().map(SpecialDay::day).collect(Collectors.toSet());
    Holidays.Effect effect = holidays.preview(List.of(), days);
    TextArea why = TermsFields.why();
    Div shifts = new Div();
    effect.shifts().forEach(shift -> shifts.add(new Paragraph(TaskWords.shift(this, shift))));
    new Asking(getTranslation("holiday.remove"), () -> {
      holidays.remove(days, why.getValue());
      return true;
    }, again).wide(new Paragraph(getTranslation("holiday.remove-text", effect.removed().size(), effect.shifts().size()))).wide(shifts).wide(why).open();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.holidays"));
  }
}
