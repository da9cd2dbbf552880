package org.jiheng.ui.parameter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.ParameterChange;
import org.jiheng.app.parameter.ParameterChange.Field;
import org.jiheng.app.parameter.ParameterChange.Flaw;
import org.jiheng.app.parameter.ParameterDesk;
import org.jiheng.app.parameter.ParameterLevel;
import org.jiheng.app.parameter.ParameterLine;
import org.jiheng.app.parameter.ParameterWords;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.Choices;
import org.jiheng.ui.frame.DayField;
import org.jiheng.ui.frame.Failures;

/** Asks for a value, the years it is for, the day from which it holds, and why; what is wrong is said at the field it concerns. */
final class ParameterDialog {

  private static final int YEARS_BACK = 5;

  /** Stands for all years in the choice of years. */
  private static final int ALL = 0;

  private final ParameterDesk desk;
  private final ParameterLevel level;
  private final ParameterLine line;
  private final ParameterDesk.Page page;
  private final Words words;
  private final ValueField value;
  private final Select<Integer> years = new Select<>();
  private final DayField effective;
  private final TextArea why = Choices.reason(ParameterChange.SHORTEST_REASON);
  private final Paragraph reach = new Paragraph();
  private final Asking asking;
  private final Map<Field, HasValidation> fields = new EnumMap<>(Field.class);

  /** @param done runs when it was set */
  ParameterDialog(ParameterDesk desk, ParameterLevel level, int year, ParameterDesk.Page page, Runnable done) {
    this.desk = desk;
    this.level = level;
    this.page = page;
    this.line = page.line();
    this.words = Words.in(UI.getCurrent().getLocale());
    value = ValueField.of(words, line);
    effective = new DayField("effective", why.getTranslation("column.effective"), desk.today());
    effective.setHelperText(why.getTranslation("parameters.effective-help"));
    years.setId("for-years");
    years.setLabel(why.getTranslation("column.for-years"));
    years.setItems(Stream.concat(Stream.of(ALL), IntStream.rangeClosed(Math.min(year, desk.today().getYear() - YEARS_BACK),
        Math.max(year, desk.today().getYear() + 1)).boxed().toList().reversed().stream()).toList());
    years.setItemLabelGenerator(one -> one == ALL ? why.getTranslation("parameters.all-years") : why.getTranslation("parameters.of-year", String.valueOf(one)));
    years.setValue(year);
    fields.put(Field.YEAR, years);
    fields.put(Field.VALUE, value.shown());
    fields.put(Field.EFFECTIVE, effective);
    fields.put(Field.REASON, why);
    asking = new Asking(why.getTranslation("parameters.set"), this::taken, done);
    reach.setId("reach");
    reach.addClassName("reach");
    years.addValueChangeListener(_ -> reaches());
    effective.addValueChangeListener(_ -> reaches());
    reaches();
    asking.wide(new Paragraph(ParameterWords.text(words, line.parameter()))).wide((Component) value.shown()).with(years, effective).wide(reach).wide(why);
  }

  /** From when on what is set counts, for which years and for what; what stays as it was. */
  private void reaches() {
    LocalDate day = Optional.ofNullable(effective.getValue()).orElseGet(desk::today);
    List<Integer> others = years.getValue() == ALL ? page.yearsOfTheirOwn(level, day) : List.of();
    String said = why.getTranslation("parameters.reach", day.toString(), years.getItemLabelGenerator().apply(years.getValue()),
        ParameterWords.effect(words, line.parameter()));
    reach.setText(others.isEmpty() ? said : said + " " + why.getTranslation("parameters.reach-but",
        others.stream().map(String::valueOf).collect(Collectors.joining(words.say("parameter.between")))));
  }

  void open() {
    asking.setHeaderTitle(why.getTranslation("parameters.set-title", ParameterWords.name(words, line.parameter())));
    asking.open();
    focus(value.shown());
  }

  private boolean taken() {
    List<Problem> wrong = value.wrong().get();
    List<Flaw> flaws = desk.set(new ParameterChange(level, line.parameter().name(), Optional.of(years.getValue()).filter(one -> one != ALL),
        value.text(), Optional.ofNullable(effective.getValue()), why.getValue(), wrong), page.rows());
    fields.forEach((field, shown) -> {
      String said = field == Field.VALUE && !wrong.isEmpty() ? why.getTranslation("parameters.cells-wrong", wrong.size())
          : flaws.stream().filter(flaw -> flaw.field() == field).map(this::sentence).collect(Collectors.joining(" "));
      shown.setErrorMessage(said);
      shown.setInvalid(!said.isEmpty());
    });
    flaws.stream().filter(flaw -> !fields.containsKey(flaw.field())).forEach(flaw -> Failures.say(words.say(flaw.problem())));
    flaws.stream().map(Flaw::field).filter(fields::containsKey).findFirst().ifPresent(field -> focus(fields.get(field)));
    return flaws.isEmpty();
  }

  /** Groups of boxes are come to by the keyboard only. */
  private static void focus(HasValidation field) {
    switch (field) {
      case SheetField sheet -> sheet.focus();
      case Focusable<?> focusable -> focusable.focus();
      default -> { }
    }
  }

  private String sentence(Flaw flaw) {
    String said = words.say(flaw.problem());
    return flaw.field() == Field.VALUE ? said + " " + ParameterWords.form(words, line.parameter()) : said;
  }
}
