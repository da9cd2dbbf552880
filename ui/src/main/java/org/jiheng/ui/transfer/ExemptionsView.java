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
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.transfer.TransferReports;
import org.jiheng.app.transfer.TransferReports.Exempted;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** 免附目标情况: exemptions of a year, who approved them, why, and what they owe (S19). */
@Dependent
@Route(value = "transfers/exemptions", layout = MainLayout.class)
@RolesAllowed({"FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUDGET_SECTION", "BUREAU_LEADER", "AUDITOR", "PREFECTURE_OVERSIGHT"})
class ExemptionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient TransferReports reports;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    int year = Year.shown(event.getLocation(), calendar.today());
    List<Exempted> exemptions = reports.exemptions(year);
    ListFrame<Exempted> frame = new ListFrame<>("transfers-exemptions", getTranslation("fund.exemptions"), Address.of(event.getLocation()));
    frame.link(Column.<Exempted>text("fund-number", one -> one.document().head().number()).unsorted(), one -> "/transfers/" + one.document().id(), 170, false)
        .column(Column.<Exempted>text("transfer", one -> one.document().head().name()).unsorted(), 200, true)
        .column(Column.<Exempted>text("exemption", one -> getTranslation("exemption-kind." + one.exemption().kind().name())).unsorted(), 70, false)
        .column(Column.<Exempted>text("why", one -> one.exemption().reason()).unsorted(), 200, true)
        .column(Column.<Exempted>text("approver", one -> one.exemption().approver()).unsorted(), 110, false)
        .column(Column.<Exempted>text("exempted-at", one -> Written.minute(one.exemption().at())).unsorted(), 140, false)
        .column(Column.<Exempted>text("determined", one -> one.exemption().determinedOn().map(Written::day).orElse(Written.NONE)).unsorted(), 105, false)
        .column(Column.<Exempted>text("goals-due", one -> one.exemption().goalsDue().map(Written::day).orElse(Written.NONE)).unsorted(), 105, false)
        .column(Column.<Exempted>text("goals-owed", this::standing).unsorted(), 120, false);
    frame.tool(ExcelLink.of(frame, getTranslation("fund.exemptions") + year, (name, columns, cells, out) ->
        reports.exportExemptions(year, name, columns, cells, out)));
    frame.load((offset, limit) -> exemptions.stream().skip(offset).limit(limit).toList(), () -> (long) exemptions.size(), getTranslation("fund.exemptions-none"));
    frame.totals(getTranslation("fund.exemptions-count", exemptions.size(), exemptions.stream().filter(one -> one.standing() != TransferReports.Standing.FOLLOWED).count()));
    add(frame);
  }

  private String standing(Exempted one) {
    return switch (one.standing()) {
      case FOLLOWED -> "● ";
      case OVERDUE -> "■ ";
      case AWAITING, OWED -> "▲ ";
    } + getTranslation("exemption-standing." + one.standing().name());
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("fund.exemptions"));
  }
}
