package org.jiheng.infra.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.selfevaluation.BudgetLine;
import org.junit.jupiter.api.Test;

/** The forms of the demonstration could have been sent in by hand. */
class FilledFormTest {

  @Test
  void aCompleteFormHasNothingToMendAndItsMoneyAddsUp() {
    for (Place county : Place.counties()) {
      for (ProjectPlan plan : ProjectPlan.ALL) {
        for (Quality quality : Quality.values()) {
          FilledForm form = new FormFiller(plan.in(county, DemoProject.YEAR, 1), quality).complete();
          assertThat(form.result().problems()).as("%s in %s", plan.name(), county).isEmpty();
          assertThat(form.goalActual()).isNotBlank();
          for (BudgetLine.Column column : BudgetLine.Column.values()) {
            Money parts = form.money(BudgetLine.FISCAL, column).orElseThrow().plus(form.money(BudgetLine.CARRIED, column).orElse(Money.ZERO));
            assertThat(form.money(BudgetLine.TOTAL, column)).contains(parts);
          }
        }
      }
    }
  }

  @Test
  void howAProjectWentDecidesItsGrade() {
    Set<Grade> grades = EnumSet.noneOf(Grade.class);
    for (ProjectPlan plan : ProjectPlan.ALL) {
      for (Quality quality : Quality.values()) {
        FilledForm form = new FormFiller(plan.in(Place.ARTUX, DemoProject.YEAR, 1), quality).complete();
        Grade grade = form.result().grade().orElseThrow().value().orElseThrow();
        grades.add(grade);
        assertThat(grade.ordinal()).as("%s %s %s", plan.name(), quality, form.result().total().value())
            .isBetween(quality.ordinal() - 1, quality.ordinal() + 1);
      }
    }
    assertThat(grades).containsExactlyInAnyOrder(Grade.values());
  }
}
