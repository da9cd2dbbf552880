package org.jiheng.app.api;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.Words;
import org.jiheng.app.rollup.CountyFigures;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.app.selfevaluation.SelfEvaluationList;

/**
 * What goes over the wire. Money is in yuan with two decimals, points with two, moments in UTC; what there is not is left
 * out. These shapes are a promise to programs: they grow and are not renamed.
 */
public final class Wire {

  private Wire() {}

  /** A page of a list, and what the whole list adds up to. */
  @JsonbPropertyOrder({"forms", "budget", "executed", "lines"})
  public record Page(long forms, BigDecimal budget, BigDecimal executed, List<Line> lines) {

    static Page of(SelfEvaluationList.Totals totals, List<SelfEvaluationList.Line> lines) {
      return new Page(totals.forms(), totals.budget().yuan(), totals.executed().yuan(), lines.stream().map(Line::of).toList());
    }
  }

  /** One form of a list. */
  @JsonbPropertyOrder({"id", "projectCode", "projectName", "unitCode", "unitName", "state", "budget", "executed", "total", "grade", "changedAt"})
  public record Line(
      UUID id, String projectCode, String projectName, String unitCode, String unitName, String state, BigDecimal budget,
      BigDecimal executed, BigDecimal total, String grade, Instant changedAt) {

    static Line of(SelfEvaluationList.Line line) {
      return new Line(line.id(), line.projectCode(), line.title(), line.unitCode(), line.unitName(), line.state().name(),
          yuan(line.budget()), yuan(line.executed()), inPoints(line.total()), line.grade().map(Enum::name).orElse(null), line.changedAt());
    }
  }

  /** One form, whole: its cells by key, and every computed score with the sentence that says why. */
  @JsonbPropertyOrder({"id", "projectCode", "projectName", "departmentName", "unitName", "year", "state", "round", "version", "total", "grade", "cells", "scores"})
  public record Form(
      UUID id, String projectCode, String projectName, String departmentName, String unitName, int year, String state, int round,
      int version, BigDecimal total, String grade, Map<String, String> cells, List<Scored> scores) {

    static Form of(SelfEvaluationForm form) {
      Map<String, String> cells = new LinkedHashMap<>();
      form.cells().keys().forEach(key -> cells.put(key.path(), form.cells().text(key)));
      var result = form.result();
      List<Scored> scores = new ArrayList<>();
      result.rows().forEach(row -> scores.add(Scored.of("indicator/" + row.key(), row.computed())));
      scores.add(Scored.of("execution", result.execution()));
      scores.add(Scored.of("total", result.total()));
      return new Form(form.desk().id(), form.projectCode(), form.projectName(), form.departmentName(), form.unitName(),
          form.desk().head().fiscalYear(), form.desk().state().name(), form.desk().round(), form.desk().version(),
          inPoints(result.total().value()), result.grade().flatMap(Reasoned::value).map(Enum::name).orElse(null), cells, scores);
    }
  }

  /** A computed score: where, how many points, by which rule of which rules, from which source, why. */
  @JsonbPropertyOrder({"cell", "points", "rule", "ruleSet", "article", "why"})
  public record Scored(String cell, BigDecimal points, String rule, String ruleSet, String article, List<String> why) {

    static Scored of(String cell, Reasoned<Score> score) {
      return new Scored(cell, inPoints(score.value()), score.reason().rule(), score.reason().ruleSet(), score.reason().article(),
          score.reasons().stream().map(Words.chinese()::say).toList());
    }
  }

  /** A county's figures as its prefecture sees them. */
  @JsonbPropertyOrder({"code", "name", "projects", "forms", "approved", "budget", "executed", "average", "asOf"})
  public record County(
      String code, String name, int projects, int forms, int approved, BigDecimal budget, BigDecimal executed, BigDecimal average, Instant asOf) {

    static County of(CountyFigures figures) {
      return new County(figures.code(), figures.name(), figures.projects(), figures.forms(), figures.approved(), figures.budget().yuan(),
          figures.executed().yuan(), inPoints(figures.average()), figures.asOf().orElse(null));
    }
  }

  private static BigDecimal yuan(Optional<Money> money) {
    return money.map(Money::yuan).orElse(null);
  }

  private static BigDecimal inPoints(Optional<Score> score) {
    return score.map(Score::points).orElse(null);
  }
}
