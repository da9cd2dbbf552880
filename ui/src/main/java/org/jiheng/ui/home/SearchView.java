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
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.search.Found;
import org.jiheng.app.search.Search;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Screens;
import org.jiheng.ui.shell.Year;

/** What the shell's search finds, kind by kind, with the way to each and to all of a kind. */
@Dependent
@Route(value = "search", layout = MainLayout.class)
@PermitAll
class SearchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Search search;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    int year = Year.shown(event.getLocation(), calendar.today());
    String typed = Address.of(event.getLocation()).get("q").orElse("").strip();
    addClassNames("page", "engagement", "search-page");
    add(new H1(getTranslation("search.title", typed)));
    List<Found> found = search.find(typed, year);
    found.forEach(kind -> add(box(kind, typed, year)));
    if (found.isEmpty()) {
      add(new Paragraph(typed.isEmpty() ? getTranslation("search.what") : getTranslation("search.nothing", String.valueOf(year))));
    }
  }

  private Section box(Found found, String typed, int year) {
    UnorderedList list = new UnorderedList();
    found.hits().forEach(hit -> {
      Span beside = new Span(hit.state().isEmpty() ? hit.beside()
          : getTranslation("search.form", hit.beside(), getTranslation("state." + hit.state()), String.valueOf(hit.fiscalYear())));
      beside.addClassName("unit");
      String title = hit.adjusts() ? hit.title() + getTranslation("goal.adjustment-mark") : hit.title();
      list.add(new ListItem(new Anchor(Screens.addressOf(found.kind(), hit.key(), hit.fiscalYear()), title), beside));
    });
    Section box = new Section(new H2(getTranslation("search-kind." + found.kind())), list);
    box.addClassName("box");
    box.getElement().setAttribute("data-kind", found.kind());
    if (found.count() > found.hits().size()) {
      String all = new Address(Screens.list(found.kind()), Map.of("q", typed, Year.PARAMETER, String.valueOf(year))).href();
      box.add(new Anchor(all, getTranslation("search.all", found.count())));
    }
    return box;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("title.search"));
  }
}
