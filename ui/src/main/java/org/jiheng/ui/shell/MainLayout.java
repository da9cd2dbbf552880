package org.jiheng.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.search.Search;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.desk.ProvisioningDesk;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.frame.Address;

/**
 * Header, navigation and the place of the page. Shows only what the caller's roles use.
 *
 * <p>Made anew for each page of the browser, as all views are: a bean of a wider scope would still belong to the page before
 * when a reload overtakes the news that the old page is gone.
 */
@Dependent
@PermitAll
@JavaScript("context://static/jiheng-shell.js")
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

  private static final long serialVersionUID = 1L;

  private final Main main = new Main();
  private final Select<Integer> year = new Select<>();
  private final Anchor work = new Anchor("/", "");
  private final Navigation navigation;
  private final transient WorkList workList;
  private final transient Calendar calendar;
  private final transient Registry registry;
  private final transient Search found;

  @Inject
  public MainLayout(WorkList workList, Calendar calendar, Registry registry, ProvisioningDesk desk, Search found) {
    this.workList = workList;
    this.found = found;
    this.calendar = calendar;
    this.registry = registry;
    addClassName("shell");
    Anchor skip = new Anchor("#page", getTranslation("shell.skip"));
    skip.addClassName("skip");
    skip.setRouterIgnore(true);
    main.setId("page");
    navigation = new Navigation(desk.isOpen());
    add(skip, header(), navigation, main);
  }

  private Component header() {
    Scope scope = Scope.current();
    Span name = new Span(getTranslation("shell.name"));
    name.addClassName("brand");
    year.setItems(Year.choices(calendar.today()));
    year.setItemLabelGenerator(one -> getTranslation("shell.year", String.valueOf(one)));
    year.setAriaLabel(getTranslation("shell.year-choice"));
    year.addValueChangeListener(change -> {
      if (change.isFromClient() && change.getValue() != null) {
        Year.change(change.getValue());
      }
    });
    work.addClassName("work-count");
    Div space = new Div();
    space.addClassName("space");
    Header header = new Header(name, new Places(scope, registry), year);
    if (found.offered()) {
      header.add(search());
    }
    header.add(space, work, help(), personMenu(scope.caller()));
    header.addClassName("shell-header");
    return header;
  }

  private Component search() {
    TextField search = new TextField();
    search.setId("search");
    search.addClassName("search");
    search.setPlaceholder(search.getTranslation("shell.search"));
    search.setAriaLabel(search.getTranslation("shell.search"));
    search.addKeyPressListener(Key.ENTER, _ -> new Address("search", Map.of("q", search.getValue(), Year.PARAMETER, String.valueOf(year.getValue()))).go());
    return search;
  }

  private Component help() {
    Button help = new Button("?", _ -> new HelpDialog().open());
    help.setId("help");
    help.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    help.setAriaLabel(getTranslation("help"));
    help.setTooltipText(getTranslation("help"));
    return help;
  }

  private Component personMenu(Caller caller) {
    MenuBar menu = new MenuBar();
    menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
    MenuItem person = menu.addItem(caller.name());
    person.setAriaLabel(getTranslation("shell.person", caller.name()));
    String roles = caller.memberships().stream().map(membership -> getTranslation("role." + membership.role().name()))
        .distinct().collect(Collectors.joining("、"));
    person.getSubMenu().addItem(roles).setEnabled(false);
    person.getSubMenu().addItem(getTranslation("shell.language"), _ -> Language.change());
    person.getSubMenu().addItem(getTranslation("shell.dark"), _ -> dark());
    person.getSubMenu().addItem(getTranslation("shell.logout"), _ -> getUI().ifPresent(ui -> ui.getPage().setLocation("/logout")));
    return menu;
  }

  private void dark() {
    getUI().ifPresent(ui -> ui.getPage().executeJs(
        "const dark = document.documentElement.getAttribute('theme') === 'dark';"
            + "document.documentElement.setAttribute('theme', dark ? '' : 'dark');"
            + "localStorage.setItem('jiheng-theme', dark ? '' : 'dark');"));
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    main.getElement().removeAllChildren();
    main.getElement().appendChild(content.getElement());
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    int shown = Year.shown(event, calendar.today());
    year.setValue(shown);
    navigation.goesAlong(Year.parameters(shown));
    work.setHref(Year.in("/", shown));
    getUI().ifPresent(ui -> Year.write(ui, event.getLocation(), shown));
    work.setText(getTranslation("shell.work", workList.count()));
    getUI().ifPresent(ui -> ui.getPage().executeJs(
        "document.documentElement.setAttribute('theme', localStorage.getItem('jiheng-theme') || '')"));
  }
}
