package org.jiheng.ui.parameter;

import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterChange;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterLine;
import org.jiheng.app.parameter.ParameterWords;

/**
 * The field in which a value is chosen or typed, as its form asks for it; how it is written, and how what is typed will be read, stands
 * below.
 */
record ValueField(HasValidation shown, Supplier<String> typed) {

  private static final String ID = "value";

  static ValueField of(Words words, ParameterLine line) {
    Parameter parameter = line.parameter();
    return switch (parameter.form()) {
      case CHOICE -> one(words, parameter, line.value());
      case CHOICES, STAGES -> some(words, parameter, line.value());
      default -> text(words, parameter, line.value());
    };
  }

  String text() {
    return typed.get();
  }

  private static String label() {
    return UI.getCurrent().getTranslation("column.parameter-value");
  }

  private static ValueField one(Words words, Parameter parameter, String value) {
    Select<String> choice = new Select<>();
    choice.setId(ID);
    choice.setLabel(label());
    choice.setItems(parameter.options());
    choice.setItemLabelGenerator(option -> ParameterWords.option(words, option));
    choice.setValue(value);
    explain(choice, words, parameter, value);
    return new ValueField(choice, choice::getValue);
  }

  private static ValueField some(Words words, Parameter parameter, String value) {
    CheckboxGroup<String> choice = new CheckboxGroup<>();
    choice.setId(ID);
    choice.setLabel(label());
    choice.setItems(parameter.options());
    choice.setItemLabelGenerator(option -> ParameterWords.option(words, option));
    choice.setValue(Arrays.stream(value.split(",")).map(String::strip).filter(parameter.options()::contains).collect(Collectors.toSet()));
    explain(choice, words, parameter, value);
    return new ValueField(choice, () -> chosen(parameter.options(), choice));
  }

  /** In the order in which they are offered. */
  private static String chosen(List<String> options, CheckboxGroup<String> choice) {
    return options.stream().filter(choice.getValue()::contains).collect(Collectors.joining(","));
  }

  private static ValueField text(Words words, Parameter parameter, String value) {
    TextArea text = new TextArea(label());
    text.setId(ID);
    text.setMaxLength(ParameterChange.LONGEST_VALUE);
    text.setMaxRows(parameter.form() == ParameterForm.TEMPLATE ? 8 : 4);
    text.setValue(value);
    text.setValueChangeMode(ValueChangeMode.EAGER);
    text.addValueChangeListener(_ -> explain(text, words, parameter, text.getValue().strip()));
    explain(text, words, parameter, value);
    return new ValueField(text, text::getValue);
  }

  private static void explain(HasHelper field, Words words, Parameter parameter, String value) {
    String form = ParameterWords.form(words, parameter);
    String read = parameter.readable(value) ? ParameterWords.value(words, value) : value;
    field.setHelperText(read.equals(value) ? form : form + " " + UI.getCurrent().getTranslation("parameters.read-as", read));
  }
}
