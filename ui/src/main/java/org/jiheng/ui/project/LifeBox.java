package org.jiheng.ui.project;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.jiheng.app.project.ProjectPage;
import org.jiheng.app.project.StageKind;
import org.jiheng.ui.shell.Screens;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** Every stage of every year of a project, the latest year first, with what is missing (S1). */
final class LifeBox {

  private final ProjectPage page;
  private final ProjectWords words;
  private final UI ui = UI.getCurrent();

  LifeBox(ProjectPage page, ProjectWords words) {
    this.page = page;
    this.words = words;
  }

  Section whole() {
    Section box = Boxes.of("project.life");
    for (ProjectPage.Year year : page.years()) {
      H3 heading = new H3();
      heading.add(year.project().id().equals(page.project().id()) ? new Span(ui.getTranslation("shell.year", String.valueOf(year.project().fiscalYear())))
          : new Anchor(Year.in("/projects/" + year.project().id(), year.project().fiscalYear()), ui.getTranslation("shell.year", String.valueOf(year.project().fiscalYear()))));
      heading.add(new Span(" " + year.unitName() + " · " + words.of(year.state()) + " · "), Boxes.wan(year.project().annualBudget()));
      OrderedList stages = new OrderedList();
      stages.addClassName("stages");
      year.stages().forEach((kind, stage) -> stages.add(stage(year, kind, stage)));
      box.add(heading, stages);
    }
    return box;
  }

  private ListItem stage(ProjectPage.Year year, StageKind kind, ProjectPage.Stage stage) {
    ListItem item = new ListItem();
    item.getElement().setAttribute("data-stage", kind.name()).setAttribute("data-missing", String.valueOf(stage.missing()));
    Span name = new Span(words.of(kind));
    name.addClassName("stage-name");
    item.add(name);
    stage.reached().ifPresentOrElse(reached -> {
      item.add(new Span("● " + ui.getTranslation(reached.text())));
      reached.on().ifPresent(day -> item.add(new Span(Written.day(day))));
      reached.form().ifPresent(form -> item.add(new Anchor(Screens.addressOf(form.type(), form.id(), year.project().fiscalYear()), ui.getTranslation("project.open-stage"))));
    }, () -> item.add(new Span(ui.getTranslation("stage.none"))));
    if (stage.missing()) {
      Span missing = new Span("■ " + ui.getTranslation("stage.missing"));
      missing.addClassName("problem");
      item.add(missing);
    } else if (stage.reached().isEmpty()) {
      Span why = new Span(words.of(stage.need()));
      why.addClassName("unit");
      item.add(why);
    }
    return item;
  }
}
