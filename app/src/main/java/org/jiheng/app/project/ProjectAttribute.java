package org.jiheng.app.project;

/** 项目属性: whether it is applied for anew (DOMAIN 2.3). */
public enum ProjectAttribute {
  /** 新增: evaluated before it may enter the budget (S12). */
  NEW,
  /** 延续. */
  CONTINUING,
  /** 一次性. */
  ONE_OFF
}
