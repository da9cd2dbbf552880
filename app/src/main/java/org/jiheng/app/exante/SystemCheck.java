package org.jiheng.app.exante;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the platform looks at for an item of the sheet by itself (DOMAIN 2.4: 系统查重, 系统校验). A template says at which items; these are
 * the usual ones.
 */
public enum SystemCheck {
  /** 系统查重: projects of the year that look like this one or like other pieces of it (S67). */
  DUPLICATES("need-unique"),
  /** 论证材料: whether study, argument and minutes are attached. */
  ARGUMENTS("need-argued"),
  /** 测算明细. */
  CALCULATION("economy-detail"),
  /** 系统校验: what the checks of the goal find. */
  GOAL("goals-form"),
  /** 目标与资金: whether the goal speaks of the same money. */
  GOAL_MONEY("goals-match"),
  /** 单位以往评估: how the unit's evaluations ended, and whether it met its conditions. */
  TRACK_RECORD("plan-control"),
  /** 资金来源: what the money is made of, and bonds in it. */
  SOURCES("funding-lawful"),
  /** 配套资金证明. */
  FUNDS_PROOF("funding-proof"),
  /** 分年度资金: how it lies over the years, and beside what the library knows of the whole. */
  YEARS("funding-afford");

  private final String item;

  SystemCheck(String item) {
    this.item = item;
  }

  static Set<SystemCheck> usuallyAt(String item) {
    return Arrays.stream(values()).filter(one -> one.item.equals(item)).collect(Collectors.toSet());
  }
}
