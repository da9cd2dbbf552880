package org.jiheng.app.transfer;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jiheng.app.common.Money;

/**
 * What a county has taken back so far of its part of a withdrawn document, as it is told the jurisdiction above (S10): one JSON object,
 * layout 1; money in yuan as text.
 *
 * @param document the document of the jurisdiction above
 * @param taken of all its own parts together, with what was taken before
 * @param cutAway what had been cut by hand before and is owed no more
 * @param left what is still to be taken back
 */
public record TakenBackLetter(UUID document, LocalDate day, Money taken, Money cutAway, Money left) {

  static final String KIND = "TRANSFER_TAKEN_BACK";
  static final int LAYOUT = 1;

  static TakenBackLetter of(FundSheet sheet, UUID above, LocalDate today) {
    return new TakenBackLetter(above, today, sum(sheet, FundLine::takenBack), sum(sheet, FundLine::cutAway), sum(sheet, FundLine::left));
  }

  private static Money sum(FundSheet sheet, Function<FundLine, Money> what) {
    return sheet.lines().stream().map(what).reduce(Money.ZERO, Money::plus);
  }

  /** Whether nothing had gone down there, so that nothing is to be taken back. */
  public boolean nothing() {
    return taken.isZero() && cutAway.isZero() && left.isZero();
  }

  String toJson() {
    return Json.createObjectBuilder().add("document", document.toString()).add("day", day.toString()).add("taken", taken.toString())
        .add("cutAway", cutAway.toString()).add("left", left.toString()).build().toString();
  }

  static TakenBackLetter read(JsonObject json) {
    return new TakenBackLetter(UUID.fromString(json.getString("document")), LocalDate.parse(json.getString("day")), Money.ofYuan(json.getString("taken")),
        Money.ofYuan(json.getString("cutAway")), Money.ofYuan(json.getString("left")));
  }
}
