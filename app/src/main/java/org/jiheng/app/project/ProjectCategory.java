package org.jiheng.app.project;

/** 项目类别 of the budget (DOMAIN 11.1); the letter is the one usual in issued codes. */
public enum ProjectCategory {
  /** 人员类. */
  PERSONNEL('R'),
  /** 公用经费. */
  PUBLIC_FUNDS('Y'),
  /** 其他运转类. */
  OTHER_OPERATING('Y'),
  /** 特定目标类. */
  SPECIFIC_PURPOSE('T');

  private final char letter;

  ProjectCategory(char letter) {
    this.letter = letter;
  }

  /** Whether projects of this kind have goals, and so everything that hangs on goals (DOMAIN 3.2). */
  public boolean hasGoals() {
    return this == OTHER_OPERATING || this == SPECIFIC_PURPOSE;
  }

  char letter() {
    return letter;
  }
}
