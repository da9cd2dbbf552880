package org.jiheng.tenants.desk;

/** What a security administrator says to the whole export of a county; also how the trail calls it. */
public enum Answer {
  AGREED,
  DECLINED
}
