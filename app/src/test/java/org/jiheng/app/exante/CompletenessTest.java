package org.jiheng.app.exante;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.review.CellKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is missing before an evaluation can be sent in (DOMAIN 2.2, 2.6). */
class CompletenessTest {

  private final Map<CellKey, String> filled = new HashMap<>();

  @BeforeEach
  void whole() {
    filled.put(ExAnteCells.PERIOD_FROM, "2024-01-01");
    filled.put(ExAnteCells.PERIOD_UNTIL, "2025-12-31");
    filled.put(ExAnteCells.LEADER, "负责人");
    filled.put(ExAnteCells.PHONE, "0908-4220000");
    filled.put(ExAnteCells.AMOUNT_TOTAL, "300000.00");
    filled.put(ExAnteCells.year(ExAnteCells.Year.FIRST), "200000.00");
    filled.put(ExAnteCells.year(ExAnteCells.Year.SECOND), "100000.00");
    filled.put(ExAnteCells.source(FundingSource.GENERAL_BUDGET), "250000.00");
    filled.put(ExAnteCells.source(FundingSource.OWN_FUNDS), "50000.00");
    filled.put(ExAnteCells.method(ExAnteCells.Method.COMPARISON), ExAnteCells.HOLDS);
    Sheets.STANDARD.items().forEach(item -> filled.put(ExAnteCells.tick(item.key()), "GOOD"));
    Sheets.STANDARD.vetoes().forEach(veto -> filled.put(ExAnteCells.veto(veto.key()), ExAnteCells.HOLDS_NOT));
    Sheets.STANDARD.evidence().stream().filter(one -> one.required().contains("*"))
        .forEach(one -> filled.put(ExAnteCells.evidence(one.key()), "材料.pdf (0123abcd)"));
    Stream.of(ExAnteCells.Chapter.values()).filter(ExAnteCells.Chapter::required).forEach(one -> filled.put(ExAnteCells.chapter(one), "正文"));
  }

  private Map<CellKey, List<Problem>> problems(String type) {
    return Completeness.problems(Sheets.STANDARD, type, ExAnteCells.of(Sheets.STANDARD, key -> filled.getOrDefault(key, "")));
  }

  private void onlyAt(CellKey cell, String code) {
    assertThat(problems("补助")).containsOnlyKeys(cell);
    assertThat(problems("补助").get(cell)).extracting(Problem::code).containsExactly(code);
  }

  @Test
  void aWholeFormHasNoProblems() {
    assertThat(problems("补助")).isEmpty();
  }

  @Test
  void someDocumentsAreOnlyRequiredForSomeTypes() {
    assertThat(problems("工程")).containsOnlyKeys(ExAnteCells.evidence("feasibility"), ExAnteCells.evidence("preliminary-design"));
  }

  @Test
  void aRequiredDocumentIsMissed() {
    filled.remove(ExAnteCells.evidence("minutes"));
    onlyAt(ExAnteCells.evidence("minutes"), "application.document-missing");
  }

  @Test
  void theSignedReportIsMissedWhateverTheTemplateOnceSaid() {
    filled.remove(ExAnteCells.evidence("signed-report"));
    onlyAt(ExAnteCells.evidence("signed-report"), "application.report-unsigned");
    ExAnteTemplate optional = ExAnteTemplate.fromJson(Sheets.STANDARD.toJson().replaceAll("(\"key\":\"signed-report\"[^}]*\"required\":)\\[[^]]*]", "$1[]"));
    assertThat(optional.document("signed-report").orElseThrow().required()).isEmpty();
    assertThat(Completeness.problems(optional, "补助", ExAnteCells.of(optional, key -> filled.getOrDefault(key, ""))))
        .containsOnlyKeys(ExAnteCells.evidence("signed-report"));
    ExAnteTemplate without = ExAnteTemplate.fromJson(Sheets.STANDARD.toJson().replaceAll("\\{\"key\":\"signed-report\"[^}]*},", ""));
    assertThat(without.document("signed-report")).as("an older template of a jurisdiction's own has it, too").isPresent();
  }

  @Test
  void everyProblemSaysItsRuleItsArticleAndWhatWentIn() {
    filled.clear();
    assertThat(problems("工程").values().stream().flatMap(List::stream)).hasSizeGreaterThan(20).allSatisfy(problem -> {
      assertThat(problem.inputs().get("number")).matches("E[0-9]+");
      assertThat(problem.inputs().get("article")).contains("〔");
      assertThat(Words.chinese().say(problem)).contains(problem.inputs().get("number"), problem.inputs().get("article")).doesNotContain("{");
    });
    assertThat(Words.chinese().say(problems("工程").get(ExAnteCells.evidence("feasibility")).getFirst())).contains("工程", "可行性研究报告");
  }

  @Test
  void theYearsMustComeToTheTotal() {
    filled.put(ExAnteCells.year(ExAnteCells.Year.LATER), "0.01");
    onlyAt(ExAnteCells.AMOUNT_TOTAL, "application.years-differ");
  }

  @Test
  void theSourcesMustComeToTheTotal() {
    filled.remove(ExAnteCells.source(FundingSource.OWN_FUNDS));
    onlyAt(ExAnteCells.AMOUNT_TOTAL, "application.sources-differ");
  }

  @Test
  void goalsMustNotBeAbsent() {
    filled.remove(ExAnteCells.chapter(ExAnteCells.Chapter.GOALS));
    onlyAt(ExAnteCells.chapter(ExAnteCells.Chapter.GOALS), "application.goals-absent");
  }

  @Test
  void everyItemIsTickedAndEveryVetoAnswered() {
    filled.remove(ExAnteCells.tick("plan-risk"));
    filled.remove(ExAnteCells.veto("no-basis"));
    assertThat(problems("补助")).containsOnlyKeys(ExAnteCells.tick("plan-risk"), ExAnteCells.veto("no-basis"));
  }

  @Test
  void aPeriodEndsAfterItBegins() {
    filled.put(ExAnteCells.PERIOD_UNTIL, "2023-12-31");
    onlyAt(ExAnteCells.PERIOD_UNTIL, "application.period-turned-round");
  }

  @Test
  void withAReturnedAmountTheOtherAmountsAreOpenAndNothingElse() {
    assertThat(ExAnteCells.follows(ExAnteCells.year(ExAnteCells.Year.FIRST), ExAnteCells.AMOUNT_TOTAL)).isTrue();
    assertThat(ExAnteCells.follows(ExAnteCells.basis("plan-risk"), ExAnteCells.tick("plan-risk"))).isTrue();
    assertThat(ExAnteCells.follows(ExAnteCells.tick("plan-people"), ExAnteCells.tick("plan-risk"))).isFalse();
    assertThat(ExAnteCells.follows(ExAnteCells.LEADER, ExAnteCells.AMOUNT_TOTAL)).isFalse();
  }
}
