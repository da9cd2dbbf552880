package org.jiheng.ui.transfer;

import static org.jiheng.ui.transfer.FundElements.button;
import static org.jiheng.ui.transfer.FundElements.label;
import static org.jiheng.ui.transfer.FundElements.placed;
import static org.jiheng.ui.transfer.FundElements.plain;
import static org.jiheng.ui.transfer.FundElements.row;
import static org.jiheng.ui.transfer.FundElements.small;
import static org.jiheng.ui.transfer.FundElements.t;
import static org.jiheng.ui.transfer.FundElements.table;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.indicator.Ratio;
import org.jiheng.app.project.BudgetGuard;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.transfer.FundCells;
import org.jiheng.app.transfer.FundIndicator;
import org.jiheng.app.transfer.FundIndicator.Column;
import org.jiheng.app.transfer.FundLine;
import org.jiheng.app.transfer.FundPage;
import org.jiheng.app.transfer.ReconciledGoal;
import org.jiheng.app.transfer.Reconciliation;
import org.jiheng.app.transfer.Verdict;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.FormCell;
import org.jiheng.ui.frame.Hint;
import org.jiheng.ui.text.Written;

/**
 * Goals and parts of a fund document as two tables: what each indicator is, and what each part gets of the money and of every
 * indicator, with what the parts come to, the target above, the difference and a light below. Figures follow what is typed.
 */
final class FundTables {

  /** What stands below the parts. */
  private enum Foot {
    SUM, UPPER, DIFFERENCE, VERDICT
  }

  private static final String MONEY = "money";

  private final Words words = Words.in(UI.getCurrent().getLocale());
  private final Element tables = new Element("div");
  private final Map<CellKey, FormCell> cells = new LinkedHashMap<>();
  private final Map<String, Element> figures = new HashMap<>();
  /** Below the name of a part: what keeps it from its money, or that the money is gone. */
  private final Map<UUID, Element> standings = new HashMap<>();
  private final FundPage drawn;

  FundTables(FundPage page) {
    this.drawn = page;
    tables.getClassList().add("fund-tables");
    tables.appendChild(goals(), parts());
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
    cells.forEach((key, cell) -> cell.show(state(page, key)));
    Reconciliation found = page.reconciliation().orElseThrow();
    figure(Foot.SUM, MONEY, Written.wan(found.distributed()), Written.yuan(found.distributed()));
    figure(Foot.UPPER, MONEY, Written.wan(found.amount()), Written.yuan(found.amount()));
    // as for the indicators: below zero as long as something is left
    Money difference = new Money(found.remainder().yuan().negate());
    figure(Foot.DIFFERENCE, MONEY, Written.wan(difference), Written.yuan(difference));
    light(MONEY, found.moneyVerdict(), ofMoney(found.moneyVerdict()), words.say(found.money().reason()));
    found.lines().forEach(this::figures);
    page.lines().forEach(line -> standing(page, line));
  }

  private void standing(FundPage page, FundLine line) {
    List<BudgetGuard.Closed> closed = page.gates().getOrDefault(line.id(), List.of());
    Element standing = standings.get(line.id());
    standing.setText(closed.isEmpty() ? PartStanding.of(page, line)
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

  // --- what each indicator is

  private Element goals() {
    Element table = table("fund.goals");
    Element head = row(table);
    for (String goal : List.of("overall", "regional")) {
      label(head, t("fund.goal." + goal), 4);
    }
    Element texts = row(table);
    cell(texts, FundCells.OVERALL, t("fund.goal.overall"), 4).getClassList().add("long");
    cell(texts, FundCells.REGIONAL, t("fund.goal.regional"), 4).getClassList().add("long");
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
    cell(row, FundCells.indicator(indicator.id(), Column.LEVEL1), t("fund.indicator.level1"), 1);
    cell(row, FundCells.indicator(indicator.id(), Column.LEVEL2), t("fund.indicator.level2"), 1);
    Element name = cell(row, FundCells.indicator(indicator.id(), Column.NAME), t("fund.indicator.name"), 2);
    if (drawn.writable() && indicator.upper().isEmpty()) {
      name.appendChild(button("remove", "✕", FundCells.indicator(indicator.id()), t("fund.remove-indicator")));
    }
    cell(row, FundCells.indicator(indicator.id(), Column.TARGET), t("fund.indicator.target"), 2);
    choice(row, FundCells.indicator(indicator.id(), Column.MAIN), t("fund.indicator.main"), mains());
    choice(row, FundCells.indicator(indicator.id(), Column.AGGREGATION), t("fund.indicator.aggregation"), aggregations());
  }

  private static Map<String, String> mains() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("false", t("fund.not-main"));
    choices.put("true", t("fund.main"));
    return choices;
  }

  private static Map<String, String> aggregations() {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Aggregation one : Aggregation.values()) {
      choices.put(one.name(), t("aggregation." + one.name()));
    }
    return choices;
  }

  // --- what each part gets

  private Element parts() {
    Element table = table("fund.parts");
    Element head = row(table);
    head.getClassList().add("columns");
    label(head, t("fund.part"), 1);
    label(head, t("fund.part-amount"), 1);
    for (FundIndicator indicator : drawn.indicators()) {
      Element column = label(head, indicator.name().isEmpty() ? t("fund.indicator.nameless") : indicator.name(), 1);
      column.appendChild(small(indicator.target() + (indicator.main() ? " · " + t("fund.main-short") : "")));
    }
    drawn.lines().forEach(line -> part(row(table), line));
    int width = drawn.indicators().size() + 2;
    if (drawn.lines().isEmpty()) {
      plain(row(table), t("fund.no-parts"), width).getClassList().add("middle");
    }
    for (Foot foot : Foot.values()) {
      foot(row(table), foot);
    }
    if (drawn.overAllowed()) {
      Element note = row(table);
      label(note, t("fund.over-note"), 1);
      cell(note, FundCells.OVER_NOTE, t("fund.over-note"), Math.max(1, width - 1)).getClassList().add("long");
    }
    return table;
  }

  private void part(Element row, FundLine line) {
    row.setAttribute("data-part", line.name());
    Element name = label(row, line.name(), 1);
    name.getClassList().add("left");
    line.part().unit().ifPresent(unit -> line.part().project().ifPresent(_ -> name.appendChild(small(drawn.units().getOrDefault(unit, unit)))));
    line.part().county().ifPresent(county -> name.appendChild(small(Optional.ofNullable(drawn.receipts().get(county))
        .map(at -> t("fund.confirmed-at", Written.minute(at))).orElse(line.sentAmount().isPresent() ? t("fund.unconfirmed") : ""))));
    Element standing = small("");
    standings.put(line.id(), standing);
    name.appendChild(standing);
    if (drawn.writable() && line.sentAmount().isEmpty()) {
      name.appendChild(button("remove", "✕", FundCells.line(line.id()), t("fund.remove-part")));
    }
    cell(row, FundCells.amount(line.id()), line.name() + " " + t("fund.part-amount"), 1).getClassList().add("number");
    drawn.indicators().forEach(indicator ->
        cell(row, FundCells.target(line.id(), indicator.id()), line.name() + " " + indicator.name(), 1).getClassList().add("number"));
  }

  private void foot(Element row, Foot foot) {
    row.getClassList().add("foot");
    label(row, t("fund.foot." + foot.name()), 1);
    List<String> columns = new ArrayList<>(List.of(MONEY));
    drawn.indicators().forEach(indicator -> columns.add(indicator.id().toString()));
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

  // --- a cell

  private FormCell.State state(FundPage page, CellKey key) {
    String kept = page.texts().getOrDefault(key, "");
    Optional<String> locked = Optional.ofNullable(page.locks().get(key)).map(Failures::sentence);
    String text = locked.isEmpty() ? kept : shown(key, kept);
    return new FormCell.State(text, kept, exact(key, kept), locked, problems(page, key), true, Optional.empty(), List.of(), false, Optional.empty());
  }

  private static String shown(CellKey key, String kept) {
    if (key.part(0).equals("indicator") && !kept.isEmpty()) {
      return switch (key.last()) {
        case "main" -> mains().get(kept);
        case "aggregation" -> aggregations().get(kept);
        default -> kept;
      };
    }
    return kept;
  }

  private static String exact(CellKey key, String kept) {
    return key.last().equals("amount") && !kept.isBlank() && Money.parse(kept, Money.In.WAN) instanceof Parsed.Ok<Money>(Money money) ? Written.yuan(money) : "";
  }

  private List<String> problems(FundPage page, CellKey key) {
    Reconciliation found = page.reconciliation().orElseThrow();
    Optional<Problem> problem = switch (key.part(0)) {
      case "line" -> Optional.ofNullable(found.amounts().get(UUID.fromString(key.part(1))));
      case "target" -> found.line(UUID.fromString(key.part(2))).map(line -> line.problems().get(UUID.fromString(key.part(1))));
      default -> Optional.empty();
    };
    return problem.map(one -> List.of(words.say(one))).orElse(List.of());
  }

  /** What speaks against something as sentences, one after the other. */
  static String sentences(List<Refusal> refusals) {
    return refusals.stream().map(Failures::sentence).collect(Collectors.joining(" "));
  }

  // --- elements

  private Element cell(Element row, CellKey key, String name, int span) {
    Element place = placed(row, new Element("td"), span);
    cells.put(key, new FormCell(place, key, labels(name), false));
    return place;
  }

  private void choice(Element row, CellKey key, String name, Map<String, String> choices) {
    cells.put(key, FormCell.choice(placed(row, new Element("td"), 1), key, labels(name), choices, false));
  }

  private static FormCell.Labels labels(String name) {
    return new FormCell.Labels(name, t("cell.before"), t("cell.mine"), t("cell.theirs"), t("cell.note"));
  }
}
