package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;
import static org.jiheng.infra.server.Kizilsu.departmentReviewer;
import static org.jiheng.infra.server.Kizilsu.performanceOffice;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.disclosure.Duties;
import org.jiheng.app.disclosure.DutyKind;
import org.jiheng.app.disclosure.DutyState;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalComparison;
import org.jiheng.app.goal.GoalComparison.Kind;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.Goals;
import org.jiheng.app.goal.MoneyLine;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** 目标调整 with sixty lines: old and new beside each other, through every desk, and what its approval makes due (DOMAIN 3.8; S52). */
class GoalAdjustmentServerIT extends WholeProduct {

  private static final int LINES = 60;

  @Inject
  private Goals goals;

  @Inject
  private GoalForms forms;

  @Inject
  private Duties duties;

  private final int year = Forms.aYearOfItsOwn();

  private static Map<GoalColumn, String> line(int number) {
    boolean benefit = number >= 50;
    return Map.of(GoalColumn.LEVEL1, benefit ? "效益指标" : "产出指标", GoalColumn.LEVEL2,
        benefit ? "社会效益指标" : number == 0 ? "质量指标" : number == 1 ? "时效指标" : "数量指标", GoalColumn.LEVEL3, "第" + number + "校受益学生人数",
        GoalColumn.ANNUAL, number == 1 ? "6月底前" : number == 0 ? "≥95%" : "≥" + (100 + number) + "人", GoalColumn.WEIGHT, benefit ? "4" : "1");
  }

  /** Approved, with sixty lines: fifty outputs of one point, ten benefits of four. */
  private UUID approved(UUID project) {
    UUID id = forms.complete(ARTUX, project);
    List<Map<GoalColumn, String>> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      lines.add(line(i));
    }
    does(clerk(ARTUX), () -> {
      goals.removeLines(id, goals.open(id).lines());
      goals.addLines(id, lines, Money.In.WAN);
    });
    assertThat(forms.seenBy(clerk(ARTUX), id).problems()).isEmpty();
    forms.carry(ARTUX, id, FormState.APPROVED);
    return id;
  }

  private GoalComparison compared(Scope person, UUID id) {
    return as(person, () -> GoalComparison.of(goals.compare(id, 1, 0)));
  }

  @Test
  void ofSixtyLinesTheChangedOnesAreMarkedAndStandOldBesideNewAtEveryDesk() {
    UUID project = Forms.project(ARTUX, year);
    UUID before = approved(project);
    UUID id = forms.adjusted(ARTUX, before);
    GoalForm begun = forms.seenBy(clerk(ARTUX), id);
    assertThat(begun.lines()).hasSize(LINES);
    assertThat(begun.desk().changes()).isEmpty();
    List<CellKey> moved = begun.lines().subList(10, 30).stream().map(line -> GoalCells.indicator(line, GoalColumn.ANNUAL)).toList();
    UUID gone = begun.lines().get(40);
    does(clerk(ARTUX), () -> {
      List<CellEdit> edits = new ArrayList<>(List.of(new CellEdit(GoalCells.CAUSE, "", "BUDGET"), new CellEdit(GoalCells.BASIS, "", "阿财预〔2023〕18号"),
          new CellEdit(GoalCells.AFFECTED_MONEY, "", "12")));
      moved.forEach(cell -> edits.add(new CellEdit(cell, begun.cells().text(cell), "≥300人")));
      goals.write(id, edits);
      goals.removeLines(id, List.of(gone));
      goals.addLines(id, List.of(Map.of(GoalColumn.LEVEL1, "产出指标", GoalColumn.LEVEL2, "数量指标", GoalColumn.LEVEL3, "新建食堂数量", GoalColumn.ANNUAL, "=2个",
          GoalColumn.WEIGHT, "1")), Money.In.WAN);
    });
    GoalForm written = forms.seenBy(clerk(ARTUX), id);
    assertThat(written.problems()).isEmpty();
    assertThat(written.desk().changes()).containsKeys(moved.toArray(CellKey[]::new));
    assertThat(written.desk().changes().get(moved.getFirst()).before()).isEqualTo("≥110人");
    assertThat(written.desk().changes().get(GoalCells.indicator(gone, GoalColumn.LEVEL3)).removed()).isTrue();
    forms.walk(clerk(ARTUX), id, Move.SUBMIT);
    forms.walk(Kizilsu.approver(ARTUX), id, Move.PASS);
    GoalComparison atTheDepartment = compared(departmentReviewer(ARTUX), id);
    assertThat(atTheDepartment.count(Kind.CHANGED)).isEqualTo(20 + 3);
    assertThat(atTheDepartment.count(Kind.ADDED)).isEqualTo(1);
    assertThat(atTheDepartment.count(Kind.REMOVED)).isEqualTo(1);
    assertThat(atTheDepartment.rows()).extracting(GoalComparison.Row::after).contains("预算调整", "≥300人").doesNotContain("BUDGET");
    forms.carry(ARTUX, id, FormState.APPROVED);
    assertThat(compared(performanceOffice(ARTUX), id)).as("and still after it was approved").isEqualTo(atTheDepartment);
    isToBePublished(id, before);
  }

  /** A return in between does not make what was returned the old state: it is always held against what was approved. */
  @Test
  void afterAReturnOldIsStillWhatWasApproved() {
    UUID before = approved(Forms.project(ARTUX, year));
    UUID id = forms.adjusted(ARTUX, before);
    CellKey target = forms.cell(clerk(ARTUX), id, "第10校受益学生人数", GoalColumn.ANNUAL);
    does(clerk(ARTUX), () -> {
      forms.write(id, GoalCells.CAUSE, "POLICY");
      forms.write(id, GoalCells.BASIS, "阿教发〔2023〕3号");
      forms.write(id, target, "≥90人");
    });
    forms.walk(clerk(ARTUX), id, Move.SUBMIT);
    forms.returnFor(Kizilsu.approver(ARTUX), id, target);
    does(clerk(ARTUX), () -> forms.write(id, target, "≥105人"));
    assertThat(forms.seenBy(clerk(ARTUX), id).desk().changes().get(target).before()).as("in the form, since the return").isEqualTo("≥90人");
    assertThat(compared(clerk(ARTUX), id).rows()).filteredOn(row -> row.place().equals(target)).singleElement().satisfies(row -> {
      assertThat(row.before()).as("in the comparison, since the approval").isEqualTo("≥110人");
      assertThat(row.after()).isEqualTo("≥105人");
    });
  }

  @Test
  void moneyStandsInTheComparisonAsMoney() {
    UUID project = Forms.project(ARTUX, year);
    UUID id = forms.adjusted(ARTUX, approved(project));
    does(clerk(ARTUX), () -> forms.write(id, GoalCells.money(MoneyLine.ANNUAL_TOTAL), "52"));
    assertThat(compared(clerk(ARTUX), id).rows()).filteredOn(GoalComparison.Row::money).singleElement().satisfies(row -> {
      assertThat(row.before()).isEqualTo("400000.00");
      assertThat(row.after()).isEqualTo("520000.00");
    });
  }

  private void isToBePublished(UUID id, UUID before) {
    List<Duties.Shown> all = as(clerk(ARTUX), () -> duties.page(year, Optional.empty(), 0, 100));
    assertThat(all).filteredOn(duty -> duty.form().equals(id)).singleElement()
        .matches(duty -> duty.kind() == DutyKind.ADJUSTED_GOAL && duty.state() == DutyState.OPEN);
    assertThat(all).filteredOn(duty -> duty.form().equals(before)).singleElement().matches(duty -> duty.state() == DutyState.SUPERSEDED);
  }
}
