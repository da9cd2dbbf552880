package org.jiheng.ui.selfevaluation;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.scoring.SelfEvaluationScoring.Comparison;
import org.jiheng.app.scoring.SelfEvaluationScoring.ScoredRow;
import org.jiheng.app.selfevaluation.BudgetLine;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.IndicatorRow;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.ui.frame.OfficialTable;
import org.jiheng.ui.text.Written;

/** 项目支出绩效自评表 as it is printed: the same rows, columns, order and words as the official form. */
final class OfficialForm extends OfficialTable<SelfEvaluationForm> {

  private static final int COLUMNS = 8;

  /** The columns of an indicator line, from left to right. */
  private static final List<IndicatorRow.Column> LINE = List.of(
      IndicatorRow.Column.LEVEL1, IndicatorRow.Column.LEVEL2, IndicatorRow.Column.LEVEL3, IndicatorRow.Column.TARGET,
      IndicatorRow.Column.ACTUAL, IndicatorRow.Column.WEIGHT, IndicatorRow.Column.REPORTED, IndicatorRow.Column.DEVIATION);

  private final SelfEvaluationForm drawn;

  OfficialForm(SelfEvaluationForm form) {
    super(form, "self-evaluation", Words.in(UI.getCurrent().getLocale()).say("form.self_evaluation"), COLUMNS);
    this.drawn = form;
    heading(form);
    money();
    goals();
    indicators(form);
    closing();
  }

  @Override
  protected boolean fits(SelfEvaluationForm other) {
    return super.fits(other) && (linesOpen(FormCells.INDICATORS) || sameLevels(other));
  }

  private boolean sameLevels(SelfEvaluationForm other) {
    return other.indicators().stream().allMatch(id ->
        text(other, id, IndicatorRow.Column.LEVEL1).equals(text(drawn, id, IndicatorRow.Column.LEVEL1))
            && text(other, id, IndicatorRow.Column.LEVEL2).equals(text(drawn, id, IndicatorRow.Column.LEVEL2)));
  }

  @Override
  protected void figures(SelfEvaluationForm form) {
    figure("rate", Written.orNone(form.result().executionRate()));
    figure("execution", Written.orNone(form.result().execution().value()));
    figure("total", Written.orNone(form.result().total().value()));
    figure("grade", form.result().grade().flatMap(grade -> grade.value()).map(grade -> words.say("grade." + grade)).orElse(Written.NONE));
    figure("weights", form.result().weights().toString());
    figure("reported/total", deviating(form.result().totalComparison(), total(form)));
    for (ScoredRow row : form.result().rows()) {
      figure("score/" + row.key(), row.judged() ? "" : Written.orNone(row.effective()));
      figure("reported/" + row.key(), row.judged() ? "" : deviating(row.comparison(), row.reported()));
      hidden("judged/" + row.key(), !row.judged());
    }
  }

  private static Optional<String> total(SelfEvaluationForm form) {
    return Optional.of(form.cells().text(FormCells.TOTAL_REPORTED)).filter(text -> !text.isEmpty());
  }

  /** What was reported, where it is not what was computed: kept in sight, never taken for it. */
  private static String deviating(Comparison comparison, Optional<?> reported) {
    return comparison == Comparison.DEVIATES ? UI.getCurrent().getTranslation("form.reported", reported.orElseThrow()) : "";
  }

  private void heading(SelfEvaluationForm form) {
    Element project = row();
    label(project, words.say("form.project"), 1);
    plain(project, form.projectName() + (form.projectCode().isBlank() ? "" : "(" + form.projectCode() + ")"), COLUMNS - 1);
    Element who = row();
    label(who, words.say("form.department"), 1);
    plain(who, form.departmentName(), 3);
    label(who, words.say("form.unit"), 1);
    plain(who, form.unitName(), 3);
  }

  private void money() {
    Element head = row();
    label(head, words.say("form.money"), 1).setAttribute("rowspan", "5");
    label(head, "", 1);
    for (BudgetLine.Column column : BudgetLine.Column.values()) {
      label(head, words.say("cell.column." + column.key()), 1);
    }
    label(head, words.say("cell.indicator.weight"), 1);
    label(head, t("form.rate"), 1);
    label(head, words.say("cell.indicator.reported"), 1);
    for (BudgetLine line : BudgetLine.values()) {
      Element row = row();
      label(row, words.say("cell.line." + line.key()), 1).getClassList().add("left");
      for (BudgetLine.Column column : BudgetLine.Column.values()) {
        cell(row, FormCells.budget(line, column), 1).getClassList().add("number");
      }
      if (line == BudgetLine.TOTAL) {
        cell(row, FormCells.EXECUTION_WEIGHT, 1).getClassList().add("number");
        figure("rate", number(row));
        figure("execution", why(number(row), CellKey.of("execution")));
      } else {
        for (int i = 0; i < 3; i++) {
          plain(row, Written.NONE, 1).getClassList().add("middle");
        }
      }
    }
  }

  private void goals() {
    Element head = row();
    label(head, words.say("cell.goal"), 1).setAttribute("rowspan", "2");
    label(head, words.say("cell.goal.expected"), 4);
    label(head, words.say("cell.goal.actual"), 3);
    Element texts = row();
    longCell(texts, FormCells.GOAL_EXPECTED, 4);
    longCell(texts, FormCells.GOAL_ACTUAL, 3);
  }

  private void indicators(SelfEvaluationForm form) {
    lineHead(FormCells.INDICATORS, LINE.stream().map(IndicatorRow.Column::key).toList(),
        LINE.stream().map(column -> words.say("cell.indicator." + column.key())).toList());
    List<UUID> lines = form.indicators();
    for (int i = 0; i < lines.size(); i++) {
      line(form, lines, i);
    }
    addable(FormCells.INDICATORS);
  }

  private void line(SelfEvaluationForm form, List<UUID> lines, int index) {
    UUID id = lines.get(index);
    Element row = line(FormCells.INDICATORS, id);
    merged(form, lines, index, row, List.of(IndicatorRow.Column.LEVEL1));
    merged(form, lines, index, row, List.of(IndicatorRow.Column.LEVEL1, IndicatorRow.Column.LEVEL2));
    removable(cell(row, FormCells.indicator(id, IndicatorRow.Column.LEVEL3), 1), FormCells.INDICATORS, id);
    cell(row, FormCells.indicator(id, IndicatorRow.Column.TARGET), 1);
    cell(row, FormCells.indicator(id, IndicatorRow.Column.ACTUAL), 1);
    cell(row, FormCells.indicator(id, IndicatorRow.Column.WEIGHT), 1).getClassList().add("number");
    score(row, id);
    cell(row, FormCells.indicator(id, IndicatorRow.Column.DEVIATION), 1);
  }

  /** While lines cannot be changed, equal levels one below the other are one cell, as on the printed form. */
  private void merged(SelfEvaluationForm form, List<UUID> lines, int index, Element row, List<IndicatorRow.Column> alike) {
    IndicatorRow.Column column = alike.getLast();
    UUID id = lines.get(index);
    if (linesOpen(FormCells.INDICATORS) || form.desk().mayNote() || form.desk().locks().open(FormCells.indicator(id, column))) {
      cell(row, FormCells.indicator(id, column), 1);
      return;
    }
    if (index > 0 && alike(form, lines.get(index - 1), id, alike)) {
      return;
    }
    int height = 1;
    while (index + height < lines.size() && alike(form, id, lines.get(index + height), alike)) {
      height++;
    }
    cell(row, FormCells.indicator(id, column), 1).setAttribute("rowspan", String.valueOf(height));
  }

  private static boolean alike(SelfEvaluationForm form, UUID one, UUID other, List<IndicatorRow.Column> columns) {
    return columns.stream().allMatch(column -> text(form, one, column).equals(text(form, other, column)));
  }

  private static String text(SelfEvaluationForm form, UUID id, IndicatorRow.Column column) {
    return form.cells().text(FormCells.indicator(id, column));
  }

  /** Computed, with its explanation; for words a choice of the degree and the unit's own points. */
  private void score(Element row, UUID id) {
    Element place = number(row);
    Element score = new Element("span");
    place.appendChild(score);
    why(place, FormCells.indicator(id));
    figure("score/" + id, score);
    figure("reported/" + id, reported(place));
    Element judged = new Element("div");
    judged.getClassList().add("judged");
    Element level = new Element("div");
    Element points = new Element("div");
    judged.appendChild(level, points);
    place.appendChild(judged);
    figure("judged/" + id, judged);
    put(points, FormCells.indicator(id, IndicatorRow.Column.REPORTED));
    choice(level, FormCells.indicator(id, IndicatorRow.Column.LEVEL), t("form.degree"));
  }

  private static Element reported(Element place) {
    Element reported = new Element("div");
    reported.getClassList().add("reported");
    place.appendChild(reported);
    return reported;
  }

  private void closing() {
    Element statement = row();
    label(statement, words.say("cell.statement"), 1);
    longCell(statement, FormCells.STATEMENT, COLUMNS - 1);
    Element total = row();
    total.getClassList().add("total");
    label(total, words.say("cell.total"), 5);
    figure("weights", number(total));
    Element points = number(total);
    Element sum = new Element("span");
    points.appendChild(sum);
    why(points, CellKey.of("total"));
    figure("total", sum);
    figure("reported/total", reported(points));
    Element grade = plain(total, "", 1);
    grade.appendChild(new Element("span").setText(t("form.grade")));
    Element mark = new Element("strong");
    grade.appendChild(mark);
    why(grade, CellKey.of("grade"));
    figure("grade", mark);
  }

  private static String t(String key) {
    return UI.getCurrent().getTranslation(key);
  }
}
