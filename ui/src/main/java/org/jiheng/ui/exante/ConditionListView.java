package org.jiheng.ui.exante;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.exante.ExAnteConditions;
import org.jiheng.app.exante.ExAnteConditions.Line;
import org.jiheng.app.review.Visibility;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.ListOf;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** Conditions of part supports the caller may see, those still open first, each leading to its evaluation. */
@Dependent
@ListOf(ExAnteConditions.KIND)
@Route(value = "ex-ante-conditions", layout = MainLayout.class)
@PermitAll
public class ConditionListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient ExAnteConditions conditions;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    if (!Visibility.of(Scope.current()).reads() || Scope.current().caller().guest()) {
      event.rerouteToError(com.vaadin.flow.router.NotFoundException.class);
      return;
    }
    int year = Year.shown(event.getLocation(), calendar.today());
    Address address = Address.of(event.getLocation()).with(Year.PARAMETER, String.valueOf(year));
    boolean open = address.get("all").isEmpty();
    ListFrame<Line> frame = new ListFrame<>("ex-ante-conditions", getTranslation("title.ex-ante-conditions", String.valueOf(year)), address);
    frame.link(Column.<Line>text("project", Line::title).unsorted(), line -> Year.in("/ex-ante/" + line.condition().evaluation(), year), 220, true)
        .column(Column.<Line>text("unit", Line::unitName).unsorted(), 156, false)
        .column(Column.<Line>text("condition", line -> line.condition().text()).unsorted(), 260, true)
        .column(Column.<Line>text("due", line -> (line.overdue() ? "■ " : "") + Written.day(line.condition().due())).unsorted(), 110, false)
        .column(Column.<Line>text("responsible", line -> line.condition().responsible()).unsorted(), 100, false)
        .column(Column.<Line>text("condition-state", line -> getTranslation("exante.condition-state." + line.condition().state().name())).unsorted(), 100, false)
        .column(Column.<Line>text("report", line -> line.condition().report()).unsorted(), 220, true);
    Checkbox closed = new Checkbox(getTranslation("exante.closed-too"), !open);
    closed.setId("closed-too");
    closed.addValueChangeListener(change -> address.with("all", change.getValue() ? "1" : "").go());
    frame.filter(closed);
    String title = getTranslation("title.ex-ante-conditions", String.valueOf(year));
    frame.tool(ExcelLink.of(frame, title, (name, columns, cells, out) -> conditions.export(year, open, name, columns, cells, out)));
    frame.totals(getTranslation("list.ex-ante-conditions.totals", conditions.count(year, true), conditions.overdue(year)));
    frame.load((offset, limit) -> conditions.list(year, open, offset, limit), () -> conditions.count(year, open),
        getTranslation("list.ex-ante-conditions.empty"));
    add(frame);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.ex-ante-conditions"));
  }
}
