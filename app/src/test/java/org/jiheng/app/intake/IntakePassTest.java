package org.jiheng.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jiheng.app.agency.Unit;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.LargeSpreadsheet;
import org.jiheng.app.goal.GoalRules;
import org.jiheng.app.goal.ManyGoals;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.Industries;
import org.jiheng.app.project.ManyProjects;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.UsualIndustry;
import org.jiheng.app.review.Route;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from a library's workbook, and what is wrong in it at which cell; without a library beside it. */
class IntakePassTest {

  private static final Jurisdiction ARTUX = new Jurisdiction(new JurisdictionCode("653001"), "阿图什市", Optional.of(new JurisdictionCode("653000")));
  private static final LocalDate TODAY = LocalDate.of(2023, 4, 18);
  private static final Unit LASTING = new Unit() { };

  @TempDir
  private Path directory;

  private final CellProblems problems = new CellProblems();
  private final List<String> industries = new ArrayList<>();
  private int begun;
  private boolean borneOut;
  private Optional<String> takenOver = Optional.of("接续人大已批准的2023年预算");
  private final Tally tally = new Tally(Map.of("101001", "第一小学"));

  /** An empty library. */
  private static final class NoProjects extends ManyProjects {
    @Override
    public Map<String, List<There>> ofCodes(Collection<String> codes) {
      return Map.of();
    }
  }

  private static final class NoGoals extends ManyGoals {

    private final boolean borneOut;

    private NoGoals(boolean borneOut) {
      this.borneOut = borneOut;
    }

    @Override
    public Set<UUID> having(Collection<UUID> projects) {
      return Set.of();
    }

    @Override
    public Set<UUID> owing(List<Project> projects) {
      return projects.stream().filter(project -> !borneOut || project.category().hasGoals()).map(Project::id).collect(Collectors.toSet());
    }
  }

  /** The school works in education; health is a word the library knows, too. */
  private static final Industries.Said INDUSTRIES =
      new Industries.Said(List.of("卫生", "教育"), new UsualIndustry(List.of(new UsualIndustry.Named("101001", "教育", 3))));

  private static final Map<ProjectColumn, String> SECRET = Map.of(ProjectColumn.CONFIDENTIAL, "是", ProjectColumn.NAME, "", ProjectColumn.LEADER, "",
      ProjectColumn.ANNUAL_GOAL, "");

  private void read(Book book) {
    read(book.written(directory), Watch.NOBODY, Role.PERFORMANCE_OFFICE, "");
  }

  private void read(Path file, Watch watch, Role role, String unit) {
    Caller caller = new Caller(UUID.randomUUID(), "x", "绩效办", List.of(new Membership(ARTUX.code(), unit, role, TODAY, Optional.empty())));
    Scope.of(caller, ARTUX).run(() -> {
      try (LargeSpreadsheet workbook = LargeSpreadsheet.open("项目库.xlsx", file).value().orElseThrow()) {
        LibraryLooks library = new LibraryLooks(new NoProjects(), new NoGoals(borneOut), Map.of("101001", LASTING, "102001", LASTING), problems::add);
        IntakePass.Around around = new IntakePass.Around(library, new ProjectReading(TODAY, INDUSTRIES, IntakeAccess.marks(), takenOver, year -> year == begun), "653001",
            _ -> new ManyGoals.Rules(GoalRules.STANDARD, Route.parse("UNIT_REVIEW,FINANCE_FIRST")), () -> { });
        new IntakePass(new IntakeSheets(workbook, problems::add), around, problems, watch, ready -> {
          tally.add(ready);
          ready.forEach(one -> industries.add(one.row().code() + " " + one.row().project().industry()));
          return 0;
        }).run();
      }
    });
  }

  /** Place and sentence of every error. */
  private List<String> errors() {
    return problems.kept().stream().filter(one -> !one.warning())
        .map(one -> one.sheet() + " " + one.row() + " " + one.column() + ": " + one.sentence()).toList();
  }

  @Test
  void onceTheBudgetListOfTheYearWasBegunItsBudgetIsNoLongerTakenOver() {
    begun = 2023;
    read(new Book().project("P1", Map.of()));
    assertThat(errors()).containsExactly("项目 2 资金合计(万元): refusal.intake-takeover-over");
    assertThat(tally.outcome().entered()).isZero();
  }

  @Test
  void whatIsAskedForIsListedWhileTheBudgetListRuns() {
    begun = 2023;
    takenOver = Optional.empty();
    read(new Book().project("P1", Map.of()));
    assertThat(errors()).isEmpty();
    assertThat(tally.outcome().entered()).isEqualTo(1);
  }

  @Test
  void theGoalOfSpendingOnPeopleIsTakenUntilItIsBorneOutToBeSuchSpending() {
    Book book = new Book().project("P1", Map.of(ProjectColumn.CATEGORY, "人员类"));
    read(book);
    assertThat(errors()).isEmpty();
    assertThat(tally.outcome().goals()).isEqualTo(1);
    borneOut = true;
    read(book);
    assertThat(errors()).containsExactly("项目 2 项目类别: problem.intake.category-without-goal");
  }

  @Test
  void anIndustryTheLibraryDoesNotKnowIsToldAtItsCell() {
    read(new Book().project("P1", Map.of(ProjectColumn.INDUSTRY, "航天")));
    assertThat(errors()).containsExactly("项目 2 行业: problem.intake.not-among");
    assertThat(tally.outcome().entered()).isZero();
  }

  @Test
  void anIndustryLeftOpenIsTheOneTheUnitUsuallyWorksIn() {
    read(new Book().project("P1", Map.of()).project("P2", Map.of(ProjectColumn.INDUSTRY, "卫生")).project("P3", Map.of(ProjectColumn.UNIT, "102001"))
        .bare("P4", SECRET));
    assertThat(errors()).isEmpty();
    assertThat(industries).containsExactlyInAnyOrder("P1 教育", "P2 卫生", "P3 ", "P4 ");
  }

  @Test
  void theIndustryOfAConfidentialProjectIsRefusedAtItsCell() {
    Map<ProjectColumn, String> described = new EnumMap<>(SECRET);
    described.put(ProjectColumn.INDUSTRY, "教育");
    read(new Book().bare("P1", described));
    assertThat(errors()).singleElement().asString().startsWith("项目 2 行业: ");
  }

  @Test
  void aSoundLibraryIsReadWithItsMoneyAndGoals() {
    read(new Book().project("P1", Map.of()).project("P2", Map.of(ProjectColumn.GENERAL_BUDGET, "2万元", ProjectColumn.OWN_FUNDS, "5000元", ProjectColumn.TOTAL, "2.5"))
        .bare("P3", Map.of(ProjectColumn.ANNUAL_GOAL, "")));
    assertThat(errors()).isEmpty();
    IntakePreview.Outcome outcome = tally.outcome();
    assertThat(outcome.entered()).isEqualTo(3);
    assertThat(outcome.goals()).isEqualTo(2);
    assertThat(outcome.indicators()).isEqualTo(6);
    assertThat(outcome.money()).containsExactlyInAnyOrderEntriesOf(Map.of(
        FundingSource.GENERAL_BUDGET, Money.ofWan("62"), FundingSource.OWN_FUNDS, Money.ofWan("20.5")));
    assertThat(tally.units().get("101001").name()).isEqualTo("第一小学");
  }

  @Test
  void fiscalMoneyOfAListIsWhatIsAskedForAndOwnMoneyStandsAsItIs() {
    takenOver = Optional.empty();
    read(new Book().project("P1", Map.of(ProjectColumn.GENERAL_BUDGET, "20", ProjectColumn.OWN_FUNDS, "5", ProjectColumn.TOTAL, "25")));
    assertThat(errors()).as("the goal's money is what is asked for and what is there").isEmpty();
    assertThat(tally.outcome().money()).isEqualTo(Map.of(FundingSource.OWN_FUNDS, Money.ofWan("5")));
    assertThat(tally.outcome().asked()).isEqualTo(Map.of(FundingSource.GENERAL_BUDGET, Money.ofWan("20")));
    assertThat(tally.units().get("101001").asked()).isEqualTo(Money.ofWan("20"));
  }

  @Test
  void aBudgetOfAYearToComeIsNotTakenOver() {
    read(new Book().bare("P1", Map.of(ProjectColumn.YEAR, "2024", ProjectColumn.STARTS, "2024-01-01", ProjectColumn.ENDS, "2024-12-31",
        ProjectColumn.GENERAL_BUDGET, "20", ProjectColumn.OWN_FUNDS, "", ProjectColumn.TOTAL, "20", ProjectColumn.ANNUAL_GOAL, "")));
    assertThat(errors()).isEmpty();
    assertThat(tally.outcome().money()).isEmpty();
    assertThat(tally.outcome().asked()).isEqualTo(Map.of(FundingSource.GENERAL_BUDGET, Money.ofWan("20")));
  }

  @Test
  void everyCellThatIsWrongIsNamedWithItsRowAndColumn() {
    read(new Book().bare("P1", Map.of(ProjectColumn.JURISDICTION, "653022", ProjectColumn.ANNUAL_GOAL, ""))
        .bare("P2", Map.of(ProjectColumn.UNIT, "999001", ProjectColumn.ANNUAL_GOAL, ""))
        .bare("P3", Map.of(ProjectColumn.TOTAL, "41", ProjectColumn.ANNUAL_GOAL, ""))
        .bare("P4", Map.of(ProjectColumn.GENERAL_BUDGET, "-30", ProjectColumn.ANNUAL_GOAL, ""))
        .bare("P5", Map.of(ProjectColumn.CATEGORY, "特别类", ProjectColumn.ANNUAL_GOAL, ""))
        .bare("P6", Map.of(ProjectColumn.STARTS, "2023年2月30日", ProjectColumn.ANNUAL_GOAL, ""))
        .bare("P7", Map.of(ProjectColumn.LEADER, "", ProjectColumn.ANNUAL_GOAL, ""))
        .bare("P7", Map.of(ProjectColumn.ANNUAL_GOAL, "", ProjectColumn.GENERAL_BUDGET, "999999999999", ProjectColumn.OWN_FUNDS, "")));
    assertThat(errors()).containsExactly(
        "项目 2 区划代码: problem.intake.another-jurisdiction",
        "项目 4 资金合计(万元): problem.intake.sum-differs",
        "项目 5 一般公共预算(万元): problem.money.negative",
        "项目 6 项目类别: problem.intake.not-among",
        "项目 7 开始日期: problem.day.unreadable",
        "项目 8 项目负责人: problem.intake.empty",
        "项目 9 一般公共预算(万元): problem.money.absurd",
        "项目 3 单位编码: problem.intake.unit-unknown");
    assertThat(problems.kept().get(1).say(Words.chinese())).isEqualTo("资金合计 41 万元与各来源之和 40 万元不一致。");
  }

  @Test
  void aCodeThatStandsTwiceIsToldWithTheRowItStoodInBefore() {
    read(new Book().bare("P1", Map.of()).bare("P1", Map.of()).bare("P1", Map.of(ProjectColumn.YEAR, "2024", ProjectColumn.UNIT, "102001")));
    assertThat(errors()).contains("项目 3 项目编码: problem.intake.code-twice", "项目 4 单位编码: problem.intake.code-of-two-units");
  }

  @Test
  void nothingThatDescribesAConfidentialProjectIsTakenOrToldAgain() {
    read(new Book().bare("P1", Map.of(ProjectColumn.CONFIDENTIAL, "是", ProjectColumn.NAME, "某工程", ProjectColumn.CONTENT, "某处",
        ProjectColumn.LEADER, "", ProjectColumn.ANNUAL_GOAL, "")).bare("P2", Map.of(ProjectColumn.CONFIDENTIAL, "是", ProjectColumn.NAME, "",
        ProjectColumn.LEADER, "", ProjectColumn.ANNUAL_GOAL, "")));
    assertThat(errors()).containsExactly("项目 2 项目名称: refusal.project-classified-described", "项目 2 项目内容: refusal.project-classified-described");
    assertThat(problems.kept()).allMatch(one -> !one.typed().contains("某"));
    assertThat(tally.outcome().entered()).isEqualTo(1);
  }

  @Test
  void weightsThatDoNotAddUpAndTargetsThatSayNothingAreToldAtTheirCells() {
    read(new Book().bare("P1", Map.of()).indicator("P1", Map.of(IndicatorColumn.WEIGHT, "40"))
        .indicator("P1", Map.of(IndicatorColumn.LEVEL1, "效益指标", IndicatorColumn.LEVEL2, "社会效益指标", IndicatorColumn.LEVEL3, "受益群众",
            IndicatorColumn.WEIGHT, "101"))
        .project("P2", Map.of()).indicator("P2", Map.of(IndicatorColumn.LEVEL3, "维修操场", IndicatorColumn.WEIGHT, "5"))
        .indicator("P1", Map.of()).indicator("P9", Map.of()));
    assertThat(errors()).containsExactly(
        "绩效指标 3 分值: problem.score.above-hundred",
        "绩效指标 4 分值: problem.goal.weights-not-scheme",
        "绩效指标 8 项目编码: problem.intake.indicators-apart",
        "绩效指标 9 项目编码: problem.intake.project-not-in-file");
  }

  @Test
  void aTargetThatWasMeantAsAFigureAndIsNoneIsKeptAsWordsAndTold() {
    read(new Book().bare("P1", Map.of()).indicator("P1", Map.of(IndicatorColumn.WEIGHT, "30")).indicator("P1", Map.of(IndicatorColumn.LEVEL2, "质量指标",
            IndicatorColumn.LEVEL3, "工程质量", IndicatorColumn.SIGN, "", IndicatorColumn.ANNUAL, "达到2级和3级之间", IndicatorColumn.MEASURED_IN, "", IndicatorColumn.WEIGHT, "20"))
        .indicator("P1", Map.of(IndicatorColumn.LEVEL1, "效益指标", IndicatorColumn.LEVEL2, "社会效益指标", IndicatorColumn.LEVEL3, "受益群众",
            IndicatorColumn.MEASURED_IN, "人", IndicatorColumn.WEIGHT, "40")));
    assertThat(errors()).isEmpty();
    assertThat(problems.kept()).filteredOn(one -> one.sentence().equals("problem.intake.target-as-words")).singleElement()
        .satisfies(one -> assertThat(one.row()).isEqualTo(3));
    assertThat(tally.outcome().indicators()).isEqualTo(3);
  }

  @Test
  void formulasThatFailedMergedCellsAndMissingColumnsAreTold() {
    read(new Book().bare("P1", Map.of()).bare("P2", Map.of()).then(workbook -> {
      workbook.getSheet("项目").getRow(1).getCell(ProjectColumn.TOTAL.ordinal()).setCellErrorValue(FormulaError.REF.getCode());
      workbook.getSheet("项目").addMergedRegion(new CellRangeAddress(1, 2, ProjectColumn.BASIS.ordinal(), ProjectColumn.BASIS.ordinal()));
      workbook.getSheet("绩效指标").getRow(0).getCell(IndicatorColumn.WEIGHT.ordinal()).setCellValue("得分");
    }));
    assertThat(errors()).contains("项目 2 资金合计(万元): problem.intake.formula-error", "项目 3 : problem.intake.merged",
        "绩效指标 1 分值: problem.intake.column-missing");
  }

  @Test
  void numbersDaysAndPercentagesAreReadAsExcelShowsThem() {
    read(new Book().bare("P1", Map.of(ProjectColumn.ANNUAL_GOAL, "")).then(workbook -> {
      var row = workbook.getSheet("项目").getRow(1);
      row.getCell(ProjectColumn.YEAR.ordinal()).setCellValue(2023);
      row.getCell(ProjectColumn.UNIT.ordinal()).setCellValue(101001);
      row.getCell(ProjectColumn.GENERAL_BUDGET.ordinal()).setCellValue(30.1);
      row.getCell(ProjectColumn.TOTAL.ordinal(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(40.1);
      var day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
      var starts = row.createCell(ProjectColumn.STARTS.ordinal(), CellType.NUMERIC);
      starts.setCellValue(LocalDate.of(2023, 1, 5));
      starts.setCellStyle(day);
    }));
    assertThat(errors()).isEmpty();
    assertThat(tally.outcome().total()).isEqualTo(Money.ofWan("40.1"));
  }

  @Test
  void aDepartmentTakesItsOwnUnitsInAndMarksNothing() {
    read(new Book().bare("P1", Map.of(ProjectColumn.KEY, "是", ProjectColumn.ANNUAL_GOAL, "")).bare("P2", Map.of(ProjectColumn.UNIT, "102001",
        ProjectColumn.ANNUAL_GOAL, "")).written(directory), Watch.NOBODY, Role.DEPARTMENT_REVIEWER, "101");
    assertThat(errors()).containsExactly("项目 2 重点项目: problem.intake.marks-are-the-offices", "项目 3 单位编码: problem.intake.unit-not-yours");
  }

  @Test
  void itStopsWhereverItIs() {
    Book book = new Book();
    for (int i = 0; i < 300; i++) {
      book.project("P" + i, Map.of());
    }
    long[] read = new long[1];
    Path file = book.written(directory);
    assertThatThrownBy(() -> read(file, new Watch(reached -> read[0] = reached.read(), () -> read[0] >= 500), Role.PERFORMANCE_OFFICE, ""))
        .isInstanceOf(Watch.StoppedException.class);
    assertThat(read[0]).isEqualTo(500);
  }

  @Test
  void problemsAreBoundedAndCounted() {
    Book book = new Book();
    for (int i = 0; i < 700; i++) {
      book.bare("P" + i, Map.of(ProjectColumn.UNIT, "999", ProjectColumn.ANNUAL_GOAL, ""));
    }
    read(book);
    assertThat(problems.errors()).isEqualTo(700);
    assertThat(problems.kept()).hasSize(CellProblems.MOST_KEPT);
  }

  /** The whole of a county, in far less memory than its workbook takes. */
  @Test
  void aCountysLibraryIsReadInASmallHeap() throws Exception {
    Path file = SmallHeap.library(directory);
    Process reading = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx64m", "-XX:+UseSerialGC", "-cp",
        System.getProperty("java.class.path"), SmallHeap.class.getName(), file.toString()).redirectErrorStream(true).start();
    String said = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(reading.waitFor()).as(said).isZero();
    assertThat(said).contains("3000 projects, 45000 indicators, 0 errors");
  }

  /** The reading in a process of its own. */
  static final class SmallHeap {

    private SmallHeap() {}

    static Path library(Path directory) {
      Book book = new Book();
      for (int p = 0; p < 3000; p++) {
        String code = "65300123T" + (100_000_000_000L + p);
        book.bare(code, Map.of(ProjectColumn.NAME, "第" + p + "个项目", ProjectColumn.CONTENT, ("项目内容" + p).repeat(20)));
        for (int i = 0; i < 15; i++) {
          // 5 × 10 points of output, 10 × 4 of benefit
          book.indicator(code, i < 5 ? Map.of(IndicatorColumn.LEVEL3, "产出" + p + "之" + i, IndicatorColumn.WEIGHT, "10")
              : Map.of(IndicatorColumn.LEVEL1, "效益指标", IndicatorColumn.LEVEL2, "社会效益指标", IndicatorColumn.LEVEL3, "效益" + p + "之" + i,
                  IndicatorColumn.WEIGHT, "4", IndicatorColumn.EXPLANATION, ("解释" + p + i).repeat(10)));
        }
      }
      return book.writtenLarge(directory);
    }

    public static void main(String[] file) {
      IntakePassTest test = new IntakePassTest();
      test.read(Path.of(file[0]), Watch.NOBODY, Role.PERFORMANCE_OFFICE, "");
      System.out.println(test.tally.outcome().entered() + " projects, " + test.tally.outcome().indicators() + " indicators, "
          + test.problems.errors() + " errors" + test.errors().stream().limit(3).toList());
    }
  }
}
