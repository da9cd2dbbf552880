package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Funds.AKTO_DESK;
import static org.jiheng.infra.server.Funds.ARTUX_DESK;
import static org.jiheng.infra.server.Funds.ARTUX_LEADER;
import static org.jiheng.infra.server.Funds.DESK;
import static org.jiheng.infra.server.Funds.LEADER;
import static org.jiheng.infra.server.Funds.YEAR;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.SCHOOL;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.transfer.FundCells;
import org.jiheng.app.transfer.FundDecisions;
import org.jiheng.app.transfer.FundExemption;
import org.jiheng.app.transfer.FundIndicator;
import org.jiheng.app.transfer.FundKind;
import org.jiheng.app.transfer.FundState;
import org.jiheng.app.transfer.Part;
import org.jiheng.app.transfer.TransferReports;
import org.jiheng.infra.server.Funds.Split;
import org.junit.jupiter.api.Test;

/** Money for an emergency goes first; its goals, and the gates of its projects, are owed after it (S19, Q14). */
class TransferExemptionServerIT extends WholeProduct {

  @Inject
  private Funds funds;

  @Inject
  private ExAntes exAntes;

  @Inject
  private FundDecisions decisions;

  @Inject
  private TransferReports reports;

  @Test
  void moneyForAnEmergencyGoesFirstAndItsGoalsAreOwedUntilTheyFollow() {
    UUID id = funds.entered(FundKind.EARMARKED);
    UUID line = funds.part(DESK, id, Part.ofCounty("653001"), "100");
    assertRefused(() -> does(LEADER, () -> decisions.send(id, funds.version(LEADER, id))), "transfer-no-goals");
    assertRefused(() -> does(DESK, () -> decisions.exempt(id, funds.version(DESK, id), FundExemption.Kind.DISASTER, "洪涝灾害抢险")), "transfer-leader-decides");
    assertRefused(() -> does(LEADER, () -> decisions.exempt(id, funds.version(LEADER, id), FundExemption.Kind.DISASTER, "洪涝")), "transfer-says-why");
    does(LEADER, () -> decisions.exempt(id, funds.version(LEADER, id), FundExemption.Kind.DISASTER, "洪涝灾害抢险"));
    funds.sends(LEADER, id);
    assertThat(standing(id)).isEqualTo(TransferReports.Standing.AWAITING);
    LocalDate today = funds.today();
    assertThat(funds.waiting(DESK, id)).as("owed until a provisional day").containsExactly("TO_ADD_GOALS " + today.plusDays(30));

    UUID county = funds.received(ARTUX_DESK, id);
    assertThat(funds.seen(ARTUX_DESK, county).exemption().orElseThrow().approver()).isEqualTo("州局领导");
    assertThat(funds.waiting(ARTUX_DESK, county)).contains("TO_ADD_GOALS " + today.plusDays(30));

    for (LocalDate wrong : List.of(today.plusDays(1), LocalDate.of(2099, 1, 1), today.minusDays(4))) {
      assertRefused(() -> does(DESK, () -> decisions.determine(id, funds.version(DESK, id), wrong)), "transfer-determined-on");
    }
    does(DESK, () -> decisions.determine(id, funds.version(DESK, id), today));
    assertThat(funds.waiting(DESK, id)).containsExactly("TO_ADD_GOALS " + today.plusDays(30));
    assertThat(standing(id)).isEqualTo(TransferReports.Standing.OWED);

    does(DESK, () -> decisions.adjust(id, funds.version(DESK, id), "补报绩效目标"));
    funds.type(DESK, id, FundCells.OVERALL, "恢复灌溉");
    funds.type(DESK, id, FundCells.REGIONAL, "恢复灌溉面积 500 亩");
    UUID indicator = funds.indicator(DESK, id, "恢复灌溉面积", "≥500亩");
    funds.type(DESK, id, FundCells.target(line, indicator), "500");
    funds.sends(LEADER, id);
    assertThat(standing(id)).isEqualTo(TransferReports.Standing.FOLLOWED);
    assertThat(funds.waiting(DESK, id)).isEmpty();
    funds.received(ARTUX_DESK, id);
    assertThat(funds.seen(ARTUX_DESK, county).exemption().orElseThrow().goalsOn()).as("nothing was sent under it there").contains(today);
    assertThat(funds.waiting(ARTUX_DESK, county)).noneMatch(todo -> todo.startsWith("TO_ADD_GOALS"));
    does(DESK, () -> decisions.adjust(id, funds.version(DESK, id), "再次调整目标"));
    assertRefused(() -> does(LEADER, () -> decisions.exempt(id, funds.version(LEADER, id), FundExemption.Kind.DISASTER, "再次洪涝灾害")), "transfer-move-not-now");
    assertThat(funds.seen(ARTUX_DESK, county).indicators()).extracting(FundIndicator::target).containsExactly("≥500亩");
  }

  @Test
  void aCountyAddsItsGoalsAlsoWhileThoseAboveAreStillOwed() {
    UUID id = funds.entered(FundKind.EARMARKED);
    funds.part(DESK, id, Part.ofCounty("653001"), "100");
    does(LEADER, () -> decisions.exempt(id, funds.version(LEADER, id), FundExemption.Kind.DISASTER, "洪涝灾害抢险"));
    funds.sends(LEADER, id);
    UUID county = funds.received(ARTUX_DESK, id);
    UUID line = funds.part(ARTUX_DESK, county, Part.ofUnit(SCHOOL), "100");
    funds.sends(ARTUX_LEADER, county);
    assertThat(funds.seen(ARTUX_DESK, county).exemption().orElseThrow().goalsOn()).isEmpty();

    does(ARTUX_DESK, () -> decisions.adjust(county, funds.version(ARTUX_DESK, county), "补报绩效目标"));
    funds.type(ARTUX_DESK, county, FundCells.REGIONAL, "修复受灾校舍 2000 平方米");
    UUID indicator = funds.indicator(ARTUX_DESK, county, "修复校舍面积", "≥2000平方米");
    funds.type(ARTUX_DESK, county, FundCells.target(line, indicator), "2000");
    funds.sends(ARTUX_LEADER, county);
    assertThat(funds.seen(ARTUX_DESK, county).exemption().orElseThrow().goalsOn()).contains(funds.today());
    assertThat(funds.waiting(ARTUX_DESK, county)).isEmpty();
    assertThat(funds.waiting(DESK, id)).as("the prefecture owes its own").isNotEmpty();
  }

  @Test
  void whatIsExemptedAboveLaterIsExemptedBelowToo() {
    Split split = funds.sent();
    UUID id = split.document();
    UUID county = funds.received(ARTUX_DESK, id);
    assertThat(funds.seen(ARTUX_DESK, county).exemption()).isEmpty();
    does(DESK, () -> decisions.adjust(id, funds.version(DESK, id), "灾情扩大先行下达"));
    does(LEADER, () -> decisions.exempt(id, funds.version(LEADER, id), FundExemption.Kind.DISASTER, "洪涝灾害抢险"));
    funds.type(DESK, id, FundCells.target(split.artux(), split.indicator()), "");
    funds.sends(LEADER, id);
    funds.received(ARTUX_DESK, id);
    assertThat(funds.seen(ARTUX_DESK, county).exemption().orElseThrow().fromAbove()).isTrue();
    funds.part(ARTUX_DESK, county, Part.ofUnit(SCHOOL), "60");
    funds.sends(ARTUX_LEADER, county);
    assertThat(funds.seen(ARTUX_DESK, county).document().state()).isEqualTo(FundState.SENT);
    funds.received(AKTO_DESK, id);
  }

  /** An exempted document of the county with 100 万元 for a project. */
  private UUID forAnEmergency(UUID project) {
    UUID county = funds.entered(ARTUX_DESK, FundKind.EARMARKED);
    does(ARTUX_LEADER, () -> decisions.exempt(county, funds.version(ARTUX_LEADER, county), FundExemption.Kind.EMERGENCY, "融雪性洪水抢险"));
    funds.part(ARTUX_DESK, county, Part.ofProject(SCHOOL, project), "100");
    return county;
  }

  private List<String> closed(UUID id) {
    return funds.seen(ARTUX_DESK, id).gates().values().stream().flatMap(List::stream).map(one -> one.gate() + " " + one.why().rule()).toList();
  }

  @Test
  void noEmergencyBringsMoneyToAProjectFinanceDoesNotSupport() {
    UUID project = ExAntes.newProject(ARTUX, YEAR, "SUBSIDY");
    UUID id = forAnEmergency(project);
    assertThat(closed(id)).as("the exemption is about goals, not about the evaluation").containsExactly("B1 gate.exante-missing");
    UUID evaluation = exAntes.withFinance(ARTUX, project, Grade.POOR);
    exAntes.conclude(ARTUX, evaluation, ExAntes.concluding(Conclusion.NOT_SUPPORTED, Money.ZERO));
    assertThat(closed(id)).containsExactly("B1 gate.exante-not-supported");
    assertRefused(() -> funds.sends(ARTUX_LEADER, id), "transfer-gates-closed");
    assertThat(funds.moneyOf(project)).isEmpty();
  }

  @Test
  void anEmergencyBringsNoMoreThanFinanceSupportsAndWaitsForOpenConditions() {
    UUID project = ExAntes.newProject(ARTUX, YEAR, "SUBSIDY");
    UUID id = forAnEmergency(project);
    UUID evaluation = exAntes.withFinance(ARTUX, project, Grade.FAIR);
    exAntes.conclude(ARTUX, evaluation, ExAntes.concluding(Conclusion.PARTLY_SUPPORTED, Money.ofWan("20"), ExAntes.condition(Contracts.TODAY.plusDays(30))));
    assertThat(closed(id)).containsExactly("B1 gate.conditions-open", "B1 gate.over-supported");
    assertRefused(() -> funds.sends(ARTUX_LEADER, id), "transfer-gates-closed");
    assertThat(funds.moneyOf(project)).isEmpty();
  }

  private TransferReports.Standing standing(UUID id) {
    return as(DESK, () -> reports.exemptions(YEAR)).stream().filter(one -> one.document().id().equals(id)).findFirst().orElseThrow().standing();
  }

  @Test
  void anEmergencyPassesTheGatesOfItsProjectsAndOwesThemWithItsGoals() {
    UUID county = funds.entered(ARTUX_DESK, FundKind.EARMARKED);
    does(ARTUX_LEADER, () -> decisions.exempt(county, funds.version(ARTUX_LEADER, county), FundExemption.Kind.EMERGENCY, "融雪性洪水抢险"));
    UUID project = Forms.confirmedProject(ARTUX, YEAR);
    UUID line = funds.part(ARTUX_DESK, county, Part.ofProject(SCHOOL, project), "100");
    funds.sends(ARTUX_LEADER, county);
    assertThat(funds.moneyOf(project)).as("the money goes first").hasSize(1);

    does(ARTUX_DESK, () -> decisions.adjust(county, funds.version(ARTUX_DESK, county), "补报绩效目标"));
    funds.type(ARTUX_DESK, county, FundCells.OVERALL, "恢复灌溉");
    funds.type(ARTUX_DESK, county, FundCells.REGIONAL, "恢复灌溉面积 500 亩");
    UUID indicator = funds.indicator(ARTUX_DESK, county, "恢复灌溉面积", "≥500亩");
    funds.type(ARTUX_DESK, county, FundCells.target(line, indicator), "500");
    funds.sends(ARTUX_LEADER, county);
    assertThat(funds.seen(ARTUX_DESK, county).exemption().orElseThrow().goalsOn()).as("the project itself has no approved goal: B2 is still owed").isEmpty();
    Owner.told("update j_653001.project set category = 'PERSONNEL' where id = ?", project);
    Forms.confirmed(ARTUX, project);
    does(ARTUX_DESK, () -> decisions.adjust(county, funds.version(ARTUX_DESK, county), "项目目标已批复"));
    funds.sends(ARTUX_LEADER, county);
    assertThat(funds.seen(ARTUX_DESK, county).exemption().orElseThrow().goalsOn()).contains(funds.today());
  }
}
