package org.jiheng.app.indicator;

/** What a target value is made of (DOMAIN 3.5). */
public enum TargetKind {
  /** 定量: a number with its sign. */
  QUANT,
  /** 区间: two numbers, both included. */
  RANGE,
  /** 时限: a last day. */
  DATE,
  /** 是否: done or not done. */
  BOOL,
  /** 定性: words that are judged. */
  QUAL;

  public static TargetKind of(Target target) {
    return switch (target) {
      case Target.Measure _ -> QUANT;
      case Target.Between _ -> RANGE;
      case Target.Deadline _ -> DATE;
      case Target.YesNo _ -> BOOL;
      case Target.Graded _ -> QUAL;
    };
  }
}
