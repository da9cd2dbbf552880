package org.jiheng.app.selfevaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.Adjustment;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellKind;
import org.jiheng.app.review.FormSheet;
import org.jiheng.app.review.CellLocks;
import org.jiheng.app.review.Desk;
import org.jiheng.app.review.FormHead;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Route;
import org.jiheng.app.review.Standing;
import org.jiheng.app.scoring.RuleSet;
import org.jiheng.app.scoring.SelfEvaluationScoring;
import org.jiheng.app.scoring.SelfEvaluationScoring.Result;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;

/** Self-evaluations for tests: begun for a project, filled in by hand or from a file, through the reader of the cells. */
final class Filled {

  private static final Caller CLERK = new Caller(new UUID(0, 1), "clerk", "单位填报员", List.of(
      new Membership(new JurisdictionCode("653001"), "205001", Role.UNIT_CLERK, LocalDate.EPOCH, Optional.empty())));

  private Filled() {}

  /** Just begun, for a project with this budget in 万元. */
  static SelfEvaluation begun(int year, String budget) {
    return new SelfEvaluation(new UUID(2023, 1), new Project() {
      @Override
      public UUID id() {
        return new UUID(2023, 2);
      }

      @Override
      public String unit() {
        return "205001";
      }

      @Override
      public int fiscalYear() {
        return year;
      }

      @Override
      public Money initialBudget() {
        return Money.ofWan(budget);
      }

      @Override
      public Money annualBudget() {
        return Money.ofWan(budget);
      }
    });
  }

  /** What the file says, in a form of its year. Fails where the form cannot take a text. */
  static SelfEvaluation with(Imported plan, int year) {
    SelfEvaluation form = begun(year, "0");
    plan.cells().forEach((key, typed) -> write(form, key, typed.text(), plan.bare()));
    for (Imported.Line line : plan.lines()) {
      IndicatorRow row = form.add("", "");
      line.texts().forEach((column, typed) -> write(form, FormCells.indicator(row.id(), column), typed.text(), plan.bare()));
    }
    return form;
  }

  /** A line as a person types it. */
  static UUID line(SelfEvaluation form, Map<IndicatorRow.Column, String> texts) {
    IndicatorRow row = form.add("", "");
    texts.forEach((column, text) -> write(form, FormCells.indicator(row.id(), column), text, Money.In.WAN));
    return row.id();
  }

  static void write(SelfEvaluation form, CellKey key, String typed, Money.In bare) {
    Parsed<String> read = CellReader.read(key, typed, bare);
    if (read.problem().isPresent()) {
      throw new AssertionError(key + ": " + typed + " — " + read.problem().get());
    }
    form.write(key, read.value().orElseThrow());
  }

  static void write(SelfEvaluation form, CellKey key, String typed) {
    write(form, key, typed, Money.In.WAN);
  }

  /** The form as a screen or a template gets it. */
  static SelfEvaluationForm shown(SelfEvaluation form) {
    Route route = Route.parse("UNIT_REVIEW,FINANCE_FIRST");
    Standing standing = new Standing(CLERK, FormState.DRAFT, route, "205001", FormState.DRAFT, false, false, 0, 0, 0, false, Adjustment.NONE);
    Desk desk = new Desk(form.id(), new FormHead(SelfEvaluation.FORM_TYPE, "营养改善计划", "205001", form.fiscalYear(), Optional.empty()), Optional.empty(), route, FormState.DRAFT, 0, 1,
        Instant.EPOCH, "单位填报员", List.of(), false, new CellLocks(standing, List.of(), FormCells::follows), List.of(), List.of(), List.of(), Map.of(), Map.of());
    Result result = SelfEvaluationScoring.score(form.forScoring(), RuleSet.standard());
    Map<CellKey, CellKind> kinds = form.cells().keys().stream().collect(Collectors.toMap(Function.identity(), form::kind));
    FormSheet sheet = new FormSheet(desk, "教育局", "第一中学", form.cells(), kinds, Problems.of(form, result),
        FormCells.LABELS.of(form.cells(), Locale.SIMPLIFIED_CHINESE), Optional.empty(), List.of());
    return new SelfEvaluationForm(sheet, "653001-1", "营养改善计划", form.indicators().stream().map(IndicatorRow::id).toList(), result,
        form.source());
  }
}
