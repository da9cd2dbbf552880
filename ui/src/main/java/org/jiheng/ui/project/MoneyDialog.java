package org.jiheng.ui.project;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Words;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectMoney;
import org.jiheng.app.project.ProjectPage;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.Choices;
import org.jiheng.ui.frame.DayField;
import org.jiheng.ui.frame.Failures;

/** Asks for a line of money: where from, how much, when and by which document it was decided. What is refused is said at its field. */
final class MoneyDialog {

  private final ProjectMoney money;
  private final Project project;
  private final UI ui = UI.getCurrent();
  /** One dialog, one line, however often it is given. */
  private final UUID command = UUID.randomUUID();
  private final Select<FundingKind> kind;
  private final Select<FundingSource> source;
  private final TextField amount = Choices.line("money-amount", "money.amount", 20, "");
  private final IntegerField year;
  private final DayField day;
  private final TextField document = Choices.line("money-document", "money.document", 100, "");
  private final TextField note = Choices.line("money-note", "money.note", 200, "");

  /** At which field a refusal is said. */
  private final Map<String, HasValidation> places;

  private MoneyDialog(ProjectMoney money, ProjectPage page, LocalDate today) {
    this.money = money;
    this.project = page.project();
    ProjectWords words = new ProjectWords(ui);
    List<FundingKind> kinds = page.kinds();
    kind = Choices.of("money-kind", "money.kind", kinds.toArray(FundingKind[]::new), words::of,
        kinds.contains(FundingKind.ASKED) ? FundingKind.ASKED : FundingKind.OPENING);
    source = Choices.of("money-source", "column.source", FundingSource.values(), words::of, FundingSource.GENERAL_BUDGET);
    source.setHelperText(ui.getTranslation("money.doors"));
    year = new IntegerField(ui.getTranslation("project.year"));
    year.setId("money-year");
    year.setValue(project.fiscalYear());
    LocalDate first = LocalDate.of(project.fiscalYear(), 1, 1);
    day = new DayField("money-day", ui.getTranslation("money.day"), today.getYear() == project.fiscalYear() || first.isAfter(today) ? today : first);
    places = Map.ofEntries(Map.entry("money-fiscal-is-given", source), Map.entry("money-fiscal-by-the-list", source),
        Map.entry("money-asked-by-the-unit", kind), Map.entry("money-not-positive", amount), Map.entry("money-below-zero", amount),
        Map.entry("money-without-document", document), Map.entry("project-classified-described", note),
        Map.entry("project-year-out-of-reach", year));
  }

  static Asking of(ProjectMoney money, ProjectPage page, LocalDate today, Runnable done) {
    MoneyDialog dialog = new MoneyDialog(money, page, today);
    return new Asking(dialog.ui.getTranslation("money.add"), dialog::given, done)
        .with(dialog.kind, dialog.source, dialog.amount, dialog.year, dialog.day, dialog.document).wide(dialog.note);
  }

  private boolean given() {
    places.values().forEach(field -> field.setInvalid(false));
    Parsed<Money> read = Money.parse(amount.getValue(), Money.In.WAN);
    amount.setErrorMessage(read.problem().map(Words.in(ui.getLocale())::say).orElse(""));
    amount.setInvalid(read.problem().isPresent());
    asked(year, year.getValue() == null);
    asked(day, day.getValue() == null);
    if (amount.isInvalid() || year.isInvalid() || day.isInvalid()) {
      return false;
    }
    try {
      money.add(project.id(), command, new FundingEntry(year.getValue(), source.getValue(), kind.getValue(), read.value().orElseThrow(),
          day.getValue(), document.getValue().strip(), note.getValue().strip()));
      return true;
    } catch (RefusedException refused) {
      atTheirFields(refused.refusals());
      throw refused;
    }
  }

  private void asked(HasValidation field, boolean missing) {
    field.setErrorMessage(missing ? ui.getTranslation("field.required") : "");
    field.setInvalid(missing);
  }

  private void atTheirFields(List<Refusal> refusals) {
    refusals.stream().filter(refusal -> places.containsKey(refusal.code()))
        .collect(Collectors.groupingBy(refusal -> places.get(refusal.code()), Collectors.mapping(Failures::sentence, Collectors.joining(" "))))
        .forEach((field, sentence) -> {
          field.setErrorMessage(sentence);
          field.setInvalid(true);
        });
  }
}
