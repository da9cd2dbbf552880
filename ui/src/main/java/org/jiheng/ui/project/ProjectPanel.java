package org.jiheng.ui.project;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.common.Words;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectList.Flag;
import org.jiheng.app.project.ProjectPage;
import org.jiheng.app.project.Protection;
import org.jiheng.ui.text.Written;

/** A project's whole life (S1): what it is, its money line by line, every stage of every year with what is missing, and its codes. */
final class ProjectPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final UUID id;
  private final transient ProjectRooms rooms;
  private final transient LocalDate today;
  private final transient ProjectWords words;
  private transient ProjectPage page;

  ProjectPanel(UUID id, ProjectRooms rooms, LocalDate today) {
    this.id = id;
    this.rooms = rooms;
    this.today = today;
    this.words = new ProjectWords(UI.getCurrent());
    addClassNames("page", "engagement", "project");
    show();
  }

  int fiscalYear() {
    return page.project().fiscalYear();
  }

  private void show() {
    page = rooms.library().open(id);
    ProjectActs acts = new ProjectActs(page, rooms, today, words, this::show);
    removeAll();
    Project project = page.project();
    Span status = new Span("● " + words.of(page.state()));
    status.addClassName("status");
    status.getElement().setAttribute("data-state", page.state().name());
    Div head = new Div(new H1(project.name()), status, new Span(getTranslation("project.head", project.code(), String.valueOf(project.fiscalYear()))));
    head.addClassName("form-head");
    flags(project).forEach(flag -> head.add(Boxes.badge(flag)));
    add(head, acts.bar());
    page.remarks().forEach(remark -> add(Boxes.said("warning", Words.in(getLocale()).say(remark))));
    if (!page.backing().holds() && project.takesForms()) {
      Paragraph unconfirmed = Boxes.said("warning", getTranslation("project.unconfirmed", acts.said(project)));
      unconfirmed.setId("unconfirmed");
      add(unconfirmed);
    }
    page.mergedInto().ifPresent(other -> add(new Paragraph(new Span(getTranslation("project.merged-into")), Boxes.link(other))));
    project.terminatedOn().ifPresent(day -> add(Boxes.said("warning", getTranslation("project.terminated", Written.day(day), project.terminationReason()))));
    FactsBox facts = new FactsBox(page, words);
    Div way = side(new LifeBox(page, words).whole());
    // no gate has anything of its own to say of one that has ended or is dealt with off the platform
    if (project.takesForms()) {
      way.add(new GatesBox().whole(rooms.gates().verdict(id)));
    }
    way.add(new MoneyBox(page, rooms.money(), rooms.before().of(id), words, this::show).whole());
    Div columns = new Div(way, side(facts.whole(), facts.confirmations(), facts.codes()));
    columns.addClassName("engagement-columns");
    add(columns);
  }

  private static Div side(Component... boxes) {
    Div side = new Div(boxes);
    side.addClassName("home-main");
    return side;
  }

  private Stream<String> flags(Project project) {
    return Stream.of(project.key() ? words.of(Flag.KEY) : "", project.protection() == Protection.NONE ? "" : words.of(project.protection()),
        project.directFunds().isPresent() ? words.of(Flag.DIRECT) : "", project.rural() ? words.of(Flag.RURAL) : "",
        project.confidential() ? words.of(Flag.CONFIDENTIAL) : "", project.provisional() ? words.of(Flag.PROVISIONAL) : "").filter(text -> !text.isEmpty());
  }
}
