package org.jiheng.app.goal;

import org.jiheng.app.common.Score;

/** What finance looks at in a goal, and how many points it is worth (财预〔2015〕88号 annex, DOMAIN 3.7). */
public enum ReviewItem {
  /** 规范完整性. */
  WELL_FORMED(Aspect.COMPLETENESS, "10"),
  /** 明确清晰性. */
  CLEAR(Aspect.COMPLETENESS, "10"),
  /** 目标相关性. */
  RELATED(Aspect.RELEVANCE, "15"),
  /** 指标科学性. */
  SOUND_INDICATORS(Aspect.RELEVANCE, "15"),
  /** 绩效合理性. */
  REASONABLE(Aspect.APPROPRIATENESS, "15"),
  /** 资金匹配性. */
  WORTH_ITS_MONEY(Aspect.APPROPRIATENESS, "15"),
  /** 实现可能性. */
  POSSIBLE(Aspect.FEASIBILITY, "10"),
  /** 条件充分性. */
  PREPARED(Aspect.FEASIBILITY, "10");

  /** The four aspects. */
  public enum Aspect {
    /** 完整性. */
    COMPLETENESS,
    /** 相关性. */
    RELEVANCE,
    /** 适当性. */
    APPROPRIATENESS,
    /** 可行性. */
    FEASIBILITY
  }

  private final Aspect aspect;
  private final Score most;

  ReviewItem(Aspect aspect, String most) {
    this.aspect = aspect;
    this.most = Score.of(most);
  }

  public Aspect aspect() {
    return aspect;
  }

  /** Points at the most; those of all items make 100. */
  public Score most() {
    return most;
  }
}
