package org.jiheng.app.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.review.Refusal;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** What is done about a duty to publish, by whom and when not. */
public enum DutyAct {
  /** 提出保密审查意见: the unit's clerk says what of it may be published. */
  PROPOSE(DutyState.OPEN),
  /** 审查同意. */
  AGREE(DutyState.PROPOSED),
  /** 审查退回. */
  REFUSE(DutyState.PROPOSED),
  /** 登记公开: where and when it was published. */
  PUBLISH(DutyState.REVIEWED);

  private final DutyState from;

  DutyAct(DutyState from) {
    this.from = from;
  }

  /** An act that concerns the caller, allowed or refused with reasons. */
  public record Offer(DutyAct act, List<Refusal> refusals) {

    public boolean allowed() {
      return refusals.isEmpty();
    }
  }

  private boolean isFor(Scope scope, String unit) {
    return switch (this) {
      case PROPOSE, PUBLISH -> scope.caller().holds(Role.UNIT_CLERK, unit);
      case AGREE, REFUSE -> scope.caller().holds(Role.UNIT_APPROVER, unit) || scope.caller().holds(Role.PERFORMANCE_OFFICE, unit);
    };
  }

  /**
   * The acts that concern the caller.
   *
   * @param proposer who proposed; anybody while nobody has
   */
  static List<Offer> offers(DutyState state, String unit, UUID proposer, Scope scope) {
    if (scope.readOnly() || scope.caller().guest() || !state.waits()) {
      return List.of();
    }
    return Arrays.stream(values()).filter(act -> act.isFor(scope, unit)).filter(act -> act.from == state || act == PUBLISH)
        .map(act -> new Offer(act, act.refusals(state, proposer, scope)))
        .toList();
  }

  private List<Refusal> refusals(DutyState state, UUID proposer, Scope scope) {
    if (this == PUBLISH && state != DutyState.REVIEWED) {
      return List.of(Refusal.because("publication-not-reviewed"));
    }
    return (this == AGREE || this == REFUSE) && scope.caller().id().equals(proposer)
        ? List.of(Refusal.because("publication-own-proposal")) : List.of();
  }
}
