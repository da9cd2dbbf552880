package org.jiheng.app.goal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.goal.GoalNeighbours.Amount;
import org.jiheng.app.goal.GoalSurroundings.Adjusting;
import org.jiheng.app.goal.GoalSurroundings.Applied;
import org.jiheng.app.goal.GoalSurroundings.CommonIndicator;
import org.jiheng.app.goal.GoalSurroundings.OtherGoal;
import org.jiheng.app.goal.GoalSurroundings.OtherLine;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.project.ProjectFact.ExAnte;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.review.CellKey;
import org.junit.jupiter.api.Test;

/** What the checks knew besides the goal is kept with it, whole. */
class KeptSurroundingsTest {

  private static final GoalSurroundings FULL = new GoalSurroundings(Optional.of(Money.ofYuan("400000.10")),
      Optional.of(new Applied(true, Money.ofWan("35"), Optional.of(Money.ofWan("20")), true)), ProjectType.SUBSIDY,
      List.of(new CommonIndicator("JY-001", "产出指标", "数量指标", "受益学生人数", "≥", "")), Map.of("受益学生人数", "730人"),
      List.of(new OtherGoal("卫生院", "乡镇卫生院运转", List.of(new OtherLine("培训人次", "≥120人次"), new OtherLine("", "")))),
      Map.of("道路硬化里程", List.of("≥60公里", "≥50公里")), Map.of(new UUID(1, 2), new Problem("goal.indicator-expired", Map.of("code", "A", "last", "2023-02-19"))),
      Optional.of(new Adjusting(true, false, List.of(CellKey.of("indicator", new UUID(1, 2), "annual")), true,
          Optional.of(new Problem("goal.adjusted-too-late", Map.of("last", "2023-07-31"))))),
      List.of(new GoalsFromAbove.FromAbove("克财社〔2023〕4号", "困难学生应助尽助",
          List.of(new GoalsFromAbove.Line("产出指标", "数量指标", "受益学生人数", "≥730人", true, Aggregation.SUM)))));

  @Test
  void nothingIsLostOnTheWay() {
    assertThat(KeptSurroundings.read(KeptSurroundings.written(FULL))).isEqualTo(FULL);
    assertThat(KeptSurroundings.read(KeptSurroundings.written(GoalSurroundings.NONE))).isEqualTo(GoalSurroundings.NONE);
  }

  @Test
  void theyAreKeptBesideTheFindingsAndAnOlderVersionHasNone() {
    GoalContent content = Sample.sound().content();
    GoalResult result = new GoalResult(GoalCheck.of(content, FULL, GoalRules.STANDARD), WeightScheme.pick(content, GoalRules.STANDARD), Map.of(), FULL);
    assertThat(GoalResult.around(result.toJson())).contains(FULL);
    assertThat(result.toJson()).contains("\"check\":\"G13\"", "\"scheme\":\"W1\"");
    assertThat(GoalResult.around("{\"scheme\": \"W1\", \"findings\": []}")).isEmpty();
  }

  @Test
  void ofTheExAnteEvaluationFinancesConclusionCountsAndBeforeItTheUnitsOwnAmount_S15() {
    assertThat(amount(ExAnte.Standing.PARTLY_SUPPORTED)).contains(new Amount(true, Money.ofWan("35")));
    assertThat(amount(ExAnte.Standing.SUPPORTED)).contains(new Amount(true, Money.ofWan("35")));
    assertThat(amount(ExAnte.Standing.NOT_SUPPORTED)).contains(new Amount(true, Money.ZERO));
    assertThat(amount(ExAnte.Standing.UNDER_WAY)).contains(new Amount(false, Money.ofWan("40")));
    assertThat(GoalNeighbours.amount(new ExAnte(ExAnte.Standing.NONE, Because.of("goals.none", "S12"), 0, Optional.empty(), Optional.empty(), Optional.empty())))
        .isEmpty();
  }

  private static Optional<Amount> amount(ExAnte.Standing standing) {
    return GoalNeighbours.amount(new ExAnte(standing, Because.of("goals.none", "S12"), 0, Optional.of(Money.ofWan("40")), Optional.of(Money.ofWan("35")),
        Optional.empty()));
  }

  @Test
  void whatWasKeptBeforeYearsWereComparedIsJudgedByTheWholeAlone() {
    GoalSurroundings kept = KeptSurroundings.read(json("{\"type\": \"OTHER\", \"budget\": \"1000000.00\", \"applied\": {\"concluded\": true, \"amount\": \"350000.00\"}, "
        + "\"common\": [], \"lastYear\": {}, \"others\": [], \"years\": {}, \"unchoosable\": {}}"));
    assertThat(kept.applied()).contains(new Applied(true, Money.ofWan("35"), Optional.empty(), false));
    assertThat(GoalCheck.of(Sample.sound().content(), kept, GoalRules.STANDARD)).filteredOn(one -> one.check() == GoalCheck.MONEY).isEmpty();
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
