package org.jiheng.ui.parameter;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.ParameterWords;
import org.jiheng.app.parameter.ValueCell;
import org.jiheng.app.parameter.ValueFlaw;

/** The field of one cell of a value, which knows where it stands. */
final class CellField {

  /** Texts longer than this are written in several lines. */
  private static final int ONE_LINE = 60;

  private final int table;
  private final int row;
  private final int column;
  private final Component component;
  private Consumer<String> changed = _ -> { };
  private boolean touched;

  private CellField(Words words, ValueCell cell, int table, int row, int column) {
    this.table = table;
    this.row = row;
    this.column = column;
    this.component = switch (cell.kind()) {
      case CHOICE -> choice(words, cell);
      case CHOICES -> choices(words, cell);
      case NUMBER -> number(words, cell);
      default -> text(cell);
    };
    component.setId(table + row + column == 0 ? "value" : "value-" + table + "-" + row + "-" + column);
    component.getElement().getClassList().add("value-" + cell.kind().name().toLowerCase(Locale.ROOT));
  }

  static CellField of(Words words, ValueCell cell, int table, int row, int column) {
    return new CellField(words, cell, table, row, column);
  }

  int table() {
    return table;
  }

  int row() {
    return row;
  }

  int column() {
    return column;
  }

  Component component() {
    return component;
  }

  HasValidation field() {
    return (HasValidation) component;
  }

  boolean touched() {
    return touched;
  }

  void touch() {
    touched = true;
  }

  boolean is(ValueFlaw flaw) {
    return flaw.table() == table && flaw.row() == row && flaw.column() == column;
  }

  void labelled(String label) {
    ((HasLabel) component).setLabel(label);
  }

  /** A field in a table is named by its heading and its row. */
  void named(String name) {
    ((HasAriaLabel) component).setAriaLabel(name);
  }

  void whenChanged(Consumer<String> told) {
    changed = told;
  }

  /** @param sentence what is wrong; empty if nothing is */
  void tell(String sentence) {
    field().setErrorMessage(sentence);
    field().setInvalid(!sentence.isEmpty());
  }

  void focus() {
    ((Focusable<?>) component).focus();
  }

  private <T, C extends AbstractField<?, T>> C telling(C field, Function<T, String> text) {
    field.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        changed.accept(text.apply(change.getValue()));
      }
    });
    return field;
  }

  private Component number(Words words, ValueCell cell) {
    TextField field = new TextField();
    field.setMaxLength(30);
    field.setValue(cell.text());
    cell.measure().ifPresent(measure -> field.setSuffixComponent(new Span(ParameterWords.unit(words, measure.unit()))));
    return telling(field, Function.identity());
  }

  private Component text(ValueCell cell) {
    if (cell.longest() > ONE_LINE) {
      TextArea area = new TextArea();
      area.setMaxLength(cell.longest());
      area.setMinRows(1);
      area.setValue(cell.text());
      return telling(area, Function.identity());
    }
    TextField field = new TextField();
    field.setMaxLength(cell.longest());
    field.setValue(cell.text());
    return telling(field, Function.identity());
  }

  private Component choice(Words words, ValueCell cell) {
    Select<String> field = new Select<>();
    field.setItems(cell.options());
    field.setItemLabelGenerator(option -> ParameterWords.option(words, option));
    field.setValue(cell.text());
    return telling(field, Function.identity());
  }

  private Component choices(Words words, ValueCell cell) {
    MultiSelectComboBox<String> field = new MultiSelectComboBox<>();
    field.setItems(cell.options());
    field.setItemLabelGenerator(option -> ParameterWords.option(words, option));
    field.setI18n(new MultiSelectComboBoxI18n().setCleared(field.getTranslation("choice.cleared")).setFocused(field.getTranslation("choice.focused"))
        .setSelected(field.getTranslation("choice.selected")).setDeselected(field.getTranslation("choice.deselected"))
        .setTotal(field.getTranslation("choice.total")));
    field.setValue(new LinkedHashSet<>(cell.chosen()));
    return telling(field, chosen -> cell.options().stream().filter(chosen::contains).collect(Collectors.joining(",")));
  }
}
