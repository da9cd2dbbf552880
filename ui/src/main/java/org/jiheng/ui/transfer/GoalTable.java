package org.jiheng.ui.transfer;

import static org.jiheng.ui.transfer.FundElements.button;
import static org.jiheng.ui.transfer.FundElements.label;
import static org.jiheng.ui.transfer.FundElements.plain;
import static org.jiheng.ui.transfer.FundElements.row;
import static org.jiheng.ui.transfer.FundElements.small;
import static org.jiheng.ui.transfer.FundElements.t;
import static org.jiheng.ui.transfer.FundElements.table;

import com.vaadin.flow.dom.Element;
import java.util.List;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.transfer.FundCells;
import org.jiheng.app.transfer.FundIndicator;
import org.jiheng.app.transfer.FundIndicator.Column;
import org.jiheng.app.transfer.FundPage;

/** The goals of a fund document: what it says as a whole and for the region, and its indicators. */
record GoalTable(FundPage drawn, FundFormCells cells) {

  Element element() {
    Element table = table("fund.goals");
    Element head = row(table);
    for (String goal : List.of("overall", "regional")) {
      label(head, t("fund.goal." + goal), 4);
    }
    Element texts = row(table);
    cells.cell(texts, FundCells.OVERALL, t("fund.goal.overall"), 4).getClassList().add("long");
    cells.cell(texts, FundCells.REGIONAL, t("fund.goal.regional"), 4).getClassList().add("long");
    Element columns = row(table);
    columns.getClassList().add("columns");
    label(columns, t("fund.indicator.level1"), 1);
    label(columns, t("fund.indicator.level2"), 1);
    label(columns, t("fund.indicator.name"), 2);
    label(columns, t("fund.indicator.target"), 2);
    label(columns, t("fund.indicator.main"), 1);
    label(columns, t("fund.indicator.aggregation"), 1);
    drawn.indicators().forEach(indicator -> goal(row(table), indicator));
    if (drawn.writable()) {
      Element more = row(table);
      plain(more, "", 8).appendChild(button("add", t("fund.add-indicator"), CellKey.of("indicators"), t("fund.add-indicator")));
    }
    return table;
  }

  private void goal(Element row, FundIndicator indicator) {
    row.setAttribute("data-indicator", indicator.id().toString());
    cells.cell(row, FundCells.indicator(indicator.id(), Column.LEVEL1), t("fund.indicator.level1"), 1);
    cells.cell(row, FundCells.indicator(indicator.id(), Column.LEVEL2), t("fund.indicator.level2"), 1);
    Element name = cells.cell(row, FundCells.indicator(indicator.id(), Column.NAME), t("fund.indicator.name"), 2);
    if (indicator.droppedAbove()) {
      name.appendChild(small(t("fund.dropped-above")));
    }
    if (drawn.writable() && (indicator.upper().isEmpty() || indicator.droppedAbove())) {
      name.appendChild(button("remove", "✕", FundCells.indicator(indicator.id()), t("fund.remove-indicator")));
    }
    cells.cell(row, FundCells.indicator(indicator.id(), Column.TARGET), t("fund.indicator.target"), 2);
    cells.choice(row, FundCells.indicator(indicator.id(), Column.MAIN), t("fund.indicator.main"));
    cells.choice(row, FundCells.indicator(indicator.id(), Column.AGGREGATION), t("fund.indicator.aggregation"));
  }
}
