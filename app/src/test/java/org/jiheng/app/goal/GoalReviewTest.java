package org.jiheng.app.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.GradeScale;
import org.jiheng.app.common.Score;
import org.jiheng.app.review.FormState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Finance's review of goals and what follows from it (财预〔2015〕88号, DOMAIN 3.7; seed S17). */
class GoalReviewTest {

  private static final UUID FORM = UUID.randomUUID();
  private static final LocalDate TODAY = LocalDate.of(2023, 4, 18);

  private static Map<ReviewItem, Score> full() {
    Map<ReviewItem, Score> points = new EnumMap<>(ReviewItem.class);
    Arrays.stream(ReviewItem.values()).forEach(item -> points.put(item, item.most()));
    return points;
  }

  @Test
  void theItemsMakeAHundredInFourAspectsOf20_30_30_20() {
    Map<ReviewItem.Aspect, Score> sums = new HashMap<>();
    Arrays.stream(ReviewItem.values()).forEach(item -> sums.merge(item.aspect(), item.most(), Score::plus));
    assertThat(sums.values()).containsExactlyInAnyOrder(Score.of("20"), Score.of("30"), Score.of("30"), Score.of("20"));
  }

  @Test
  void aScoredSheetAddsUpAndAboveAnItemsPointsIsAFault() {
    Map<ReviewItem, Score> points = full();
    points.put(ReviewItem.REASONABLE, Score.of("4.99"));
    ReviewSheet sheet = new ReviewSheet(true, points, Map.of(), "");
    assertThat(sheet.grade(GradeScale.STANDARD).value()).contains(Grade.GOOD);
    assertThat(sheet.total().value()).contains(Score.of("89.99"));
    points.put(ReviewItem.REASONABLE, Score.of("15.01"));
    ReviewSheet above = new ReviewSheet(true, points, Map.of(), "");
    assertThat(above.problems()).containsOnlyKeys(ReviewItem.REASONABLE);
    assertThat(above.grade(GradeScale.STANDARD).value()).isEmpty();
  }

  @Test
  void anOpenItemLeavesNoGrade() {
    Map<ReviewItem, Score> points = full();
    points.remove(ReviewItem.CLEAR);
    ReviewSheet sheet = new ReviewSheet(true, points, Map.of(), "");
    assertThat(sheet.open()).containsExactly(ReviewItem.CLEAR);
    assertThat(sheet.grade(GradeScale.STANDARD).because("goals.sheet-open")).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Grade.class)
  void aSheetTickedAlikeEverywhereHasThatGrade(Grade tick) {
    Map<ReviewItem, Grade> ticks = new EnumMap<>(ReviewItem.class);
    Arrays.stream(ReviewItem.values()).forEach(item -> ticks.put(item, tick));
    assertThat(new ReviewSheet(false, Map.of(), ticks, "").grade(GradeScale.STANDARD).value()).contains(tick);
  }

  @ParameterizedTest
  @CsvSource({"EXCELLENT, NEXT_STEP", "GOOD, COMPLETE_WITH_DEPARTMENT", "FAIR, REVISE_AND_RESUBMIT", "POOR, MAY_NOT_ENTER"})
  void theGradeSaysWhatBecomesOfTheGoal(Grade grade, GoalVerdict verdict) {
    assertThat(GoalVerdict.of(grade, 10).value()).contains(verdict);
  }

  @Test
  void noGoalIsNoSoundGoal_S17() {
    assertThat(GoalStanding.none().value().orElseThrow().sound()).isFalse();
  }

  @Test
  void aReturnedGoalPastItsDayIsNoSoundGoalAndSaysSo_S17() {
    assertThat(standing(FormState.RETURNED, Optional.of(TODAY.minusDays(1)))).isEqualTo(GoalStanding.Answer.RETURNED_PAST_DUE);
    assertThat(standing(FormState.RETURNED, Optional.of(TODAY))).isEqualTo(GoalStanding.Answer.RETURNED);
    assertThat(standing(FormState.DRAFT, Optional.empty())).isEqualTo(GoalStanding.Answer.DRAFTING);
  }

  @Test
  void aRefusedGoalIsNoneAnApprovedOneIsSound_S17() {
    assertThat(standing(FormState.REJECTED, Optional.empty())).isEqualTo(GoalStanding.Answer.REFUSED);
    assertThat(standing(FormState.APPROVED, Optional.empty())).isEqualTo(GoalStanding.Answer.APPROVED);
    assertThat(standing(FormState.DEPARTMENT_REVIEW, Optional.empty())).isEqualTo(GoalStanding.Answer.DRAFTING);
  }

  private static GoalStanding.Answer standing(FormState state, Optional<LocalDate> due) {
    return GoalStanding.of(FORM, state, Optional.of(Grade.FAIR), due, TODAY).value().orElseThrow().answer();
  }

  @Test
  void targetsAreNotAdjustedAfterTheSecondNodesCutOffUnlessTheOfficeOpensThem_DOMAIN3第8条() {
    assertThat(AdjustmentWindow.closed(2023, "07-31", false, LocalDate.of(2023, 7, 31))).isEmpty();
    assertThat(AdjustmentWindow.closed(2023, "07-31", false, LocalDate.of(2023, 8, 1))).isPresent();
    assertThat(AdjustmentWindow.closed(2023, "07-31", true, LocalDate.of(2023, 8, 1))).isEmpty();
  }
}
