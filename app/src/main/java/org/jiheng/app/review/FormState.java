package org.jiheng.app.review;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jiheng.tenants.scope.Role;

/** Where a form stands in its life (DOMAIN 1.3), and whose desk it is on. */
public enum FormState {
  /** 待送审: the unit is filling it in. */
  DRAFT(Role.UNIT_CLERK),
  /** 单位审核中. */
  UNIT_REVIEW(Role.UNIT_APPROVER),
  /** 主管部门审核中. */
  DEPARTMENT_REVIEW(Role.DEPARTMENT_REVIEWER),
  /** 财政初审中. */
  FINANCE_FIRST(Role.FINANCE_SECTION),
  /** 财政复审中. */
  FINANCE_SECOND(Role.PERFORMANCE_OFFICE),
  /** 终审通过: never changed again; an adjustment is a form of its own. */
  APPROVED(null),
  /** 被退回: the unit mends the cells that were returned, and only those. */
  RETURNED(Role.UNIT_CLERK),
  /** 不通过: the end of this round; the unit may begin a new one. */
  REJECTED(Role.UNIT_CLERK),
  /** 任务已取消; or an adjustment the unit gave up. */
  CANCELLED(null),
  /** 已被调整: an adjustment of it was approved and is in force in its place. */
  SUPERSEDED(null);

  private final Role holder;

  FormState(Role holder) {
    this.holder = holder;
  }

  /** The role that has to act now; empty when nobody has. */
  public Optional<Role> holder() {
    return Optional.ofNullable(holder);
  }

  /** Whether the unit may write in the form. */
  public boolean editable() {
    return this == DRAFT || this == RETURNED;
  }

  /** Whether somebody has to judge the form now. */
  public boolean stage() {
    return switch (this) {
      case UNIT_REVIEW, DEPARTMENT_REVIEW, FINANCE_FIRST, FINANCE_SECOND -> true;
      case DRAFT, RETURNED, APPROVED, REJECTED, CANCELLED, SUPERSEDED -> false;
    };
  }

  /** Whether the form counts as sent in: a returned one does, one whose round has ended without approval does not. */
  public boolean sentIn() {
    return stage() || this == APPROVED || this == RETURNED;
  }

  /** Whether lists sum the money of the form: that of one whose round has ended without approval is in no figure. */
  public boolean summed() {
    return sentIn() || this == DRAFT;
  }

  /** States nobody moves a form on from any more: it stays with the unit it was done in and stands in nobody's way. */
  public static Set<FormState> ended() {
    return EnumSet.of(APPROVED, SUPERSEDED, CANCELLED);
  }

  /** States of a form in whose place there may be another one: it was given up or superseded. */
  public static Set<FormState> over() {
    return EnumSet.of(CANCELLED, SUPERSEDED);
  }

  public boolean finance() {
    return this == FINANCE_FIRST || this == FINANCE_SECOND;
  }
}
