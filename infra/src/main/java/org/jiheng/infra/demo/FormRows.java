package org.jiheng.infra.demo;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.review.Route;
import org.jiheng.app.scoring.SelfEvaluationScoring;
import org.jiheng.app.selfevaluation.BudgetLine;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.IndicatorRow;
import org.jiheng.app.selfevaluation.KeptOutcome;
import org.jiheng.app.selfevaluation.SelfEvaluation;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.persistence.Identifiers;

/** The rows the application itself would have written for projects, forms and their lives. */
final class FormRows {

  /** Stages every form of the demonstration passes. */
  static final Route ROUTE = Route.parse(SelfEvaluations.ROUTE.standard());

  private static final String PROJECT = "project (id, code, name, unit, fiscal_year, initial_budget, annual_budget, category, attribute, type, "
      + "starts, ends, leader, functional_class, industry, basis, content, total_investment)";
  private static final String MONEY = "funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, document, note, "
      + "person_name, at)";
  private static final String REVIEW = "review (id, form_type, title, unit, fiscal_year, project, route, state, round, sent_from, opened, "
      + "submitted_by, changed_at, changed_by, version)";
  private static final String FORM = "self_evaluation (id, project, unit, fiscal_year, total_initial, total_annual, total_executed, "
      + "fiscal_initial, fiscal_annual, fiscal_executed, carried_initial, carried_annual, carried_executed, other_initial, other_annual, "
      + "other_executed, execution_weight, execution_reported, goal_expected, goal_actual, statement, total_reported, total_computed, grade, "
      + "version)";
  private static final String INDICATOR = "self_evaluation_indicator (id, self_evaluation, position, level1, level2, level3, target, actual, "
      + "weight, reported, level, deviation)";
  private static final String STEP =
      "review_step (id, review, move, from_state, to_state, round, person, person_name, at, reason_code, comment)";
  private static final String NOTE =
      "cell_note (id, review, cell, cell_label, round, state, person, person_name, at, reason_code, text, answer)";
  private static final String VERSION = "form_version (review, number, cells, outcome, parameters, digest, made_at, made_by)";
  private static final String COMMAND = "command (key, at)";
  private static final Jsonb JSON = JsonbBuilder.create();

  private final CopyRows rows = new CopyRows(List.of(PROJECT, MONEY, REVIEW, FORM, INDICATOR, STEP, NOTE, VERSION, COMMAND));

  void project(DemoProject project) {
    rows.add(PROJECT, project.id(), project.code(), project.name(), project.unit(), project.fiscalYear(), project.initialBudget(),
        project.annualBudget(), project.category(), project.attribute(), project.type(), project.starts(), project.ends(), project.leader(),
        project.functionalClass(), project.industry(), project.basis(), project.content(), project.annualBudget());
    money(project, "OPENING", project.initialBudget(), LocalDate.of(project.fiscalYear(), 1, 20), "");
    Money change = new Money(project.annualBudget().yuan().subtract(project.initialBudget().yuan()));
    if (!change.isZero()) {
      boolean more = change.compareTo(Money.ZERO) > 0;
      money(project, more ? "SUPPLEMENT" : "CUT", new Money(change.yuan().abs()), LocalDate.of(project.fiscalYear(), 8, 12),
          "财预〔" + project.fiscalYear() + "〕" + (more ? "31" : "32") + "号");
    }
  }

  private void money(DemoProject project, String kind, Money amount, LocalDate day, String document) {
    rows.add(MONEY, Identifiers.next(), project.id(), project.id(), project.fiscalYear(), project.source(), kind, amount, day, document, "",
        project.leader(), day.atStartOfDay(ZoneOffset.ofHours(8)).toInstant());
  }

  void review(DemoProject project, UUID id, FormState state, int round, Optional<Persona> sender, Instant changed, Persona by, int version) {
    rows.add(REVIEW, id, SelfEvaluation.FORM_TYPE, project.name(), project.unit(), project.fiscalYear(), project.id(), ROUTE, state, round,
        round > 1 ? FormState.RETURNED : FormState.DRAFT, false,
        sender.map(Persona::id).orElse(null), changed, by.name(), version);
  }

  void form(DemoProject project, FilledForm form) {
    SelfEvaluationScoring.Result result = form.result();
    rows.add(FORM, form.id(), project.id(), project.unit(), project.fiscalYear(),
        money(form, BudgetLine.TOTAL, BudgetLine.Column.INITIAL), money(form, BudgetLine.TOTAL, BudgetLine.Column.ANNUAL),
        money(form, BudgetLine.TOTAL, BudgetLine.Column.EXECUTED), money(form, BudgetLine.FISCAL, BudgetLine.Column.INITIAL),
        money(form, BudgetLine.FISCAL, BudgetLine.Column.ANNUAL), money(form, BudgetLine.FISCAL, BudgetLine.Column.EXECUTED),
        money(form, BudgetLine.CARRIED, BudgetLine.Column.INITIAL), money(form, BudgetLine.CARRIED, BudgetLine.Column.ANNUAL),
        money(form, BudgetLine.CARRIED, BudgetLine.Column.EXECUTED), money(form, BudgetLine.OTHER, BudgetLine.Column.INITIAL),
        money(form, BudgetLine.OTHER, BudgetLine.Column.ANNUAL), money(form, BudgetLine.OTHER, BudgetLine.Column.EXECUTED),
        FilledForm.EXECUTION_WEIGHT, points(form.executionReported()), form.goalExpected(), form.goalActual(), form.statement(),
        points(form.totalReported()), points(result.total().value()), result.grade().flatMap(grade -> grade.value()).orElse(null), 1);
    for (int i = 0; i < form.rows().size(); i++) {
      FilledForm.Row row = form.rows().get(i);
      rows.add(INDICATOR, row.id(), form.id(), i + 1, row.level1(), row.level2(), row.level3(), row.target(), row.actual(), row.weight(),
          points(row.reported()), row.level().orElse(null), row.deviation());
    }
  }

  private static Money money(FilledForm form, BudgetLine line, BudgetLine.Column column) {
    return form.money(line, column).orElse(null);
  }

  private static Score points(Optional<Score> score) {
    return score.orElse(null);
  }

  /** A move that was walked, and the command that ordered it. */
  void step(UUID review, Move move, FormState from, FormState to, int round, Persona by, Instant at, Optional<ReturnReason> reason, String comment) {
    rows.add(STEP, Identifiers.next(), review, move, from, to, round, by.id(), by.name(), at, reason.orElse(null), comment);
    rows.add(COMMAND, UUID.randomUUID(), at);
  }

  /** A note on the actual value of an indicator. */
  void note(UUID review, FilledForm.Row row, int round, boolean answered, Persona by, Instant at, ReturnReason reason, String text) {
    rows.add(NOTE, Identifiers.next(), review, FormCells.indicator(row.id(), IndicatorRow.Column.ACTUAL), row.level3() + "·实际完成值", round,
        answered ? "ANSWERED" : "OPEN", by.id(), by.name(), at, reason, text, "");
  }

  /** The form as it was sent in. */
  void version(FilledForm form, int number, Persona by, Instant at) {
    var cells = form.cells();
    rows.add(VERSION, form.id(), number, cells.toJson(), JSON.toJson(KeptOutcome.of(form.result())), ParameterSet.STANDARD.toJson(), cells.digest(),
        at, by.name());
  }

  void write(Connection connection) throws SQLException {
    rows.write(connection);
  }
}
