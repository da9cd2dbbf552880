package org.jiheng.ui.exante;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Words;
import org.jiheng.app.exante.Concluding;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.exante.ExAnteCells;
import org.jiheng.app.exante.ExAnteEvaluations;
import org.jiheng.app.exante.ExAnteForm;
import org.jiheng.app.exante.ExAnteTemplate;
import org.jiheng.app.review.Order;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.Choices;
import org.jiheng.ui.frame.DayField;
import org.jiheng.ui.text.Written;

/** Asks what finance concludes: which conclusion on whose score, how much, in which words, under which conditions. */
final class ConcludeDialog {

  private static final int LONGEST = 4000;
  private static final int LONGEST_CONDITION = 900;

  private final ExAnteForm form;
  private final UI ui = UI.getCurrent();
  private final Words words = Words.in(ui.getLocale());
  private final UUID command = UUID.randomUUID();
  private final Money asked;
  private final Paragraph proposed = new Paragraph();
  private final Select<Conclusion> conclusion;
  private final Select<Concluding.Basis> basis;
  private final TextField supported;
  private final TextArea opinion;
  private final TextArea explanation;
  private final CheckboxGroup<ExAnteTemplate.Veto> vetoes;
  private final Div conditions = new Div();
  private final List<Row> rows = new ArrayList<>();

  /** The fields of one condition. */
  private record Row(TextField text, DayField due, TextField responsible) {

    boolean filled() {
      return !text.getValue().isBlank();
    }
  }

  private ConcludeDialog(ExAnteForm form) {
    this.form = form;
    Concluding.Basis usual = form.thirdParty().filter(ExAnteForm.Outside::accepted).isPresent() ? Concluding.Basis.THIRD_PARTY : Concluding.Basis.UNIT;
    conclusion = Choices.of("conclusion-choice", "exante.conclusion", Conclusion.values(), one -> words.say("exante.conclusion." + one.name()),
        form.proposed(usual).value().orElse(Conclusion.PARTLY_SUPPORTED));
    basis = Choices.of("basis", "exante.basis", Concluding.Basis.values(), one -> words.say("exante.basis." + one.name()), usual);
    String text = form.cells().text(ExAnteCells.AMOUNT_TOTAL);
    asked = text.isEmpty() ? Money.ZERO : Money.ofYuan(text);
    supported = Choices.line("supported", "exante.supported", 20, usual(conclusion.getValue()));
    supported.setHelperText(ui.getTranslation("exante.asked-for", Written.wan(asked)));
    conclusion.addValueChangeListener(chosen -> {
      // what was typed stays
      if (supported.getValue().equals(usual(chosen.getOldValue()))) {
        supported.setValue(usual(chosen.getValue()));
      }
    });
    proposed.setId("proposed");
    basis.addValueChangeListener(chosen -> propose(chosen.getValue()));
    propose(usual);
    opinion = Choices.longText("opinion", "exante.opinion", LONGEST, "");
    explanation = Choices.longText("explanation", "exante.explanation", LONGEST, "");
    vetoes = HandInDialog.vetoes(form.template());
    vetoes.setValue(form.template().vetoes().stream()
        .filter(one -> form.cells().text(ExAnteCells.veto(one.key())).equals(ExAnteCells.HOLDS)).collect(Collectors.toSet()));
  }

  private String usual(Conclusion one) {
    return Concluding.usual(one, asked).inWan().toPlainString();
  }

  /** What the rules come to on this basis, and why. */
  private void propose(Concluding.Basis on) {
    Reasoned<Conclusion> rules = form.proposed(on);
    proposed.setText(rules.value().map(one -> ui.getTranslation("exante.proposed-because", words.say("exante.basis." + on.name()),
        words.say("exante.conclusion." + one.name()), rules.reasons().stream().map(words::say).collect(Collectors.joining(";"))))
        .orElseGet(() -> ui.getTranslation("exante.proposed-nothing", words.say("exante.basis." + on.name()))));
  }

  static Asking of(ExAnteForm form, ExAnteEvaluations evaluations, Runnable done) {
    ConcludeDialog dialog = new ConcludeDialog(form);
    Button more = new Button(dialog.ui.getTranslation("exante.condition-add"), _ -> dialog.condition());
    more.setId("add-condition");
    return new Asking(dialog.ui.getTranslation("exante.conclude"), () -> dialog.given(evaluations), done)
        .wide(dialog.proposed).with(dialog.conclusion, dialog.basis, dialog.supported).wide(dialog.opinion).wide(dialog.explanation).wide(dialog.vetoes)
        .wide(dialog.conditions).wide(more);
  }

  private void condition() {
    int number = rows.size() + 1;
    Row row = new Row(Choices.line("condition-" + number, "exante.condition-text", LONGEST_CONDITION, ""),
        new DayField("condition-due-" + number, ui.getTranslation("exante.condition-due")),
        Choices.line("condition-by-" + number, "exante.condition-responsible", 60, form.cells().text(ExAnteCells.LEADER)));
    rows.add(row);
    conditions.add(new Div(row.text(), row.due(), row.responsible()));
  }

  private boolean given(ExAnteEvaluations evaluations) {
    Parsed<Money> amount = Money.parse(supported.getValue(), Money.In.WAN);
    supported.setErrorMessage(amount.problem().map(words::say).orElse(""));
    supported.setInvalid(amount.problem().isPresent());
    Optional<Row> undated = rows.stream().filter(row -> row.filled() && row.due().getValue() == null).findFirst();
    undated.ifPresent(row -> {
      row.due().setErrorMessage(ui.getTranslation("field.required"));
      row.due().setInvalid(true);
    });
    if (supported.isInvalid() || undated.isPresent()) {
      return false;
    }
    List<Concluding.Wanted> wanted = rows.stream().filter(Row::filled)
        .map(row -> new Concluding.Wanted(row.text().getValue(), row.due().getValue(), row.responsible().getValue())).toList();
    evaluations.conclude(form.desk().id(), new Concluding(conclusion.getValue(), basis.getValue(), amount.value().orElseThrow(), opinion.getValue(),
        explanation.getValue(), vetoes.getValue().stream().map(ExAnteTemplate.Veto::key).collect(Collectors.toSet()), wanted),
        new Order(command, form.desk().version(), Optional.empty(), ""));
    return true;
  }
}
