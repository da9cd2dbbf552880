package org.jiheng.app.engagement;

import org.jiheng.tenants.scope.Role;

/** What people from outside are engaged for. */
public enum EngagementKind {
  /** 自评复核. */
  RE_EVALUATION,
  /** 重点评价. */
  KEY_EVALUATION,
  /** 事前绩效评估. */
  EX_ANTE,
  /** 专家评审: experts of the register instead of a firm. */
  PANEL;

  /** What the engaged people are while the window is open. */
  Role role() {
    return this == PANEL ? Role.EXPERT : Role.THIRD_PARTY;
  }
}
