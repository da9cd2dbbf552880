package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Funds.AKTO_DESK;
import static org.jiheng.infra.server.Funds.ARTUX_DESK;
import static org.jiheng.infra.server.Funds.CLERK;
import static org.jiheng.infra.server.Funds.LEADER;
import static org.jiheng.infra.server.Funds.YEAR;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.SCHOOL;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalCheck;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalFinding;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.transfer.FundDecisions;
import org.jiheng.app.transfer.Part;
import org.junit.jupiter.api.Test;

/** Goals of a transfer reach the goals of the projects that spend it (DOMAIN 7.1, 7.2; S18, S20). */
class TransferGoalServerIT extends WholeProduct {

  @Inject
  private Funds funds;

  @Inject
  private GoalForms forms;

  @Inject
  private FundDecisions decisions;

  /** A project of the school whose part of a document from above is all the county got: 600 亩. */
  private UUID given(UUID own) {
    UUID project = Forms.project(ARTUX, YEAR);
    funds.brokenDown(own, Part.ofProject(SCHOOL, project));
    return project;
  }

  private List<GoalFinding> found(UUID goal) {
    return forms.seenBy(CLERK, goal).result().findings().stream().filter(finding -> finding.check() == GoalCheck.FROM_ABOVE).toList();
  }

  private void types(UUID goal, String name, String annual) {
    does(CLERK, () -> forms.write(goal, forms.cell(CLERK, goal, name, GoalColumn.ANNUAL), annual));
  }

  @Test
  void aProjectsGoalBeginsWithWhatItsPartOfATransferSetsForIt() {
    UUID own = funds.received(ARTUX_DESK, funds.sent().document());
    UUID goal = forms.begun(ARTUX, given(own));
    GoalForm form = forms.seenBy(CLERK, goal);
    assertThat(form.cells().text(GoalCells.ANNUAL_GOAL)).isEqualTo("建成高标准农田,提高粮食综合生产能力");
    assertThat(form.cells().text(forms.cell(CLERK, goal, "新建高标准农田面积", GoalColumn.ANNUAL))).isEqualTo("≥600亩");
    assertThat(form.cells().text(forms.cell(CLERK, goal, "新建高标准农田面积", GoalColumn.LEVEL2))).isEqualTo("数量指标");
    assertThat(found(goal)).isEmpty();
  }

  @Test
  void aMainQuantityThatIsMissingOrLowerStopsTheProjectsGoalWithArticleAndFigures() {
    UUID own = funds.received(ARTUX_DESK, funds.sent().document());
    UUID goal = forms.begun(ARTUX, given(own));
    String name = "新建高标准农田面积";
    types(goal, name, "≥599亩");
    assertThat(found(goal)).singleElement().satisfies(finding -> {
      assertThat(finding.stops()).isTrue();
      assertThat(finding.check().article()).isEqualTo("财预〔2015〕163号");
      assertThat(finding.cell()).isEqualTo(forms.cell(CLERK, goal, name, GoalColumn.ANNUAL));
      assertThat(finding.problem().code()).isEqualTo("goal.from-above-lower");
      assertThat(finding.problem().inputs()).containsEntry("own", "≥599亩").containsEntry("target", "≥600亩");
    });
    types(goal, name, "≥40公顷");
    assertThat(found(goal)).as("600 亩 are 40 公顷").isEmpty();
    types(goal, name, "大幅增加");
    assertThat(found(goal)).extracting(finding -> finding.problem().code()).containsExactly("goal.from-above-unclear");
    does(CLERK, () -> forms.write(goal, forms.cell(CLERK, goal, name, GoalColumn.LEVEL3), "农田"));
    assertThat(found(goal)).extracting(finding -> finding.problem().code() + " " + finding.cell()).containsExactly("goal.from-above-missing " + GoalCells.INDICATORS);
  }

  @Test
  void whatIsWithdrawnAboveAsksForNothingAnyMore() {
    UUID above = funds.sent().document();
    UUID own = funds.received(ARTUX_DESK, above);
    UUID goal = forms.begun(ARTUX, given(own));
    types(goal, "新建高标准农田面积", "≥1亩");
    assertThat(found(goal)).hasSize(1);
    does(LEADER, () -> decisions.withdraw(above, funds.version(LEADER, above), "自治区收回该项资金"));
    funds.received(ARTUX_DESK, above);
    assertThat(found(goal)).isEmpty();
    funds.received(AKTO_DESK, above);
  }
}
