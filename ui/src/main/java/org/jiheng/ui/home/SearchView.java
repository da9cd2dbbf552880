package org.jiheng.ui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.agency.Unit;
import org.jiheng.app.agency.UnitRegister;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.project.ProjectAccess;
import org.jiheng.app.project.ProjectList;
import org.jiheng.app.project.ProjectList.Filter;
import org.jiheng.app.project.ProjectList.Line;
import org.jiheng.app.review.Visibility;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundList;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;

/** What the shell's search finds: projects, units and fund documents of the year the caller may read, and the way to the same words among forms. */
@Dependent
@Route(value = "search", layout = MainLayout.class)
@PermitAll
class SearchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 10;

  @Inject
  private transient ProjectList projects;

  @Inject
  private transient UnitRegister units;

  @Inject
  private transient FundList funds;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    int year = Year.shown(event.getLocation(), calendar.today());
    String typed = Address.of(event.getLocation()).get("q").orElse("").strip();
    Div found = new Div(new H1(getTranslation("search.title", typed)));
    found.addClassNames("page", "engagement", "found");
    boolean any = projects(found, typed, year);
    any |= units(found, typed, year);
    any |= funds(found, typed, year);
    if (!any) {
      found.add(new Paragraph(getTranslation("search.nothing")));
    }
    if (Visibility.of(Scope.current()).reads()) {
      found.add(new Anchor(address("self-evaluations", typed, year), getTranslation("search.forms")));
    }
    add(found);
  }

  private static String address(String path, String typed, int year) {
    return new Address(path, Map.of("q", typed, Year.PARAMETER, String.valueOf(year))).href();
  }

  private boolean projects(Div found, String typed, int year) {
    if (!ProjectAccess.reads() || typed.isEmpty()) {
      return false;
    }
    Filter filter = Filter.all(year).with(typed);
    long count = projects.count(filter);
    if (count > 0) {
      UnorderedList list = new UnorderedList();
      for (Line line : projects.page(filter, 0, SHOWN)) {
        list.add(item(Year.in("/projects/" + line.id(), year), line.name(), line.unitName() + " · " + line.code()));
      }
      found.add(box("search.projects", list, count > SHOWN ? Optional.of(new Anchor(address("projects", typed, year), getTranslation("search.all", count)))
          : Optional.empty()));
    }
    return count > 0;
  }

  private boolean units(Div found, String typed, int year) {
    if (!UnitRegister.reads() || typed.isEmpty()) {
      return false;
    }
    List<Unit> matching = units.visible().stream().filter(unit -> unit.code().startsWith(typed) || unit.name().contains(typed)).toList();
    if (!matching.isEmpty()) {
      UnorderedList list = new UnorderedList();
      matching.stream().limit(SHOWN).forEach(unit -> list.add(item("/units/" + unit.code(), unit.name(), unit.code())));
      found.add(box("search.units", list, matching.size() > SHOWN
          ? Optional.of(new Anchor(address("units", typed, year), getTranslation("search.all", matching.size()))) : Optional.empty()));
    }
    return !matching.isEmpty();
  }

  private boolean funds(Div found, String typed, int year) {
    if (!FundDocuments.reads() || typed.isEmpty()) {
      return false;
    }
    FundList.Filter filter = new FundList.Filter(year, Optional.empty(), typed);
    long count = funds.totals(filter).documents();
    if (count > 0) {
      UnorderedList list = new UnorderedList();
      for (FundList.Line line : funds.page(filter, 0, SHOWN)) {
        list.add(item(Year.in("/transfers/" + line.id(), year), line.number() + " " + line.name(), getTranslation("fund-state." + line.state().name())));
      }
      found.add(box("search.funds", list, count > SHOWN ? Optional.of(new Anchor(address("transfers", typed, year), getTranslation("search.all", count)))
          : Optional.empty()));
    }
    return count > 0;
  }

  private static ListItem item(String href, String name, String besides) {
    Span unit = new Span(besides);
    unit.addClassName("unit");
    return new ListItem(new Anchor(href, name), unit);
  }

  private Section box(String heading, UnorderedList list, Optional<Anchor> all) {
    Section box = new Section(new H2(getTranslation(heading)), list);
    box.addClassName("box");
    all.ifPresent(box::add);
    return box;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("title.search"));
  }
}
