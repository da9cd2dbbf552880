package org.jiheng.ui.project;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Words;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectLibrary;
import org.jiheng.app.project.Project;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.Choices;
import org.jiheng.ui.frame.DayField;

/** Asks for a line of money: where from, how much, when and by which document it was decided. */
final class MoneyDialog {

  private MoneyDialog() {}

  static Asking of(ProjectLibrary library, Project project, LocalDate today, Runnable done) {
    UI ui = UI.getCurrent();
    ProjectWords words = new ProjectWords(ui);
    Select<FundingKind> kind = Choices.of("money-kind", "money.kind", FundingKind.values(), words::of, FundingKind.OPENING);
    Select<FundingSource> source = Choices.of("money-source", "column.source", FundingSource.values(), words::of, FundingSource.GENERAL_BUDGET);
    TextField amount = Choices.line("money-amount", "money.amount", 20, "");
    IntegerField year = new IntegerField(ui.getTranslation("project.year"));
    year.setId("money-year");
    year.setValue(project.fiscalYear());
    LocalDate first = LocalDate.of(project.fiscalYear(), 1, 1);
    DayField day = new DayField("money-day", ui.getTranslation("money.day"), today.getYear() == project.fiscalYear() || first.isAfter(today) ? today : first);
    TextField document = Choices.line("money-document", "money.document", 100, "");
    TextField note = Choices.line("money-note", "money.note", 200, "");
    return new Asking(ui.getTranslation("money.add"), () -> {
      Parsed<Money> read = Money.parse(amount.getValue(), Money.In.WAN);
      amount.setErrorMessage(read.problem().map(Words.in(ui.getLocale())::say).orElse(""));
      amount.setInvalid(read.problem().isPresent());
      if (amount.isInvalid() || day.getValue() == null || year.getValue() == null) {
        return false;
      }
      library.addMoney(project.id(), new FundingEntry(year.getValue(), source.getValue(), kind.getValue(), read.value().orElseThrow(), day.getValue(),
          document.getValue().strip(), note.getValue().strip()));
      return true;
    }, done).with(kind, source, amount, year, day, document).wide(note);
  }
}
