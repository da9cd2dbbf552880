package org.jiheng.app.exante;

import org.jiheng.app.common.Words;
import org.jiheng.app.review.CellKey;

/** What the cells of an ex-ante evaluation are called. What the template says is said in the template's words. */
final class CellLabels {

  private CellLabels() {}

  /** Also understands rows and sections. */
  static String label(CellKey key, ExAnteTemplate template, Words words) {
    String[] parts = key.path().split("/");
    return switch (parts[0]) {
      case "item" -> item(parts, template, words);
      case "veto" -> parts.length == 1 ? words.say("cell.exante.veto")
          : template.veto(parts[1]).map(ExAnteTemplate.Veto::text).orElse(parts[1]);
      case "evidence" -> parts.length == 1 ? words.say("cell.exante.evidence")
          : template.document(parts[1]).map(ExAnteTemplate.Evidence::text).orElse(parts[1]);
      case "amount" -> parts.length == 3 && parts[1].equals("year") && !parts[2].equals(ExAnteCells.LATER)
          ? words.say("cell.exante.amount.year", java.util.Map.of("year", parts[2])) : words.say("cell.exante." + String.join(".", parts));
      default -> words.say("cell.exante." + String.join(".", parts));
    };
  }

  private static String item(String[] parts, ExAnteTemplate template, Words words) {
    if (parts.length == 1) {
      return words.say("cell.exante.item");
    }
    String name = template.item(parts[1]).map(ExAnteTemplate.Item::text).orElse(parts[1]);
    return parts.length == 2 ? name : name + "·" + words.say("cell.exante.item." + parts[2]);
  }
}
