package org.jiheng.ui.selfevaluation;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.scoring.Achievement;
import org.jiheng.app.scoring.SelfEvaluationScoring.Comparison;
import org.jiheng.app.scoring.SelfEvaluationScoring.ScoredRow;
import org.jiheng.app.selfevaluation.BudgetLine;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.IndicatorRow;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.ui.frame.FormCell;
import org.jiheng.ui.text.Written;

/**
 * 项目支出绩效自评表 as it is printed: the same rows, columns, order and words as the official form. Drawn once for a set of
 * lines; afterwards only what its cells show is changed.
 */
final class OfficialForm {

  private static final int COLUMNS = 8;

  /** The columns of an indicator line, from left to right. */
  static final List<IndicatorRow.Column> LINE = List.of(
      IndicatorRow.Column.LEVEL1, IndicatorRow.Column.LEVEL2, IndicatorRow.Column.LEVEL3, IndicatorRow.Column.TARGET,
      IndicatorRow.Column.ACTUAL, IndicatorRow.Column.WEIGHT, IndicatorRow.Column.REPORTED, IndicatorRow.Column.DEVIATION);

  private final Words words = Words.in(UI.getCurrent().getLocale());
  private final Element table = new Element("table");
  private final Map<CellKey, FormCell> cells = new LinkedHashMap<>();
  private final Map<String, Element> figures = new HashMap<>();
  private final SelfEvaluationForm drawn;
  private final boolean linesOpen;

  OfficialForm(SelfEvaluationForm form) {
    this.drawn = form;
    this.linesOpen = form.desk().locks().open(FormCells.INDICATORS);
    table.getClassList().add("official");
    table.appendChild(new Element("caption").setText(UI.getCurrent().getTranslation("form.caption",
        words.say("form.self_evaluation"), String.valueOf(form.desk().head().fiscalYear()))));
    columns();
    heading(form);
    money(form);
    goals();
    indicators(form);
    closing();
    show(form);
  }

  Element table() {
    return table;
  }

  /** Whether the other state of the form can be shown without drawing it anew. */
  boolean fits(SelfEvaluationForm other) {
    return other.indicators().equals(drawn.indicators()) && other.desk().mayNote() == drawn.desk().mayNote()
        && other.desk().locks().open(FormCells.INDICATORS) == linesOpen && (linesOpen || sameLevels(other));
  }

  private boolean sameLevels(SelfEvaluationForm other) {
    return other.indicators().stream().allMatch(id ->
        text(other, id, IndicatorRow.Column.LEVEL1).equals(text(drawn, id, IndicatorRow.Column.LEVEL1))
            && text(other, id, IndicatorRow.Column.LEVEL2).equals(text(drawn, id, IndicatorRow.Column.LEVEL2)));
  }

  void show(SelfEvaluationForm form) {
    CellStates states = new CellStates(form);
    cells.forEach((key, cell) -> cell.show(states.of(key)));
    figure("rate", Written.orNone(form.result().executionRate()));
    figure("execution", Written.orNone(form.result().execution().value()));
    figure("total", Written.orNone(form.result().total().value()));
    figure("grade", form.result().grade().flatMap(grade -> grade.value()).map(grade -> words.say("grade." + grade)).orElse(Written.NONE));
    figure("weights", form.result().weights().toString());
    figure("reported/total", deviating(form.result().totalComparison(), total(form)));
    for (ScoredRow row : form.result().rows()) {
      figure("score/" + row.key(), row.judged() ? "" : Written.orNone(row.effective()));
      figure("reported/" + row.key(), row.judged() ? "" : deviating(row.comparison(), row.reported()));
      Element judged = figures.get("judged/" + row.key());
      judged.getClassList().set("hidden", !row.judged());
    }
  }

  private static Optional<String> total(SelfEvaluationForm form) {
    return Optional.of(form.cells().text(FormCells.TOTAL_REPORTED)).filter(text -> !text.isEmpty());
  }

  /** What was reported, where it is not what was computed: kept in sight, never taken for it. */
  private static String deviating(Comparison comparison, Optional<?> reported) {
    return comparison == Comparison.DEVIATES ? UI.getCurrent().getTranslation("form.reported", reported.orElseThrow()) : "";
  }

  private void figure(String name, String text) {
    figures.get(name).setText(text);
  }

  /** One each, so that the stylesheet can say how wide they are. */
  private void columns() {
    Element columns = new Element("colgroup");
    for (int i = 0; i < COLUMNS; i++) {
      columns.appendChild(new Element("col"));
    }
    table.appendChild(columns);
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

  private void money(SelfEvaluationForm form) {
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
        figures.put("rate", number(row));
        figures.put("execution", why(number(row), CellKey.of("execution")));
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
    cell(texts, FormCells.GOAL_EXPECTED, 4).getClassList().add("long");
    cell(texts, FormCells.GOAL_ACTUAL, 3).getClassList().add("long");
  }

  private void indicators(SelfEvaluationForm form) {
    Element head = row();
    LINE.forEach(column -> label(head, words.say("cell.indicator." + column.key()), 1));
    head.getClassList().add("columns");
    sectionNote(head);
    List<UUID> lines = form.indicators();
    for (int i = 0; i < lines.size(); i++) {
      line(form, lines, i);
    }
    if (linesOpen) {
      Element more = row();
      more.getClassList().add("no-print");
      Element place = plain(more, "", COLUMNS);
      place.appendChild(button("add", t("form.add-line"), FormCells.INDICATORS));
    }
  }

  /** A note on the table as a whole, for lines that are missing. */
  private void sectionNote(Element head) {
    Element first = head.getChild(0);
    Element words = new Element("span").setText(first.getText());
    first.setText("");
    first.appendChild(words);
    first.setAttribute("data-key", FormCells.INDICATORS.path());
    if (drawn.desk().mayNote()) {
      first.appendChild(button("note", "✎", FormCells.INDICATORS));
    }
  }

  private void line(SelfEvaluationForm form, List<UUID> lines, int index) {
    UUID id = lines.get(index);
    Element row = row();
    row.setAttribute("data-line", id.toString());
    merged(form, lines, index, row, List.of(IndicatorRow.Column.LEVEL1));
    merged(form, lines, index, row, List.of(IndicatorRow.Column.LEVEL1, IndicatorRow.Column.LEVEL2));
    Element name = cell(row, FormCells.indicator(id, IndicatorRow.Column.LEVEL3), 1);
    if (linesOpen) {
      name.appendChild(button("remove", "✕", FormCells.indicator(id)));
    }
    cell(row, FormCells.indicator(id, IndicatorRow.Column.TARGET), 1);
    cell(row, FormCells.indicator(id, IndicatorRow.Column.ACTUAL), 1);
    cell(row, FormCells.indicator(id, IndicatorRow.Column.WEIGHT), 1).getClassList().add("number");
    score(form, row, id);
    cell(row, FormCells.indicator(id, IndicatorRow.Column.DEVIATION), 1);
  }

  /** While lines cannot be changed, equal levels one below the other are one cell, as on the printed form. */
  private void merged(SelfEvaluationForm form, List<UUID> lines, int index, Element row, List<IndicatorRow.Column> alike) {
    IndicatorRow.Column column = alike.getLast();
    UUID id = lines.get(index);
    if (linesOpen || form.desk().mayNote() || form.desk().locks().open(FormCells.indicator(id, column))) {
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
  private void score(SelfEvaluationForm form, Element row, UUID id) {
    Element place = number(row);
    Element figure = new Element("span");
    place.appendChild(figure);
    why(place, FormCells.indicator(id));
    figures.put("score/" + id, figure);
    figures.put("reported/" + id, reported(place));
    Element judged = new Element("div");
    judged.getClassList().add("judged");
    CellKey level = FormCells.indicator(id, IndicatorRow.Column.LEVEL);
    CellKey points = FormCells.indicator(id, IndicatorRow.Column.REPORTED);
    Element levelCell = new Element("div");
    Element pointsCell = new Element("div");
    judged.appendChild(levelCell, pointsCell);
    place.appendChild(judged);
    figures.put("judged/" + id, judged);
    cells.put(points, new FormCell(pointsCell, points, labels(points, form), form.desk().mayNote()));
    cells.put(level, FormCell.choice(levelCell, level, labels(level, form), degrees()));
  }

  private static Element reported(Element place) {
    Element reported = new Element("div");
    reported.getClassList().add("reported");
    place.appendChild(reported);
    return reported;
  }

  private Map<String, String> degrees() {
    Map<String, String> degrees = new LinkedHashMap<>();
    degrees.put("", t("form.degree"));
    for (Achievement degree : Achievement.values()) {
      degrees.put(degree.name(), words.say("achievement." + degree.name()));
    }
    return degrees;
  }

  private void closing() {
    Element statement = row();
    label(statement, words.say("cell.statement"), 1);
    cell(statement, FormCells.STATEMENT, COLUMNS - 1).getClassList().add("long");
    Element total = row();
    total.getClassList().add("total");
    label(total, words.say("cell.total"), 5);
    figures.put("weights", number(total));
    Element points = number(total);
    Element sum = new Element("span");
    points.appendChild(sum);
    why(points, CellKey.of("total"));
    figures.put("total", sum);
    figures.put("reported/total", reported(points));
    Element grade = plain(total, "", 1);
    grade.appendChild(new Element("span").setText(t("form.grade")));
    Element mark = new Element("strong");
    grade.appendChild(mark);
    why(grade, CellKey.of("grade"));
    figures.put("grade", mark);
  }

  private Element row() {
    Element row = new Element("tr");
    table.appendChild(row);
    return row;
  }

  private Element label(Element row, String text, int span) {
    Element cell = new Element("th").setText(text);
    return placed(row, cell, span);
  }

  private Element plain(Element row, String text, int span) {
    Element cell = new Element("td").setText(text);
    return placed(row, cell, span);
  }

  private Element number(Element row) {
    Element cell = plain(row, "", 1);
    cell.getClassList().add("number");
    return cell;
  }

  private static Element placed(Element row, Element cell, int span) {
    if (span > 1) {
      cell.setAttribute("colspan", String.valueOf(span));
    }
    row.appendChild(cell);
    return cell;
  }

  private Element cell(Element row, CellKey key, int span) {
    Element place = placed(row, new Element("td"), span);
    cells.put(key, new FormCell(place, key, labels(key, drawn), drawn.desk().mayNote()));
    return place;
  }

  private FormCell.Labels labels(CellKey key, SelfEvaluationForm form) {
    return new FormCell.Labels(form.labels().getOrDefault(key, key.path()), t("cell.before"), t("cell.mine"), t("cell.theirs"), t("cell.note"));
  }

  /** The button that explains a figure. Where the figure is the cell's own text, it moves into an element of its own. */
  private Element why(Element place, CellKey about) {
    Element figure = new Element("span");
    boolean empty = place.getChildCount() == 0;
    if (empty) {
      place.appendChild(figure);
    }
    place.appendChild(button("why", "ⓘ", about));
    return figure;
  }

  private Element button(String what, String shown, CellKey about) {
    Element button = new Element("button").setText(shown);
    button.setAttribute("type", "button");
    button.getClassList().addAll(List.of("cell-button", what));
    button.setAttribute("data-wants", what);
    button.setAttribute("data-cell-of", about.path());
    String name = t("form.button." + what);
    button.setAttribute("title", name);
    button.setAttribute("aria-label", name);
    return button;
  }

  private static String t(String key) {
    return UI.getCurrent().getTranslation(key);
  }
}
