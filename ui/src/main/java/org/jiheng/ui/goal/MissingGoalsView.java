package org.jiheng.ui.goal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.goal.MissingGoals;
import org.jiheng.app.goal.MissingGoals.Filter;
import org.jiheng.app.goal.MissingGoals.Line;
import org.jiheng.app.goal.MissingGoals.Sort;
import org.jiheng.app.goal.MissingGoals.Totals;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectList;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.frame.UnitFilter;
import org.jiheng.ui.shell.ListOf;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Screens;
import org.jiheng.ui.shell.YearPage;
import org.jiheng.ui.text.Written;

/** The projects that need a goal and have none (S16, S17). */
@Dependent
@ListOf(value = MissingGoals.KIND, pages = false)
@Route(value = "goals/missing", layout = MainLayout.class)
@PermitAll
class MissingGoalsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient MissingGoals missing;

  @Inject
  private transient Units units;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    YearPage.ofReaders(event, calendar.today()).ifPresent(page -> show(page.year(), page.address()));
  }

  private void show(int year, Address address) {
    Filter filter = filter(address, year);
    String title = getTranslation("title.goals-missing", String.valueOf(year));
    ListFrame<Line> frame = new ListFrame<>("goals-missing", title, address);
    columns(frame, year);
    frame.words("q", "filter-text", getTranslation("list.text"))
        .choice("attribute", List.of(ProjectAttribute.values()), one -> getTranslation("project-attribute." + one.name()))
        .choice("category", List.of(ProjectCategory.values()), one -> getTranslation("project-category." + one.name()));
    UnitFilter.in(frame, address, units.ofCaller());
    frame.tool(ExcelLink.of(frame, title, (name, columns, cells, out) -> missing.export(filter, name, columns, cells, out)));
    Totals totals = missing.totals(filter);
    frame.load((offset, limit) -> missing.page(filter, offset, limit), () -> missing.totals(filter).projects(),
        getTranslation(filter.narrows() ? "goal.missing.none-such" : "goal.missing.empty"));
    frame.totals(getTranslation("goal.missing.totals", String.valueOf(totals.projects()), Written.wan(totals.budget())));
    add(frame);
  }

  private static Filter filter(Address address, int year) {
    return new Filter(year, address.get("unit"), address.get("attribute", ProjectAttribute.class), address.get("category", ProjectCategory.class),
        address.get("q").orElse(""), address.get("sort").flatMap(MissingGoalsView::sort).orElse(Sort.CODE), address.get("desc").isEmpty());
  }

  private static Optional<Sort> sort(String column) {
    return column.equals("planned-money") ? Optional.of(Sort.MONEY)
        : Arrays.stream(Sort.values()).filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(column)).findFirst();
  }

  /** A project's page says what else it lacks; a goal is begun in the list of goals. */
  private void columns(ListFrame<Line> frame, int year) {
    frame.link(Column.text("project", Line::name), line -> Screens.addressOf(ProjectList.SUBJECT, line.project(), year), 260, true)
        .column(Column.text("unit", Line::unitName), 180, false)
        .column(Column.<Line>text("attribute", line -> getTranslation("project-attribute." + line.attribute().name())).unsorted(), 90, false)
        .column(Column.<Line>text("category", line -> getTranslation("project-category." + line.category().name())).unsorted(), 130, false)
        .column(Column.<Line>number("planned-money", line -> Written.wan(line.budget()), line -> Written.yuan(line.budget()),
            line -> line.budget().yuan()), 236, false)
        .column(Column.text("code", Line::code), 200, false);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.goals"));
  }
}
