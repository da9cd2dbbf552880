package org.jiheng.ui.selfevaluation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.FileName;
import org.jiheng.app.review.FormState;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Filter;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Line;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Sort;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Totals;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** What lists of self-evaluations have in common, the jurisdiction's own and the one the prefecture looks at. */
public final class SelfEvaluationColumns {

  private SelfEvaluationColumns() {}

  /** Writes the lines an export shows. */
  @FunctionalInterface
  public interface Export {
    void write(String name, List<String> columns, Function<Line, List<Object>> cells, OutputStream out) throws IOException;
  }

  /** The filter an address says; what it says wrongly is passed over. */
  public static Filter filter(Address address, int year) {
    return new Filter(year, address.get("state", FormState.class), address.get("unit"), address.get("grade", Grade.class),
        address.get("below").filter(text -> text.matches("[0-9]{1,3}")).map(Score::of), address.get("q").orElse(""),
        address.get("sort").flatMap(SelfEvaluationColumns::sort).orElse(Sort.UNIT), address.get("desc").isEmpty());
  }

  private static Optional<Sort> sort(String column) {
    return Arrays.stream(Sort.values()).filter(sort -> key(sort).equals(column)).findFirst();
  }

  private static String key(Sort sort) {
    return switch (sort) {
      case UNIT -> "unit";
      case TITLE -> "project";
      case STATE -> "state";
      case BUDGET -> "budget";
      case EXECUTED -> "executed";
      case SCORE -> "score";
      case CHANGED -> "changed";
    };
  }

  /**
   * @param path where a form is opened: its identifier is put behind
   * @param year fiscal year of the list, which its links keep
   */
  public static void columns(ListFrame<Line> list, String path, int year) {
    UI ui = UI.getCurrent();
    Words words = Words.in(ui.getLocale());
    list.link("project", Line::title, line -> Year.in(path + line.id(), year))
        .column(Column.text("unit", Line::unitName), 156, false)
        .column(Column.text("state", line -> ui.getTranslation("state." + line.state().name())), 118, false)
        .column(money("budget", Line::budget), 116, false)
        .column(money("executed", Line::executed), 116, false)
        .column(Column.<Line>number("rate", line -> Written.orNone(line.rate()), _ -> "", line -> Written.orNone(line.rate())).unsorted(), 80, false)
        .column(Column.number("score", line -> Written.orNone(line.total()), _ -> "",
            line -> line.total().<Object>map(Score::points).orElse(Written.NONE)), 76, false)
        .column(Column.<Line>text("grade", line -> line.grade().map(grade -> words.say("grade." + grade)).orElse(Written.NONE)).unsorted(), 56, false)
        .column(Column.text("changed", line -> Written.minute(line.changedAt()) + " " + line.changedBy()), 200, false)
        .column(Column.<Line>text("code", Line::projectCode).unsorted(), 186, false);
  }

  private static Column<Line> money(String key, Function<Line, Optional<Money>> amount) {
    return Column.number(key, line -> Written.wan(amount.apply(line)), line -> amount.apply(line).map(Written::yuan).orElse(""),
        line -> amount.apply(line).<Object>map(Money::yuan).orElse(Written.NONE));
  }

  /** Text and grade: filters every such list has. */
  public static void filters(ListFrame<Line> list, Address address) {
    Words words = Words.in(UI.getCurrent().getLocale());
    TextField text = new TextField();
    text.setId("filter-text");
    text.setPlaceholder(list.getTranslation("list.text"));
    text.setAriaLabel(list.getTranslation("list.text"));
    text.setClearButtonVisible(true);
    text.setValue(address.get("q").orElse(""));
    text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    text.addValueChangeListener(change -> address.with("q", change.getValue()).go());
    list.filter(text);
    list.filter(choice("grade", list, address, Arrays.asList(Grade.values()), grade -> words.say("grade." + grade)));
    address.get("q").ifPresent(typed -> list.chip("“" + typed + "”", "q"));
    address.get("grade", Grade.class).ifPresent(grade -> list.chip(words.say("grade." + grade), "grade"));
    address.get("below").ifPresent(limit -> list.chip(list.getTranslation("list.below", limit), "below"));
  }

  /** A field that chooses one of some constants for the parameter of this name. */
  static <E extends Enum<E>> Component choice(String parameter, ListFrame<Line> list, Address address, List<E> items, Function<E, String> label) {
    Select<E> choice = new Select<>();
    choice.setId("filter-" + parameter);
    choice.setAriaLabel(list.getTranslation("column." + parameter));
    choice.setEmptySelectionAllowed(true);
    String all = list.getTranslation("list.all-of", list.getTranslation("column." + parameter));
    choice.setEmptySelectionCaption(all);
    choice.setItems(items);
    choice.setItemLabelGenerator(item -> item == null ? all : label.apply(item));
    items.stream().filter(item -> address.get(parameter).filter(item.name()::equals).isPresent()).findFirst().ifPresent(choice::setValue);
    choice.addValueChangeListener(change -> address.with(parameter, change.getValue() == null ? "" : change.getValue().name()).go());
    return choice;
  }

  public static void totals(ListFrame<Line> list, Totals totals) {
    list.totals(list.getTranslation("list.totals", String.valueOf(totals.forms()), Written.wan(totals.budget()), Written.wan(totals.executed()),
        Written.orNone(totals.executed().per(totals.budget()))));
  }

  /** The link that exports what the list shows. */
  public static Component export(ListFrame<Line> list, String name, Export export) {
    Anchor link = new Anchor(event -> {
      List<Column<Line>> shown = shown(list, event.getSession());
      event.setFileName(FileName.of(name, "xlsx"));
      event.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      // written beside first: a slow line holds no transaction
      Path file = Files.createTempFile("export", ".xlsx");
      try {
        try (OutputStream out = Files.newOutputStream(file)) {
          export.write(name, shown.stream().map(column -> list.getTranslation("column." + column.key())).toList(),
              line -> shown.stream().map(column -> column.value().apply(line)).toList(), out);
        }
        Files.copy(file, event.getOutputStream());
      } finally {
        Files.deleteIfExists(file);
      }
    }, list.getTranslation("list.export"));
    link.setId("export");
    return link;
  }

  /** A download runs beside the screen: what the screen shows is asked under the session's lock. */
  private static List<Column<Line>> shown(ListFrame<Line> list, VaadinSession session) {
    session.lock();
    try {
      return list.shown();
    } finally {
      session.unlock();
    }
  }
}
