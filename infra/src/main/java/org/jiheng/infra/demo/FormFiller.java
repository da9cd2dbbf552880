package org.jiheng.infra.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.scoring.Achievement;
import org.jiheng.app.scoring.SelfEvaluationScoring;
import org.jiheng.app.selfevaluation.BudgetLine;
import org.jiheng.infra.demo.FilledForm.Row;
import org.jiheng.tenants.persistence.Identifiers;

/**
 * Fills in the self-evaluation of a project as its unit would have: actual values that reach or miss their targets, an
 * explanation where one is due, and the points the unit gave itself.
 */
final class FormFiller {

  private static final Pattern NUMBER = Pattern.compile("([≥≤=])([0-9]+(?:\\.([0-9]+))?)(.*)");
  private static final Pattern DEADLINE = Pattern.compile("([0-9]{4})年([0-9]{1,2})月底前");
  private static final int DAYS_LATE_AT_MOST = 90;
  private static final Map<String, List<String>> REASONS = Table.read("deviations").stream()
      .collect(Collectors.groupingBy(row -> row.get("level"), Collectors.mapping(row -> row.get("reason"), Collectors.toList())));
  private static final int CHANCE_OF_SPENDING = 40;

  private final DemoProject project;
  private final Quality quality;
  private final Random chance;
  private final BigDecimal spent;

  FormFiller(DemoProject project, Quality quality) {
    this.project = project;
    this.quality = quality;
    this.chance = new Random(project.code().hashCode());
    // up to two per cent more or less than usual for this quality
    this.spent = quality.spent().add(BigDecimal.valueOf(chance.nextInt(CHANCE_OF_SPENDING + 1) - CHANCE_OF_SPENDING / 2, 3)).min(BigDecimal.ONE);
  }

  /** Complete, ready to be sent in. */
  FilledForm complete() {
    List<Row> rows = rows();
    Row first = rows.getFirst();
    FilledForm form = new FilledForm(Identifiers.next(), project.fiscalYear(), money(), Optional.empty(),
        "完成" + project.name() + "年度任务," + first.level3() + first.target() + "。",
        "全年执行" + money().get(BudgetLine.TOTAL).get(BudgetLine.Column.EXECUTED).inWan().setScale(2, RoundingMode.HALF_UP)
            + "万元," + first.level3() + first.actual() + "。",
        rows, "", Optional.empty());
    return reported(form);
  }

  /** Begun and not finished: the money and the first half of the indicators are there. */
  FilledForm begun() {
    List<Row> rows = new ArrayList<>(rows());
    for (int i = rows.size() / 2; i < rows.size(); i++) {
      Row row = rows.get(i);
      rows.set(i, row.untouched());
    }
    return new FilledForm(Identifiers.next(), project.fiscalYear(), money(), Optional.empty(),
        "完成" + project.name() + "年度任务。", "", rows, "", Optional.empty());
  }

  /** The points the unit gives itself: those of the rules, but for an optimist's full points on one short indicator. */
  private FilledForm reported(FilledForm form) {
    SelfEvaluationScoring.Result result = form.result();
    List<Row> rows = new ArrayList<>(form.rows().stream()
        .map(row -> row.reporting(result.row(row.id().toString()).effective().orElseThrow())).toList());
    if (quality == Quality.GOOD && chance.nextInt(3) == 0) {
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        if (row.level().isEmpty() && row.reported().orElseThrow().compareTo(row.weight()) < 0) {
          rows.set(i, row.reporting(row.weight()));
          break;
        }
      }
    }
    Score execution = result.execution().value().orElseThrow();
    Score total = rows.stream().map(row -> row.reported().orElseThrow()).reduce(execution, Score::plus);
    return form.withRows(rows).reporting(execution, total);
  }

  private Map<BudgetLine, Map<BudgetLine.Column, Money>> money() {
    BigDecimal executed = project.annualBudget().yuan().multiply(spent).setScale(2, RoundingMode.HALF_UP);
    Map<BudgetLine, Map<BudgetLine.Column, Money>> money = new EnumMap<>(BudgetLine.class);
    boolean carriedOver = project.code().hashCode() % 4 == 0;
    for (BudgetLine line : carriedOver ? List.of(BudgetLine.FISCAL, BudgetLine.CARRIED) : List.of(BudgetLine.FISCAL)) {
      BigDecimal share = line == BudgetLine.CARRIED ? new BigDecimal("0.12") : carriedOver ? new BigDecimal("0.88") : BigDecimal.ONE;
      money.put(line, columns(share, executed));
    }
    // the total is the sum of its parts to the cent
    Map<BudgetLine.Column, Money> total = new EnumMap<>(BudgetLine.Column.class);
    for (BudgetLine.Column column : BudgetLine.Column.values()) {
      total.put(column, money.values().stream().map(part -> part.get(column)).reduce(Money.ZERO, Money::plus));
    }
    money.put(BudgetLine.TOTAL, total);
    return money;
  }

  private Map<BudgetLine.Column, Money> columns(BigDecimal share, BigDecimal executed) {
    Map<BudgetLine.Column, Money> columns = new EnumMap<>(BudgetLine.Column.class);
    columns.put(BudgetLine.Column.INITIAL, new Money(project.initialBudget().yuan().multiply(share)));
    columns.put(BudgetLine.Column.ANNUAL, new Money(project.annualBudget().yuan().multiply(share)));
    columns.put(BudgetLine.Column.EXECUTED, new Money(executed.multiply(share)));
    return columns;
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (ProjectPlan.Indicator indicator : project.plan().indicators()) {
      rows.add(row(indicator, quality.reached(rows.size())));
    }
    return rows;
  }

  private Row row(ProjectPlan.Indicator indicator, BigDecimal reached) {
    String target = indicator.target(project.place(), project.fiscalYear());
    boolean met = reached.compareTo(BigDecimal.ONE) == 0;
    List<String> reasons = REASONS.get(indicator.level());
    String reason = met ? "" : reasons.get(chance.nextInt(reasons.size()));
    Matcher number = NUMBER.matcher(target);
    Matcher deadline = DEADLINE.matcher(target);
    if (number.matches()) {
      return row(indicator, target, actual(number, reached), Optional.empty(), Optional.empty(), reason);
    }
    if (deadline.matches()) {
      return row(indicator, target, day(deadline, reached), Optional.empty(), Optional.empty(), reason);
    }
    Score points = new Score(indicator.weight().points().multiply(reached));
    Achievement level = Achievement.of(points, indicator.weight());
    return row(indicator, target, met ? target : "部分达到预期", Optional.of(points), Optional.of(level), reason);
  }

  private static Row row(ProjectPlan.Indicator indicator, String target, String actual, Optional<Score> reported, Optional<Achievement> level,
      String reason) {
    return new Row(Identifiers.next(), indicator.level1(), indicator.level2(), indicator.name(), target, actual, indicator.weight(), reported,
        level, reason);
  }

  /** As exact as the target is written, a percentage with one decimal more; an upper limit is overstepped as far as a lower one is missed. */
  private static String actual(Matcher target, BigDecimal reached) {
    BigDecimal number = new BigDecimal(target.group(2));
    int decimals = number.scale() + (target.group(4).equals("%") ? 1 : 0);
    boolean met = reached.compareTo(BigDecimal.ONE) == 0;
    BigDecimal actual = target.group(1).equals("≤")
        ? number.signum() == 0 && !met ? BigDecimal.ONE : number.multiply(BigDecimal.TWO.subtract(reached))
        : number.multiply(reached);
    // rounding must not make a missed target a reached one, nor the other way round
    RoundingMode towardsMissing = target.group(1).equals("≤") ? RoundingMode.CEILING : RoundingMode.FLOOR;
    BigDecimal rounded = met ? number : actual.setScale(decimals, towardsMissing);
    return rounded.stripTrailingZeros().scale() <= 0 ? rounded.setScale(0).toPlainString() + target.group(4)
        : rounded.stripTrailingZeros().toPlainString() + target.group(4);
  }

  private String day(Matcher deadline, BigDecimal reached) {
    YearMonth month = YearMonth.of(Integer.parseInt(deadline.group(1)), Integer.parseInt(deadline.group(2)));
    int late = BigDecimal.ONE.subtract(reached).multiply(BigDecimal.valueOf(DAYS_LATE_AT_MOST)).setScale(0, RoundingMode.CEILING).intValue();
    LocalDate day = late == 0 ? month.atDay(5 + chance.nextInt(20)) : month.atEndOfMonth().plusDays(late);
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
