package org.jiheng.ui.budget;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.budget.BudgetAction;
import org.jiheng.app.budget.BudgetEntry.Occasion;
import org.jiheng.app.budget.BudgetList.Line;
import org.jiheng.app.budget.BudgetSection;
import org.jiheng.app.budget.Gate;
import org.jiheng.app.budget.Gates;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Words;
import org.jiheng.app.project.FundingSource;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.Choices;

/** Takes a project into the budget, allocates its money, or opens a closed gate. */
final class BudgetDialogs {

  private BudgetDialogs() {}

  static Asking enter(BudgetSection section, Line line, Occasion usual, Runnable done) {
    UI ui = UI.getCurrent();
    Words words = Words.in(ui.getLocale());
    // one dialog, one entry, however often it is given
    UUID command = UUID.randomUUID();
    Select<Occasion> occasion = Choices.of("occasion", "column.occasion", Occasion.values(), one -> ui.getTranslation("budget-occasion." + one.name()),
        usual);
    TextField amount = Choices.line("amount", "budget.amount", 20, line.left().or(line::asked).map(money -> money.inWan().toPlainString()).orElse(""));
    return new Asking(ui.getTranslation("budget.enter"), () -> {
      Parsed<Money> read = Money.parse(amount.getValue(), Money.In.WAN);
      amount.setErrorMessage(read.problem().map(words::say).orElse(""));
      amount.setInvalid(read.problem().isPresent());
      read.value().ifPresent(money -> section.enter(line.project(), command, occasion.getValue(), money));
      return read.value().isPresent();
    }, done).wide(new Paragraph(line.name())).with(occasion, amount);
  }

  static Asking allocate(BudgetSection section, Line line, Runnable done) {
    UI ui = UI.getCurrent();
    UUID command = UUID.randomUUID();
    Select<FundingSource> source = source();
    TextField document = Choices.line("document", "money.document", 100, "");
    return new Asking(ui.getTranslation("budget.allocate"), () -> {
      section.allocate(line.project(), command, source.getValue(), document.getValue());
      return true;
    }, done).wide(new Paragraph(line.name())).with(source, document);
  }

  /** The sources the list gives money from. */
  static Select<FundingSource> source() {
    UI ui = UI.getCurrent();
    return Choices.of("source", "column.source", Stream.of(FundingSource.values()).filter(FundingSource::byTheList).toArray(FundingSource[]::new),
        one -> ui.getTranslation("funding-source." + one.name()), FundingSource.GENERAL_BUDGET);
  }

  static Asking open(Gates gates, Line line, Gate gate, Runnable done) {
    UI ui = UI.getCurrent();
    Words words = Words.in(ui.getLocale());
    TextArea reason = Choices.reason(Gates.SHORTEST_REASON);
    return new Asking(ui.getTranslation("budget.open"), () -> {
      gates.open(line.project(), BudgetAction.ENTER_BUDGET, gate, reason.getValue());
      return true;
    }, done).wide(new Paragraph(line.name() + " " + words.say(line.entry().answers().get(gate).reason()))).wide(reason);
  }
}
