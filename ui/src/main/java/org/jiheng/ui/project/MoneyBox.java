package org.jiheng.ui.project;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.budget.PriorResults.PriorResult;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.project.Budgets;
import org.jiheng.app.project.FundingLine;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectMoney;
import org.jiheng.app.project.ProjectPage;
import org.jiheng.app.project.ProjectRules;
import org.jiheng.app.selfevaluation.SelfEvaluation;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.Choices;
import org.jiheng.ui.frame.Hint;
import org.jiheng.ui.shell.Screens;
import org.jiheng.ui.text.Written;

/** A project's money: what its lines add up to by year and source, and each line; beside it what became of the year before (S50). */
final class MoneyBox {

  private final ProjectPage page;
  private final ProjectMoney money;
  private final Optional<PriorResult> before;
  private final ProjectWords words;
  private final Runnable done;
  private final UI ui = UI.getCurrent();

  /** @param done runs when a line was struck */
  MoneyBox(ProjectPage page, ProjectMoney money, Optional<PriorResult> before, ProjectWords words, Runnable done) {
    this.page = page;
    this.money = money;
    this.before = before;
    this.words = words;
    this.done = done;
  }

  Section whole() {
    Section box = Boxes.of("project.money");
    for (Map.Entry<Integer, Budgets.OfYear> year : page.budgets().years().entrySet()) {
      box.add(sums(year.getKey(), year.getValue()));
    }
    before.ifPresent(result -> box.add(before(result)));
    UnorderedList lines = new UnorderedList();
    lines.addClassName("money-lines");
    page.lines().forEach(line -> lines.add(line(line)));
    box.add(page.lines().isEmpty() ? new Paragraph(ui.getTranslation("money.none")) : lines);
    return box;
  }

  /** What became of it the year before, beside the money it asks for (S50). */
  private Paragraph before(PriorResult result) {
    Words sentences = Words.in(ui.getLocale());
    Paragraph said = new Paragraph(new Span(ui.getTranslation("project.before", String.valueOf(result.fiscalYear()), Written.orNone(result.score()),
        result.grade().map(grade -> sentences.say("grade." + grade)).orElse(Written.NONE))));
    said.setId("result-before");
    result.alarms().forEach(alarm -> {
      Span shown = new Span("▲ " + ui.getTranslation(alarm.rule()));
      shown.addClassName("problem");
      Hint.onText(shown.getElement(), sentences.say(alarm));
      said.add(shown);
    });
    result.form().ifPresent(form -> said.add(new Anchor(Screens.addressOf(SelfEvaluation.FORM_TYPE, form, result.fiscalYear()),
        ui.getTranslation("project.open-stage"))));
    return said;
  }

  private Component sums(int year, Budgets.OfYear sums) {
    NativeTable table = new NativeTable();
    table.addClassName("changes");
    NativeTableHeader head = new NativeTableHeader();
    NativeTableRow names = new NativeTableRow();
    Stream.of(ui.getTranslation("shell.year", String.valueOf(year)), ui.getTranslation("money.asked"), ui.getTranslation("column.initial"), ui.getTranslation("column.budget"))
        .forEach(text -> names.add(new NativeTableHeaderCell(text)));
    head.add(names);
    NativeTableBody body = new NativeTableBody();
    for (FundingSource source : FundingSource.values()) {
      if (sums.present().containsKey(source) || sums.asked().containsKey(source)) {
        body.add(row(words.of(source), sums.asked().getOrDefault(source, Money.ZERO), sums.opening().getOrDefault(source, Money.ZERO), sums.of(source)));
      }
    }
    body.add(row(ui.getTranslation("money.sum"), sums.askedFor(), sums.initial(), sums.annual()));
    table.add(head, body);
    table.getElement().setAttribute("data-money-of", String.valueOf(year));
    return table;
  }

  private NativeTableRow row(String name, Money... amounts) {
    NativeTableRow row = new NativeTableRow();
    row.add(new NativeTableCell(name));
    for (Money amount : amounts) {
      NativeTableCell cell = new NativeTableCell(Boxes.wan(amount));
      cell.addClassName("number");
      row.add(cell);
    }
    return row;
  }

  private ListItem line(FundingLine line) {
    ListItem item = new ListItem(new Span(ui.getTranslation("money.line", Written.day(line.entry().decidedOn()), String.valueOf(line.entry().fiscalYear()),
        words.of(line.entry().kind()), words.of(line.entry().source()))), Boxes.wan(line.entry().amount()));
    item.add(new Span(Stream.of(line.entry().document(), line.entry().note(), line.personName()).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "))));
    if (!line.origin().equals(line.project())) {
      item.add(Boxes.badge(ui.getTranslation("money.from-merged")));
    }
    if (!line.counts()) {
      item.addClassName("struck");
      item.add(new Span(ui.getTranslation("money.struck", line.struckReason(), line.struckBy())));
    } else if (page.mayStrike(line)) {
      Button strike = new Button(ui.getTranslation("money.strike"), _ -> strike(line));
      strike.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
      item.add(strike);
    }
    return item;
  }

  private void strike(FundingLine line) {
    TextArea reason = Choices.reason(ProjectRules.SHORTEST_REASON);
    new Asking(ui.getTranslation("money.strike"), () -> {
      money.strike(page.project().id(), line.id(), reason.getValue());
      return true;
    }, done).wide(reason).open();
  }
}
