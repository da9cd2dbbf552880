package org.jiheng.ui.transfer;

import static org.jiheng.ui.transfer.FundElements.placed;
import static org.jiheng.ui.transfer.FundElements.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.transfer.FundPage;
import org.jiheng.app.transfer.Reconciliation;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.FormCell;
import org.jiheng.ui.text.Written;

/** The cells of a fund document that are written in, in both its tables, and how each of them stands. */
final class FundFormCells {

  private final Words words = Words.in(UI.getCurrent().getLocale());
  private final Map<CellKey, FormCell> cells = new LinkedHashMap<>();

  void show(FundPage page) {
    cells.forEach((key, cell) -> cell.show(state(page, key)));
  }

  Element cell(Element row, CellKey key, String name, int span) {
    Element place = placed(row, new Element("td"), span);
    cells.put(key, new FormCell(place, key, labels(name), false));
    return place;
  }

  /** One of a few values, named as its column names them. */
  void choice(Element row, CellKey key, String name) {
    cells.put(key, FormCell.choice(placed(row, new Element("td"), 1), key, labels(name), key.last().equals("main") ? mains() : aggregations(), false));
  }

  private static FormCell.Labels labels(String name) {
    return new FormCell.Labels(name, t("cell.before"), t("cell.mine"), t("cell.theirs"), t("cell.note"));
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
}
