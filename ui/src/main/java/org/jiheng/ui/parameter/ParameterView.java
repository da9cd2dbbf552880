package org.jiheng.ui.parameter;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.parameter.ParameterDesk;
import org.jiheng.app.parameter.ParameterFilter;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterLevel;
import org.jiheng.app.parameter.ParameterLine;
import org.jiheng.app.parameter.ParameterRights;
import org.jiheng.app.parameter.ParameterRow;
import org.jiheng.app.parameter.ParameterSet.Origin;
import org.jiheng.app.parameter.ParameterWords;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** 参数设置: what holds in a year, who set it and what will hold; a prefecture also looks at the template of its counties. */
@Dependent
@Route(value = "parameters", layout = MainLayout.class)
@RolesAllowed({"PERFORMANCE_OFFICE", "FINANCE_SECTION", "BUREAU_LEADER", "AUDITOR", "PREFECTURE_OVERSIGHT"})
public class ParameterView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  /** Parameter of the address that names the parameter whose details are open. */
  private static final String KEY = "key";
  private static final String LEVEL = "level";
  private static final String LATER = "later";

  @Inject
  private transient ParameterDesk desk;

  private transient Address shown;
  private transient ListFrame<ParameterLine> frame;

  /** Opening and closing the details of a parameter leaves the list where it was scrolled to. */
  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    int year = Year.shown(event.getLocation(), desk.today());
    Address address = Address.of(event.getLocation()).with(Year.PARAMETER, String.valueOf(year));
    Address list = address.with(KEY, "");
    ParameterLevel level = level(address);
    if (!list.equals(shown)) {
      show(list, level, year);
      shown = list;
    }
    address.get(KEY).ifPresent(key -> new ParameterDrawer(desk, level, year, key, list::go, frame::refresh).show());
  }

  private static ParameterLevel level(Address address) {
    return ParameterDesk.rights().prefecture() ? address.get(LEVEL, ParameterLevel.class).orElse(ParameterLevel.OWN) : ParameterLevel.OWN;
  }

  private void show(Address address, ParameterLevel level, int year) {
    removeAll();
    ParameterRights rights = ParameterDesk.rights();
    Words words = Words.in(getLocale());
    ParameterFilter filter = new ParameterFilter(address.get("q").orElse(""), address.get("group", ParameterGroup.class),
        address.get("parameter-origin", Origin.class), address.get(LATER).isPresent());
    String title = getTranslation(level == ParameterLevel.OWN ? "parameters.own" : "parameters.template", String.valueOf(year));
    frame = new ListFrame<>("parameters", title, address);
    columns(address, words);
    filters(address, level, words);
    if (level == ParameterLevel.TEMPLATE) {
      Paragraph text = new Paragraph(getTranslation("parameters.template-text"));
      text.addClassName("notice");
      frame.notice(text);
    }
    frame.tool(ExcelLink.of(frame, title, (name, columns, cells, out) -> export(desk.list(level, year, filter, words), level, name, columns, cells, out)));
    frame.load((offset, limit) -> desk.list(level, year, filter, words).stream().skip(offset).limit(limit).toList(),
        () -> (long) desk.list(level, year, filter, words).size(), getTranslation("parameters.none"));
    frame.totals(getTranslation(rights.keeps(level) ? "parameters.count-keeper" : "parameters.count", desk.list(level, year, filter, words).size()));
    add(frame);
  }

  private void columns(Address address, Words words) {
    frame.column(Column.<ParameterLine>text("group", line -> ParameterWords.group(words, line.parameter().group())).unsorted(), 90, false)
        .link(Column.<ParameterLine>text("parameter", line -> ParameterWords.name(words, line.parameter())).unsorted(),
            line -> address.with(KEY, line.parameter().name()).href(), 190, false)
        .column(Column.<ParameterLine>text("parameter-value", line -> ParameterWords.value(words, line.parameter(), line.value())).unsorted(), 240, true)
        .column(Column.<ParameterLine>text("parameter-origin", line -> getTranslation("origin." + line.origin().name())).unsorted(), 90, false)
        .column(Column.<ParameterLine>text("effective", line -> ofRow(line, row -> Written.day(row.effective()))).unsorted(), 96, false)
        .column(Column.<ParameterLine>text("set-later", line -> later(line, words)).unsorted(), 150, false)
        .column(Column.<ParameterLine>text("set-by", line -> ofRow(line, ParameterRow::author)).unsorted(), 80, false)
        .column(Column.<ParameterLine>text("set-why", line -> ofRow(line, ParameterRow::reason)).unsorted(), 130, false)
        .column(Column.<ParameterLine>text("parameter-text", line -> ParameterWords.text(words, line.parameter())).unsorted(), 260, true)
        .column(Column.<ParameterLine>text("parameter-effect", line -> ParameterWords.effect(words, line.parameter())).unsorted(), 260, true)
        .column(Column.<ParameterLine>text("parameter-key", line -> line.parameter().name()).unsorted(), 190, false);
  }

  private static String ofRow(ParameterLine line, Function<ParameterRow, String> text) {
    return line.set().map(text).orElse(Written.NONE);
  }

  private static String later(ParameterLine line, Words words) {
    return line.later().stream().findFirst().map(row -> Written.day(row.effective()) + " " + ParameterWords.value(words, line.parameter(), row.value())).orElse(Written.NONE);
  }

  private void filters(Address address, ParameterLevel level, Words words) {
    if (ParameterDesk.rights().prefecture()) {
      frame.filter(levels(address, level));
    }
    frame.words("q", "filter-text", getTranslation("parameters.filter"))
        .choice("group", List.of(ParameterGroup.values()), group -> ParameterWords.group(words, group))
        .choice("parameter-origin", List.of(Origin.values()), origin -> getTranslation("origin." + origin.name()));
    Checkbox later = new Checkbox(getTranslation("parameters.later"), address.get(LATER).isPresent());
    later.setId("filter-later");
    later.addValueChangeListener(change -> address.with(LATER, change.getValue() ? "1" : "").go());
    frame.filter(later);
  }

  /** Whether the values of the prefecture itself are shown or those it hands down. */
  private Select<ParameterLevel> levels(Address address, ParameterLevel level) {
    Select<ParameterLevel> levels = new Select<>();
    levels.setId("filter-level");
    levels.setAriaLabel(getTranslation("parameters.level"));
    levels.setItems(ParameterLevel.OWN, ParameterLevel.TEMPLATE);
    levels.setItemLabelGenerator(one -> getTranslation("parameters.level." + one.name()));
    levels.setValue(level);
    levels.addValueChangeListener(chosen -> address.with(LEVEL, chosen.getValue().name()).go());
    return levels;
  }

  private void export(List<ParameterLine> lines, ParameterLevel level, String name, List<String> columns,
      Function<ParameterLine, List<Object>> cells, OutputStream out) throws IOException {
    desk.exported(level, name);
    TableWorkbook.write(out, name, columns, lines.stream().map(cells));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.parameters"));
  }
}
