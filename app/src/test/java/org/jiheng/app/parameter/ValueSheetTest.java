package org.jiheng.app.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.junit.jupiter.api.Test;

/** People fill in cells; what is wrong is said at its cell in a sentence, and what is stored is the text it always was. */
class ValueSheetTest {

  private static final ValueSheet GRADES = NumberRows.grades();
  private static final ValueSheet WORDS = ListedRows.words();
  private static final ValueSheet DAYS = ListedRows.numbers(Measure.whole(Measure.Unit.DAYS, 1, 60));
  private static final ValueSheet DATES = DayRows.ofATask();

  private static List<ValueTable> with(ValueSheet sheet, String text, int row, int column, String typed) {
    return List.of(sheet.read(text).getFirst().with(row, column, typed));
  }

  private static List<String> flaws(ValueSheet sheet, List<ValueTable> tables) {
    return sheet.flaws(tables).stream().map(flaw -> flaw.row() + "/" + flaw.column() + " " + Words.chinese().say(flaw.problem())).toList();
  }

  // --- numbers

  @Test
  void numbersAreTypedAsPeopleCountAndStoredAsRulesRead() {
    assertThat(Measure.SHARE.shown("0.60")).isEqualTo("60");
    assertThat(Measure.SHARE.stored("62.5")).isEqualTo("0.625");
    assertThat(Measure.SHARE.stored("100 %")).isEqualTo("1");
    assertThat(Measure.MONEY.shown("5000000")).isEqualTo("500");
    assertThat(Measure.MONEY.stored("50.00005")).isEqualTo("500000.5");
    assertThat(Measure.MONEY.stored("5,000,000元")).isEqualTo("5000000");
    assertThat(Measure.POINTS.stored("９２分")).isEqualTo("92");
    assertThat(Measure.whole(Measure.Unit.WORKDAYS, 1, 999).stored("10 个工作日")).isEqualTo("10");
    assertThat(Measure.POINTS.stored("九十")).as("no number stays what it is").isEqualTo("九十");
  }

  @Test
  void whatIsNoSuchNumberIsToldItsBounds() {
    Measure days = Measure.whole(Measure.Unit.DAYS, 1, 60);
    assertThat(said(days, "61")).isEqualTo("“61”填得不对:这里填 1 至 60 的整数。");
    assertThat(said(days, "1.5")).contains("1 至 60 的整数");
    assertThat(said(days, "-1")).contains("1 至 60 的整数");
    assertThat(said(days, " ")).isEqualTo("这里还没有填。");
    assertThat(said(Measure.POINTS, "100.01")).isEqualTo("“100.01”填得不对:这里填 0 至 100 的数,小数最多 2 位。");
    assertThat(said(Measure.POINTS, "80.125")).contains("小数最多 2 位");
    assertThat(said(Measure.WHOLE_YUAN, "0.00001")).contains("小数最多 4 位");
    assertThat(said(Measure.SHARE, "0.60")).as("a share of one per cent may be meant").isEmpty();
  }

  private static String said(Measure measure, String typed) {
    return measure.problem(typed).map(Words.chinese()::say).orElse("");
  }

  @Test
  void aNumberThatMayBeMissingIsStoredAsNothing() {
    OneNumber floor = new OneNumber(Measure.SHARE, true);
    List<ValueTable> empty = floor.read("");
    assertThat(floor.flaws(empty)).isEmpty();
    assertThat(floor.write(empty)).isEmpty();
    assertThat(new OneNumber(Measure.SHARE, false).flaws(empty)).hasSize(1);
  }

  // --- rows

  @Test
  void gradesDescendAndTheOneThatDoesNotIsTold() {
    assertThat(flaws(GRADES, with(GRADES, "90/80/60", 1, 1, "90"))).containsExactly("1/1 要低于上一行的 90。");
    assertThat(flaws(GRADES, with(GRADES, "90/80/60", 0, 1, "九十"))).containsExactly("0/1 “九十”填得不对:这里填 0 至 100 的数,小数最多 2 位。");
    List<ValueTable> mended = with(GRADES, "90/80/60", 1, 1, "82");
    assertThat(GRADES.flaws(mended)).isEmpty();
    assertThat(GRADES.write(mended)).isEqualTo("90/82/60");
    assertThatIllegalArgumentException().isThrownBy(() -> GRADES.read("90/80"));
  }

  @Test
  void rowsAreAddedRemovedAndMoved() {
    ValueTable days = DAYS.read("7,3,1").getFirst();
    assertThat(DAYS.write(List.of(days.raised(2)))).isEqualTo("7,1,3");
    assertThat(DAYS.write(List.of(days.raised(0)))).isEqualTo("7,3,1");
    assertThat(DAYS.write(List.of(days.without(1)))).isEqualTo("7,1");
    assertThat(DAYS.write(List.of(days.added().with(3, 0, "14")))).isEqualTo("7,3,1,14");
    assertThat(flaws(DAYS, List.of(days.added()))).containsExactly("3/0 这里还没有填。");
    assertThat(flaws(DAYS, List.of(days.without(0).without(0).without(0)))).containsExactly("-1/-1 至少要有一行。");
    assertThat(GRADES.read("90/80/60").getFirst().added()).as("rows that are what they are").isEqualTo(GRADES.read("90/80/60").getFirst());
  }

  @Test
  void aWordStandsInARowOfItsOwnAndOnlyOnce() {
    assertThat(flaws(WORDS, with(WORDS, "增长,提高", 0, 0, "增长,增加"))).containsExactly("0/0 一行只填一个词,不能有逗号;另一个词请另加一行。");
    assertThat(flaws(WORDS, with(WORDS, "增长,提高", 1, 0, " 增长 "))).containsExactly("1/0 “增长”上面已经填过。");
    assertThat(WORDS.write(with(WORDS, "增长,提高", 1, 0, " 提升 "))).isEqualTo("增长,提升");
    assertThat(WORDS.read("").getFirst().rows()).isEmpty();
  }

  @Test
  void pairsAreWrittenInTheirOrderAndTheirSumIsHeldAgainstTheRule() {
    PairRows pairs = new PairRows(List.of("cost", "output"), "points", ValueCell.number(Measure.POINTS, ""), "0", true,
        all -> all.containsValue("13") ? Optional.of(Problem.of("parameter-table-empty")) : Optional.empty());
    assertThat(pairs.write(pairs.read("output=50"))).isEqualTo("cost=0,output=50");
    assertThat(pairs.flaws(with(pairs, "output=50", 0, 1, "13"))).singleElement().satisfies(flaw -> assertThat(flaw.row()).isEqualTo(ValueFlaw.WHOLE));
    assertThatIllegalArgumentException().isThrownBy(() -> pairs.read("price=1"));
  }

  // --- days

  @Test
  void aTasksDaysAreChosenAndTheLastMayBeNone() {
    assertThat(DATES.write(DATES.read("1-03-01/1-03-31/0-12-31"))).isEqualTo("1-03-01/1-03-31/0-12-31");
    assertThat(DATES.write(DATES.read("-1-06-01/-1-08-31"))).isEqualTo("-1-06-01/-1-08-31");
    assertThat(DATES.write(with(DATES, "1-03-01/1-03-31/0-12-31", 2, 1, "NO_DAY"))).isEqualTo("1-03-01/1-03-31");
    assertThat(DATES.write(with(DATES, "0-02-01/0-02-29", 2, 1, "Y-1"))).isEqualTo("0-02-01/0-02-29/-1-12-31");
    assertThat(DATES.write(with(DATES, "0-02-01/0-02-29", 0, 3, "5 日"))).isEqualTo("0-02-05/0-02-29");
  }

  @Test
  void aDayThatIsNoneAndOneBeforeTheOpeningAreTold() {
    assertThat(flaws(DATES, with(DATES, "1-03-01/1-04-30", 1, 3, "31"))).containsExactly("1/3 4 月没有 31 日。");
    assertThat(flaws(DATES, with(DATES, "1-03-01/1-03-31", 1, 3, "32"))).containsExactly("1/3 “32”填得不对:这里填 1 至 31 的整数。");
    assertThat(flaws(DATES, with(DATES, "1-03-15/1-03-31", 1, 3, "14"))).containsExactly("1/3 截止日不能早于开始日。");
    assertThat(flaws(DATES, with(DATES, "1-03-15/1-03-31", 1, 1, "Y0"))).containsExactly("1/3 截止日不能早于开始日。");
    assertThat(DATES.flaws(with(DATES, "1-03-15/1-03-31", 1, 3, "15"))).as("one day is enough").isEmpty();
    ValueSheet day = DayRows.ofAnyYear();
    assertThat(flaws(day, with(day, "07-31", 0, 2, "M2"))).containsExactly("0/3 2 月没有 31 日。");
    assertThat(day.write(with(day, "07-31", 0, 3, "9"))).isEqualTo("07-09");
  }
}
