package org.jiheng.ui.transfer;

import static org.jiheng.ui.transfer.FundElements.t;

import java.util.Optional;
import org.jiheng.app.common.Money;
import org.jiheng.app.transfer.FundLine;
import org.jiheng.app.transfer.FundPage;
import org.jiheng.app.transfer.FundState;
import org.jiheng.app.transfer.TakenBackLetter;
import org.jiheng.ui.text.Written;

/** How a part of a withdrawn document stands: its money is to be taken back, or was. */
final class PartStanding {

  private PartStanding() {}

  /** Empty text for a part of a document that holds, and for one nothing of which went down. */
  static String of(FundPage page, FundLine line) {
    if (page.document().state() != FundState.WITHDRAWN || line.sentAmount().isEmpty()) {
      return "";
    }
    return line.part().county().map(county -> ofCounty(Optional.ofNullable(page.takenBack().get(county))))
        .orElseGet(() -> line.takenBackOn().map(day -> t("fund.part-taken-back", Written.day(day))).orElseGet(() -> open(line)) + cutAway(line.cutAway()));
  }

  /** What the county said last. */
  private static String ofCounty(Optional<TakenBackLetter> told) {
    return told.map(one -> one.nothing() ? t("fund.part-county-had-none") : (one.left().isZero() ? t("fund.part-county-took-all-back", Written.day(one.day()), Written.wan(one.taken()))
        : t("fund.part-county-took-back", Written.day(one.day()), Written.wan(one.taken()), Written.wan(one.left()))) + cutAway(one.cutAway()))
        .orElseGet(() -> t("fund.part-withdrawn-county"));
  }

  private static String cutAway(Money money) {
    return money.isZero() ? "" : t("fund.part-cut-away", Written.wan(money));
  }

  private static String open(FundLine line) {
    return line.takenBack().isZero() ? t("fund.part-withdrawn")
        : t("fund.part-partly-taken-back", Written.wan(line.takenBack()), Written.wan(line.left()));
  }
}
