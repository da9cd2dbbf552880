package org.jiheng.ui.disclosure;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.disclosure.Duties;
import org.jiheng.app.disclosure.Duties.Shown;
import org.jiheng.app.disclosure.DutyState;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.ListOf;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.shell.YearPage;
import org.jiheng.ui.text.Written;

/** What has to be published, what is due first first. */
@Dependent
@ListOf(Duties.KIND)
@Route(value = "disclosure", layout = MainLayout.class)
@PermitAll
public class DutyListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Duties duties;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    YearPage.ofReaders(event, calendar.today()).ifPresent(page -> show(page.year(), page.address()));
  }

  private void show(int year, Address address) {
    Optional<DutyState> state = address.get("duty-state", DutyState.class);
    ListFrame<Shown> frame = new ListFrame<>("disclosure", getTranslation("title.disclosure", String.valueOf(year)), address);
    frame.link(Column.<Shown>text("project", Shown::title).unsorted(), line -> Year.in("/disclosure/" + line.id(), year), 240, true)
        .column(Column.<Shown>text("duty-kind", line -> getTranslation("duty-kind." + line.kind().name())).unsorted(), 130, false)
        .column(Column.<Shown>text("unit", Shown::unitName).unsorted(), 160, false)
        .column(Column.<Shown>text("duty-state", line -> getTranslation("duty-state." + line.state().name())).unsorted(), 120, false)
        .column(Column.<Shown>text("due", line -> due(line)).unsorted(), 160, false)
        .column(Column.<Shown>text("place", Shown::place).unsorted(), 200, false);
    frame.choice("duty-state", List.of(DutyState.values()), one -> getTranslation("duty-state." + one.name()));
    frame.load((offset, limit) -> duties.page(year, state, offset, limit), () -> duties.count(year, state), getTranslation("disclosure.empty"));
    add(frame);
  }

  private String due(Shown line) {
    return Written.day(line.due()) + (line.state().waits() && line.daysLeft() < 0 ? " ■ " + getTranslation("home.overdue", -line.daysLeft()) : "");
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.disclosure"));
  }
}
