package org.jiheng.ui.exante;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Words;
import org.jiheng.app.exante.ExAnteCells;
import org.jiheng.app.exante.ExAnteForm;
import org.jiheng.app.exante.ExAnteScoring;
import org.jiheng.app.exante.ExAnteTemplate;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.review.CellKey;
import org.jiheng.ui.frame.OfficialTable;
import org.jiheng.ui.text.Written;

/** 事前绩效评估表: head, money by year and source, the scoring table with the third party's beside the unit's, vetoes, documents, text. */
final class ExAnteTable extends OfficialTable<ExAnteForm> {

  private static final int COLUMNS = 8;
  private static final int HALF = 3;

  private final Map<String, Element> facts = new HashMap<>();

  ExAnteTable(ExAnteForm form) {
    super(form, "ex-ante", Words.in(UI.getCurrent().getLocale()).say("exante.document.report"), COLUMNS);
    head(form);
    money();
    methods();
    sheet(form);
    vetoes(form);
    evidence(form);
    text();
  }

  private void head(ExAnteForm form) {
    Element project = row();
    label(project, words.say("form.project"), 1);
    plain(project, form.project().name() + "(" + form.project().code() + ")", HALF);
    label(project, t("exante.kind"), 1);
    plain(project, t("project-attribute." + form.project().attribute().name()) + " · " + t("project-category." + form.project().category().name())
        + " · " + t("project-type." + form.project().type().name()), HALF);
    Element who = row();
    label(who, words.say("form.department"), 1);
    plain(who, form.departmentName(), HALF);
    label(who, words.say("form.unit"), 1);
    plain(who, form.unitName(), HALF);
    pair(ExAnteCells.PERIOD_FROM, ExAnteCells.PERIOD_UNTIL);
    pair(ExAnteCells.LEADER, ExAnteCells.PHONE);
    Element function = row();
    label(function, word(ExAnteCells.FUNCTION), 1);
    cell(function, ExAnteCells.FUNCTION, HALF);
    label(function, t("exante.template"), 1);
    plain(function, form.template().name(), HALF);
    Element need = row();
    label(need, t("exante.need"), 1);
    figure("need", why(plain(need, "", HALF), CellKey.of("need")));
    label(need, t("exante.need-third"), 1);
    figure("need-third", why(plain(need, "", HALF), CellKey.of("third-party")));
  }

  private void pair(CellKey one, CellKey other) {
    Element row = row();
    for (CellKey key : List.of(one, other)) {
      label(row, word(key), 1);
      cell(row, key, HALF);
    }
  }

  private String word(CellKey key) {
    return words.say("cell.exante." + key.path().replace('/', '.'));
  }

  private void money() {
    Element total = row();
    label(total, t("exante.total-wan"), 2);
    cell(total, ExAnteCells.AMOUNT_TOTAL, COLUMNS - 2).getClassList().add("number");
    amounts(t("exante.by-year"), List.of(ExAnteCells.Year.values()).stream().map(ExAnteCells::year).toList());
    List<CellKey> sources = List.of(FundingSource.values()).stream().map(ExAnteCells::source).toList();
    amounts(t("exante.by-source"), sources.subList(0, 4));
    amounts("", sources.subList(4, sources.size()));
  }

  private void amounts(String name, List<CellKey> keys) {
    Element heads = row();
    Element values = row();
    label(heads, name, 2);
    plain(values, "", 2);
    for (int i = 0; i < keys.size(); i++) {
      // the last one is as wide as what is left
      int span = i == keys.size() - 1 ? COLUMNS - 2 - i : 1;
      label(heads, word(keys.get(i)), span);
      cell(values, keys.get(i), span).getClassList().add("number");
    }
  }

  private void methods() {
    Element heads = row();
    Element values = row();
    label(heads, words.say("cell.exante.method"), 2);
    plain(values, "", 2);
    for (ExAnteCells.Method method : ExAnteCells.Method.values()) {
      label(heads, word(ExAnteCells.method(method)), 1);
      cell(values, ExAnteCells.method(method), 1);
    }
  }

  private void sheet(ExAnteForm form) {
    Element head = row();
    head.getClassList().add("columns");
    List.of(t("exante.dimension"), t("exante.item"), t("exante.check"), t("exante.points"), words.say("cell.exante.item.tick"), t("exante.score"),
        words.say("cell.exante.item.basis"), t("exante.third")).forEach(text -> label(head, text, 1));
    for (ExAnteTemplate.Dimension dimension : form.template().dimensions()) {
      boolean first = true;
      for (ExAnteTemplate.Item item : dimension.items()) {
        Element row = row();
        if (first) {
          Element name = label(row, dimension.name() + "(" + dimension.points() + ")", 1);
          name.setAttribute("rowspan", String.valueOf(dimension.items().size()));
          Element sum = new Element("div");
          name.appendChild(sum);
          figure("dimension/" + dimension.key(), sum);
          first = false;
        }
        plain(row, item.group() + ":" + item.text(), 1);
        check(row, item);
        number(row).setText(item.points().toString());
        cell(row, ExAnteCells.tick(item.key()), 1);
        figure("score/" + item.key(), why(number(row), ExAnteCells.tick(item.key())));
        longCell(row, ExAnteCells.basis(item.key()), 1);
        figure("third/" + item.key(), plain(row, "", 1));
      }
    }
    Element total = row();
    total.getClassList().add("total");
    label(total, t("exante.total"), 5);
    figure("total", why(number(total), CellKey.of("total")));
    Element proposed = plain(total, "", 1);
    figure("proposed", why(proposed, CellKey.of("proposed")));
    figure("third/total", plain(total, "", 1));
  }

  /** What is looked at, and below it what the platform found there. */
  private void check(Element row, ExAnteTemplate.Item item) {
    Element cell = plain(row, "", 1);
    cell.appendChild(new Element("div").setText(item.check()));
    if (!item.system().isEmpty()) {
      Element list = new Element("ul");
      list.getClassList().add("facts");
      cell.appendChild(list);
      why(cell, CellKey.of("facts", item.key()));
      facts.put(item.key(), list);
    }
  }

  private void facts(ExAnteForm form) {
    facts.forEach((item, list) -> {
      list.removeAllChildren();
      form.facts().at(item).forEach(fact -> {
        Element line = new Element("li").setText((fact.attention() ? "▲ " : "● ") + words.say(fact.reason()) + "(" + fact.reason().article() + ")");
        line.getClassList().set("attention", fact.attention());
        list.appendChild(line);
      });
    });
  }

  private static String answered(Reasoned<Boolean> answer, ExAnteForm.Ground ground) {
    String said = t(answer.value().orElse(false) ? "yes" : "no");
    return ground == ExAnteForm.Ground.BEGUN ? UI.getCurrent().getTranslation("exante.answered-begun", said) : said;
  }

  private void vetoes(ExAnteForm form) {
    boolean first = true;
    for (ExAnteTemplate.Veto veto : form.template().vetoes()) {
      Element row = row();
      if (first) {
        label(row, words.say("cell.exante.veto"), 1).setAttribute("rowspan", String.valueOf(form.template().vetoes().size()));
        first = false;
      }
      plain(row, veto.text(), 3);
      cell(row, ExAnteCells.veto(veto.key()), 3);
      figure("third/" + veto.key(), plain(row, "", 1));
    }
  }

  private void evidence(ExAnteForm form) {
    boolean first = true;
    for (ExAnteTemplate.Evidence document : form.template().evidence()) {
      Element row = row();
      if (first) {
        label(row, words.say("cell.exante.evidence"), 1).setAttribute("rowspan", String.valueOf(form.template().evidence().size()));
        first = false;
      }
      plain(row, document.text(), 2);
      plain(row, t(form.required(document) ? "exante.required" : "exante.optional"), 1);
      files(row, ExAnteCells.evidence(document.key()), 4);
    }
  }

  private void text() {
    for (ExAnteCells.Chapter chapter : ExAnteCells.Chapter.values()) {
      Element row = row();
      label(row, word(ExAnteCells.chapter(chapter)), 1);
      longCell(row, ExAnteCells.chapter(chapter), COLUMNS - 1);
    }
  }

  @Override
  protected void figures(ExAnteForm form) {
    ExAnteScoring.Sheet own = form.result().sheet();
    figure("need", answered(form.need(), form.ground()));
    figure("need-third", answered(form.result().thirdParty(), form.ground()));
    facts(form);
    form.template().items().forEach(item -> figure("score/" + item.key(), score(own.items(), item.key())));
    own.dimensions().forEach(one -> figure("dimension/" + one.key(), (one.weak() ? "▲ " : "") + one.score()));
    figure("total", Written.orNone(own.total().value()));
    figure("proposed", own.proposed().value().map(one -> words.say("exante.conclusion." + one.name())).orElse(Written.NONE));
    Optional<ExAnteForm.Outside> third = form.thirdParty();
    Optional<ExAnteScoring.Sheet> sheet = third.flatMap(ExAnteForm.Outside::sheet);
    Map<String, Grade> ticks = third.flatMap(ExAnteForm.Outside::result).map(result -> result.ticked().ticks()).orElse(Map.of());
    form.template().items().forEach(item -> figure("third/" + item.key(), sheet.map(one -> grade(ticks, item.key()) + score(one.items(), item.key()))
        .orElse(Written.NONE)));
    form.template().vetoes().forEach(veto -> figure("third/" + veto.key(), third.flatMap(ExAnteForm.Outside::result)
        .map(result -> answer(result.ticked().vetoes().contains(veto.key()))).orElse(Written.NONE)));
    figure("third/total", sheet.map(one -> Written.orNone(one.total().value())).orElse(Written.NONE));
  }

  private String answer(boolean holds) {
    return holds ? words.say("exante.answer.YES") : words.say("exante.answer.NO");
  }

  private String grade(Map<String, Grade> ticks, String item) {
    return Optional.ofNullable(ticks.get(item)).map(tick -> words.say("grade." + tick) + " ").orElse("");
  }

  private static String score(Map<String, ? extends Reasoned<?>> scores, String item) {
    return Written.orNone(Optional.ofNullable(scores.get(item)).flatMap(Reasoned::value));
  }

  private static String t(String key) {
    return UI.getCurrent().getTranslation(key);
  }
}
