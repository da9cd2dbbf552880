package org.jiheng.app.goal;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import java.util.EnumMap;
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

  /** What made an adjustment necessary (DOMAIN 3.8). */
  public enum Cause {
    /** 预算调整. */
    BUDGET,
    /** 政策变化. */
    POLICY,
    /** 不可抗力. */
    FORCE_MAJEURE,
    /** 其他. */
    OTHER
  }

  private static final int LONGEST_TEXT = 4000;

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

  @Column(name = "medium_total") private BigDecimal mediumTotal;
  @Column(name = "medium_fiscal") private BigDecimal mediumFiscal;
  @Column(name = "medium_other") private BigDecimal mediumOther;
  @Column(name = "annual_total") private BigDecimal annualTotal;
  @Column(name = "annual_fiscal") private BigDecimal annualFiscal;
  @Column(name = "annual_carried") private BigDecimal annualCarried;
  @Column(name = "annual_other") private BigDecimal annualOther;

  @Column(name = "medium_goal")
  private String mediumGoal = "";

  @Column(name = "annual_goal")
  private String annualGoal = "";

  @Column(name = "scheme_cost") private BigDecimal schemeCost;
  @Column(name = "scheme_output") private BigDecimal schemeOutput;
  @Column(name = "scheme_benefit") private BigDecimal schemeBenefit;
  @Column(name = "scheme_satisfaction") private BigDecimal schemeSatisfaction;

  @Column(name = "scheme_reason")
  private String schemeReason = "";

  @Enumerated(EnumType.STRING)
  @Column(name = "adjusted_because")
  private Cause adjustedBecause;

  @Column(name = "adjusted_basis")
  private String adjustedBasis = "";

  @Column(name = "adjusted_money")
  private BigDecimal adjustedMoney;

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
    this.annualTotal = project.plannedBudget().isZero() ? null : project.plannedBudget().yuan();
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
      cells.with(GoalCells.CAUSE, adjustedBecause == null ? "" : adjustedBecause.name());
      cells.with(GoalCells.BASIS, adjustedBasis);
      cells.with(GoalCells.AFFECTED_MONEY, text(adjustedMoney));
    }
    cells.with(GoalCells.PERIOD_FROM, periodFrom);
    cells.with(GoalCells.PERIOD_UNTIL, periodUntil);
    for (MoneyLine line : MoneyLine.values()) {
      cells.with(GoalCells.money(line), text(amount(line)));
    }
    cells.with(GoalCells.MEDIUM_GOAL, mediumGoal);
    cells.with(GoalCells.ANNUAL_GOAL, annualGoal);
    for (GoalLine line : lines) {
      for (GoalColumn column : GoalColumn.values()) {
        cells.with(GoalCells.indicator(line.line(), column), line.text(column));
      }
    }
    for (Level1 level1 : Level1.values()) {
      cells.with(GoalCells.scheme(level1), ownPoints(level1) == null ? "" : new Score(ownPoints(level1)));
    }
    return cells.with(GoalCells.SCHEME_REASON, schemeReason).build();
  }

  private static String text(BigDecimal yuan) {
    return yuan == null ? "" : new Money(yuan).toString();
  }

  private BigDecimal amount(MoneyLine line) {
    return switch (line) {
      case MEDIUM_TOTAL -> mediumTotal;
      case MEDIUM_FISCAL -> mediumFiscal;
      case MEDIUM_OTHER -> mediumOther;
      case ANNUAL_TOTAL -> annualTotal;
      case ANNUAL_FISCAL -> annualFiscal;
      case ANNUAL_CARRIED -> annualCarried;
      case ANNUAL_OTHER -> annualOther;
    };
  }

  private BigDecimal ownPoints(Level1 level1) {
    return switch (level1) {
      case COST -> schemeCost;
      case OUTPUT -> schemeOutput;
      case BENEFIT -> schemeBenefit;
      case SATISFACTION -> schemeSatisfaction;
    };
  }

  @Override
  public CellKind kind(CellKey cell) {
    return switch (cell.part(0)) {
      case "period" -> new CellKind.Day();
      case "money" -> new CellKind.Amount();
      case "scheme" -> cell.equals(GoalCells.SCHEME_REASON) ? new CellKind.Text(LONGEST_TEXT) : new CellKind.Points();
      case "adjustment" -> cell.equals(GoalCells.CAUSE) ? CellKind.Choice.of("goal-cause.", Cause.values())
          : cell.equals(GoalCells.AFFECTED_MONEY) ? new CellKind.Amount() : new CellKind.Text(LONGEST_TEXT);
      case "indicator" -> kind(GoalColumn.of(cell.last()));
      default -> new CellKind.Text(LONGEST_TEXT);
    };
  }

  static CellKind kind(GoalColumn column) {
    if (column == GoalColumn.WEIGHT) {
      return new CellKind.Points();
    }
    List<String> choices = Choice.of(column);
    return choices.isEmpty() ? new CellKind.Text(column.longest()) : new CellKind.Choice("goal-choice." + column.key() + ".", choices);
  }

  @Override
  public void write(CellKey cell, String text) {
    switch (cell.part(0)) {
      case "period" -> period(cell, text.isEmpty() ? null : LocalDate.parse(text));
      case "money" -> money(cell, text.isEmpty() ? null : new BigDecimal(text));
      case "goal" -> goal(cell, text);
      case "scheme" -> scheme(cell, text);
      case "adjustment" -> adjustment(cell, text);
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

  private void money(CellKey cell, BigDecimal yuan) {
    switch (MoneyLine.valueOf((cell.part(1) + "_" + cell.part(2)).toUpperCase(java.util.Locale.ROOT))) {
      case MEDIUM_TOTAL -> mediumTotal = yuan;
      case MEDIUM_FISCAL -> mediumFiscal = yuan;
      case MEDIUM_OTHER -> mediumOther = yuan;
      case ANNUAL_TOTAL -> annualTotal = yuan;
      case ANNUAL_FISCAL -> annualFiscal = yuan;
      case ANNUAL_CARRIED -> annualCarried = yuan;
      case ANNUAL_OTHER -> annualOther = yuan;
    }
  }

  private void goal(CellKey cell, String text) {
    if (cell.equals(GoalCells.MEDIUM_GOAL)) {
      mediumGoal = text;
    } else {
      annualGoal = text;
    }
  }

  private void scheme(CellKey cell, String text) {
    if (cell.equals(GoalCells.SCHEME_REASON)) {
      schemeReason = text;
      return;
    }
    BigDecimal own = text.isEmpty() ? null : new BigDecimal(text);
    switch (Level1.valueOf(cell.last().toUpperCase(java.util.Locale.ROOT))) {
      case COST -> schemeCost = own;
      case OUTPUT -> schemeOutput = own;
      case BENEFIT -> schemeBenefit = own;
      case SATISFACTION -> schemeSatisfaction = own;
    }
  }

  private void adjustment(CellKey cell, String text) {
    if (cell.equals(GoalCells.CAUSE)) {
      adjustedBecause = text.isEmpty() ? null : Cause.valueOf(text);
    } else if (cell.equals(GoalCells.BASIS)) {
      adjustedBasis = text;
    } else {
      adjustedMoney = text.isEmpty() ? null : new BigDecimal(text);
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
    Map<MoneyLine, Money> money = new EnumMap<>(MoneyLine.class);
    for (MoneyLine line : MoneyLine.values()) {
      Optional.ofNullable(amount(line)).ifPresent(yuan -> money.put(line, new Money(yuan)));
    }
    Map<Level1, Score> own = new EnumMap<>(Level1.class);
    for (Level1 level1 : Level1.values()) {
      Optional.ofNullable(ownPoints(level1)).ifPresent(given -> own.put(level1, new Score(given)));
    }
    Optional<GoalContent.Period> period = periodFrom == null || periodUntil == null ? Optional.empty()
        : Optional.of(new GoalContent.Period(periodFrom, periodUntil));
    return new GoalContent(fiscalYear, period, money, mediumGoal, annualGoal, own, schemeReason, lines.stream().map(GoalLine::forChecks).toList());
  }
}
