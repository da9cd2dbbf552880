package org.jiheng.app.review;

import java.util.ArrayList;
import java.util.List;

/**
 * The moves in a form's life. Each knows its road (from which states it leads where), whether it is for this caller at
 * all, and in one sentence each why it may not be walked now.
 */
public enum Move {
  /** 送审: the unit sends the form in, the first time or again. */
  SUBMIT {
    @Override
    boolean leadsFrom(FormState state) {
      return state.editable();
    }

    @Override
    FormState destination(Standing form) {
      return form.route().first();
    }

    @Override
    boolean isFor(Standing form) {
      return form.callerDrafts();
    }

    @Override
    List<Refusal> refusals(Standing form) {
      List<Refusal> refusals = new ArrayList<>();
      if (form.problems() > 0) {
        refusals.add(Refusal.because("form-has-problems", "count", form.problems()));
      }
      if (form.unansweredNotes() > 0) {
        refusals.add(Refusal.because("notes-unanswered", "count", form.unansweredNotes()));
      }
      return refusals;
    }
  },

  /** 通过: the holder of the stage agrees, and the form goes on; after the last stage it is approved. */
  PASS {
    @Override
    boolean leadsFrom(FormState state) {
      return state.stage();
    }

    @Override
    FormState destination(Standing form) {
      return form.route().after(form.state());
    }

    @Override
    boolean isFor(Standing form) {
      return form.onCallersDesk();
    }

    @Override
    List<Refusal> refusals(Standing form) {
      return form.unsentNotes() == 0 ? List.of() : List.of(Refusal.because("notes-unsent", "count", form.unsentNotes()));
    }
  },

  /** 退回: back to the unit, for the cells that carry a note and for no others. */
  RETURN {
    @Override
    boolean leadsFrom(FormState state) {
      return state.stage();
    }

    @Override
    FormState destination(Standing form) {
      return FormState.RETURNED;
    }

    @Override
    boolean isFor(Standing form) {
      return form.onCallersDesk();
    }

    @Override
    List<Refusal> refusals(Standing form) {
      return form.unsentNotes() > 0 ? List.of() : List.of(Refusal.because("return-needs-a-note"));
    }
  },

  /** 不通过: finance ends this round, and the notes go with it; the unit may begin a new one. */
  REJECT {
    @Override
    boolean leadsFrom(FormState state) {
      return state.finance();
    }

    @Override
    FormState destination(Standing form) {
      return FormState.REJECTED;
    }

    @Override
    boolean isFor(Standing form) {
      return form.onCallersDesk();
    }

    @Override
    List<Refusal> refusals(Standing form) {
      return List.of();
    }
  },

  /** 撤回: the sender takes the form back while nobody has looked at it. */
  WITHDRAW {
    @Override
    boolean leadsFrom(FormState state) {
      return state.stage();
    }

    @Override
    FormState destination(Standing form) {
      return form.sentFrom();
    }

    @Override
    boolean isFor(Standing form) {
      return form.callerDrafts() && form.sentByCaller() && form.state() == form.route().first();
    }

    @Override
    List<Refusal> refusals(Standing form) {
      return form.opened() ? List.of(Refusal.because("already-opened")) : List.of();
    }
  },

  /** 重新填报: after a rejection the unit begins a new round from what it had sent; that stays in the versions. */
  BEGIN_AGAIN {
    @Override
    boolean leadsFrom(FormState state) {
      return state == FormState.REJECTED;
    }

    @Override
    FormState destination(Standing form) {
      return FormState.DRAFT;
    }

    @Override
    boolean isFor(Standing form) {
      return form.callerDrafts();
    }

    @Override
    List<Refusal> refusals(Standing form) {
      return List.of();
    }
  },

  /**
   * 调整: the unit begins a new version of what was approved, from what was approved. That stays in force until the new one is
   * approved, and is superseded then (DOMAIN 1.3).
   */
  ADJUST {
    @Override
    boolean leadsFrom(FormState state) {
      return state == FormState.APPROVED;
    }

    @Override
    FormState destination(Standing form) {
      return FormState.APPROVED;
    }

    @Override
    boolean isFor(Standing form) {
      return form.callerDrafts() && form.adjustment().offered();
    }

    @Override
    List<Refusal> refusals(Standing form) {
      return form.adjustment().against();
    }
  },

  /** 放弃调整: the unit lets an adjustment go; what it was to adjust goes on being in force. */
  GIVE_UP {
    @Override
    boolean leadsFrom(FormState state) {
      return state.editable() || state == FormState.REJECTED;
    }

    @Override
    FormState destination(Standing form) {
      return FormState.CANCELLED;
    }

    @Override
    boolean isFor(Standing form) {
      return form.callerDrafts() && form.adjustment().isOne();
    }

    @Override
    List<Refusal> refusals(Standing form) {
      return List.of();
    }
  };

  /** Whether there is a road from this state. */
  abstract boolean leadsFrom(FormState state);

  abstract FormState destination(Standing form);

  /** Whether this move is the caller's to make on this form; if not, it is not even shown. */
  abstract boolean isFor(Standing form);

  /** Why the caller may not walk it now; empty when it may. */
  abstract List<Refusal> refusals(Standing form);

  /** Whether a coded reason and a comment of at least {@link #SHORTEST_COMMENT} characters go with it. */
  public boolean needsReason() {
    return this == RETURN || this == REJECT;
  }

  /** Whether it is said in words why: with a coded reason, or, for an adjustment, without one. */
  public boolean needsComment() {
    return needsReason() || this == ADJUST;
  }

  /** Characters of the comment of a return or a rejection, at the least (DOMAIN 1.3); ours: also of an adjustment. */
  public static final int SHORTEST_COMMENT = 5;

  /** What may be done with a form, allowed or refused with reasons. Handed to the screen together with the form. */
  public record Offer(Move move, FormState destination, List<Refusal> refusals) {

    public boolean allowed() {
      return refusals.isEmpty();
    }
  }

  /** The moves that concern the caller, in the order of this enum. */
  public static List<Offer> offers(Standing form) {
    List<Offer> offers = new ArrayList<>();
    for (Move move : values()) {
      if (move.leadsFrom(form.state()) && move.isFor(form)) {
        offers.add(new Offer(move, move.destination(form), move.refusals(form)));
      }
    }
    return offers;
  }
}
