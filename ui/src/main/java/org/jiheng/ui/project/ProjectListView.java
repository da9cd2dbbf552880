package org.jiheng.ui.project;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.Money;
import org.jiheng.app.intake.IntakeAccess;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectLibrary;
import org.jiheng.app.project.Industries;
import org.jiheng.app.project.ProjectAccess;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectList;
import org.jiheng.app.project.ProjectList.Coverage;
import org.jiheng.app.project.ProjectList.Filter;
import org.jiheng.app.project.ProjectList.Flag;
import org.jiheng.app.project.ProjectList.Line;
import org.jiheng.app.project.ProjectList.Sort;
import org.jiheng.app.project.ProjectList.Totals;
import org.jiheng.app.project.ProjectState;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.project.StageKind;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.frame.UnitFilter;
import org.jiheng.ui.shell.ListOf;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** 项目库: the projects of a year the caller may read, how far they have come with each stage (S1), and, for clerks, the way to a new one. */
@Dependent
@ListOf(ProjectList.SUBJECT)
@Route(value = "projects", layout = MainLayout.class)
@RolesAllowed({"UNIT_CLERK", "UNIT_APPROVER", "DEPARTMENT_REVIEWER", "FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUDGET_SECTION", "BUREAU_LEADER", "AUDITOR"})
public class ProjectListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient ProjectLibrary library;

  @Inject
  private transient ProjectList list;

  @Inject
  private transient Units units;

  @Inject
  private transient Industries industries;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    int year = Year.shown(event.getLocation(), calendar.today());
    Address address = Address.of(event.getLocation()).with(Year.PARAMETER, String.valueOf(year));
    ProjectWords words = new ProjectWords(UI.getCurrent());
    Filter filter = filter(address, year);
    String title = getTranslation("title.projects", String.valueOf(year));
    ListFrame<Line> frame = new ListFrame<>("projects", title, address);
    columns(frame, words, year);
    filters(frame, words, address);
    tools(frame, filter, title, year);
    frame.notice(coverage(filter, words, address));
    Totals totals = list.totals(filter);
    frame.load((offset, limit) -> list.page(filter, offset, limit), () -> totals.projects(),
        getTranslation(ProjectAccess.enters() ? "project.none-clerk" : "project.none"));
    frame.totals(getTranslation("project.totals", String.valueOf(totals.projects()), Written.wan(totals.initial()), Written.wan(totals.annual())));
    add(frame);
  }

  private static Filter filter(Address address, int year) {
    return new Filter(year, address.get("unit"), address.get("attribute", ProjectAttribute.class), address.get("category", ProjectCategory.class),
        address.get("project-type", ProjectType.class), address.get("flag", Flag.class), address.get("project-state", ProjectState.class),
        address.get("source", FundingSource.class), address.get("industry"), address.get("missing", StageKind.class), address.get("q").orElse(""),
        address.get("sort").flatMap(column -> Arrays.stream(Sort.values()).filter(sort -> key(sort).equals(column)).findFirst()).orElse(Sort.CODE),
        address.get("desc").isEmpty());
  }

  private static String key(Sort sort) {
    return switch (sort) {
      case CODE -> "code";
      case NAME -> "project";
      case UNIT -> "unit";
      case INITIAL -> "initial";
      case ANNUAL -> "budget";
    };
  }

  private static void columns(ListFrame<Line> frame, ProjectWords words, int year) {
    frame.link(Column.text("project", Line::name), line -> Year.in("/projects/" + line.id(), year), 240, true)
        .column(Column.text("unit", Line::unitName), 150, false)
        .column(Column.<Line>text("project-state", line -> words.of(line.state())).unsorted(), 90, false)
        .column(Column.<Line>text("category", line -> words.of(line.category())).unsorted(), 110, false)
        .column(Column.<Line>text("attribute", line -> words.of(line.attribute())).unsorted(), 80, false)
        .column(Column.<Line>text("project-type", line -> words.of(line.type())).unsorted(), 90, false)
        .column(Column.<Line>text("industry", line -> line.industry().isEmpty() ? Written.NONE : line.industry()).unsorted(), 100, false)
        .column(money("initial", Line::initial), 120, false)
        .column(money("budget", Line::annual), 120, false)
        .column(Column.<Line>text("leader", line -> line.leader().isEmpty() ? Written.NONE : line.leader()).unsorted(), 110, false)
        .column(Column.text("code", Line::code), 186, false);
  }

  private static Column<Line> money(String key, Function<Line, Money> amount) {
    return Column.number(key, line -> Written.wan(amount.apply(line)), line -> Written.yuan(amount.apply(line)), line -> amount.apply(line).yuan());
  }

  private void filters(ListFrame<Line> frame, ProjectWords words, Address address) {
    frame.words("q", "filter-text", getTranslation("list.text"))
        .choice("project-state", List.of(ProjectState.values()), words::of)
        .choice("category", List.of(ProjectCategory.values()), words::of)
        .choice("attribute", List.of(ProjectAttribute.values()), words::of)
        .choice("project-type", List.of(ProjectType.values()), words::of)
        .choice("flag", List.of(Flag.values()), words::of)
        .choice("source", List.of(FundingSource.values()), words::of)
        .choice("missing", List.of(StageKind.values()), words::of);
    ComboBox<String> industry = new ComboBox<>();
    industry.setId("filter-industry");
    industry.setAriaLabel(getTranslation("column.industry"));
    industry.setPlaceholder(getTranslation("column.industry"));
    industry.setItems(industries.known());
    industry.setClearButtonVisible(true);
    address.get("industry").ifPresent(chosen -> {
      industry.setValue(chosen);
      frame.chip(chosen, "industry");
    });
    industry.addValueChangeListener(change -> address.with("industry", change.getValue() == null ? "" : change.getValue()).go());
    frame.filter(industry);
    UnitFilter.in(frame, address, units.ofCaller());
  }

  /** Of each stage how many have it of those that should; a click shows those that have not. */
  private Div coverage(Filter filter, ProjectWords words, Address address) {
    Div coverage = new Div();
    coverage.addClassName("coverage");
    Span heading = new Span(getTranslation("project.coverage"));
    coverage.add(heading);
    for (Coverage one : list.coverage(filter)) {
      String text = getTranslation("project.coverage-of", words.of(one.kind()), String.valueOf(one.done()), String.valueOf(one.needing()), Written.orNone(one.rate()));
      Anchor link = new Anchor(address.with("missing", one.kind().name()).href(), text);
      link.getElement().setAttribute("data-stage", one.kind().name());
      coverage.add(link);
    }
    return coverage;
  }

  private void tools(ListFrame<Line> frame, Filter filter, String title, int year) {
    if (ProjectAccess.enters()) {
      Button enter = new Button(getTranslation("project.enter"), _ -> new ProjectDialog(units.ofCaller(), industries, year, Optional.empty(),
          entry -> getUI().ifPresent(ui -> ui.navigate("projects/" + library.enter(entry)))).open());
      enter.setId("enter-project");
      enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      frame.tool(enter);
    }
    if (IntakeAccess.takes()) {
      Anchor intake = new Anchor(Year.in("/project-import", year), getTranslation("nav.intake"));
      intake.setId("intake");
      frame.tool(intake);
    }
    if (ProjectAccess.decides()) {
      Anchor duplicates = new Anchor(Year.in("/project-duplicates", year), getTranslation("nav.duplicates"));
      duplicates.setId("duplicates");
      frame.tool(duplicates);
    }
    frame.tool(ExcelLink.of(frame, title, (name, columns, cells, out) -> list.export(filter, name, columns, cells, out)));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.projects"));
  }
}
