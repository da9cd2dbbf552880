package org.jiheng.ui.task;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.Lateness;
import org.jiheng.app.task.LateLine;
import org.jiheng.app.task.LateList;
import org.jiheng.app.task.Owed;
import org.jiheng.app.task.Reopenings;
import org.jiheng.app.task.Tasks;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Screens;
import org.jiheng.ui.text.Written;

/**
 * 逾期清单: what has not been done although its day is over, forms and whatever else has a day; the performance office lets late forms in
 * from here.
 */
@Dependent
@Route(value = "overdue", layout = MainLayout.class)
@RolesAllowed({"DEPARTMENT_REVIEWER", "FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUREAU_LEADER", "PREFECTURE_OVERSIGHT"})
public class LateListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Tasks tasks;

  @Inject
  private transient LateList late;

  @Inject
  private transient Reopenings reopenings;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(Address.of(event.getLocation()));
  }

  private void show(Address address) {
    removeAll();
    Map<String, String> names = tasks.unitNames();
    ListFrame<LateLine> frame = new ListFrame<>("overdue", getTranslation("late.title", Written.day(calendar.today())), address);
    frame.column(Column.<LateLine>text("unit", line -> unit(line, names)).unsorted(), 200, false)
        .link(Column.<LateLine>text("late-what", LateLine::title).unsorted(), LateListView::address, 240, true)
        .link(Column.<LateLine>text("late-for", this::reason).unsorted(), LateListView::reasonAddress, 240, true)
        .column(Column.<LateLine>text("late-holder", this::holders).unsorted(), 150, false)
        .column(Column.<LateLine>text("due", line -> Written.day(line.due())).unsorted(), 104, false)
        .column(Column.<LateLine>text("days-late", line -> "■ " + line.daysLate()).unsorted(), 96, false)
        .column(Column.<LateLine>text("reopened-until", line -> TaskWords.day(line.owed().flatMap(Owed::lateness).flatMap(Lateness::reopenedUntil))).unsorted(),
            120, false);
    List<LateLine> all = late.lines();
    unitFilter(frame, address, all, names);
    List<LateLine> lines = all.stream().filter(line -> address.get("unit").filter(unit -> !line.unit().orElse("").startsWith(unit)).isEmpty()).toList();
    if (tasks.mayIssue()) {
      frame.batch("reopen", getTranslation("task.reopen"), chosen -> reopen(chosen, () -> show(address)));
    }
    frame.tool(ExcelLink.of(frame, getTranslation("nav.overdue"), (name, columns, cells, out) -> late.export(lines, name, columns, cells, out)));
    frame.load((offset, limit) -> lines.stream().skip(offset).limit(limit).toList(), () -> (long) lines.size(), getTranslation("late.none"));
    frame.totals(getTranslation("late.count", lines.size(), lines.stream().filter(LateLine::liesWithUnit).flatMap(line -> line.unit().stream()).distinct().count()));
    add(frame);
  }

  private String unit(LateLine line, Map<String, String> names) {
    return line.unit().map(unit -> names.getOrDefault(unit, unit)).orElseGet(() -> getTranslation("late.finance"));
  }

  /** Who has to act, which need not be the unit any more. */
  private String holders(LateLine line) {
    return line.holders().stream().map(role -> getTranslation("role." + role.name())).collect(Collectors.joining("、"));
  }

  private String reason(LateLine line) {
    return line.owed().map(owed -> owed.task().title())
        .orElseGet(() -> getTranslation("form-type." + line.thing().orElseThrow().kind()));
  }

  /** A form the office has not seen yet is not opened from here. */
  private static String address(LateLine line) {
    return line.thing().map(thing -> Screens.addressOf(thing.kind(), thing.thing(), thing.fiscalYear())).orElseGet(() -> reasonAddress(line));
  }

  private static String reasonAddress(LateLine line) {
    return line.owed().map(owed -> "/tasks/" + owed.task().id())
        .orElseGet(() -> Screens.addressOfAll(line.thing().orElseThrow().kind(), line.thing().orElseThrow().fiscalYear()));
  }

  /** Only forms are let in; another thing is late until it is done. */
  private void reopen(Set<LateLine> chosen, Runnable again) {
    List<Reopenings.Late> forms = chosen.stream().flatMap(line -> line.owed().stream()).map(LateListView::late).distinct().toList();
    if (forms.isEmpty()) {
      Failures.say(getTranslation("late.nothing-to-reopen"));
      return;
    }
    ReopenDialog.open(reopenings, calendar.today(), forms, again);
  }

  private void unitFilter(ListFrame<LateLine> frame, Address address, List<LateLine> all, Map<String, String> names) {
    List<String> units = all.stream().flatMap(line -> line.unit().stream()).distinct().sorted().toList();
    ComboBox<String> unit = new ComboBox<>();
    unit.setId("filter-unit");
    unit.setAriaLabel(getTranslation("column.unit"));
    unit.setPlaceholder(getTranslation("column.unit"));
    unit.setItems(units);
    unit.setItemLabelGenerator(code -> code + " " + names.getOrDefault(code, ""));
    unit.setClearButtonVisible(true);
    Optional<String> chosen = address.get("unit").filter(units::contains);
    chosen.ifPresent(unit::setValue);
    unit.addValueChangeListener(change -> address.with("unit", change.getValue() == null ? "" : change.getValue()).go());
    frame.filter(unit);
    chosen.ifPresent(one -> frame.chip(names.getOrDefault(one, one), "unit"));
  }

  /** A form nobody has begun is let in with its unit. */
  private static Reopenings.Late late(Owed owed) {
    return new Reopenings.Late(owed.task().formType(), owed.task().fiscalYear(), owed.unit(), owed.form());
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.overdue"));
  }
}
