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
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.task.Owed;
import org.jiheng.app.task.Tasks;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.text.Written;

/** 逾期清单: what units have not sent in although its date is over; the performance office lets it in from here. And what finance is late with. */
@Dependent
@Route(value = "overdue", layout = MainLayout.class)
@RolesAllowed({"DEPARTMENT_REVIEWER", "FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUREAU_LEADER"})
public class LateListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Tasks tasks;

  @Inject
  private transient WorkList work;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(Address.of(event.getLocation()));
  }

  private void show(Address address) {
    removeAll();
    Map<String, String> names = tasks.unitNames();
    ListFrame<Owed> frame = new ListFrame<>("overdue", getTranslation("late.title", Written.day(calendar.today())), address);
    frame.column(Column.<Owed>text("unit", line -> names.getOrDefault(line.unit(), line.unit())).unsorted(), 200, false)
        .column(Column.<Owed>text("project", Owed::title).unsorted(), 240, true)
        .link(Column.<Owed>text("task", line -> line.task().title()).unsorted(), line -> "/tasks/" + line.task().id(), 240, true)
        .column(Column.<Owed>text("due", line -> Written.day(line.deadline().due())).unsorted(), 104, false)
        .column(Column.<Owed>text("days-late", line -> "■ " + line.lateness().orElseThrow().daysLate()).unsorted(), 96, false)
        .column(Column.<Owed>text("reopened-until", line -> TaskWords.day(line.lateness().orElseThrow().reopenedUntil())).unsorted(), 120, false);
    List<Owed> all = tasks.late();
    unitFilter(frame, address, all, names);
    List<Owed> lines = all.stream().filter(line -> address.get("unit").filter(unit -> !line.unit().startsWith(unit)).isEmpty()).toList();
    if (tasks.mayIssue()) {
      frame.batch("reopen", getTranslation("task.reopen"), chosen -> ReopenDialog.open(tasks, calendar.today(),
          chosen.stream().map(LateListView::late).distinct().toList(), () -> show(address)));
    }
    frame.tool(ExcelLink.of(frame, getTranslation("nav.overdue"), (name, columns, cells, out) -> tasks.exportLate(lines, name, columns, cells, out)));
    frame.load((offset, limit) -> lines.stream().skip(offset).limit(limit).toList(), () -> (long) lines.size(), getTranslation("late.none"));
    frame.totals(getTranslation("late.count", lines.size(), lines.stream().map(Owed::unit).distinct().count()));
    frame.notice(new LateDuties(work.mine()));
    add(frame);
  }

  private void unitFilter(ListFrame<Owed> frame, Address address, List<Owed> all, Map<String, String> names) {
    List<String> units = all.stream().map(Owed::unit).distinct().sorted().toList();
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
  private static Tasks.Late late(Owed owed) {
    return new Tasks.Late(owed.task().formType(), owed.task().fiscalYear(), owed.unit(), owed.form());
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.overdue"));
  }
}
