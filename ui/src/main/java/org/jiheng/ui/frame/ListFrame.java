package org.jiheng.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The frame of every list: filters as chips that stand in the address, columns one chooses and the browser remembers, lines
 * loaded as they are scrolled to, totals below, actions on the chosen lines.
 */
public final class ListFrame<T> extends Div {

  private static final long serialVersionUID = 1L;

  /** The exact value is a hint; who cannot see the bubble hears it with the cell. */
  private static final String EXACT = "<span data-hint=\"${item.exact}\">${item.text}<span class=\"unseen\"> ${item.exact}</span></span>";

  /**
   * A column.
   *
   * @param key its name in addresses and memory; heading: {@code column.<key>}
   * @param text what a line shows
   * @param exact the exact value on hover and focus; empty text for none
   * @param value what an exported line holds: text or number
   */
  public record Column<T>(
      String key, Function<T, String> text, Function<T, String> exact, Function<T, Object> value, boolean number, boolean sortable) {

    public static <T> Column<T> text(String key, Function<T, String> text) {
      return new Column<>(key, text, _ -> "", text::apply, false, true);
    }

    public static <T> Column<T> number(String key, Function<T, String> text, Function<T, String> exact, Function<T, Object> value) {
      return new Column<>(key, text, exact, value, true, true);
    }

    public Column<T> unsorted() {
      return new Column<>(key, text, exact, value, number, false);
    }
  }

  private final String name;
  private final Address address;
  private final Div tools = new Div();
  private final Div filters = new Div();
  private final Div chips = new Div();
  private final Div batch = new Div();
  private final Span chosen = new Span();
  private final Span totals = new Span();
  private final Grid<T> grid = new Grid<>();
  private final transient Map<String, Column<T>> columns = new LinkedHashMap<>();

  /**
   * @param name under which the browser remembers the columns
   * @param address the page's address with the filters in force
   */
  public ListFrame(String name, String title, Address address) {
    this.name = name;
    this.address = address;
    addClassNames("page", "list-page");
    tools.addClassName("tools");
    filters.addClassName("filters");
    chips.addClassName("chips");
    batch.addClassName("batch-bar");
    batch.setVisible(false);
    batch.add(chosen);
    totals.addClassName("totals");
    grid.addClassName("list");
    grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_NO_BORDER);
    grid.setSizeFull();
    Div head = new Div(new H1(title), tools);
    head.addClassName("list-head");
    Div foot = new Div(totals);
    foot.addClassName("list-foot");
    add(head, filters, chips, batch, grid, foot);
  }

  /** Adds a column; the list begins sorted as its address says. */
  public ListFrame<T> column(Column<T> column, int width, boolean grows) {
    columns.put(column.key(), column);
    Grid.Column<T> shown = grid.addColumn(column.number() ? LitRenderer.<T>of(EXACT)
            .withProperty("text", line -> column.text().apply(line)).withProperty("exact", line -> column.exact().apply(line))
            : LitRenderer.<T>of("<span title=\"${item.text}\">${item.text}</span>").withProperty("text", line -> column.text().apply(line)))
        .setKey(column.key())
        .setHeader(getTranslation("column." + column.key()))
        .setTextAlign(column.number() ? ColumnTextAlign.END : ColumnTextAlign.START)
        .setWidth(width + "px").setFlexGrow(grows ? 1 : 0).setResizable(true);
    if (column.sortable()) {
      shown.setSortProperty(column.key());
    }
    return this;
  }

  /** Adds the column that opens a line. */
  public ListFrame<T> link(Column<T> column, Function<T, String> href, int width, boolean grows) {
    columns.put(column.key(), column);
    Grid.Column<T> shown = grid.addColumn(LitRenderer.<T>of("<a href=\"${item.href}\" title=\"${item.text}\">${item.text}</a>")
            .withProperty("text", column.text()::apply).withProperty("href", href::apply))
        .setKey(column.key()).setHeader(getTranslation("column." + column.key()))
        .setWidth(width + "px").setFlexGrow(grows ? 1 : 0).setResizable(true);
    if (column.sortable()) {
      shown.setSortProperty(column.key());
    }
    return this;
  }

  /** Adds a column that leads somewhere where a line has something to lead to. */
  public ListFrame<T> linkIf(Column<T> column, Function<T, Optional<String>> href, int width, boolean grows) {
    columns.put(column.key(), column);
    Grid.Column<T> shown = grid.addColumn(LitRenderer.<T>of(
            "${item.href ? html`<a href=\"${item.href}\">${item.text}</a>` : html`<span>${item.text}</span>`}")
            .withProperty("text", column.text()::apply).withProperty("href", line -> href.apply(line).orElse("")))
        .setKey(column.key()).setHeader(getTranslation("column." + column.key()))
        .setWidth(width + "px").setFlexGrow(grows ? 1 : 0).setResizable(true);
    if (column.sortable()) {
      shown.setSortProperty(column.key());
    }
    return this;
  }

  /** A field that filters; what it is set to stands in the address. */
  public ListFrame<T> filter(Component field) {
    filters.add(field);
    return this;
  }

  /** A field that chooses one of some constants for the parameter of this name. */
  public <E extends Enum<E>> ListFrame<T> choice(String parameter, List<E> items, Function<E, String> label) {
    Select<E> choice = new Select<>();
    choice.setId("filter-" + parameter);
    choice.setAriaLabel(getTranslation("column." + parameter));
    choice.setEmptySelectionAllowed(true);
    String all = getTranslation("list.all-of", getTranslation("column." + parameter));
    choice.setEmptySelectionCaption(all);
    choice.setItems(items);
    choice.setItemLabelGenerator(item -> item == null ? all : label.apply(item));
    items.stream().filter(item -> address.get(parameter).filter(item.name()::equals).isPresent()).findFirst().ifPresent(chosen -> {
      choice.setValue(chosen);
      chip(label.apply(chosen), parameter);
    });
    choice.addValueChangeListener(change -> address.with(parameter, change.getValue() == null ? "" : change.getValue().name()).go());
    return filter(choice);
  }

  /** A field for a text that the parameter of this name looks for. */
  public ListFrame<T> words(String parameter, String id, String placeholder) {
    TextField text = new TextField();
    text.setId(id);
    text.setPlaceholder(placeholder);
    text.setAriaLabel(placeholder);
    text.setClearButtonVisible(true);
    text.setValue(address.get(parameter).orElse(""));
    text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    text.addValueChangeListener(change -> address.with(parameter, change.getValue()).go());
    address.get(parameter).ifPresent(typed -> chip("“" + typed + "”", parameter));
    return filter(text);
  }

  /** A filter in force, which a click takes away. */
  public void chip(String text, String parameter) {
    Button chip = new Button(text + " ✕", _ -> address.with(parameter, "").go());
    chip.setAriaLabel(getTranslation("list.remove-filter", text));
    chip.addClassName("chip");
    chips.add(chip);
  }

  /** Something that stands above the filters and concerns the whole list. */
  public ListFrame<T> notice(Component notice) {
    addComponentAtIndex(1, notice);
    return this;
  }

  public ListFrame<T> tool(Component tool) {
    tools.add(tool);
    return this;
  }

  /** Loads lines as they are needed. {@code empty} stands where no line is. */
  public void load(BiFunction<Integer, Integer, List<T>> page, Supplier<Long> count, String empty) {
    grid.setEmptyStateText(empty);
    address.get("sort").filter(columns::containsKey).ifPresent(key -> grid.sort(List.of(new GridSortOrder<>(
        grid.getColumnByKey(key), address.get("desc").isPresent() ? SortDirection.DESCENDING : SortDirection.ASCENDING))));
    grid.setItems(new CallbackDataProvider<T, Void>(
        query -> page.apply(query.getOffset(), query.getLimit()).stream(), _ -> Math.toIntExact(count.get())));
    grid.addSortListener(sorted -> {
      if (sorted.isFromClient()) {
        Optional<GridSortOrder<T>> order = sorted.getSortOrder().stream().findFirst();
        address.with("sort", order.map(one -> one.getSorted().getKey()).orElse(""))
            .with("desc", order.filter(one -> one.getDirection() == SortDirection.DESCENDING).isPresent() ? "1" : "").go();
      }
    });
    tools.add(columnMenu());
  }

  public void totals(String text) {
    totals.setText(text);
  }

  public void refresh() {
    grid.getDataProvider().refreshAll();
    grid.deselectAll();
  }

  /** Lets lines be chosen, and offers an action on all that are. */
  public void batch(String action, String text, Consumer<Set<T>> act) {
    if (batch.getComponentCount() == 1) {
      grid.setSelectionMode(Grid.SelectionMode.MULTI);
      grid.addSelectionListener(selected -> {
        batch.setVisible(!selected.getAllSelectedItems().isEmpty());
        chosen.setText(getTranslation("list.chosen", selected.getAllSelectedItems().size()));
      });
    }
    Button button = new Button(text, _ -> act.accept(grid.getSelectedItems()));
    button.setId("batch-" + action);
    batch.add(button);
  }

  /** Columns as they are shown now, for an export of the same. */
  public List<Column<T>> shown() {
    return columns.values().stream().filter(column -> grid.getColumnByKey(column.key()).isVisible()).toList();
  }

  private Component columnMenu() {
    MenuBar menu = new MenuBar();
    menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
    MenuItem choose = menu.addItem(getTranslation("list.columns"));
    List<MenuItem> items = new ArrayList<>();
    for (String key : columns.keySet()) {
      MenuItem item = choose.getSubMenu().addItem(getTranslation("column." + key));
      item.setCheckable(true);
      item.setChecked(true);
      item.setKeepOpen(true);
      item.addClickListener(_ -> {
        grid.getColumnByKey(key).setVisible(item.isChecked());
        remember();
      });
      items.add(item);
    }
    WebStorage.getItem(WebStorage.Storage.LOCAL_STORAGE, memory(), hidden -> {
      if (hidden != null) {
        Set<String> keys = Set.of(hidden.split(","));
        int at = 0;
        for (String key : columns.keySet()) {
          boolean visible = !keys.contains(key);
          grid.getColumnByKey(key).setVisible(visible);
          items.get(at++).setChecked(visible);
        }
      }
    });
    return menu;
  }

  private void remember() {
    Set<String> hidden = new TreeSet<>(columns.keySet());
    shown().forEach(column -> hidden.remove(column.key()));
    WebStorage.setItem(WebStorage.Storage.LOCAL_STORAGE, memory(), String.join(",", hidden));
  }

  private String memory() {
    return "jiheng:columns:" + name;
  }
}
