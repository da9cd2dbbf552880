package org.jiheng.app.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import org.jiheng.app.common.Money;
import org.jiheng.app.goal.GoalFile.RefusedFile;
import org.jiheng.app.indicator.TargetKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real published tables of goals go through the import and out to Excel and back, and the checks find what is known to be wrong with them. */
class PublishedGoalsTest {

  private record Case(int year, JsonObject json, Goal goal) {

    List<String> codes(GoalCheck check) {
      return Filled.judged(goal).findings().stream().filter(finding -> finding.check() == check).map(finding -> finding.problem().code()).toList();
    }

    String text(int line, GoalColumn column) {
      return goal.lines().get(line).text(column);
    }

    Stream<String> column(GoalColumn column) {
      return goal.lines().stream().map(line -> line.text(column));
    }
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(PublishedGoalsTest.class.getResourceAsStream("/org/jiheng/app/cases/" + name + ".json"), name)) {
      return in.readAllBytes();
    }
  }

  private static Case read(String name) throws IOException, RefusedFile {
    byte[] content = bytes(name);
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(content))) {
      JsonObject json = reader.readObject();
      int year = json.getInt("year");
      return new Case(year, json, Filled.with(PublishedGoal.read(name + ".json", content), year));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"case-37", "case-39", "case-41", "case-43", "case-45", "case-47", "case-49", "case-59"})
  void everyPublishedLineIsTakenAsPrinted(String name) throws IOException, RefusedFile {
    Case one = read(name);
    List<JsonObject> rows = one.json().getJsonArray("indicators").getValuesAs(JsonObject.class);
    assertThat(one.goal().lines()).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(one.text(i, GoalColumn.LEVEL3)).isEqualTo(rows.get(i).getString("level3"));
      // only where the name holds sign and unit the bare number is completed by them
      assertThat(one.text(i, GoalColumn.ANNUAL)).contains(rows.get(i).getString("target"));
    }
    assertThat(one.goal().source()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"case-37, 250", "case-39, 854", "case-41, 438.768", "case-43, 6070", "case-45, 153.5184", "case-47, 814", "case-49, 2279.048"})
  void theBudgetIsInTenThousandYuan(String name, String wan) throws IOException, RefusedFile {
    assertThat(read(name).goal().content().money(MoneyLine.ANNUAL_TOTAL)).contains(Money.ofWan(wan));
  }

  @ParameterizedTest
  @ValueSource(strings = {"case-37", "case-39", "case-41", "case-43", "case-45", "case-47", "case-49", "case-59"})
  void outToExcelAndBackEverythingIsThereAgain(String name) throws IOException, RefusedFile {
    Case one = read(name);
    GoalFile back = GoalSheetReader.read("表.xlsx", GoalWorkbook.write(Filled.shown(one.goal())));
    Goal again = Filled.with(back, one.year());
    assertThat(again.lines()).hasSameSizeAs(one.goal().lines());
    for (int i = 0; i < again.lines().size(); i++) {
      GoalLine before = one.goal().lines().get(i);
      assertThat(back.lines().get(i).key()).contains(before.line());
      for (GoalColumn column : GoalColumn.values()) {
        assertThat(again.lines().get(i).text(column)).as(before.text(GoalColumn.LEVEL3) + " " + column).isEqualTo(before.text(column));
      }
    }
    assertThat(again.content().money()).isEqualTo(one.goal().content().money());
  }

  @Test
  void aRowOfSatisfactionAmongTheBenefitsAndARangeOfMonths_case37() throws IOException, RefusedFile {
    Case fog = read("case-37");
    assertThat(fog.codes(GoalCheck.COST_WITHIN_BUDGET)).isEmpty();
    assertThat(fog.codes(GoalCheck.LEAST_COUNTS)).isEmpty();
    assertThat(fog.goal().content().lines().get(3).target(2023)).hasValueSatisfying(target -> assertThat(TargetKind.of(target)).isEqualTo(TargetKind.QUAL));
    // no weights are printed: each line asks for them
    assertThat(fog.codes(GoalCheck.COMPLETE)).contains("weight.missing");
  }

  @Test
  void aCostByTheAcreIsNotHeldAgainstTheBudget_case39() throws IOException, RefusedFile {
    Case farmland = read("case-39");
    assertThat(farmland.codes(GoalCheck.COST_WITHIN_BUDGET)).isEmpty();
    assertThat(farmland.codes(GoalCheck.OUTPUT_AND_BENEFIT)).isEmpty();
    assertThat(farmland.goal().content().lines()).allSatisfy(line -> assertThat(line.kind()).isPresent());
  }

  @Test
  void otherWordsForTheLevelsAreUnderstood_case41() throws IOException, RefusedFile {
    Case school = read("case-41");
    assertThat(school.goal().content().lines()).allSatisfy(line -> assertThat(line.kind()).isPresent());
    assertThat(school.codes(GoalCheck.LEAST_COUNTS)).isEmpty();
    assertThat(school.codes(GoalCheck.NOT_VAGUE)).hasSize(2);
  }

  @Test
  void signAndUnitInTheNameCompleteTheTargetAndTheCostUpwardsIsFound_case43() throws IOException, RefusedFile {
    Case forest = read("case-43");
    assertThat(forest.column(GoalColumn.ANNUAL)).startsWith("80000亩", "30000亩", "50000亩", "30公里", "≥85%", "2023年底", "≥6070万元", "132人");
    assertThat(forest.codes(GoalCheck.COST_SIGN)).containsExactly("goal.cost-upwards");
    assertThat(forest.codes(GoalCheck.COMPLETE)).filteredOn("target.missing"::equals).hasSize(2);
  }

  @Test
  void aTableCutOffAfterTheOutputsLacksItsBenefit_case45_case47_case49() throws IOException, RefusedFile {
    for (String name : List.of("case-45", "case-47", "case-49")) {
      assertThat(read(name).codes(GoalCheck.OUTPUT_AND_BENEFIT)).as(name).contains("goal.benefit-missing");
    }
  }

  @Test
  void anotherSignForAtLeastIsRead_case49() throws IOException, RefusedFile {
    assertThat(read("case-49").codes(GoalCheck.NUMERIC)).isEmpty();
  }

  @Test
  void fourThresholdsAreWordsToBeJudged_case59() throws IOException, RefusedFile {
    Case relief = read("case-59");
    assertThat(relief.goal().content().lines()).allSatisfy(line -> assertThat(line.measure(2019)).isEmpty());
    assertThat(relief.codes(GoalCheck.COMPLETE)).contains("goal.level-unknown", "goal.money-missing");
  }

  @Test
  void anotherOfficesSheetIsReadByItsWords() throws IOException, RefusedFile {
    byte[] sheet = Sheets.of(
        List.of("项目(专项)名称", "绿化美化", "", ""),
        List.of("年度资金总额(万元)", "153.5184", "其中:财政拨款", "153.5184"),
        List.of("年度目标", "绿化公路 3500 米", "", ""),
        List.of("一级指标", "二级指标", "三级指标", "计量单位", "指标性质", "指标值"),
        List.of("产出指标", "数量指标", "绿化美化公路", "米", "=", "3500"),
        List.of("", "", "购买发放李子苗", "株", "≥", "15000"),
        List.of("", "质量指标", "树木成活率", "%", "≥", "85"),
        List.of("填表人:", "张三", "", "", "", ""));
    GoalFile file = GoalSheetReader.read("重庆.xlsx", sheet);
    Case read = new Case(2022, null, Filled.with(file, 2022));
    assertThat(read.column(GoalColumn.ANNUAL)).containsExactly("=3500米", "≥15000株", "≥85%");
    assertThat(read.column(GoalColumn.LEVEL2)).containsExactly("数量指标", "数量指标", "质量指标");
    assertThat(read.goal().content().money()).isEqualTo(Map.of(MoneyLine.ANNUAL_TOTAL, Money.ofWan("153.5184"), MoneyLine.ANNUAL_FISCAL, Money.ofWan("153.5184")));
    assertThat(read.goal().cells().text(GoalCells.ANNUAL_GOAL)).isEqualTo("绿化公路 3500 米");
  }

  @Test
  void aClassPrintedAsAHeadingOfItsOwnIsThatOfTheLinesBelowIt() throws IOException, RefusedFile {
    byte[] sheet = Sheets.of(
        List.of("一级指标", "二级指标", "三级指标", "指标值"),
        List.of("产出指标", "数量指标", "绿化公路", "≥3500米"),
        List.of("效益指标", "", "", ""),
        List.of("", "生态效益指标", "新增绿地", "≥2公顷"),
        List.of("填表人:", "张三", "", ""));
    Case read = new Case(2022, null, Filled.with(GoalSheetReader.read("表.xlsx", sheet), 2022));
    assertThat(read.column(GoalColumn.LEVEL1)).containsExactly("产出指标", "效益指标");
    assertThat(read.column(GoalColumn.LEVEL2)).containsExactly("数量指标", "生态效益指标");
  }

  @Test
  void whatIsNoTableOfGoalsIsRefusedInOneSentence() throws IOException {
    assertThatThrownBy(() -> PublishedGoal.read("x.json", "{\"kind\":\"self-eval\"}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(RefusedFile.class).hasMessage("file.not-a-goal");
    assertThatThrownBy(() -> PublishedGoal.read("x.json", "[".getBytes(StandardCharsets.UTF_8))).hasMessage("file.broken");
    byte[] sheet = Sheets.of(List.of("收入", "支出"), List.of("1", "2"));
    assertThatThrownBy(() -> GoalSheetReader.read("x.xlsx", sheet)).hasMessage("file.not-a-goal");
    assertThatThrownBy(() -> GoalSheetReader.read("x.xlsx", new byte[] {1, 2, 3})).hasMessage("file.not-excel");
  }
}
