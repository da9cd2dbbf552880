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
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.review.Visibility;
import org.jiheng.app.disclosure.Duties;
import org.jiheng.app.goal.Goal;
import org.jiheng.app.exante.ExAnteConditions;
import org.jiheng.app.exante.ExAnteEvaluation;
import org.jiheng.app.selfevaluation.SelfEvaluation;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundWork;
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

  /** Of each type of form, where its list is; a form is one step below. */
  private static final Map<String, String> FORMS = Map.of(
      SelfEvaluation.FORM_TYPE, "self-evaluations", Goal.FORM_TYPE, "goals", ExAnteEvaluation.FORM_TYPE, "ex-ante");

  /** Of what else waits on a work list, the same. */
  private static final Map<String, String> OTHERS = Map.of(Duties.KIND, "disclosure", FundDocuments.SUBJECT, "transfers",
      ExAnteConditions.KIND, "ex-ante-conditions");

  private final Main main = new Main();
  private final Select<Integer> year = new Select<>();
  private final Anchor work = new Anchor("/", "");
  private final Navigation navigation;
  private final transient WorkList workList;
  private final transient Calendar calendar;
  private final transient Registry registry;

  @Inject
  public MainLayout(WorkList workList, Calendar calendar, Registry registry, ProvisioningDesk desk) {
    this.workList = workList;
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
    if (Visibility.of(scope).reads()) {
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

  /** Whether forms of this type have a screen. */
  public static boolean opens(String formType) {
    return FORMS.containsKey(formType);
  }

  /** Where a form of this type is opened. */
  public static String addressOf(String formType, UUID form, int year) {
    if (formType.equals(FundWork.LETTER)) {
      // a letter has no page: it is received where all of them lie
      return Year.in("/transfers/inbox", year);
    }
    String list = FORMS.getOrDefault(formType, OTHERS.get(formType));
    if (list == null) {
      throw new IllegalArgumentException("no screen for " + formType);
    }
    return Year.in("/" + list + "/" + form, year);
  }

  /** Where all forms of this type are listed and new ones are begun. */
  public static String addressOfAll(String formType, int year) {
    if (!opens(formType)) {
      throw new IllegalArgumentException("no screen for " + formType);
    }
    return Year.in("/" + FORMS.get(formType), year);
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
