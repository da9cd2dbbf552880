package org.jiheng.ui.transfer;

import static org.jiheng.ui.transfer.FundElements.button;
import static org.jiheng.ui.transfer.FundElements.label;
import static org.jiheng.ui.transfer.FundElements.plain;
import static org.jiheng.ui.transfer.FundElements.row;
import static org.jiheng.ui.transfer.FundElements.small;
import static org.jiheng.ui.transfer.FundElements.t;
import static org.jiheng.ui.transfer.FundElements.table;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.indicator.Ratio;
import org.jiheng.app.project.BudgetGuard;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.transfer.FundCells;
import org.jiheng.app.transfer.FundIndicator;
import org.jiheng.app.transfer.FundLine;
import org.jiheng.app.transfer.FundPage;
import org.jiheng.app.transfer.ReconciledGoal;
import org.jiheng.app.transfer.Reconciliation;
import org.jiheng.app.transfer.Verdict;
import org.jiheng.ui.frame.Hint;
import org.jiheng.ui.text.Written;

/**
 * What each part of a fund document gets of the money and of every indicator, with what the parts come to, the target above, the
 * difference and a light below. Figures follow what is typed.
 */
final class PartTable {

  /** What stands below the parts. */
  private enum Foot {
    SUM, UPPER, DIFFERENCE, VERDICT
  }

  private static final String MONEY = "money";

  private final Words words = Words.in(UI.getCurrent().getLocale());
  private final Map<String, Element> figures = new HashMap<>();
  /** Below the name of a part: what keeps it from its money, or that the money is gone. */
  private final Map<UUID, Element> standings = new HashMap<>();
  private final FundPage page;
  private final FundFormCells cells;
  private final Element table;

  PartTable(FundPage page, FundFormCells cells) {
    this.page = page;
    this.cells = cells;
    this.table = drawn();
  }

  Element element() {
    return table;
  }

  void show(FundPage now) {
    Reconciliation found = now.reconciliation().orElseThrow();
    figure(Foot.SUM, MONEY, Written.wan(found.distributed()), Written.yuan(found.distributed()));
    figure(Foot.UPPER, MONEY, Written.wan(found.amount()), Written.yuan(found.amount()));
    // as for the indicators: below zero as long as something is left
    Money difference = new Money(found.remainder().yuan().negate());
    figure(Foot.DIFFERENCE, MONEY, Written.wan(difference), Written.yuan(difference));
    light(MONEY, found.moneyVerdict(), ofMoney(found.moneyVerdict()), words.say(found.money().reason()));
    found.lines().forEach(this::figures);
    now.lines().forEach(line -> standing(now, line));
  }

  private void standing(FundPage now, FundLine line) {
    List<BudgetGuard.Closed> closed = now.gates().getOrDefault(line.id(), List.of());
    Element standing = standings.get(line.id());
    standing.setText(closed.isEmpty() ? PartStanding.of(now, line)
        : closed.stream().map(one -> t("fund.gate-closed", gate(one.gate()), words.say(one.why()), one.why().article())).collect(Collectors.joining(" ")));
    standing.getClassList().set("cell-problem", !closed.isEmpty());
    standing.getClassList().set("below", closed.isEmpty());
  }

  /** As the budget list calls it. */
  private static String gate(String gate) {
    String column = gate.equals("B1") ? "exante-gate" : gate.equals("B2") ? "goal-gate" : "transfer-gate";
    return t("column." + column);
  }

  private void figures(ReconciledGoal line) {
    String id = line.goal().id().toString();
    figure(Foot.SUM, id, number(line, line.parts()), "");
    figure(Foot.UPPER, id, line.upper().isPresent() ? number(line, line.upper()) : line.goal().target(), "");
    figure(Foot.DIFFERENCE, id, number(line, line.difference()), "");
    light(id, line.verdict(), line.verdict().name(), words.say(line.found().reason()));
  }

  private static String number(ReconciledGoal line, Optional<Ratio> number) {
    return number.map(line::written).orElse(Written.NONE);
  }

  private void figure(Foot foot, String column, String text, String exact) {
    Element figure = figures.get(foot + column);
    figure.setText(text);
    Hint.onText(figure, exact);
  }

  /** Money that is left is no quantity that is short. */
  static String ofMoney(Verdict verdict) {
    return verdict == Verdict.SHORT ? "LEFT" : verdict.name();
  }

  private void light(String column, Verdict verdict, String word, String sentence) {
    Element light = figures.get(Foot.VERDICT + column);
    light.setText(switch (verdict) {
      case OK -> "● ";
      case OVER -> "◆ ";
      case SHORT, MISSING, UNCLEAR -> "■ ";
      case FREE -> "○ ";
    } + t("fund-verdict." + word));
    light.setAttribute("data-verdict", verdict.name());
    figures.get("why" + column).setText(verdict == Verdict.OK || verdict == Verdict.FREE ? "" : sentence);
  }

  private Element drawn() {
    Element drawn = table("fund.parts");
    Element head = row(drawn);
    head.getClassList().add("columns");
    label(head, t("fund.part"), 1);
    label(head, t("fund.part-amount"), 1);
    for (FundIndicator indicator : page.indicators()) {
      Element column = label(head, indicator.name().isEmpty() ? t("fund.indicator.nameless") : indicator.name(), 1);
      column.appendChild(small((indicator.droppedAbove() ? t("fund.dropped-above") : indicator.target()) + (indicator.main() ? " · " + t("fund.main-short") : "")));
    }
    page.lines().forEach(line -> part(row(drawn), line));
    int width = page.indicators().size() + 2;
    if (page.lines().isEmpty()) {
      plain(row(drawn), t("fund.no-parts"), width).getClassList().add("middle");
    }
    for (Foot foot : Foot.values()) {
      foot(row(drawn), foot);
    }
    if (page.overAllowed()) {
      Element note = row(drawn);
      label(note, t("fund.over-note"), 1);
      cells.cell(note, FundCells.OVER_NOTE, t("fund.over-note"), Math.max(1, width - 1)).getClassList().add("long");
    }
    return drawn;
  }

  private void part(Element row, FundLine line) {
    row.setAttribute("data-part", line.name());
    Element name = label(row, line.name(), 1);
    name.getClassList().add("left");
    line.part().unit().ifPresent(unit -> line.part().project().ifPresent(_ -> name.appendChild(small(page.units().getOrDefault(unit, unit)))));
    line.part().county().ifPresent(county -> name.appendChild(small(Optional.ofNullable(page.receipts().get(county))
        .map(at -> t("fund.confirmed-at", Written.minute(at))).orElse(line.sentAmount().isPresent() ? t("fund.unconfirmed") : ""))));
    Element standing = small("");
    standings.put(line.id(), standing);
    name.appendChild(standing);
    if (page.writable() && line.sentAmount().isEmpty()) {
      name.appendChild(button("remove", "✕", FundCells.line(line.id()), t("fund.remove-part")));
    }
    cells.cell(row, FundCells.amount(line.id()), line.name() + " " + t("fund.part-amount"), 1).getClassList().add("number");
    page.indicators().forEach(indicator ->
        cells.cell(row, FundCells.target(line.id(), indicator.id()), line.name() + " " + indicator.name(), 1).getClassList().add("number"));
  }

  private void foot(Element row, Foot foot) {
    row.getClassList().add("foot");
    label(row, t("fund.foot." + foot.name()), 1);
    List<String> columns = new ArrayList<>(List.of(MONEY));
    page.indicators().forEach(indicator -> columns.add(indicator.id().toString()));
    for (String column : columns) {
      Element place = plain(row, "", 1);
      place.getClassList().add("number");
      Element figure = new Element("span");
      figure.setAttribute("data-foot", foot.name());
      place.appendChild(figure);
      figures.put(foot + column, figure);
      if (foot == Foot.VERDICT) {
        CellKey about = column.equals(MONEY) ? CellKey.of(MONEY) : FundCells.indicator(UUID.fromString(column));
        place.appendChild(button("why", "ⓘ", about, t("fund.why")));
        Element why = new Element("div");
        why.getClassList().add("cell-problem");
        place.appendChild(why);
        figures.put("why" + column, why);
      }
    }
  }
}
