package org.jiheng.app.budget;

import java.util.List;

/** What may be asked of the gates for a project, and which of them stand in the way. */
public enum BudgetAction {
  /** 进入预算: 年初预算. */
  ENTER_BUDGET(Gate.B1),
  /** 申请追加: a new project of the year is evaluated before the money is asked for. */
  REQUEST_SUPPLEMENT(Gate.B1),
  /** 安排预算. */
  ALLOCATE(Gate.B1, Gate.B2),
  /** 下达资金文件. */
  SEND_FUND_DOCUMENT(Gate.B3),
  /** 提交分解. */
  SUBMIT_DECOMPOSITION(Gate.B4);

  private final List<Gate> gates;

  BudgetAction(Gate... gates) {
    this.gates = List.of(gates);
  }

  public List<Gate> gates() {
    return gates;
  }
}
