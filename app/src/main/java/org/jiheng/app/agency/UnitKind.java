package org.jiheng.app.agency;

/** What a unit is. */
public enum UnitKind {
  /** 机关. */
  ADMINISTRATION,
  /** 事业单位. */
  INSTITUTION,
  /** 乡镇: a department with itself as its unit (DOMAIN Q25). */
  TOWNSHIP,
  /** 街道. */
  SUBDISTRICT,
  /** 群团组织. */
  ORGANISATION,
  /** 企业. */
  ENTERPRISE,
  /** 其他. */
  OTHER
}
