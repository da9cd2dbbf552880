package org.jiheng.app.exante;

/** What an ex-ante evaluation comes to (DOMAIN 2.5). */
public enum Conclusion {
  /** 支持. */
  SUPPORTED,
  /** 部分支持: with a lower amount, conditions, or both; the budget waits until the conditions are closed. */
  PARTLY_SUPPORTED,
  /** 不支持: must not enter the budget (S15). */
  NOT_SUPPORTED;

  public boolean supports() {
    return this != NOT_SUPPORTED;
  }
}
