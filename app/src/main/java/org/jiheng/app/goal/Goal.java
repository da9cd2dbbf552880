package org.jiheng.app.goal;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.goal.IndicatorKind.Level1;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellKind;
import org.jiheng.app.review.CellLabels;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.FilledForm;
import org.jiheng.app.review.FormType;
import org.jiheng.tenants.persistence.UuidColumn;

/**
 * What a project is to reach in a year and in its whole period (项目支出绩效目标申报表, 财预〔2015〕88号): drafted by the unit,
 * reviewed up to finance, approved together with the budget. Once approved it changes only by an adjustment, which is a goal of its
 * own (DOMAIN 3.8). Its life is its {@link org.jiheng.app.review.Review}.
 */
@Entity
@Table(name = "goal")
public class Goal implements FilledForm {

  public static final String FORM_TYPE = "GOAL";

  static final FormType<Goal> TYPE = FormType.of(FORM_TYPE, Goal.class, "UNIT_REVIEW,DEPARTMENT_REVIEW,FINANCE_FIRST,FINANCE_SECOND",
      new CellLabels("goal-cell", Map.of("indicator", "level3")), GoalCells::follows).withFiles().adjustedBy(Goal::new);

  @Id
  private UUID id;

  private UUID project;

  @Column(name = "fiscal_year")
  private int fiscalYear;

  @Convert(converter = UuidColumn.class)
  private UUID adjusts;

  @Column(name = "period_from")
  private LocalDate periodFrom;

  @Column(name = "period_until")
  private LocalDate periodUntil;

  @Embedded
  private GoalMoney money = new GoalMoney();

  @Column(name = "medium_goal")
  private String mediumGoal = "";

  @Column(name = "annual_goal")
  private String annualGoal = "";

  @Embedded
  private OwnScheme scheme = new OwnScheme();

  @Embedded
  private AdjustmentGrounds grounds = new AdjustmentGrounds();

  @Column(name = "open_findings")
  private int openFindings;

  private BigDecimal points;

  @Enumerated(EnumType.STRING)
  private Grade grade;

  @Column(name = "resubmit_due")
  private LocalDate resubmitDue;

  @Column(name = "approved_on")
  private LocalDate approvedOn;

  private String source = "";

  @OneToMany(mappedBy = "goal", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<GoalLine> lines = new ArrayList<>();

  @Version
  private int version;

  protected Goal() {}

  Goal(UUID id, Project project) {
    this.id = id;
    this.project = project.id();
    this.fiscalYear = project.fiscalYear();
    if (!project.plannedBudget().isZero()) {
      money.write(MoneyLine.ANNUAL_TOTAL, project.plannedBudget().toString());
    }
  }

  /** The adjustment of an approved goal, which begins with what that one says. */
  Goal(Goal approved, UUID id) {
    this.id = id;
    this.project = approved.project;
    this.fiscalYear = approved.fiscalYear;
    this.adjusts = approved.id;
    for (CellKey cell : approved.cells().keys()) {
      if (!cell.part(0).equals("indicator") && !cell.part(0).equals("adjustment")) {
        write(cell, approved.cells().text(cell));
      }
    }
    approved.lines.forEach(line -> lines.add(new GoalLine(this, line)));
    this.points = approved.points;
    this.grade = approved.grade;
  }

  @Override
  public UUID id() {
    return id;
  }

  public UUID project() {
    return project;
  }

  public int fiscalYear() {
    return fiscalYear;
  }

  /** The approved goal this one is to take the place of; empty for a project's first. */
  public Optional<UUID> adjusts() {
    return Optional.ofNullable(adjusts);
  }

  /** Versions of the library's indicators its lines were taken from. */
  Set<UUID> taken() {
    return lines.stream().flatMap(line -> line.taken().stream()).collect(Collectors.toSet());
  }

  /** Lines in the order in which they stand. */
  public List<GoalLine> lines() {
    return List.copyOf(lines);
  }

  public Optional<Grade> grade() {
    return Optional.ofNullable(grade);
  }

  /** By the last complete review sheet. */
  public Optional<Score> points() {
    return Optional.ofNullable(points).map(Score::new);
  }

  /** Last day to send it in again after finance returned it. */
  public Optional<LocalDate> resubmitDue() {
    return Optional.ofNullable(resubmitDue);
  }

  public Optional<LocalDate> approvedOn() {
    return Optional.ofNullable(approvedOn);
  }

  /** Where an imported goal was published; empty for others. */
  public String source() {
    return source;
  }

  void importedFrom(String where) {
    source = where.length() > 200 ? where.substring(0, 200) : where;
  }

  void checked(int findings) {
    openFindings = findings;
  }

  void graded(Score total, Grade given) {
    points = total.points();
    grade = given;
  }

  void returnedUntil(LocalDate due) {
    resubmitDue = due;
  }

  void approved(LocalDate on) {
    approvedOn = on;
  }

  @Override
  public Cells cells() {
    Cells.Builder cells = Cells.inReadingOrder();
    if (adjusts != null) {
      GoalCells.GROUNDS.forEach(cell -> cells.with(cell, grounds.text(cell)));
    }
    cells.with(GoalCells.PERIOD_FROM, periodFrom);
    cells.with(GoalCells.PERIOD_UNTIL, periodUntil);
    for (MoneyLine line : MoneyLine.values()) {
      cells.with(GoalCells.money(line), money().of(line).map(Money::toString).orElse(""));
    }
    cells.with(GoalCells.MEDIUM_GOAL, mediumGoal);
    cells.with(GoalCells.ANNUAL_GOAL, annualGoal);
    for (GoalLine line : lines) {
      for (GoalColumn column : GoalColumn.values()) {
        cells.with(GoalCells.indicator(line.line(), column), line.text(column));
      }
    }
    cells.with(GoalCells.SCHEME_CHOICE, scheme.chosen().map(Enum::name).orElse(""));
    for (Level1 level1 : Level1.values()) {
      cells.with(GoalCells.scheme(level1), scheme.points(level1).map(Score::toString).orElse(""));
    }
    return cells.with(GoalCells.SCHEME_REASON, scheme.reason()).build();
  }

  /** Where no row is filled in, the database gives nothing back to hold the rows. */
  private GoalMoney money() {
    return money == null ? new GoalMoney() : money;
  }

  @Override
  public CellKind kind(CellKey cell) {
    return GoalCells.kind(cell);
  }

  @Override
  public void write(CellKey cell, String text) {
    switch (cell.part(0)) {
      case "period" -> period(cell, text.isEmpty() ? null : LocalDate.parse(text));
      case "money" -> {
        money = money();
        money.write(MoneyLine.of(cell), text);
      }
      case "goal" -> goal(cell, text);
      case "scheme" -> scheme.write(cell, text);
      case "adjustment" -> grounds.write(cell, text);
      case "indicator" -> line(cell).write(GoalColumn.of(cell.last()), text);
      default -> throw new IllegalArgumentException("no cell " + cell);
    }
  }

  private void period(CellKey cell, LocalDate day) {
    if (cell.equals(GoalCells.PERIOD_FROM)) {
      periodFrom = day;
    } else {
      periodUntil = day;
    }
  }

  private void goal(CellKey cell, String text) {
    if (cell.equals(GoalCells.MEDIUM_GOAL)) {
      mediumGoal = text;
    } else {
      annualGoal = text;
    }
  }

  private GoalLine line(CellKey cell) {
    UUID key = UUID.fromString(cell.part(1));
    return lines.stream().filter(line -> line.line().equals(key)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no line " + cell));
  }

  /** Puts a new line at the end. */
  GoalLine add(String level1, String level2) {
    GoalLine line = new GoalLine(this, level1, level2);
    lines.add(line);
    line.stand(lines.size());
    return line;
  }

  /** A new line goes on under the levels of the last one. */
  @Override
  public UUID addLine(CellKey table) {
    return lines.isEmpty() ? add("", "").line()
        : add(lines.getLast().text(GoalColumn.LEVEL1), lines.getLast().text(GoalColumn.LEVEL2)).line();
  }

  @Override
  public void removeLine(CellKey row) {
    lines.remove(line(row));
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).stand(i + 1);
    }
  }

  GoalContent content() {
    Optional<GoalContent.Period> period = periodFrom == null || periodUntil == null ? Optional.empty()
        : Optional.of(new GoalContent.Period(periodFrom, periodUntil));
    return new GoalContent(fiscalYear, period, money().filled(), mediumGoal, annualGoal, scheme.points(), scheme.reason(), scheme.chosen(),
        lines.stream().map(GoalLine::forChecks).toList());
  }
}
