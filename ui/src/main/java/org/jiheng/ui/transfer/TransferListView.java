package org.jiheng.ui.transfer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.document.FileName;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundLevel;
import org.jiheng.app.transfer.FundList;
import org.jiheng.app.transfer.FundList.Filter;
import org.jiheng.app.transfer.FundList.Line;
import org.jiheng.app.transfer.FundState;
import org.jiheng.app.transfer.RegionExport;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.ListOf;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** 转移支付: the fund documents of a year, for finance; for a unit, those that something of went down to it. */
@Dependent
@ListOf(FundDocuments.SUBJECT)
@Route(value = "transfers", layout = MainLayout.class)
@RolesAllowed({"UNIT_CLERK", "UNIT_APPROVER", "DEPARTMENT_REVIEWER", "FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUDGET_SECTION", "BUREAU_LEADER",
    "AUDITOR", "PREFECTURE_OVERSIGHT"})
public class TransferListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient FundDocuments documents;

  @Inject
  private transient FundList list;

  @Inject
  private transient RegionExport region;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    Address address = Address.of(event.getLocation());
    int year = Year.shown(event.getLocation(), calendar.today());
    ListFrame<Line> frame = new ListFrame<>("transfers", getTranslation("nav.transfers"), address);
    frame.link(Column.<Line>text("fund-number", Line::number).unsorted(), line -> "/transfers/" + line.id(), 170, false)
        .column(Column.<Line>text("transfer", Line::name).unsorted(), 220, true)
        .column(Column.<Line>text("from", line -> (line.received() ? "↓ " : "") + line.upperName()).unsorted(), 150, false)
        .column(Column.<Line>text("level", line -> getTranslation("fund-level." + line.level().name())).unsorted(), 80, false)
        .column(Column.<Line>text("kind", line -> getTranslation("fund-kind." + line.kind().name())).unsorted(), 80, false)
        .column(Column.<Line>number("amount", line -> Written.wan(line.amount()), line -> Written.yuan(line.amount()), line -> line.amount().inWan()).unsorted(), 110, false)
        .column(Column.<Line>number("remainder", line -> Written.wan(line.remainder()), line -> Written.yuan(line.remainder()),
            line -> line.remainder().inWan()).unsorted(), 110, false)
        .column(Column.<Line>text("send-by", line -> Written.day(line.dueOn())).unsorted(), 105, false)
        .column(Column.<Line>text("sent-on", line -> line.sentOn().map(Written::day).orElse(Written.NONE)).unsorted(), 105, false)
        .column(Column.<Line>text("state", line -> getTranslation("fund-state." + line.state().name())
            + (line.exempt() ? getTranslation("fund.goals-owed") : "")).unsorted(), 130, false);
    frame.words("q", "filter-text", getTranslation("fund.filter"));
    frame.choice("state", List.of(FundState.values()), state -> getTranslation("fund-state." + state.name()));
    frame.choice("level", List.of(FundLevel.values()), level -> getTranslation("fund-level." + level.name()));
    tools(frame, year);
    Filter filter = new Filter(year, address.get("state", FundState.class), address.get("level", FundLevel.class), address.get("q").orElse(""));
    FundList.Totals totals = list.totals(filter);
    frame.tool(ExcelLink.of(frame, getTranslation("nav.transfers") + year, (name, columns, cells, out) -> list.export(filter, name, columns, cells, out)));
    frame.load((offset, limit) -> list.page(filter, offset, limit), totals::documents,
        getTranslation(FundDocuments.finance() ? "fund.none" : "fund.none-for-you"));
    frame.totals(getTranslation("fund.totals", totals.documents(), Written.wan(totals.amount())));
    add(frame);
  }

  private void tools(ListFrame<Line> frame, int year) {
    if (!FundDocuments.finance()) {
      return;
    }
    frame.tool(link("fund.inbox", TransferInboxView.class, year)).tool(link("fund.execution", ExecutionView.class, year))
        .tool(link("fund.exemptions", ExemptionsView.class, year)).tool(regionPackage(year));
    if (FundDocuments.drafts()) {
      Button enter = new Button(getTranslation("fund.enter"), _ -> new HeadDialog(year, calendar.today(), Optional.empty(), head ->
          getUI().ifPresent(ui -> ui.navigate("transfers/" + documents.enter(head)))).open());
      enter.setId("enter-fund");
      enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      frame.tool(enter);
    }
  }

  /** The year's documents with their goals as a package for the region. */
  private Anchor regionPackage(int year) {
    String name = getTranslation("fund.region-package") + year;
    Anchor link = new Anchor(event -> ExcelLink.hand(event, FileName.of(name, "zip"), "application/zip", out -> region.write(year, name, out)),
        getTranslation("fund.region-package"));
    link.setId("region-package");
    return link;
  }

  private RouterLink link(String text, Class<? extends Div> view, int year) {
    RouterLink link = new RouterLink(getTranslation(text), view);
    link.setQueryParameters(Year.parameters(year));
    return link;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.transfers"));
  }
}
