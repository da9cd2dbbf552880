package org.jiheng.app.project;

/** Why money of a project is not to be cut: one of the three guarantees (三保) or another commitment (DOMAIN 8.3). */
public enum Protection {
  NONE,
  /** 保基本民生. */
  LIVELIHOOD,
  /** 保工资. */
  WAGES,
  /** 保运转. */
  OPERATION,
  /** 还本付息. */
  DEBT,
  /** 其他受保护项目. */
  OTHER
}
