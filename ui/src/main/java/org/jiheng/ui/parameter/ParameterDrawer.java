package org.jiheng.ui.parameter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.ParameterChange;
import org.jiheng.app.parameter.ParameterDesk;
import org.jiheng.app.parameter.ParameterLevel;
import org.jiheng.app.parameter.ParameterLine;
import org.jiheng.app.parameter.ParameterRow;
import org.jiheng.app.parameter.ParameterWords;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.Choices;
import org.jiheng.ui.frame.PlainTable;
import org.jiheng.ui.text.Written;

/** One parameter: what it is for, what holds in the year, and every value that was ever set. */
final class ParameterDrawer extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient ParameterDesk desk;
  private final ParameterLevel level;
  private final int year;
  private final String key;
  private final transient Runnable changed;
  private final transient Words words = Words.in(getLocale());
  private final Div content = new Div();
  private final Button change = new Button();

  /**
   * @param closed runs when the person is done with it
   * @param changed runs when something was set or taken back
   */
  ParameterDrawer(ParameterDesk desk, ParameterLevel level, int year, String key, Runnable closed, Runnable changed) {
    this.desk = desk;
    this.level = level;
    this.year = year;
    this.key = key;
    this.changed = changed;
    content.addClassName("parameter-entry");
    add(content);
    Button close = new Button(getTranslation("close"), _ -> {
      close();
      closed.run();
    });
    close.setId("close-parameter");
    change.setId("change-parameter");
    change.setText(getTranslation("parameters.change"));
    change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(close, change);
    addOpenedChangeListener(opened -> {
      // who goes elsewhere closes it, too, and is not to be fetched back
      if (!opened.isOpened() && opened.isFromClient()) {
        closed.run();
      }
    });
    change.addClickListener(_ -> desk.open(level, year, key)
        .ifPresent(page -> new ParameterDialog(desk, level, year, page, this::again).open()));
  }

  void show() {
    fill();
    open();
  }

  private void again() {
    fill();
    changed.run();
  }

  private void fill() {
    content.removeAll();
    Optional<ParameterDesk.Page> page = desk.open(level, year, key);
    boolean keeps = ParameterDesk.rights().keeps(level);
    change.setVisible(keeps && page.isPresent());
    setHeaderTitle(page.map(one -> ParameterWords.name(words, one.line().parameter())).orElse(key));
    page.ifPresentOrElse(one -> content.add(facts(one.line()), history(one)),
        () -> content.add(new Paragraph(getTranslation("parameters.unknown"))));
    if (!keeps) {
      Span why = new Span(getTranslation("parameters.read-only"));
      why.addClassName("refusal");
      content.add(why);
    }
  }

  private Component facts(ParameterLine line) {
    DescriptionList facts = new DescriptionList();
    fact(facts, "parameters.text", ParameterWords.text(words, line.parameter()));
    fact(facts, "parameters.form", ParameterWords.form(words, line.parameter()));
    fact(facts, "parameters.now", getTranslation("parameters.now-line", String.valueOf(year), said(line, line.value()),
        getTranslation("origin." + line.origin().name())));
    fact(facts, "parameters.standard", said(line, line.parameter().key().standard()));
    fact(facts, "parameters.effect", ParameterWords.effect(words, line.parameter()));
    fact(facts, "column.parameter-key", key);
    return facts;
  }

  private String said(ParameterLine line, String value) {
    return ParameterWords.value(words, line.parameter(), value);
  }

  private void fact(DescriptionList facts, String label, String text) {
    facts.add(new DescriptionList.Term(getTranslation(label)), new DescriptionList.Description(text));
  }

  private Component history(ParameterDesk.Page page) {
    Div history = new Div(new H2(getTranslation("parameters.history")));
    if (page.rows().isEmpty()) {
      history.add(new Paragraph(getTranslation(ParameterDesk.rights().keeps(level) ? "parameters.never-set-keeper" : "parameters.never-set")));
      return history;
    }
    PlainTable table = new PlainTable(getTranslation("column.effective"), getTranslation("column.for-years"), getTranslation("column.parameter-value"),
        getTranslation("column.parameter-origin"), getTranslation("column.set-by"), getTranslation("column.set-why"), "");
    table.setId("history");
    page.rows().forEach(row -> table.line("", new Span(Written.day(row.effective())), new Span(years(row)), new Span(said(page.line(), row.value())),
        new Span(getTranslation("origin." + row.origin().name())), new Span(row.author()), new Span(row.reason()), standing(page, row)));
    history.add(table);
    return history;
  }

  private String years(ParameterRow row) {
    return row.fiscalYear().map(one -> getTranslation("parameters.of-year", String.valueOf(one))).orElseGet(() -> getTranslation("parameters.all-years"));
  }

  /** Whether it holds in the year that is looked at, does not yet, or gives way to another; what does not yet may be taken back. */
  private Component standing(ParameterDesk.Page page, ParameterRow row) {
    if (page.line().set().filter(row::equals).isPresent()) {
      return new Span(getTranslation("parameters.holds"));
    }
    if (!row.effective().isAfter(desk.today())) {
      return new Span("");
    }
    Span later = new Span(getTranslation("parameters.not-yet"));
    if (!page.removable().contains(row.id())) {
      return later;
    }
    Button back = new Button(getTranslation("parameters.take-back"), _ -> takeBack(page.line(), row));
    back.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    back.setAriaLabel(getTranslation("parameters.take-back") + " " + Written.day(row.effective()) + " " + said(page.line(), row.value()));
    back.addClassName("take-back");
    return new Div(later, back);
  }

  private void takeBack(ParameterLine line, ParameterRow row) {
    TextArea why = Choices.reason(ParameterChange.SHORTEST_REASON);
    Asking asking = new Asking(getTranslation("parameters.take-back"), () -> {
      List<Problem> problems = desk.takeBack(level, row.id(), why.getValue());
      why.setInvalid(!problems.isEmpty());
      why.setErrorMessage(problems.stream().map(words::say).findFirst().orElse(""));
      return problems.isEmpty();
    }, this::again);
    asking.wide(new Paragraph(getTranslation("parameters.take-back-text", Written.day(row.effective()), said(line, row.value()))))
        .wide(why).open();
    why.focus();
  }
}
