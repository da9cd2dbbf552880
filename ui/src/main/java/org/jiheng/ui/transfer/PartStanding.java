package org.jiheng.ui.transfer;

import static org.jiheng.ui.transfer.FundElements.t;

import org.jiheng.app.transfer.FundLine;
import org.jiheng.app.transfer.FundPage;
import org.jiheng.app.transfer.FundState;
import org.jiheng.ui.text.Written;

/** How a part of a withdrawn document stands: its money is to be taken back, or was. */
final class PartStanding {

  private PartStanding() {}

  /** Empty text for a part of a document that holds, and for one nothing of which went down. */
  static String of(FundPage page, FundLine line) {
    if (page.document().state() != FundState.WITHDRAWN || line.sentAmount().isEmpty()) {
      return "";
    }
    return line.takenBackOn().map(day -> t("fund.part-taken-back", Written.day(day)))
        .orElseGet(() -> line.part().county().isPresent() ? t("fund.part-withdrawn-county") : open(line))
        + (line.cutAway().isZero() ? "" : t("fund.part-cut-away", Written.wan(line.cutAway())));
  }

  private static String open(FundLine line) {
    return line.takenBack().isZero() ? t("fund.part-withdrawn")
        : t("fund.part-partly-taken-back", Written.wan(line.takenBack()), Written.wan(line.left()));
  }
}
