package org.jiheng.ui.library;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.FileName;
import org.jiheng.app.library.EntryState;
import org.jiheng.app.library.IndicatorLibrary;
import org.jiheng.app.library.LibraryDesk;
import org.jiheng.app.library.LibraryExchange;
import org.jiheng.app.library.LibraryFilter;
import org.jiheng.app.library.LibraryLevel;
import org.jiheng.app.library.LibraryLine;
import org.jiheng.app.library.LibraryRights;
import org.jiheng.app.library.LibrarySharing;
import org.jiheng.app.library.LibrarySuggestions;
import org.jiheng.app.library.LibraryWords;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.text.Written;

/** The library as a list: looked through by whoever writes goals, kept by finance, added to by departments. */
@Dependent
@Route(value = "library", layout = MainLayout.class)
@RolesAllowed({"UNIT_CLERK", "UNIT_APPROVER", "DEPARTMENT_REVIEWER", "FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUDGET_SECTION", "BUREAU_LEADER",
    "AUDITOR", "PREFECTURE_OVERSIGHT"})
public class LibraryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  /** Parameter of the address that names the indicator whose details are open. */
  static final String ENTRY = "entry";

  /** Whether an indicator is everybody's or somebody's own (共性, 个性). */
  private enum Commonness {
    COMMON,
    SPECIFIC
  }

  @Inject
  private transient IndicatorLibrary library;

  @Inject
  private transient LibraryDesk desk;

  @Inject
  private transient LibrarySharing sharing;

  @Inject
  private transient LibrarySuggestions suggestions;

  @Inject
  private transient LibraryExchange exchange;

  @Inject
  private transient Units units;

  @Inject
  private transient Calendar calendar;

  @Inject
  private transient Registry registry;

  @Resource
  private transient ManagedExecutorService executor;

  private transient Address shown;
  private transient ListFrame<LibraryLine> frame;
  private transient Map<String, String> departments = Map.of();

  /** Opening and closing the details of an indicator leaves the list where it was scrolled to. */
  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Address address = Address.of(event.getLocation());
    Address list = address.with(ENTRY, "");
    if (!list.equals(shown)) {
      show(list);
      shown = list;
    }
    address.get(ENTRY).flatMap(LibraryView::identifier).ifPresent(entry ->
        new EntryDrawer(library, desk, suggestions, departments, calendar.today(), entry, list::go, frame::refresh).show());
  }

  private void show(Address address) {
    removeAll();
    LibraryRights rights = IndicatorLibrary.rights();
    departments = units.names();
    LibraryFilter filter = filter(address);
    frame = new ListFrame<>("library", getTranslation("nav.library"), address);
    columns(address);
    filters(address);
    tools(rights, filter);
    frame.load((offset, limit) -> library.page(filter, offset, limit), () -> library.count(filter),
        getTranslation(rights.keeps() ? "library.none-keeper" : rights.proposes() ? "library.none-proposer" : "library.none"));
    frame.totals(getTranslation("library.count", library.count(filter)));
    add(frame);
  }

  private static Optional<UUID> identifier(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static LibraryFilter filter(Address address) {
    return new LibraryFilter(address.get("q").orElse(""), address.get("level", LibraryLevel.class), address.get("first-level").orElse(""),
        address.get("second-level").orElse(""), address.get("industry").orElse(""), address.get("area").orElse(""),
        address.get("common", Commonness.class).map(Commonness.COMMON::equals), address.get("state", EntryState.class),
        address.get("sort").orElse(""), address.get("desc").isEmpty());
  }

  private void columns(Address address) {
    Words words = Words.in(getLocale());
    frame.column(Column.<LibraryLine>text("indicator-code", LibraryLine::code), 100, false)
        .column(Column.<LibraryLine>text("first-level", line -> line.indicator().names().level1()), 110, false)
        .column(Column.<LibraryLine>text("second-level", line -> line.indicator().names().level2()), 140, false)
        .link(Column.<LibraryLine>text("indicator", line -> line.indicator().names().level3()),
            line -> address.with(ENTRY, line.entry().toString()).href(), 260, true)
        .column(Column.<LibraryLine>text("sign", line -> line.indicator().measure().sign().map(sign -> sign.glyph())
            .orElseGet(() -> LibraryWords.of(words, line.indicator().measure().kind()))).unsorted(), 70, false)
        .column(Column.<LibraryLine>text("measure-unit", line -> orNone(line.indicator().measure().unit())).unsorted(), 90, false)
        .column(Column.<LibraryLine>text("common", line -> commonness(line.indicator().common() ? Commonness.COMMON : Commonness.SPECIFIC)).unsorted(), 70, false)
        .column(Column.<LibraryLine>text("industry", line -> orNone(line.indicator().place().industry())), 110, false)
        .column(Column.<LibraryLine>text("level", line -> owner(line)).unsorted(), 120, false)
        .column(Column.<LibraryLine>text("state", line -> LibraryWords.of(words, line.state())).unsorted(), 80, false);
  }

  private String owner(LibraryLine line) {
    return line.department().isEmpty() ? LibraryWords.of(Words.in(getLocale()), line.level())
        : departments.getOrDefault(line.department(), line.department());
  }

  private static String orNone(String text) {
    return text.isEmpty() ? Written.NONE : text;
  }

  private String commonness(Commonness one) {
    return getTranslation(one == Commonness.COMMON ? "library.common" : "library.specific");
  }

  private void filters(Address address) {
    Words words = Words.in(getLocale());
    frame.words("q", "filter-text", getTranslation("library.filter"))
        .choice("level", List.of(LibraryLevel.values()), one -> LibraryWords.of(words, one));
    choice("first-level", IndicatorLibrary.Column.LEVEL1, address);
    choice("second-level", IndicatorLibrary.Column.LEVEL2, address);
    choice("industry", IndicatorLibrary.Column.INDUSTRY, address);
    choice("area", IndicatorLibrary.Column.AREA, address);
    frame.choice("common", List.of(Commonness.values()), this::commonness)
        .choice("state", List.of(EntryState.values()), one -> LibraryWords.of(words, one));
  }

  /** A field that chooses one of the texts the library has in a column. */
  private void choice(String parameter, IndicatorLibrary.Column column, Address address) {
    ComboBox<String> choice = new ComboBox<>();
    choice.setId("filter-" + parameter);
    choice.setAriaLabel(getTranslation("column." + parameter));
    choice.setPlaceholder(getTranslation("column." + parameter));
    choice.setItems(library.texts(column));
    choice.setClearButtonVisible(true);
    address.get(parameter).ifPresent(chosen -> {
      choice.setValue(chosen);
      frame.chip(chosen, parameter);
    });
    choice.addValueChangeListener(change -> address.with(parameter, change.getValue()).go());
    frame.filter(choice);
  }

  private void tools(LibraryRights rights, LibraryFilter filter) {
    Words words = Words.in(getLocale());
    if (rights.proposes()) {
      tool("propose", getTranslation("library.propose"), !rights.keeps(), () -> IndicatorDialog.propose(words, own(rights), desk, frame::refresh).open());
    }
    if (rights.keeps()) {
      tool("enter-indicator", getTranslation("library.enter"), true, () -> IndicatorDialog.enter(words, desk, frame::refresh).open());
      tool("import-library", getTranslation("library.import"), false,
          () -> new LibraryImportDialog(exchange, executor, registry::renewed, frame::refresh).open());
    }
    if (rights.keeps() && rights.prefecture()) {
      tool("sharing", getTranslation("library.sharing"), false, () -> new SharingDialog(sharing, library.texts(IndicatorLibrary.Column.INDUSTRY)).open());
      frame.batch("share", getTranslation("library.share-chosen"), lines -> SharingDialog.shareChosen(sharing, lines).open());
    }
    String name = getTranslation("nav.library");
    Anchor export = new Anchor(download -> ExcelLink.hand(download, FileName.of(name, "xlsx"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out -> exchange.export(filter, name, out)), getTranslation("list.export"));
    export.setId("export");
    frame.tool(export);
  }

  private Map<String, String> own(LibraryRights rights) {
    return rights.proposing().stream().collect(Collectors.toMap(code -> code, code -> departments.getOrDefault(code, code), (one, _) -> one, TreeMap::new));
  }

  private void tool(String id, String text, boolean primary, Runnable act) {
    Button button = new Button(text, _ -> act.run());
    button.setId(id);
    if (primary) {
      button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    }
    frame.tool(button);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.library"));
  }
}
