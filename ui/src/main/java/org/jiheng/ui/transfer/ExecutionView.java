package org.jiheng.ui.transfer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.Money;
import org.jiheng.app.transfer.TransferReports;
import org.jiheng.app.transfer.TransferReports.Execution;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** 转移支付执行情况: how far a year's money and goals have come, document by document (S11). */
@Dependent
@Route(value = "transfers/execution", layout = MainLayout.class)
@RolesAllowed({"FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUDGET_SECTION", "BUREAU_LEADER", "AUDITOR", "PREFECTURE_OVERSIGHT"})
class ExecutionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient TransferReports reports;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    int year = Year.shown(event.getLocation(), calendar.today());
    List<Execution> executions = reports.executions(year);
    ListFrame<Execution> frame = new ListFrame<>("transfers-execution", getTranslation("fund.execution"), Address.of(event.getLocation()));
    frame.link(Column.<Execution>text("fund-number", Execution::number).unsorted(), one -> "/transfers/execution/" + one.id(), 170, false)
        .column(Column.<Execution>text("transfer", Execution::name).unsorted(), 200, true)
        .column(money("amount", Execution::amount), 115, false)
        .column(money("sent-amount", Execution::sent), 115, false)
        .column(Column.<Execution>text("sent-rate", one -> Written.orNone(one.rate())).unsorted(), 90, false)
        .column(Column.<Execution>text("parts", one -> String.valueOf(one.parts())).unsorted(), 80, false)
        .column(Column.<Execution>text("confirmed", one -> one.counties() == 0 ? Written.NONE : one.confirmed() + "/" + one.counties()).unsorted(), 100, false)
        .column(Column.<Execution>text("quantities", one -> one.mains() == 0 ? Written.NONE : one.standing() + "/" + one.mains()).unsorted(), 130, false)
        .column(Column.<Execution>text("send-by", one -> Written.day(one.dueOn())).unsorted(), 105, false)
        .column(Column.<Execution>text("sent-on", one -> one.sentOn().map(Written::day).orElse(Written.NONE)
            + (one.late(reports.today()) ? getTranslation("fund.late") : "")).unsorted(), 140, false)
        .column(Column.<Execution>text("state", one -> getTranslation("fund-state." + one.state().name())).unsorted(), 90, false);
    frame.tool(ExcelLink.of(frame, getTranslation("fund.execution") + year, (name, columns, cells, out) ->
        reports.exportExecutions(year, name, columns, cells, out)));
    frame.load((offset, limit) -> executions.stream().skip(offset).limit(limit).toList(), () -> (long) executions.size(), getTranslation("fund.execution-none"));
    Money amount = executions.stream().map(Execution::amount).reduce(Money.ZERO, Money::plus);
    Money sent = executions.stream().map(Execution::sent).reduce(Money.ZERO, Money::plus);
    frame.totals(getTranslation("fund.execution-totals", executions.size(), Written.wan(amount), Written.wan(sent), Written.orNone(sent.per(amount))));
    add(frame);
  }

  private static Column<Execution> money(String key, Function<Execution, Money> money) {
    return Column.<Execution>number(key, one -> Written.wan(money.apply(one)), one -> Written.yuan(money.apply(one)), one -> money.apply(one).inWan()).unsorted();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("fund.execution"));
  }
}
