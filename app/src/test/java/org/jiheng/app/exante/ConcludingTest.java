package org.jiheng.app.exante;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.Route;
import org.jiheng.app.project.ProjectFact.ExAnte;
import org.junit.jupiter.api.Test;

/** What finance may conclude (DOMAIN 2.5, 2.6; S13, S14, Q11). */
class ConcludingTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 4, 18);
  private static final Money ASKED = Money.ofYuan("300000");
  private static final Reasoned<Conclusion> SUPPORT = Sheets.sheet(Sheets.all(Sheets.STANDARD, Grade.EXCELLENT)).proposed();
  private static final Reasoned<Conclusion> PARTLY = Sheets.sheet(Sheets.all(Sheets.STANDARD, Grade.FAIR)).proposed();
  private static final Reasoned<Conclusion> VETOED = Sheets.sheet(Sheets.all(Sheets.STANDARD, Grade.EXCELLENT), "duplicate").proposed();

  private static Concluding.Facts facts(Reasoned<Conclusion> proposed) {
    return facts(Optional.empty(), false, proposed);
  }

  private static Concluding.Facts facts(Optional<String> third, boolean needed, Reasoned<Conclusion> proposed) {
    return new Concluding.Facts(ASKED, Score.of("90"), third.map(Score::of), needed, "项目总额达到标准", false, true, proposed, TODAY);
  }

  private static Concluding made(Conclusion conclusion, String supported, String explanation, Concluding.Wanted... conditions) {
    return new Concluding(conclusion, Concluding.Basis.UNIT, Money.ofYuan(supported), "同意按此办理", explanation, Set.of(), List.of(conditions));
  }

  private static void refused(Concluding made, Concluding.Facts facts, String... codes) {
    assertThat(made.refusals(facts, Sheets.RULES)).extracting(Refusal::code).containsExactly(codes);
  }

  @Test
  void aSupportOfWhatTheRulesComeToIsConcluded() {
    refused(made(Conclusion.SUPPORTED, "300000", ""), facts(SUPPORT));
  }

  @Test
  void notBeforeTheThirdPartysResultWhereOneIsNeeded() {
    refused(made(Conclusion.SUPPORTED, "300000", ""), facts(Optional.empty(), true, SUPPORT), "exante-third-party-missing");
    refused(made(Conclusion.SUPPORTED, "300000", ""), facts(Optional.of("85"), true, SUPPORT));
  }

  @Test
  void notWithoutTheSignedReport() {
    Concluding.Facts unsigned = new Concluding.Facts(ASKED, Score.of("90"), Optional.empty(), false, "—", false, false, SUPPORT, TODAY);
    refused(made(Conclusion.SUPPORTED, "300000", ""), unsigned, "exante-report-unsigned");
  }

  @Test
  void whatIsRefusedSaysItsRuleItsArticleAndWhatWentIn() {
    List<Refusal> refusals = made(Conclusion.SUPPORTED, "300000.01", "").refusals(facts(Optional.empty(), true, VETOED), Sheets.RULES);
    assertThat(refusals).hasSize(3).allSatisfy(refusal -> {
      assertThat(refusal.inputs().get("number")).matches("E[0-9]+");
      assertThat(refusal.inputs().get("article")).contains("〔");
      assertThat(Words.chinese().say("refusal." + refusal.code(), refusal.inputs())).contains(refusal.inputs().get("number"),
          refusal.inputs().get("article")).doesNotContain("{");
    });
    assertThat(refusals).extracting(refusal -> refusal.inputs().getOrDefault("why", "")).contains("项目总额达到标准");
  }

  @Test
  void aScoreThatIsNotThereIsNotCited() {
    Concluding cited = new Concluding(Conclusion.SUPPORTED, Concluding.Basis.THIRD_PARTY, ASKED, "同意按此办理", "", Set.of(), List.of());
    refused(cited, facts(SUPPORT), "exante-no-such-basis");
  }

  @Test
  void totalsFarApartMustBeExplained() {
    refused(made(Conclusion.SUPPORTED, "300000", ""), facts(Optional.of("80"), true, SUPPORT), "exante-difference-unexplained");
    refused(made(Conclusion.SUPPORTED, "300000", "两家口径不同"), facts(Optional.of("80"), true, SUPPORT));
  }

  @Test
  void moreThanAskedForIsNotSupported() {
    refused(made(Conclusion.SUPPORTED, "300000.01", ""), facts(SUPPORT), "exante-more-than-asked");
    refused(made(Conclusion.SUPPORTED, "0", ""), facts(SUPPORT), "exante-support-without-money");
    refused(made(Conclusion.SUPPORTED, "-1", ""), facts(SUPPORT), "exante-support-without-money");
    refused(made(Conclusion.NOT_SUPPORTED, "1", "资料不实较多"), facts(SUPPORT), "exante-money-without-support");
  }

  @Test
  void aVetoCannotBeExplainedAway() {
    refused(made(Conclusion.SUPPORTED, "300000", "情况特殊请支持"), facts(VETOED), "exante-veto-holds");
    refused(made(Conclusion.NOT_SUPPORTED, "0", ""), facts(VETOED));
  }

  @Test
  void whoeverDepartsFromTheRulesSaysWhy() {
    refused(made(Conclusion.SUPPORTED, "300000", ""), facts(PARTLY), "exante-departs-unexplained");
    refused(made(Conclusion.SUPPORTED, "300000", "补充材料已齐全"), facts(PARTLY));
  }

  @Test
  void aConditionIsWholeAndBelongsToAPartSupport() {
    Concluding.Wanted good = new Concluding.Wanted("落实配套资金", TODAY, "张三");
    refused(made(Conclusion.PARTLY_SUPPORTED, "200000", "", good), facts(PARTLY));
    refused(made(Conclusion.PARTLY_SUPPORTED, "300000", ""), facts(PARTLY), "exante-partly-is-the-whole");
    refused(made(Conclusion.PARTLY_SUPPORTED, "300000", "", good), facts(PARTLY));
    refused(made(Conclusion.SUPPORTED, "200000", "", good), facts(SUPPORT), "exante-conditions-mean-partly");
    refused(made(Conclusion.PARTLY_SUPPORTED, "200000", "", new Concluding.Wanted("落实配套资金", TODAY.minusDays(1), "张三")), facts(PARTLY),
        "exante-condition-incomplete");
    refused(made(Conclusion.PARTLY_SUPPORTED, "200000", "", new Concluding.Wanted("落实配套资金", TODAY, " ")), facts(PARTLY),
        "exante-condition-incomplete");
  }

  @Test
  void theLastStageConcludesAndNoneBeforeItEndsTheForm() {
    Route route = Route.parse("UNIT_REVIEW,FINANCE_FIRST,FINANCE_SECOND");
    assertThat(Concluded.against(FormState.FINANCE_SECOND, route, Move.PASS)).isPresent();
    assertThat(Concluded.against(FormState.FINANCE_SECOND, route, Move.REJECT)).isPresent();
    assertThat(Concluded.against(FormState.FINANCE_FIRST, route, Move.REJECT)).isPresent();
    assertThat(Concluded.against(FormState.FINANCE_FIRST, route, Move.PASS)).isEmpty();
    assertThat(Concluded.against(FormState.FINANCE_SECOND, route, Move.RETURN)).isEmpty();
  }

  @Test
  void notSupportedStandsWhileTheUnitBeginsAgain() {
    assertThat(ExAnteFacts.standing(FormState.DRAFT, Optional.of(Conclusion.NOT_SUPPORTED))).isEqualTo(ExAnte.Standing.NOT_SUPPORTED);
    assertThat(ExAnteFacts.standing(FormState.FINANCE_SECOND, Optional.empty())).isEqualTo(ExAnte.Standing.UNDER_WAY);
    assertThat(ExAnteFacts.standing(FormState.APPROVED, Optional.of(Conclusion.SUPPORTED))).isEqualTo(ExAnte.Standing.SUPPORTED);
  }

  @Test
  void whatIsNotSupportedUsuallyGetsNothingAndAllElseWhatWasAskedFor() {
    assertThat(Concluding.usual(Conclusion.SUPPORTED, ASKED)).isEqualTo(ASKED);
    assertThat(Concluding.usual(Conclusion.PARTLY_SUPPORTED, ASKED)).isEqualTo(ASKED);
    assertThat(Concluding.usual(Conclusion.NOT_SUPPORTED, ASKED)).isEqualTo(Money.ZERO);
  }
}
