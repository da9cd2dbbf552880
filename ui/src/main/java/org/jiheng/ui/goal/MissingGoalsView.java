package org.jiheng.ui.goal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.goal.GoalList;
import org.jiheng.app.goal.GoalList.Missing;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.YearPage;
import org.jiheng.ui.text.Written;

/** The projects that need a goal and have none (S16, S17). */
@Dependent
@Route(value = "goals/missing", layout = MainLayout.class)
@PermitAll
class MissingGoalsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient GoalList list;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    YearPage.ofReaders(event, calendar.today()).ifPresent(page -> show(page.year(), page.address()));
  }

  private void show(int year, Address address) {
    ListFrame<Missing> frame = new ListFrame<>("goals-missing", getTranslation("title.goals-missing", String.valueOf(year)), address);
    frame.column(Column.<Missing>text("project", Missing::name).unsorted(), 260, true)
        .column(Column.<Missing>text("unit", Missing::unitName).unsorted(), 180, false)
        .column(Column.<Missing>number("annual-money", line -> Written.wan(line.budget()), line -> Written.yuan(line.budget()),
            line -> line.budget().yuan()).unsorted(), 140, false)
        .column(Column.<Missing>text("code", Missing::code).unsorted(), 200, false);
    frame.load((offset, limit) -> list.missing(year, offset, limit), () -> list.coverage(year).missing(), getTranslation("goal.missing.empty"));
    add(frame);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.goals"));
  }
}
