package org.jiheng.app.engagement;

import java.util.ArrayList;
import java.util.List;
import org.jiheng.app.review.Refusal;

/**
 * The moves in the life of an engagement, all walked by the performance office (财监〔2021〕4号; gate B13: no access without
 * declaration and conflict check). Each knows from which states it may be walked, and in one sentence each why not now. The end
 * comes by itself on the last day and is no move.
 */
public enum EngagementMove {
  /** 修改合同: as long as nobody has been let in; declaration and check of another firm do not count any more. */
  REVISE {
    @Override
    boolean leadsFrom(EngagementState state) {
      return state.before();
    }
  },

  /** 提交独立性声明. */
  DECLARE {
    @Override
    boolean leadsFrom(EngagementState state) {
      return state.before();
    }
  },

  /** 利益冲突核查. */
  CHECK {
    @Override
    boolean leadsFrom(EngagementState state) {
      return state.before();
    }

    @Override
    List<Refusal> refusals(EngagementStanding standing) {
      return standing.declared() ? List.of() : List.of(Refusal.because("engagement-undeclared"));
    }
  },

  /** 开放窗口: from the first to the last day the engaged people may look. */
  OPEN {
    @Override
    boolean leadsFrom(EngagementState state) {
      return state.before();
    }

    @Override
    List<Refusal> refusals(EngagementStanding standing) {
      List<Refusal> refusals = new ArrayList<>();
      if (!standing.declared()) {
        refusals.add(Refusal.because("engagement-undeclared"));
      } else if (standing.verdict().isEmpty()) {
        refusals.add(Refusal.because("engagement-unchecked"));
      } else if (standing.verdict().get() == Verdict.BLOCKED) {
        refusals.add(Refusal.because("engagement-conflict"));
      }
      if (standing.closes().isBefore(standing.today())) {
        refusals.add(Refusal.because("engagement-over", "last", standing.closes()));
      }
      return refusals;
    }
  },

  /** 延长窗口, with a reason, as long as it has not closed. */
  EXTEND {
    @Override
    boolean leadsFrom(EngagementState state) {
      return state.granted();
    }
  },

  /** 验收: the last report is accepted; access ends some days later. */
  ACCEPT {
    @Override
    boolean leadsFrom(EngagementState state) {
      return state == EngagementState.OPEN;
    }

    @Override
    List<Refusal> refusals(EngagementStanding standing) {
      // a second time it would let access go on for another while
      return standing.accepted() ? List.of(Refusal.because("engagement-accepted-already")) : List.of();
    }
  },

  /** 提前终止, with a reason, at once. */
  END {
    @Override
    boolean leadsFrom(EngagementState state) {
      return state != EngagementState.CLOSED;
    }
  };

  /** Characters of the reason of an extension or an early end, at the least. */
  public static final int SHORTEST_REASON = 5;

  /** Whether there is a road from this state. */
  abstract boolean leadsFrom(EngagementState state);

  /** Why it may not be walked now; empty when it may. */
  List<Refusal> refusals(EngagementStanding standing) {
    return List.of();
  }

  /** What may be done with an engagement, allowed or refused with reasons. Handed to the screen together with it. */
  public record Offer(EngagementMove move, List<Refusal> refusals) {

    public boolean allowed() {
      return refusals.isEmpty();
    }
  }

  /** The moves that concern the caller, in the order of this enum. */
  public static List<Offer> offers(EngagementStanding standing) {
    List<Offer> offers = new ArrayList<>();
    for (EngagementMove move : values()) {
      if (standing.callerEngages() && move.leadsFrom(standing.state())) {
        offers.add(new Offer(move, move.refusals(standing)));
      }
    }
    return offers;
  }
}
