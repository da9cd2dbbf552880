package org.jiheng.ui.transfer;

import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.transfer.FundIndicator;
import org.jiheng.app.transfer.FundLine;
import org.jiheng.app.transfer.FundPage;
import org.jiheng.ui.frame.Failures;

/**
 * Goals and parts of a fund document as two tables, one below the other: what each indicator is ({@link GoalTable}), and what each part
 * gets ({@link PartTable}).
 */
final class FundTables {

  private final Element tables = new Element("div");
  private final FundFormCells cells = new FundFormCells();
  private final PartTable parts;
  private final FundPage drawn;

  FundTables(FundPage page) {
    this.drawn = page;
    tables.getClassList().add("fund-tables");
    Element goals = new GoalTable(page, cells).element();
    parts = new PartTable(page, cells);
    tables.appendChild(goals, parts.element());
    show(page);
  }

  Element element() {
    return tables;
  }

  /** Whether the other state can be shown without drawing anew. */
  boolean fits(FundPage other) {
    return other.texts().keySet().equals(drawn.texts().keySet()) && other.writable() == drawn.writable() && other.locks().keySet().equals(drawn.locks().keySet())
        && other.receipts().equals(drawn.receipts()) && sent(other).equals(sent(drawn)) && ids(other).equals(ids(drawn)) && headings(other).equals(headings(drawn));
  }

  private static List<UUID> ids(FundPage page) {
    List<UUID> ids = new ArrayList<>(page.lines().stream().map(FundLine::id).toList());
    ids.addAll(page.indicators().stream().map(FundIndicator::id).toList());
    return ids;
  }

  private static List<Optional<Money>> sent(FundPage page) {
    return page.lines().stream().map(FundLine::sentAmount).toList();
  }

  private static List<String> headings(FundPage page) {
    return page.indicators().stream().map(one -> one.name() + one.target() + one.main()).toList();
  }

  void show(FundPage page) {
    cells.show(page);
    parts.show(page);
  }

  /** What speaks against something as sentences, one after the other. */
  static String sentences(List<Refusal> refusals) {
    return refusals.stream().map(Failures::sentence).collect(Collectors.joining(" "));
  }
}
