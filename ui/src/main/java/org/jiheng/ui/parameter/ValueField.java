package org.jiheng.ui.parameter;

import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterChange;
import org.jiheng.app.parameter.ParameterLine;
import org.jiheng.app.parameter.ParameterWords;
import org.jiheng.app.parameter.ValueSheet;

/**
 * The field in which a value is chosen or filled in; how, stands below it. Nobody has to know how the value is stored.
 *
 * @param typed the value as it is stored
 * @param wrong what is wrong in its cells, which say so themselves from then on
 */
record ValueField(HasValidation shown, Supplier<String> typed, Supplier<List<Problem>> wrong) {

  private static final String ID = "value";

  static ValueField of(Words words, ParameterLine line) {
    Parameter parameter = line.parameter();
    return parameter.sheet().map(sheet -> laidOut(words, line, sheet)).orElseGet(() -> switch (parameter.form()) {
      case CHOICE -> one(words, parameter, line.value());
      case CHOICES, STAGES -> some(words, parameter, line.value());
      default -> text(words, parameter, line.value());
    });
  }

  String text() {
    return typed.get();
  }

  private static String label() {
    return UI.getCurrent().getTranslation("column.parameter-value");
  }

  private static ValueField laidOut(Words words, ParameterLine line, ValueSheet sheet) {
    SheetField field = new SheetField(words, sheet, line.parameter(), line.value());
    return new ValueField(field, field::text, field::wrong);
  }

  private static ValueField one(Words words, Parameter parameter, String value) {
    Select<String> choice = new Select<>();
    choice.setId(ID);
    choice.setLabel(label());
    choice.setItems(parameter.options());
    choice.setItemLabelGenerator(option -> ParameterWords.option(words, option));
    choice.setValue(value);
    explain(choice, words, parameter);
    return new ValueField(choice, choice::getValue, List::of);
  }

  private static ValueField some(Words words, Parameter parameter, String value) {
    CheckboxGroup<String> choice = new CheckboxGroup<>();
    choice.setId(ID);
    choice.setLabel(label());
    choice.setItems(parameter.options());
    choice.setItemLabelGenerator(option -> ParameterWords.option(words, option));
    choice.setValue(Arrays.stream(value.split(",")).map(String::strip).filter(parameter.options()::contains).collect(Collectors.toSet()));
    explain(choice, words, parameter);
    return new ValueField(choice, () -> chosen(parameter.options(), choice), List::of);
  }

  /** In the order in which they are offered. */
  private static String chosen(List<String> options, CheckboxGroup<String> choice) {
    return options.stream().filter(choice.getValue()::contains).collect(Collectors.joining(","));
  }

  private static ValueField text(Words words, Parameter parameter, String value) {
    TextField text = new TextField(label());
    text.setId(ID);
    text.setMaxLength(ParameterChange.LONGEST_VALUE);
    text.setValue(value);
    explain(text, words, parameter);
    return new ValueField(text, text::getValue, List::of);
  }

  private static void explain(HasHelper field, Words words, Parameter parameter) {
    field.setHelperText(ParameterWords.form(words, parameter));
  }
}
