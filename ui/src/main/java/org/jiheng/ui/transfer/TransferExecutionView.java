package org.jiheng.ui.transfer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.FileName;
import org.jiheng.app.transfer.FundExecution;
import org.jiheng.app.transfer.FundExecution.Line;
import org.jiheng.app.transfer.FundExecution.Reached;
import org.jiheng.app.transfer.FundExecutions;
import org.jiheng.app.transfer.FundMove;
import org.jiheng.app.transfer.FundReport;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.Hint;
import org.jiheng.ui.frame.PlainTable;
import org.jiheng.ui.selfevaluation.SelfEvaluationView;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** 转移支付执行情况表: one document, part by part: money, what was paid, what was reached, what is missing; and its report (S11). */
@Dependent
@Route(value = "transfers/execution", layout = MainLayout.class)
@RolesAllowed({"FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUDGET_SECTION", "BUREAU_LEADER", "AUDITOR", "PREFECTURE_OVERSIGHT"})
class TransferExecutionView extends Div implements HasUrlParameter<String>, HasDynamicTitle, Year.Own {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient FundExecutions executions;

  private transient FundExecution execution;

  @Override
  public void setParameter(BeforeEvent event, String id) {
    addClassNames("page", "form-page", "fund");
    show(SelfEvaluationView.identifier(id));
  }

  private void show(UUID id) {
    removeAll();
    execution = executions.open(id);
    H1 title = new H1(getTranslation("fund.execution-title", execution.document().head().number() + " " + execution.document().head().name()));
    Div head = new Div(title);
    head.addClassName("form-head");
    add(head, bar(id), parts(id), goals(), reports());
  }

  private Div bar(UUID id) {
    Div actions = new Div();
    actions.addClassName("actions");
    if (execution.reporting()) {
      actions.add(report(id));
    }
    if (!execution.refusals().isEmpty()) {
      Span why = new Span(getTranslation("move.refused", getTranslation("fund.report"), FundTables.sentences(execution.refusals())));
      why.addClassName("refusal");
      actions.add(why);
    }
    Div tools = new Div(new Anchor(Year.in("/transfers/" + id, fiscalYear()), getTranslation("fund.title")), export(id));
    tools.addClassName("tools");
    Div bar = new Div(actions, tools);
    bar.addClassName("form-bar");
    return bar;
  }

  private Section parts(UUID id) {
    Section box = new Section(new H2(getTranslation("fund.execution-sum", Written.wan(execution.budget()), Written.wan(execution.paid()),
        Written.orNone(execution.rate()))));
    box.addClassName("box");
    PlainTable table = new PlainTable(columns().toArray(String[]::new));
    for (Line line : execution.lines()) {
      Div paid = new Div(money(line.paid()));
      if (execution.reporting() && line.toRegister()) {
        Button register = new Button(getTranslation("fund.register-paid"), _ -> register(id, line));
        register.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        register.setAriaLabel(getTranslation("fund.register-paid-of", line.name()));
        paid.add(new Div(register));
      }
      table.line("", new Span(line.name()), money(Optional.of(line.budget())), paid, new Span(Written.orNone(line.rate())), new Span(origin(line)),
          new Span(reached(line)), new Span(missing(line, Words.in(getLocale()))));
    }
    box.add(execution.lines().isEmpty() ? new Paragraph(getTranslation("fund.execution-no-parts")) : table);
    return box;
  }

  private List<String> columns() {
    return List.of(getTranslation("column.part"), getTranslation("column.sent-amount"), getTranslation("column.paid"), getTranslation("column.paid-rate"),
        getTranslation("column.paid-origin"), getTranslation("column.reached"), getTranslation("column.execution-missing"));
  }

  private static Span money(Optional<Money> money) {
    Span shown = new Span(Written.wan(money));
    Hint.onText(shown.getElement(), money.map(Written::yuan).orElse(""));
    return shown;
  }

  private String origin(Line line) {
    return getTranslation("fund-origin." + line.origin().name()) + (line.basis().isEmpty() ? "" : ":" + line.basis());
  }

  private static String reached(Line line) {
    return line.reached().stream().map(one -> one.name() + " " + (one.actual().isEmpty() ? Written.NONE : one.actual()) + "/" + one.target())
        .collect(Collectors.joining(";"));
  }

  private static String missing(Line line, Words words) {
    return line.missing().stream().map(words::say).collect(Collectors.joining(" "));
  }

  /** The download runs beside the screen, where nothing tells the language: every word is taken along. */
  private Anchor export(UUID id) {
    String name = getTranslation("fund.execution");
    List<String> columns = columns();
    Words words = Words.in(getLocale());
    Map<FundExecution.Origin, String> origins = Arrays.stream(FundExecution.Origin.values())
        .collect(Collectors.toMap(one -> one, one -> getTranslation("fund-origin." + one.name())));
    Anchor link = new Anchor(event -> ExcelLink.hand(event, FileName.of(name, "xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out ->
        executions.export(id, name, columns, line -> List.of(line.name(), line.budget().inWan(), line.paid().<Object>map(Money::inWan).orElse(""),
            Written.orNone(line.rate()), origins.get(line.origin()), reached(line), missing(line, words)), out)), getTranslation("list.export"));
    link.setId("export");
    return link;
  }

  private Button report(UUID id) {
    Button report = new Button(getTranslation(execution.upward() ? "fund.report-up" : "fund.report"), _ -> {
      executions.report(id, execution.reports().size());
      show(id);
    });
    report.setId("report-execution");
    report.setDisableOnClick(true);
    report.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    report.setEnabled(execution.refusals().isEmpty());
    return report;
  }

  private void register(UUID id, Line line) {
    TextField amount = new TextField(getTranslation("fund.paid-amount", line.name()));
    amount.setId("paid-amount");
    TextArea basis = new TextArea(getTranslation("fund.paid-basis", FundMove.SHORTEST_REASON));
    basis.setId("comment");
    basis.setMaxLength(500);
    new Asking(getTranslation("fund.register-paid"), () -> {
      Parsed<Money> typed = Money.parse(amount.getValue(), Money.In.WAN);
      amount.setInvalid(typed.problem().isPresent());
      typed.problem().ifPresent(problem -> amount.setErrorMessage(Words.in(getLocale()).say(problem)));
      typed.value().ifPresent(money -> executions.register(id, line.id(), money, basis.getValue()));
      return typed.value().isPresent();
    }, () -> show(id)).with(amount).wide(basis).open();
  }

  private Section goals() {
    Section box = new Section(new H2(getTranslation("fund.reached-together")));
    box.addClassName("box");
    PlainTable table = new PlainTable(getTranslation("fund.indicator.name"), getTranslation("fund.indicator.target"), getTranslation("fund.actual"),
        getTranslation("fund.completion"), getTranslation("fund.deviation"));
    for (Reached one : execution.goals()) {
      table.line("", new Span(one.name() + (one.main() ? " · " + getTranslation("fund.main-short") : "")), new Span(one.target()),
          new Span(one.actual().isEmpty() ? getTranslation("fund.not-known") : one.actual()), new Span(Written.orNone(one.completion())),
          new Span(one.deviation().map(percent -> percent.toPlainString() + "%").orElse(Written.NONE)));
    }
    box.add(execution.goals().isEmpty() ? new Paragraph(getTranslation("fund.execution-no-goals")) : table);
    return box;
  }

  private Section reports() {
    Section box = new Section(new H2(getTranslation("fund.reports")));
    box.addClassName("box");
    if (execution.reports().isEmpty()) {
      box.add(new Paragraph(getTranslation("fund.reports-none")));
    }
    for (FundReport report : execution.reports()) {
      box.add(new Paragraph(getTranslation("fund.reported", report.number(), Written.day(report.reportedOn()), report.personName(),
          Written.wan(Money.ofYuan(report.content().getString("paid"))), report.content().getString("rate"))));
    }
    return box;
  }

  @Override
  public int fiscalYear() {
    return execution.document().head().fiscalYear();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("fund.execution"));
  }
}
