package org.jiheng.app.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.review.Refusal;

/** What is decided about a fund document as a whole. Each says when there is a road, and in sentences why it may not be walked now. */
public enum FundMove {
  /** 下达: money and goals go down together (S18; gates B1 to B4). */
  SEND {
    @Override
    boolean leadsFrom(FundStanding standing) {
      return standing.state().open();
    }

    @Override
    List<Refusal> refusals(FundStanding standing) {
      List<Refusal> refusals = new ArrayList<>(leader(standing).stream().toList());
      refusals.addAll(standing.sending());
      return refusals;
    }
  },

  /** 应急救灾免附目标: the goals come after (S19). */
  EXEMPT {
    @Override
    boolean leadsFrom(FundStanding standing) {
      return standing.state().open() && standing.earmarked() && !standing.exempted();
    }

    @Override
    List<Refusal> refusals(FundStanding standing) {
      return leader(standing).stream().toList();
    }
  },

  /** 项目已确定: from now on the days for the goals of an exempted transfer are counted (Q14). */
  DETERMINE {
    @Override
    boolean leadsFrom(FundStanding standing) {
      return standing.exempt() && !standing.determined() && standing.state() != FundState.WITHDRAWN;
    }
  },

  /** 调整: what was sent is broken down anew; those below get it as a task. */
  ADJUST {
    @Override
    boolean leadsFrom(FundStanding standing) {
      return standing.state() == FundState.SENT;
    }
  },

  /** 撤回文件: the document does not hold any more. Those below see it; what comes from above is withdrawn there. */
  WITHDRAW {
    @Override
    boolean leadsFrom(FundStanding standing) {
      return standing.state() != FundState.WITHDRAWN && !standing.received();
    }

    @Override
    List<Refusal> refusals(FundStanding standing) {
      return leader(standing).stream().toList();
    }
  },

  /** 收回资金: what had gone down by a withdrawn document is taken back, part by part, by a counter-line in the project library. */
  TAKE_BACK {
    @Override
    boolean leadsFrom(FundStanding standing) {
      return standing.toTakeBack();
    }

    @Override
    List<Refusal> refusals(FundStanding standing) {
      return leader(standing).stream().toList();
    }
  };

  /** Characters of a reason, at the least. */
  public static final int SHORTEST_REASON = 5;

  /** Characters of a reason, at the most. */
  public static final int LONGEST_REASON = 900;

  abstract boolean leadsFrom(FundStanding standing);

  List<Refusal> refusals(FundStanding standing) {
    return List.of();
  }

  private static Optional<Refusal> leader(FundStanding standing) {
    return standing.callerDecides() ? Optional.empty() : Optional.of(Refusal.because("transfer-leader-decides"));
  }

  /** What may be done with a document, allowed or refused with reasons. Handed to the screen together with it. */
  public record Offer(FundMove move, List<Refusal> refusals) {

    public boolean allowed() {
      return refusals.isEmpty();
    }
  }

  /** The moves that concern the caller, in the order of this enum. */
  public static List<Offer> offers(FundStanding standing) {
    return !standing.callerDrafts() && !standing.callerDecides() ? List.of()
        : Arrays.stream(values()).filter(move -> move.leadsFrom(standing)).map(move -> new Offer(move, move.refusals(standing))).toList();
  }
}
