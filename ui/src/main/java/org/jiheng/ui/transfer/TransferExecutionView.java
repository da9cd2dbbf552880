package org.jiheng.ui.transfer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Words;
import org.jiheng.app.transfer.FundExecution;
import org.jiheng.app.transfer.FundExecution.Line;
import org.jiheng.app.transfer.FundExecution.Reached;
import org.jiheng.app.transfer.FundExecutions;
import org.jiheng.app.transfer.FundMove;
import org.jiheng.app.transfer.FundReport;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
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
  private transient Address address;

  @Override
  public void setParameter(BeforeEvent event, String id) {
    address = Address.of(event.getLocation());
    show(SelfEvaluationView.identifier(id));
  }

  private void show(UUID id) {
    removeAll();
    execution = executions.open(id);
    String title = execution.document().head().number() + " " + execution.document().head().name();
    ListFrame<Line> frame = new ListFrame<>("transfer-execution", getTranslation("fund.execution-title", title), address);
    frame.column(Column.<Line>text("part", Line::name).unsorted(), 170, true)
        .column(money("sent-amount", line -> Optional.of(line.budget())), 120, false)
        .column(money("paid", Line::paid), 120, false)
        .column(Column.<Line>text("paid-rate", line -> Written.orNone(line.rate())).unsorted(), 90, false)
        .column(Column.<Line>text("paid-origin", this::origin).unsorted(), 150, false)
        .column(Column.<Line>text("reached", this::reached).unsorted(), 260, true)
        .column(Column.<Line>text("execution-missing", this::missing).unsorted(), 280, true);
    if (execution.reporting()) {
      frame.batch("register-paid", getTranslation("fund.register-paid"), chosen -> register(id, chosen));
      frame.tool(report(id));
    }
    frame.tool(new Anchor(Year.in("/transfers/" + id, fiscalYear()), getTranslation("fund.title")));
    frame.tool(ExcelLink.of(frame, getTranslation("fund.execution"), (name, columns, cells, out) -> executions.export(id, name, columns, cells, out)));
    frame.load((offset, limit) -> execution.lines().stream().skip(offset).limit(limit).toList(), () -> (long) execution.lines().size(),
        getTranslation("fund.execution-no-parts"));
    frame.totals(getTranslation("fund.execution-sum", Written.wan(execution.budget()), Written.wan(execution.paid()), Written.orNone(execution.rate())));
    if (!execution.refusals().isEmpty()) {
      Span why = new Span(getTranslation("move.refused", getTranslation("fund.report"), FundTables.sentences(execution.refusals())));
      why.addClassName("refusal");
      frame.notice(why);
    }
    add(frame, goals(), reports());
  }

  private static Column<Line> money(String key, Function<Line, Optional<Money>> money) {
    return Column.<Line>number(key, line -> Written.wan(money.apply(line)), line -> money.apply(line).map(Written::yuan).orElse(""),
        line -> money.apply(line).map(one -> (Object) one.inWan()).orElse("")).unsorted();
  }

  private String origin(Line line) {
    return getTranslation("fund-origin." + line.origin().name()) + (line.basis().isEmpty() ? "" : ":" + line.basis());
  }

  private String reached(Line line) {
    return line.reached().stream().map(one -> one.name() + " " + (one.actual().isEmpty() ? Written.NONE : one.actual()) + "/" + one.target())
        .collect(Collectors.joining(";"));
  }

  private String missing(Line line) {
    Words words = Words.in(getLocale());
    return line.missing().stream().map(words::say).collect(Collectors.joining(" "));
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

  private void register(UUID id, Set<Line> chosen) {
    if (chosen.size() == 1) {
      register(id, chosen.iterator().next());
    } else {
      Failures.say(getTranslation("fund.register-one"));
    }
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
