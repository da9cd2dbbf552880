package org.jiheng.ui.goal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.IndicatorKind;
import org.jiheng.app.goal.MoneyLine;
import org.jiheng.app.goal.WeightScheme;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellKey;
import org.jiheng.ui.frame.OfficialTable;

/**
 * 项目支出绩效目标申报表 in the order of the official form; below it, line by line, what else an indicator is made of. What the checks
 * found, and how a target was understood, stands in its cell.
 */
final class GoalTable extends OfficialTable<GoalForm> {

  private static final int COLUMNS = 8;

  /** The columns of an indicator line, from left to right. */
  private static final List<GoalColumn> LINE = List.of(GoalColumn.LEVEL1, GoalColumn.LEVEL2, GoalColumn.LEVEL3, GoalColumn.MEDIUM,
      GoalColumn.ANNUAL, GoalColumn.WEIGHT, GoalColumn.LAST_YEAR, GoalColumn.NOTE);

  private final GoalForm drawn;

  GoalTable(GoalForm form) {
    super(form, "goal", Words.in(UI.getCurrent().getLocale()).say("form.goal"), COLUMNS);
    this.drawn = form;
    heading();
    adjustment();
    money();
    goals();
    indicators();
    scheme();
    elements();
  }

  @Override
  protected void figures(GoalForm form) {
    WeightScheme scheme = form.result().scheme().value().orElseThrow();
    figure("scheme", scheme.said(words));
    for (IndicatorKind.Level1 level1 : IndicatorKind.Level1.values()) {
      figure("scheme/" + level1, scheme.points(level1).toString());
    }
    GoalRemarks remarks = new GoalRemarks(form, words);
    GoalRemarks.BESIDE_LINES.forEach(cell -> figure("checks/" + cell.path(), remarks.at(cell)));
    for (UUID id : form.lines()) {
      GoalRemarks.IN_LINES.forEach(column -> figure("checks/" + column.key() + "/" + id, remarks.at(GoalCells.indicator(id, column))));
      figure("understood/" + id, remarks.understood(GoalCells.indicator(id, GoalColumn.ANNUAL)));
      figure("name/" + id, text(form, id, GoalColumn.LEVEL3));
      figure("new/" + id, remarks.came(id) ? t("goal.line-new") : "");
    }
  }

  /** A choice that came to the goal, or may be made of late, needs its row. */
  @Override
  protected boolean fits(GoalForm other) {
    return super.fits(other) && other.choosesScheme() == drawn.choosesScheme();
  }

  private void heading() {
    Element project = row();
    label(project, words.say("form.project"), 1);
    plain(project, drawn.projectName() + "(" + drawn.projectCode() + ")", 5);
    label(project, t("goal.attribute"), 1);
    plain(project, t("project-attribute." + drawn.attribute().name()), 1);
    Element who = row();
    label(who, words.say("form.department"), 1);
    plain(who, drawn.departmentName(), 3);
    label(who, words.say("form.unit"), 1);
    plain(who, drawn.unitName(), 3);
    Element period = row();
    label(period, words.say("goal-cell.period.from"), 1);
    cell(period, GoalCells.PERIOD_FROM, 3);
    label(period, words.say("goal-cell.period.until"), 1);
    cell(period, GoalCells.PERIOD_UNTIL, 3);
  }

  /** Only in an adjustment: what made it necessary, what it rests on, and the files. */
  private void adjustment() {
    if (drawn.desk().adjusts().isEmpty()) {
      return;
    }
    Element why = row();
    label(why, words.say("goal-cell.adjustment.cause"), 1);
    cell(why, GoalCells.CAUSE, 2);
    label(why, words.say("goal-cell.adjustment.money"), 1);
    cell(why, GoalCells.AFFECTED_MONEY, 1).getClassList().add("number");
    label(why, t("goal.files"), 1);
    files(why, GoalCells.BASIS, 2);
    Element basis = row();
    label(basis, words.say("goal-cell.adjustment.basis"), 1);
    cell(basis, GoalCells.BASIS, COLUMNS - 1);
  }

  private void money() {
    Element medium = row();
    label(medium, words.say("goal-cell.money") + t("goal.wan"), 1).setAttribute("rowspan", "2");
    for (MoneyLine line : List.of(MoneyLine.MEDIUM_TOTAL, MoneyLine.MEDIUM_FISCAL, MoneyLine.MEDIUM_OTHER)) {
      amount(medium, line);
    }
    plain(medium, "", 1);
    Element annual = row();
    amount(annual, MoneyLine.ANNUAL_TOTAL);
    amount(annual, MoneyLine.ANNUAL_FISCAL);
    amount(annual, MoneyLine.ANNUAL_CARRIED);
    Element other = plain(annual, "", 1);
    other.appendChild(new Element("div").setText(t("goal.money.other")));
    Element place = new Element("div");
    other.appendChild(place);
    other.getClassList().add("number");
    put(place, GoalCells.money(MoneyLine.ANNUAL_OTHER));
  }

  private void amount(Element row, MoneyLine line) {
    String key = GoalCells.money(line).path().replace('/', '.');
    label(row, words.say("goal-cell." + key), 1);
    if (GoalRemarks.BESIDE_LINES.contains(GoalCells.money(line))) {
      checked(row, GoalCells.money(line), 1).getClassList().add("number");
    } else {
      cell(row, GoalCells.money(line), 1).getClassList().add("number");
    }
  }

  /** A cell with what the checks leave to be looked at below it. */
  private Element checked(Element row, CellKey key, int span) {
    Element place = plain(row, "", span);
    put(part(place), key);
    checksIn(place, "checks/" + key.path());
    return place;
  }

  private void goals() {
    Element head = row();
    label(head, words.say("goal-cell.goal"), 1).setAttribute("rowspan", "2");
    label(head, words.say("goal-cell.goal.medium"), 3);
    label(head, words.say("goal-cell.goal.annual"), 4);
    Element texts = row();
    checked(texts, GoalCells.MEDIUM_GOAL, 3).getClassList().add("long");
    checked(texts, GoalCells.ANNUAL_GOAL, 4).getClassList().add("long");
  }

  private void indicators() {
    lineHead(GoalCells.INDICATORS, LINE.stream().map(GoalColumn::key).toList(),
        LINE.stream().map(column -> words.say("goal-cell.indicator." + column.key())).toList());
    drawn.lines().forEach(this::line);
    gone();
    addable(GoalCells.INDICATORS);
  }

  /** Lines that are not there any more, struck out, where old and new stand beside each other. */
  private void gone() {
    Map<String, Map<String, CellChange>> lines = new LinkedHashMap<>();
    drawn.desk().changes().forEach((key, change) -> {
      if (change.removed() && GoalCells.INDICATORS.contains(key)) {
        lines.computeIfAbsent(key.part(1), _ -> new HashMap<>()).put(key.last(), change);
      }
    });
    lines.values().forEach(line -> {
      Element row = row();
      row.getClassList().add("gone");
      LINE.forEach(column -> plain(row, Optional.ofNullable(line.get(column.key())).map(CellChange::before).orElse(""), 1));
      Element mark = new Element("span").setText(t("goal.line-gone"));
      mark.getClassList().add("common");
      row.getChild(2).insertChild(0, mark);
    });
  }

  private void line(UUID id) {
    Element row = line(GoalCells.INDICATORS, id);
    cell(row, GoalCells.indicator(id, GoalColumn.LEVEL1), 1);
    cell(row, GoalCells.indicator(id, GoalColumn.LEVEL2), 1);
    Element name = plain(row, "", 1);
    if (drawn.common().contains(id)) {
      Element mark = new Element("span").setText(t("goal.common"));
      mark.getClassList().add("common");
      name.appendChild(mark);
    }
    Element came = new Element("span");
    came.getClassList().add("common");
    name.appendChild(came);
    figure("new/" + id, came);
    put(part(name), GoalCells.indicator(id, GoalColumn.LEVEL3));
    if (!drawn.common().contains(id)) {
      suggesting(name, GoalCells.indicator(id, GoalColumn.LEVEL3));
    }
    checksIn(name, "checks/level3/" + id);
    removable(name, GoalCells.INDICATORS, id);
    Element medium = plain(row, "", 1);
    put(part(medium), GoalCells.indicator(id, GoalColumn.MEDIUM));
    checksIn(medium, "checks/medium/" + id);
    Element annual = plain(row, "", 1);
    put(part(annual), GoalCells.indicator(id, GoalColumn.ANNUAL));
    Element understood = new Element("div");
    understood.getClassList().add("understood");
    annual.appendChild(understood);
    figure("understood/" + id, understood);
    checksIn(annual, "checks/annual/" + id);
    cell(row, GoalCells.indicator(id, GoalColumn.WEIGHT), 1).getClassList().add("number");
    cell(row, GoalCells.indicator(id, GoalColumn.LAST_YEAR), 1);
    cell(row, GoalCells.indicator(id, GoalColumn.NOTE), 1);
  }

  private static Element part(Element cell) {
    Element part = new Element("div");
    cell.appendChild(part);
    return part;
  }

  private void checksIn(Element cell, String name) {
    Element checks = new Element("div");
    checks.getClassList().add("checks");
    cell.appendChild(checks);
    figure(name, checks);
  }

  /** The points of the classes: those that follow from the lines, and the unit's own where it may set them. */
  private void scheme() {
    Element head = row();
    head.getClassList().add("columns");
    Element name = label(head, words.say("goal-cell.scheme") + " ", 2);
    Element scheme = new Element("strong");
    name.appendChild(scheme);
    figure("scheme", scheme);
    why(name, GoalCells.SCHEME);
    for (IndicatorKind.Level1 level1 : IndicatorKind.Level1.values()) {
      label(head, words.say("goal-cell.scheme." + level1.name().toLowerCase(Locale.ROOT)), 1);
    }
    label(head, words.say("goal-cell.scheme.reason"), 2);
    Element fitting = row();
    label(fitting, t("goal.scheme.fitting"), 2);
    for (IndicatorKind.Level1 level1 : IndicatorKind.Level1.values()) {
      figure("scheme/" + level1, number(fitting));
    }
    plain(fitting, "", 2);
    if (drawn.choosesScheme()) {
      Element chosen = row();
      label(chosen, t("goal.scheme.chosen"), 2);
      cell(chosen, GoalCells.SCHEME_CHOICE, COLUMNS - 2);
    }
    Element own = row();
    label(own, t("goal.scheme.own"), 2);
    for (IndicatorKind.Level1 level1 : IndicatorKind.Level1.values()) {
      cell(own, GoalCells.scheme(level1), 1).getClassList().add("number");
    }
    cell(own, GoalCells.SCHEME_REASON, 2);
  }

  /** 指标要素: what an indicator is made of besides what the official form prints. */
  private void elements() {
    Element title = row();
    title.getClassList().add("columns");
    label(title, t("goal.elements"), 1);
    for (GoalColumn column : List.of(GoalColumn.EXPLANATION, GoalColumn.FORMULA, GoalColumn.EVIDENCE, GoalColumn.STANDARD, GoalColumn.TAKING,
        GoalColumn.SCORING, GoalColumn.AGGREGATION)) {
      label(title, words.say("goal-cell.indicator." + column.key()), 1);
    }
    for (UUID id : drawn.lines()) {
      Element row = row();
      Element name = label(row, "", 1);
      Element text = new Element("div");
      name.appendChild(text);
      figure("name/" + id, text);
      put(part(name), GoalCells.indicator(id, GoalColumn.CORE));
      name.appendChild(new Element("div").setText(words.say("goal-cell.indicator.year_before")));
      put(part(name), GoalCells.indicator(id, GoalColumn.YEAR_BEFORE));
      for (GoalColumn column : List.of(GoalColumn.EXPLANATION, GoalColumn.FORMULA, GoalColumn.EVIDENCE, GoalColumn.STANDARD, GoalColumn.TAKING,
          GoalColumn.SCORING, GoalColumn.AGGREGATION)) {
        cell(row, GoalCells.indicator(id, column), 1);
      }
    }
  }

  private static String text(GoalForm form, UUID id, GoalColumn column) {
    return form.cells().text(GoalCells.indicator(id, column));
  }

  private static String t(String key, Object... inputs) {
    return UI.getCurrent().getTranslation(key, inputs);
  }
}
