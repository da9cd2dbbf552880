package org.jiheng.app.library;

/** Whose indicator it is (DOMAIN 3.10). The nearer, the earlier it is suggested. */
public enum LibraryLevel {
  /** 部门: of one department of the county. */
  DEPARTMENT,
  /** 县市: of the county's finance. */
  COUNTY,
  /** 地州: of the prefecture, as far as it is shared. */
  PREFECTURE
}
