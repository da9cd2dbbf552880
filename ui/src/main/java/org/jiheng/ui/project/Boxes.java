package org.jiheng.ui.project;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.Project;
import org.jiheng.ui.frame.Hint;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** What the boxes of a project's page are made of. */
final class Boxes {

  private Boxes() {}

  static Section of(String heading) {
    Section box = new Section(new H2(UI.getCurrent().getTranslation(heading)));
    box.addClassName("box");
    return box;
  }

  static Span badge(String text) {
    Span badge = new Span(text);
    badge.addClassName("chip");
    return badge;
  }

  /** Another project, by code and name. */
  static Anchor link(Project project) {
    return new Anchor(Year.in("/projects/" + project.id(), project.fiscalYear()), project.code() + " " + project.name());
  }

  /** 万元, with the exact yuan at hand. */
  static Span wan(Money amount) {
    Span shown = new Span(Written.wan(amount));
    Hint.onText(shown.getElement(), Written.yuan(amount));
    return shown;
  }

  static Paragraph said(String look, String sentence) {
    Paragraph said = new Paragraph(sentence);
    said.addClassName(look);
    said.getElement().setAttribute("role", "status");
    return said;
  }
}
