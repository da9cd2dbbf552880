package org.jiheng.app.engagement;

/** Kinds of third parties (财监〔2021〕4号, article 2). */
public enum FirmType {
  /** 咨询机构. */
  CONSULTING,
  /** 会计师事务所. */
  ACCOUNTING,
  /** 资产评估机构. */
  APPRAISAL,
  /** 律师事务所. */
  LAW,
  /** 科研院所. */
  RESEARCH,
  /** 高等院校. */
  UNIVERSITY
}
