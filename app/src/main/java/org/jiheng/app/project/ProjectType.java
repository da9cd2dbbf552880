package org.jiheng.app.project;

/** What kind of work a project is; some kinds count as highly specialised (DOMAIN 2.1). */
public enum ProjectType {
  /** 信息化. */
  INFORMATISATION(true),
  /** 工程. */
  CONSTRUCTION(true),
  /** 大型修缮. */
  MAJOR_REPAIR(true),
  /** 科研. */
  RESEARCH(true),
  /** 购置. */
  PURCHASE(false),
  /** 补助. */
  SUBSIDY(false),
  /** 运转保障. */
  OPERATION(false),
  /** 其他. */
  OTHER(false);

  private final boolean specialised;

  ProjectType(boolean specialised) {
    this.specialised = specialised;
  }

  /** 专业性较强: the default of DOMAIN 2.1; a jurisdiction may say otherwise by its parameters. */
  public boolean specialised() {
    return specialised;
  }
}
