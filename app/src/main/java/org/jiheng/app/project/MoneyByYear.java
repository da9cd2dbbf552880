package org.jiheng.app.project;

import java.util.Map;
import org.jiheng.app.common.Money;

/**
 * A room that knows in which years a project is to spend what is asked for it as a whole: the ex-ante evaluation, which says it by years
 * (DOMAIN 2.3). What is planned for a year is held against that year; who plans does not know who answers.
 */
public interface MoneyByYear {

  /** Yuan by fiscal year; empty where nothing is said by years. Years that are only said together are left out. */
  Map<Integer, Money> of(Project project);
}
