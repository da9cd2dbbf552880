package org.jiheng.ui.task;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jiheng.app.task.Reminder;
import org.jiheng.app.task.Reminders;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Screens;
import org.jiheng.ui.text.Written;

/** 通知: what the person has been reminded of, read or not, the latest first. */
@Dependent
@Route(value = "notices", layout = MainLayout.class)
@RolesAllowed({"UNIT_CLERK", "UNIT_APPROVER", "DEPARTMENT_REVIEWER", "FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUDGET_SECTION", "BUREAU_LEADER",
    "PREFECTURE_OVERSIGHT"})
public class NoticeListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Reminders reminders;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    ListFrame<Reminders.Notice> frame = new ListFrame<>("notices", getTranslation("nav.notices"), Address.of(event.getLocation()));
    frame.column(Column.<Reminders.Notice>text("read", line -> getTranslation(line.read() ? "notice.read" : "notice.unread")).unsorted(), 84, false)
        .link(Column.<Reminders.Notice>text("notice", line -> sentence(this, line.reminder())).unsorted(), line -> address(line.reminder()), 420, true)
        .column(Column.<Reminders.Notice>text("due", line -> Written.day(line.reminder().due())).unsorted(), 110, false)
        .column(Column.<Reminders.Notice>text("at", line -> Written.minute(line.reminder().at())).unsorted(), 140, false);
    Button read = new Button(getTranslation("notice.read-all"), _ -> {
      reminders.readAll();
      frame.refresh();
    });
    read.setId("read-all");
    frame.tool(read);
    frame.load(reminders::mine, reminders::count, getTranslation("notice.none"));
    frame.totals(getTranslation("notice.count", reminders.count()));
    add(frame);
  }

  /** What a reminder says. */
  public static String sentence(Component page, Reminder one) {
    String what = one.thing().isPresent() ? page.getTranslation("notice.form", one.title(), page.getTranslation("form-type." + one.kind()))
        : one.form().isPresent() ? page.getTranslation("notice.form", one.title(), TaskWords.kind(one.kind()))
        : page.getTranslation("notice.unbegun", one.title(), one.forms());
    return one.daysLeft() < 0 ? page.getTranslation("notice.over", what, Written.day(one.due()), -one.daysLeft())
        : page.getTranslation("notice.soon", what, Written.day(one.due()), one.daysLeft());
  }

  /** Where it leads. */
  public static String address(Reminder one) {
    return one.form().or(one::thing).map(form -> Screens.addressOf(one.kind(), form, one.fiscalYear()))
        .orElseGet(() -> Screens.addressOfAll(one.kind(), one.fiscalYear()));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.notices"));
  }
}
