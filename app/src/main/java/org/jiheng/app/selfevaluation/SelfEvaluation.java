package org.jiheng.app.selfevaluation;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellKind;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.FilledForm;
import org.jiheng.app.scoring.SelfEvaluationScoring;

/**
 * A unit's self-evaluation of one project of the year before (项目支出绩效自评表, 财预〔2020〕10号 annex): what was given and
 * spent, what was meant to be reached and was, and the points for it. Its life is its {@link org.jiheng.app.review.Review}.
 */
@Entity
@Table(name = "self_evaluation")
public class SelfEvaluation implements FilledForm {

  public static final String FORM_TYPE = "SELF_EVALUATION";

  @Id
  private UUID id;

  private UUID project;
  private String unit;

  @Column(name = "fiscal_year")
  private int fiscalYear;

  @Column(name = "total_initial") private BigDecimal totalInitial;
  @Column(name = "total_annual") private BigDecimal totalAnnual;
  @Column(name = "total_executed") private BigDecimal totalExecuted;
  @Column(name = "fiscal_initial") private BigDecimal fiscalInitial;
  @Column(name = "fiscal_annual") private BigDecimal fiscalAnnual;
  @Column(name = "fiscal_executed") private BigDecimal fiscalExecuted;
  @Column(name = "carried_initial") private BigDecimal carriedInitial;
  @Column(name = "carried_annual") private BigDecimal carriedAnnual;
  @Column(name = "carried_executed") private BigDecimal carriedExecuted;
  @Column(name = "other_initial") private BigDecimal otherInitial;
  @Column(name = "other_annual") private BigDecimal otherAnnual;
  @Column(name = "other_executed") private BigDecimal otherExecuted;

  @Column(name = "execution_weight")
  private BigDecimal executionWeight = BigDecimal.TEN;

  @Column(name = "execution_reported")
  private BigDecimal executionReported;

  @Column(name = "goal_expected")
  private String goalExpected = "";

  @Column(name = "goal_actual")
  private String goalActual = "";

  private String statement = "";

  @Column(name = "total_reported")
  private BigDecimal totalReported;

  @Column(name = "total_computed")
  private BigDecimal totalComputed;

  @Enumerated(EnumType.STRING)
  private Grade grade;

  private String source = "";

  @OneToMany(mappedBy = "selfEvaluation", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<IndicatorRow> indicators = new ArrayList<>();

  @Version
  private int version;

  protected SelfEvaluation() {}

  SelfEvaluation(UUID id, Project project) {
    this.id = id;
    this.project = project.id();
    this.unit = project.unit();
    this.fiscalYear = project.fiscalYear();
    this.totalInitial = project.initialBudget().yuan();
    this.totalAnnual = project.annualBudget().yuan();
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

  /** Lines in the order in which they stand. */
  public List<IndicatorRow> indicators() {
    return List.copyOf(indicators);
  }

  Optional<IndicatorRow> indicator(UUID line) {
    return indicators.stream().filter(row -> row.id().equals(line)).findFirst();
  }

  /** Puts a new line at the end. */
  IndicatorRow add(String level1, String level2) {
    IndicatorRow row = new IndicatorRow(this, level1, level2);
    indicators.add(row);
    row.stand(indicators.size());
    return row;
  }

  /** What stands in this column of the last line; empty if there is none. */
  private String lastLevel(IndicatorRow.Column column) {
    return indicators.isEmpty() ? "" : indicators.getLast().text(column);
  }

  /** A new line stands on the levels of the one before it. */
  @Override
  public UUID addLine(CellKey table) {
    return add(lastLevel(IndicatorRow.Column.LEVEL1), lastLevel(IndicatorRow.Column.LEVEL2)).id();
  }

  @Override
  public void removeLine(CellKey row) {
    indicators.remove(indicator(UUID.fromString(row.part(1))).orElseThrow());
    renumber();
  }

  private void renumber() {
    for (int i = 0; i < indicators.size(); i++) {
      indicators.get(i).stand(i + 1);
    }
  }

  @Override
  public CellKind kind(CellKey cell) {
    return CellReader.kind(cell);
  }

  @Override
  public Cells cells() {
    Cells.Builder cells = Cells.inReadingOrder();
    for (BudgetLine line : BudgetLine.values()) {
      for (BudgetLine.Column column : BudgetLine.Column.values()) {
        cells.with(FormCells.budget(line, column), money(line, column).map(Money::toString).orElse(""));
      }
    }
    cells.with(FormCells.EXECUTION_WEIGHT, new Score(executionWeight));
    cells.with(FormCells.EXECUTION_REPORTED, points(executionReported));
    cells.with(FormCells.GOAL_EXPECTED, goalExpected);
    cells.with(FormCells.GOAL_ACTUAL, goalActual);
    for (IndicatorRow row : indicators) {
      for (IndicatorRow.Column column : IndicatorRow.Column.values()) {
        cells.with(FormCells.indicator(row.id(), column), row.text(column));
      }
    }
    cells.with(FormCells.STATEMENT, statement);
    cells.with(FormCells.TOTAL_REPORTED, points(totalReported));
    return cells.build();
  }

  private static String points(BigDecimal value) {
    return value == null ? "" : new Score(value).toString();
  }

  @Override
  public void write(CellKey key, String text) {
    switch (key.part(0)) {
      case "budget" -> money(BudgetLine.valueOf(key.part(1).toUpperCase(java.util.Locale.ROOT)),
          BudgetLine.Column.valueOf(key.last().toUpperCase(java.util.Locale.ROOT)), text.isEmpty() ? null : new BigDecimal(text));
      case "execution" -> {
        if (key.equals(FormCells.EXECUTION_WEIGHT)) {
          executionWeight = text.isEmpty() ? BigDecimal.TEN : new BigDecimal(text);
        } else {
          executionReported = text.isEmpty() ? null : new BigDecimal(text);
        }
      }
      case "goal" -> {
        if (key.equals(FormCells.GOAL_EXPECTED)) {
          goalExpected = text;
        } else {
          goalActual = text;
        }
      }
      case "indicator" -> indicator(UUID.fromString(key.part(1))).orElseThrow().write(IndicatorRow.Column.of(key.last()), text);
      case "statement" -> statement = text;
      case "total" -> totalReported = text.isEmpty() ? null : new BigDecimal(text);
      default -> throw new IllegalArgumentException("no cell " + key);
    }
  }

  Optional<Money> money(BudgetLine line, BudgetLine.Column column) {
    BigDecimal amount = switch (line) {
      case TOTAL -> pick(column, totalInitial, totalAnnual, totalExecuted);
      case FISCAL -> pick(column, fiscalInitial, fiscalAnnual, fiscalExecuted);
      case CARRIED -> pick(column, carriedInitial, carriedAnnual, carriedExecuted);
      case OTHER -> pick(column, otherInitial, otherAnnual, otherExecuted);
    };
    return Optional.ofNullable(amount).map(Money::new);
  }

  private static BigDecimal pick(BudgetLine.Column column, BigDecimal initial, BigDecimal annual, BigDecimal executed) {
    return switch (column) {
      case INITIAL -> initial;
      case ANNUAL -> annual;
      case EXECUTED -> executed;
    };
  }

  private void money(BudgetLine line, BudgetLine.Column column, BigDecimal amount) {
    switch (column) {
      case INITIAL -> {
        switch (line) {
          case TOTAL -> totalInitial = amount;
          case FISCAL -> fiscalInitial = amount;
          case CARRIED -> carriedInitial = amount;
          case OTHER -> otherInitial = amount;
        }
      }
      case ANNUAL -> {
        switch (line) {
          case TOTAL -> totalAnnual = amount;
          case FISCAL -> fiscalAnnual = amount;
          case CARRIED -> carriedAnnual = amount;
          case OTHER -> otherAnnual = amount;
        }
      }
      case EXECUTED -> {
        switch (line) {
          case TOTAL -> totalExecuted = amount;
          case FISCAL -> fiscalExecuted = amount;
          case CARRIED -> carriedExecuted = amount;
          case OTHER -> otherExecuted = amount;
        }
      }
    }
  }

  SelfEvaluationScoring.Form forScoring() {
    return new SelfEvaluationScoring.Form(fiscalYear, indicators.stream().map(IndicatorRow::forScoring).toList(),
        money(BudgetLine.TOTAL, BudgetLine.Column.ANNUAL), money(BudgetLine.TOTAL, BudgetLine.Column.EXECUTED),
        new Score(executionWeight), Optional.ofNullable(executionReported).map(Score::new),
        Optional.ofNullable(totalReported).map(Score::new));
  }

  /** Keeps total and grade as they were computed last, for lists and sums. */
  void scored(SelfEvaluationScoring.Result result) {
    totalComputed = result.total().value().map(Score::points).orElse(null);
    grade = result.grade().flatMap(reasoned -> reasoned.value()).orElse(null);
  }

  /** Where an imported form was published; empty for forms made here. */
  public String source() {
    return source;
  }

  void importedFrom(String whence) {
    source = whence.length() > 200 ? whence.substring(0, 200) : whence;
  }
}
