package org.jiheng.ui.project;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Words;
import org.jiheng.app.project.DuplicateRule;
import org.jiheng.app.project.DuplicateRule.Sketch;
import org.jiheng.app.project.DuplicateRule.Suspicion;
import org.jiheng.app.project.Duplicates;
import org.jiheng.app.project.Duplicates.Decided;
import org.jiheng.app.project.ProjectRules;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.Choices;
import org.jiheng.ui.frame.Hint;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** 重复与碎片化项目 (S67): pairs that look alike, why, what a merger would come to; decided by the performance office. */
@Dependent
@Route(value = "project-duplicates", layout = MainLayout.class)
@RolesAllowed("PERFORMANCE_OFFICE")
class DuplicatesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 100;

  @Inject
  private transient Duplicates duplicates;

  @Inject
  private transient Units units;

  @Inject
  private transient Calendar calendar;

  private int year;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    year = Year.shown(event.getLocation(), calendar.today());
    show();
  }

  private void show() {
    removeAll();
    List<Suspicion> undecided = duplicates.undecided(year);
    Map<String, String> names = units.names();
    Div head = new Div(new H1(getTranslation("title.duplicates", String.valueOf(year))), new Span(getTranslation("duplicates.count", undecided.size())));
    head.addClassName("form-head");
    Section pairs = new Section();
    pairs.addClassName("home-main");
    undecided.stream().limit(MOST_SHOWN).forEach(one -> pairs.add(pair(one, names)));
    if (undecided.isEmpty()) {
      pairs.add(new Paragraph(getTranslation("duplicates.none")));
    }
    Div whole = new Div(head, new Paragraph(getTranslation("duplicates.text")), rule("duplicates.rule", duplicates.rule(year)), pairs, decided());
    whole.addClassNames("page", "engagement");
    add(whole);
  }

  /** By what pairs are found: thresholds and points of the jurisdiction and the year. */
  private Paragraph rule(String key, DuplicateRule rule) {
    Paragraph said = new Paragraph(rules(key, rule));
    said.setId("duplicate-rule");
    return said;
  }

  private String rules(String key, DuplicateRule rule) {
    return getTranslation(key, rule.least(), rule.similarName().toPlainString(), rule.similarContent().toPlainString(), Written.wan(rule.small()),
        rule.points().toString());
  }

  private Section pair(Suspicion one, Map<String, String> names) {
    Section box = new Section();
    box.addClassNames("box", "duplicate");
    Span score = new Span(getTranslation("duplicates.score", one.score()));
    score.addClassName("status");
    box.add(score, project(one.one(), names), project(one.other(), names));
    UnorderedList findings = new UnorderedList();
    Words words = Words.in(getLocale());
    for (Reason finding : one.findings()) {
      findings.add(new ListItem(words.say(finding)));
    }
    findings.add(new ListItem(getTranslation("duplicates.article", one.findings().getFirst().article())));
    String survivor = (one.survivor().equals(one.one().id()) ? one.one() : one.other()).name();
    box.add(findings, new Paragraph(getTranslation("duplicates.proposal", survivor, Written.wan(one.together()))));
    Button merge = new Button(getTranslation("duplicates.merge"), _ -> merge(one));
    merge.addClassName("merge-pair");
    Button different = new Button(getTranslation("duplicates.different"), _ -> different(one));
    different.addClassName("different-pair");
    Div bar = new Div(merge, different);
    bar.addClassName("form-bar");
    box.add(bar);
    return box;
  }

  private Div project(Sketch sketch, Map<String, String> names) {
    Div line = new Div(new Anchor(Year.in("/projects/" + sketch.id(), year), sketch.name()),
        new Span(" · " + names.getOrDefault(sketch.unit(), sketch.unit()) + " · " + sketch.code() + " · "),
        new Span(getTranslation("duplicates.amount", Written.wan(sketch.annual()))));
    return line;
  }

  private void merge(Suspicion one) {
    RadioButtonGroup<Sketch> survivor = new RadioButtonGroup<>(getTranslation("duplicates.survivor"));
    survivor.setId("survivor");
    survivor.setItems(one.one(), one.other());
    survivor.setItemLabelGenerator(sketch -> sketch.name() + " · " + sketch.code());
    survivor.setValue(one.survivor().equals(one.one().id()) ? one.one() : one.other());
    TextArea reason = Choices.reason(ProjectRules.SHORTEST_REASON);
    new Asking(getTranslation("duplicates.merge"), () -> {
      duplicates.merge(one.one().id(), one.other().id(), survivor.getValue().id(), reason.getValue());
      return true;
    }, this::show).wide(new Paragraph(getTranslation("duplicates.merge-text", Written.wan(one.together())))).wide(survivor).wide(reason).open();
  }

  private void different(Suspicion one) {
    TextArea reason = Choices.reason(ProjectRules.SHORTEST_REASON);
    new Asking(getTranslation("duplicates.different"), () -> {
      duplicates.notDuplicate(one.one().id(), one.other().id(), reason.getValue());
      return true;
    }, this::show).wide(reason).open();
  }

  private Section decided() {
    Section box = new Section(new H2(getTranslation("duplicates.decided")));
    box.addClassNames("box", "decided");
    UnorderedList list = new UnorderedList();
    for (Decided one : duplicates.decided(year)) {
      ListItem line = new ListItem(getTranslation("duplicates.decided-line", getTranslation("duplicate-verdict." + one.verdict().verdict().name()), one.oneName(),
          one.otherName(), one.survivorName().isEmpty() ? Written.NONE : one.survivorName(), one.reason(), one.verdict().personName(),
          Written.minute(one.verdict().at())));
      Span found = new Span(getTranslation("duplicates.score", one.verdict().score()));
      one.verdict().rule().ifPresent(rule -> Hint.onText(found.getElement(), rules("duplicates.rule-then", rule)));
      line.add(new Span(" · "), found);
      list.add(line);
    }
    box.add(list.getComponentCount() == 0 ? new Paragraph(Written.NONE) : list);
    return box;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.duplicates"));
  }
}
