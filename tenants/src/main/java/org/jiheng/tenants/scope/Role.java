package org.jiheng.tenants.scope;

/** What a person may be in a jurisdiction. Names and rights: the actor table of the domain (1.2). */
public enum Role {
  /** 单位填报员: drafts every form of the own unit. */
  UNIT_CLERK,
  /** 单位审核人、负责人: signs off what the unit sends. */
  UNIT_APPROVER,
  /** 主管部门审核员: first review of the department's and its sub-units' forms. */
  DEPARTMENT_REVIEWER,
  /** 财政业务科室: first finance review (初审) of the assigned departments. */
  FINANCE_SECTION,
  /** 绩效办: second finance review (复审), tasks, results. */
  PERFORMANCE_OFFICE,
  /** 预算股: reads gates, confirms cuts. */
  BUDGET_SECTION,
  /** 局领导: approves key decisions, publishes. */
  BUREAU_LEADER,
  /** 第三方机构: only what a contract covers. */
  THIRD_PARTY,
  /** 专家: only the assigned review. */
  EXPERT,
  /** 审计、监督、人大: reads, registers findings. */
  AUDITOR,
  /** 州绩效科: reads what counties show their prefecture; never writes a county's form. */
  PREFECTURE_OVERSIGHT,
  /** 系统管理员. */
  SYSTEM_ADMIN,
  /** 安全管理员. */
  SECURITY_ADMIN,
  /** 审计管理员. */
  AUDIT_ADMIN;

  /** Whether the role is only held by an engagement: whoever holds it comes from outside, for as long as a contract says. */
  public boolean fromOutside() {
    return this == THIRD_PARTY || this == EXPERT;
  }
}
