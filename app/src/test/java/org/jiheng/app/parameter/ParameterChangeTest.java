package org.jiheng.app.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.ParameterChange.Field;
import org.junit.jupiter.api.Test;

/** What is refused, and where the office is told so; how values are written and read. */
class ParameterChangeTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 4, 18);
  private static final Parameter DAYS = Parameter.of(ParameterGroup.TASK, ParameterForm.DAYS, ParameterEffect.REMINDERS,
      new ParameterKey<>("x.days", "10", Integer::valueOf));
  private static final Parameter YES = Parameter.choice(ParameterGroup.GOAL, ParameterEffect.SENT_FORMS,
      new ParameterKey<>("x.yes", "off", ParameterChangeTest::onOrOff));
  private static final Parameter ROUTE = Parameter.choices(ParameterGroup.REVIEW, ParameterEffect.BEGUN_FORMS,
      new ParameterKey<>("x.route", "A,B", ParameterChangeTest::notEmpty), List.of("A", "B"));

  private static boolean onOrOff(String text) {
    return switch (text) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static String notEmpty(String text) {
    if (text.isEmpty()) {
      throw new IndexOutOfBoundsException(text);
    }
    return text;
  }

  private static ParameterChange change(String value, Integer year, LocalDate effective, String reason) {
    return new ParameterChange(ParameterLevel.OWN, "x.days", Optional.ofNullable(year), value, Optional.ofNullable(effective), reason);
  }

  private static List<String> flaws(ParameterChange change) {
    return change.flaws(Optional.of(DAYS), TODAY).stream().map(flaw -> flaw.field() + " " + flaw.problem().code()).toList();
  }

  @Test
  void aReadableValueFromTodayOnWithAReasonIsTaken() {
    assertThat(flaws(change(" 12 ", 2023, TODAY, "上级规定调整"))).isEmpty();
    assertThat(flaws(change("12", null, TODAY.plusYears(1), "上级规定调整"))).isEmpty();
    assertThat(change(" 12\u0000 ", null, TODAY, " 上级规定调整 ")).isEqualTo(change("12", null, TODAY, "上级规定调整"));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAtItsField() {
    assertThat(flaws(change("十天", 1999, TODAY.minusDays(1), "无"))).containsExactly(
        "YEAR parameter-year", "VALUE parameter-unreadable", "EFFECTIVE parameter-day-over", "REASON parameter-reason");
    assertThat(flaws(change("12", 2100, null, "        "))).containsExactly("YEAR parameter-year", "EFFECTIVE parameter-day-missing", "REASON parameter-reason");
    assertThat(flaws(change("12", 2000, TODAY, "理".repeat(1001)))).containsExactly("REASON parameter-reason");
  }

  @Test
  void aKeyNobodyNamesIsUnknown() {
    assertThat(change("12", null, TODAY, "上级规定调整").flaws(Optional.empty(), TODAY)).singleElement().satisfies(flaw -> {
      assertThat(flaw.field()).isEqualTo(Field.KEY);
      assertThat(Words.chinese().say(flaw.problem())).isEqualTo("没有“x.days”这个参数。");
    });
  }

  @Test
  void whatCannotBeReadIsAnsweredWithAnExampleThatCan() {
    assertThat(change("-3", null, TODAY, "上级规定调整").flaws(Optional.of(DAYS), TODAY)).singleElement()
        .satisfies(flaw -> assertThat(flaw.problem().inputs()).isEqualTo(Map.of("example", "10 天")));
    assertThat(DAYS.readable("10")).isTrue();
  }

  @Test
  void aChoiceOffersWhatItReadsAndTakesNothingElse() {
    assertThat(YES.options()).containsExactly("on", "off");
    assertThat(YES.readable("on")).isTrue();
    assertThat(YES.readable("true")).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Parameter.choice(ParameterGroup.GOAL, ParameterEffect.SENT_FORMS, DAYS.key()));
  }

  @Test
  void someOfTheOptionsAreTakenAndAReadingThatFailsInItsOwnWayIsNoValue() {
    assertThat(ROUTE.readable("B")).isTrue();
    assertThat(ROUTE.readable("A, B")).isTrue();
    assertThat(ROUTE.readable("A,C")).isFalse();
    assertThat(ROUTE.readable("")).isFalse();
  }

  @Test
  void eachFormHasItsBounds() {
    assertForm(ParameterForm.DAYS, List.of("1", "999"), List.of("0", "-1", "1000", "1.5", "", "10天"));
    assertForm(ParameterForm.NEAR_DAYS, List.of("1", "59", "60"), List.of("0", "61", "100", ""));
    assertForm(ParameterForm.NEAR_DAYS_LIST, List.of("7", "60, 3,1"), List.of("", "7,61", "7;3", "0"));
    assertForm(ParameterForm.COUNT, List.of("0", "30"), List.of("-1", "1000", ""));
    assertForm(ParameterForm.HUNDRED, List.of("0", "80", "79.99", "100"), List.of("100.01", "-1", "80%", "1e1"));
    assertForm(ParameterForm.SHARE, List.of("0", "0.60", "1"), List.of("1.01", "60%", ""));
    assertForm(ParameterForm.SHARE_OR_NONE, List.of("", "0.6"), List.of("60"));
    assertForm(ParameterForm.TIMES, List.of("1", "1.30", "10"), List.of("0.99", "11"));
    assertForm(ParameterForm.MONEY, List.of("0", "500000.50"), List.of("-1", "1.234", "5万"));
    assertForm(ParameterForm.DAY_OF_YEAR, List.of("07-31", "02-29"), List.of("7-31", "02-30", "13-01", "07-31 "));
    assertForm(ParameterForm.NAME, List.of("规则2023"), List.of("", "名".repeat(61)));
  }

  private static void assertForm(ParameterForm form, List<String> good, List<String> bad) {
    assertThat(good).as(form.name()).allMatch(form::fits);
    assertThat(bad).as(form.name()).noneMatch(form::fits);
  }

  @Test
  void aValueWithSomethingWrongInItsCellsIsRefusedWhateverItReadsAs() {
    ParameterChange wrong = new ParameterChange(ParameterLevel.OWN, "x.days", Optional.empty(), "12", Optional.of(TODAY), "上级规定调整",
        List.of(Problem.of("parameter-cell-empty"), Problem.of("parameter-cell-empty")));
    assertThat(flaws(wrong)).containsExactly("VALUE parameter-cell-empty");
  }

  @Test
  void valuesAreSaidInTheWordsOfTheOffice() {
    Words words = Words.chinese();
    assertThat(said(ParameterForm.DATES, "-1-06-01/1-03-31/0-12-31")).isEqualTo("上年 06-01 至 次年 03-31,数据截至 当年 12-31");
    assertThat(said(ParameterForm.DATES, "1-03-01/2-03-31")).isEqualTo("次年 03-01 至 2-03-31");
    assertThat(said(ParameterForm.DAYS, "30")).isEqualTo("30 天");
    assertThat(said(ParameterForm.SHARE, "0.60")).isEqualTo("60%");
    assertThat(said(ParameterForm.SHARE_OR_NONE, "")).isEqualTo("未设");
    assertThat(said(ParameterForm.MONEY, "505000.50")).isEqualTo("50.50005 万元");
    assertThat(said(ParameterForm.GRADES, "90/80.5/60")).isEqualTo("优 90 分、良 80.5 分、中 60 分");
    assertThat(said(ParameterForm.NEAR_DAYS_LIST, "7,3,1")).isEqualTo("7、3、1 天");
    assertThat(said(ParameterForm.WORDS, "增长,提高")).isEqualTo("增长、提高");
    assertThat(said(ParameterForm.NAME, "默认规则,2023")).isEqualTo("默认规则,2023");
    assertThat(said(ParameterForm.GRADES, "从前写的")).as("what cannot be read").isEqualTo("从前写的");
    assertThat(ParameterWords.value(words, ROUTE, "UNIT_REVIEW, FINANCE_FIRST")).isEqualTo("单位审核、财政初审");
    assertThat(ParameterWords.value(words, YES, "off")).isEqualTo("停用");
    assertThat(ParameterWords.value(words, ROUTE, "")).isEqualTo("未设");
  }

  private static String said(ParameterForm form, String value) {
    Parameter parameter = Parameter.of(ParameterGroup.TASK, form, ParameterEffect.REMINDERS, ParameterKey.text("x.said", ""));
    return ParameterWords.value(Words.chinese(), parameter, value);
  }
}
