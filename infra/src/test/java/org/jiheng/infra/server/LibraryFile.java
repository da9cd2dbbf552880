package org.jiheng.infra.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.common.Money;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalSaid;
import org.jiheng.app.goal.ManyGoals;
import org.jiheng.app.goal.MoneyLine;
import org.jiheng.app.intake.IndicatorColumn;
import org.jiheng.app.intake.IntakeTemplate;
import org.jiheng.app.intake.ProjectColumn;
import org.jiheng.app.intake.SheetColumn;
import org.jiheng.app.library.Scoring;
import org.jiheng.app.library.Standard;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ManyProjects;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.app.project.ProjectSaid;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.project.Protection;

/** A generated county library in the product's own template; the same seed makes the same library. No real project. */
public final class LibraryFile {

  private static final List<String> UNITS = List.of(Kizilsu.SCHOOL, Kizilsu.OTHER_SCHOOL, Kizilsu.HOSPITAL, Kizilsu.EDUCATION, Kizilsu.HEALTH);
  private static final List<String> WORKS = List.of("校舍维修", "设备购置", "道路硬化", "灌溉渠修缮", "护林员补助", "健康体检", "文化下乡", "垃圾清运");
  private static final List<String> THINGS = List.of("完成面积", "购置数量", "补助人数", "开展场次", "覆盖村庄");
  private static final LocalDate DECIDED = LocalDate.of(2023, 1, 20);

  private final String jurisdiction;
  private final int year;
  private final int projects;
  private final int indicators;
  private final Random random;
  private final String prefix;

  /** @param indicators of each project, at the least three */
  public LibraryFile(String jurisdiction, String prefix, int year, int projects, int indicators) {
    this.jurisdiction = jurisdiction;
    this.prefix = prefix;
    this.year = year;
    this.projects = projects;
    this.indicators = indicators;
    this.random = new Random(20230418);
  }

  /** @param spoiling what is done to the workbook before it is written; for small ones */
  public Path written(Consumer<Workbook> spoiling) {
    try (XSSFWorkbook workbook = template()) {
      fill(workbook);
      spoiling.accept(workbook);
      return saved(workbook);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The same row after row, for large ones. */
  public Path writtenLarge() {
    try (XSSFWorkbook template = template(); SXSSFWorkbook workbook = new SXSSFWorkbook(template, 200, false, true)) {
      fill(workbook);
      return saved(workbook);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static XSSFWorkbook template() throws IOException {
    ByteArrayOutputStream template = new ByteArrayOutputStream();
    IntakeTemplate.write(template);
    return new XSSFWorkbook(new ByteArrayInputStream(template.toByteArray()));
  }

  private static Path saved(Workbook workbook) throws IOException {
    Path file = Files.createTempFile("library", ".xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    file.toFile().deleteOnExit();
    return file;
  }

  private void fill(Workbook workbook) {
    Sheet projectSheet = workbook.getSheet("项目");
    Sheet indicatorSheet = workbook.getSheet("绩效指标");
    int line = 1;
    for (int number = 0; number < projects; number++) {
      String code = prefix + (100_000 + number);
      row(projectSheet.createRow(number + 1), project(code, number));
      for (Map<IndicatorColumn, Object> one : goal(code, number)) {
        row(indicatorSheet.createRow(line++), one);
      }
    }
  }

  private static <C extends Enum<C> & SheetColumn> void row(Row row, Map<C, Object> cells) {
    cells.forEach((column, value) -> {
      Cell cell = row.createCell(column.ordinal());
      if (value instanceof BigDecimal number) {
        cell.setCellValue(number.doubleValue());
      } else {
        cell.setCellValue(value.toString());
      }
    });
  }

  private Map<ProjectColumn, Object> project(String code, int number) {
    String work = WORKS.get(random.nextInt(WORKS.size()));
    BigDecimal general = BigDecimal.valueOf(random.nextInt(100, 90_000), 2);
    BigDecimal upper = BigDecimal.valueOf(random.nextInt(0, 3) * random.nextInt(100, 50_000), 2);
    Map<ProjectColumn, Object> row = new EnumMap<>(ProjectColumn.class);
    row.put(ProjectColumn.JURISDICTION, jurisdiction);
    row.put(ProjectColumn.UNIT, UNITS.get(number % UNITS.size()));
    row.put(ProjectColumn.YEAR, BigDecimal.valueOf(year));
    row.put(ProjectColumn.CODE, code);
    row.put(ProjectColumn.NAME, year + "年" + work + "项目(第" + number + "标段)");
    row.put(ProjectColumn.CATEGORY, "特定目标类");
    row.put(ProjectColumn.ATTRIBUTE, number % 3 == 0 ? "新增" : "延续");
    row.put(ProjectColumn.TYPE, "其他");
    row.put(ProjectColumn.STARTS, year + "-01-01");
    row.put(ProjectColumn.ENDS, year + "-12-31");
    row.put(ProjectColumn.LEADER, "负责人" + number % 97);
    row.put(ProjectColumn.BASIS, "依据年度工作安排和预算批复,经单位集体研究确定,编号" + number);
    row.put(ProjectColumn.CONTENT, "在辖区内实施" + work + ",按批复的规模和标准组织实施,按进度支付,完工后验收并移交使用单位管护。");
    row.put(ProjectColumn.GENERAL_BUDGET, general);
    if (upper.signum() > 0) {
      row.put(ProjectColumn.UPPER_TRANSFER, upper);
    }
    row.put(ProjectColumn.TOTAL, general.add(upper));
    row.put(ProjectColumn.DECIDED, DECIDED.toString());
    row.put(ProjectColumn.ANNUAL_GOAL, "按期完成" + work + ",完成不少于" + (number % 50 + 1) + "处,验收合格率达到95%以上,受益群众满意度明显提升。");
    return row;
  }

  /** Half of the lines are outputs with 50 points, the others benefits with 40, in whole points. */
  private List<Map<IndicatorColumn, Object>> goal(String code, int number) {
    int outputs = (indicators + 1) / 2;
    return IntStream.range(0, indicators).mapToObj(i -> {
      boolean output = i < outputs;
      int among = output ? outputs : indicators - outputs;
      int points = output ? 50 : 40;
      int at = output ? i : i - outputs;
      Map<IndicatorColumn, Object> row = new EnumMap<>(IndicatorColumn.class);
      row.put(IndicatorColumn.PROJECT_CODE, code);
      row.put(IndicatorColumn.PROJECT_YEAR, BigDecimal.valueOf(year));
      row.put(IndicatorColumn.LEVEL1, output ? "产出指标" : "效益指标");
      row.put(IndicatorColumn.LEVEL2, output ? at % 2 == 0 ? "数量指标" : "质量指标" : "社会效益指标");
      row.put(IndicatorColumn.LEVEL3, THINGS.get(random.nextInt(THINGS.size())) + "之" + (number * 31 + i));
      row.put(IndicatorColumn.SIGN, "≥");
      row.put(IndicatorColumn.ANNUAL, BigDecimal.valueOf(output && at % 2 == 1 ? random.nextInt(90, 100) : random.nextInt(1, 5000)));
      row.put(IndicatorColumn.MEASURED_IN, output && at % 2 == 1 ? "%" : output ? "处" : "人");
      row.put(IndicatorColumn.WEIGHT, BigDecimal.valueOf(at == among - 1 ? points - (long) (among - 1) * (points / among) : points / among));
      row.put(IndicatorColumn.EXPLANATION, "反映项目第" + i + "项任务的完成情况");
      row.put(IndicatorColumn.EVIDENCE, "验收单、台账");
      row.put(IndicatorColumn.STANDARD, "计划标准");
      row.put(IndicatorColumn.SCORING, output ? "完成比例赋分" : "直接赋分");
      return row;
    }).toList();
  }

  /** The same library as drafts that are only to be stored. */
  void drafts(ManyGoals.Rules rules, List<ManyProjects.Draft> drafts, List<ManyGoals.Draft> goals) {
    for (int number = 0; number < projects; number++) {
      String code = prefix + (100_000 + number);
      Map<ProjectColumn, Object> row = project(code, number);
      ManyProjects.Draft draft = ManyProjects.draft(said(row));
      drafts.add(draft);
      Map<MoneyLine, Money> money = Map.of(MoneyLine.ANNUAL_TOTAL, draft.project().annualBudget(), MoneyLine.ANNUAL_FISCAL, draft.project().annualBudget());
      goals.add(ManyGoals.draft(draft.project(), new GoalSaid("", row.get(ProjectColumn.ANNUAL_GOAL).toString(), money,
          goal(code, number).stream().map(LibraryFile::line).toList()), rules));
    }
  }

  private ProjectSaid said(Map<ProjectColumn, Object> row) {
    List<FundingEntry> money = new ArrayList<>();
    for (FundingSource source : List.of(FundingSource.GENERAL_BUDGET, FundingSource.UPPER_TRANSFER)) {
      Object amount = row.get(ProjectColumn.valueOf(source.name()));
      if (amount != null) {
        money.add(new FundingEntry(year, source, FundingKind.OPENING, Money.ofWan(amount.toString()), DECIDED, "", ""));
      }
    }
    ProjectEntry entry = new ProjectEntry(row.get(ProjectColumn.CODE).toString(), false, row.get(ProjectColumn.NAME).toString(),
        row.get(ProjectColumn.UNIT).toString(), year, ProjectCategory.SPECIFIC_PURPOSE,
        row.get(ProjectColumn.ATTRIBUTE).equals("新增") ? ProjectAttribute.NEW : ProjectAttribute.CONTINUING, ProjectType.OTHER,
        Optional.of(LocalDate.of(year, 1, 1)), Optional.of(LocalDate.of(year, 12, 31)), row.get(ProjectColumn.LEADER).toString(), "", "", "",
        row.get(ProjectColumn.BASIS).toString(), row.get(ProjectColumn.CONTENT).toString(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    return new ProjectSaid(entry, money, false, Protection.NONE);
  }

  private static Map<GoalColumn, String> line(Map<IndicatorColumn, Object> row) {
    Map<GoalColumn, String> line = new EnumMap<>(GoalColumn.class);
    row.forEach((column, value) -> {
      switch (column) {
        case PROJECT_CODE, PROJECT_YEAR, SIGN, MEASURED_IN -> { }
        case ANNUAL -> line.put(GoalColumn.ANNUAL, row.get(IndicatorColumn.SIGN) + value.toString() + row.get(IndicatorColumn.MEASURED_IN));
        case STANDARD -> line.put(GoalColumn.STANDARD, Standard.PLAN.name());
        case SCORING -> line.put(GoalColumn.SCORING, (value.equals("直接赋分") ? Scoring.DIRECT : Scoring.PROPORTION).name());
        default -> line.put(GoalColumn.valueOf(column.name()), value.toString());
      }
    });
    return line;
  }
}
