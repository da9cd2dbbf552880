package org.jiheng.app.library;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jiheng.app.review.Refusal;

/** What may be done with an indicator (DOMAIN 3.10), from which states, by whom, and why not now. */
public enum EntryMove {
  /** 修订: another version from a day on; the one before ends the day before. */
  CHANGE(EnumSet.of(EntryState.IN_FORCE)) {
    @Override
    boolean concerns(EntryStanding standing) {
      return standing.rights().keeps(standing.level(), standing.department());
    }
  },

  /** 修改后重报: the department writes its proposal anew. */
  REVISE(EnumSet.of(EntryState.PROPOSED, EntryState.RETURNED)) {
    @Override
    boolean concerns(EntryStanding standing) {
      return standing.rights().proposing().contains(standing.department());
    }
  },

  /** 确认: finance takes the proposal into the library. */
  CONFIRM(EnumSet.of(EntryState.PROPOSED)) {
    @Override
    boolean concerns(EntryStanding standing) {
      return standing.rights().confirms(standing.department());
    }

    @Override
    List<Refusal> refusals(EntryStanding standing) {
      // two pairs of eyes, also where one person holds both posts
      return standing.proposedByCaller() ? List.of(Refusal.because("library-own-proposal")) : List.of();
    }
  },

  /** 退回, with a reason. */
  RETURN(EnumSet.of(EntryState.PROPOSED)) {
    @Override
    boolean concerns(EntryStanding standing) {
      return standing.rights().confirms(standing.department());
    }
  },

  /** 停用, with a reason. */
  STOP(EnumSet.of(EntryState.IN_FORCE)) {
    @Override
    boolean concerns(EntryStanding standing) {
      return standing.rights().keeps(standing.level(), standing.department());
    }
  },

  /** 恢复, with a reason. */
  RESUME(EnumSet.of(EntryState.STOPPED)) {
    @Override
    boolean concerns(EntryStanding standing) {
      return standing.rights().keeps(standing.level(), standing.department());
    }
  };

  /** Characters of a reason, at the least. */
  public static final int SHORTEST_REASON = 5;

  /** Characters of a reason, at the most. */
  public static final int LONGEST_REASON = 400;

  private final Set<EntryState> from;

  EntryMove(Set<EntryState> from) {
    this.from = from;
  }

  /** Whether it is the caller's business at all. */
  abstract boolean concerns(EntryStanding standing);

  /** Why it may not be done now by somebody whose business it is; empty when it may. */
  List<Refusal> refusals(EntryStanding standing) {
    return List.of();
  }

  boolean leadsFrom(EntryState state) {
    return from.contains(state);
  }

  /** Whether a reason has to be given. */
  public boolean needsReason() {
    return this == CHANGE || this == RETURN || this == STOP || this == RESUME;
  }

  /** What may be done with an indicator, allowed or refused with reasons. Handed to the screen together with it. */
  public record Offer(EntryMove move, List<Refusal> refusals) {

    public boolean allowed() {
      return refusals.isEmpty();
    }
  }

  /** The moves that concern the caller, in the order of this enum. */
  static List<Offer> offers(EntryStanding standing) {
    List<Offer> offers = new ArrayList<>();
    for (EntryMove move : values()) {
      if (move.leadsFrom(standing.state()) && move.concerns(standing)) {
        offers.add(new Offer(move, move.refusals(standing)));
      }
    }
    return offers;
  }

  /** Why the caller may not do this now, whoever the caller is; empty when it may be done. */
  List<Refusal> against(EntryStanding standing) {
    if (!concerns(standing)) {
      return List.of(Refusal.because("library-not-yours"));
    }
    return leadsFrom(standing.state()) ? refusals(standing) : List.of(Refusal.because("library-no-road"));
  }
}
