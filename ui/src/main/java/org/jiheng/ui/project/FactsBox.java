package org.jiheng.ui.project;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import org.jiheng.app.project.CodeExchange;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectPage;
import org.jiheng.ui.text.Written;

/** What a project is: what its unit says of it, what finance decided about that, and its codes. */
final class FactsBox {

  private final ProjectPage page;
  private final ProjectWords words;
  private final UI ui = UI.getCurrent();

  FactsBox(ProjectPage page, ProjectWords words) {
    this.page = page;
    this.words = words;
  }

  Section whole() {
    Project project = page.project();
    Section box = Boxes.of("project.facts");
    box.add(fact("column.unit", page.departmentName() + " / " + page.unitName()), fact("column.responsible", page.responsible()),
        fact("column.category", words.of(project.category())), fact("column.attribute", words.of(project.attribute())),
        fact("column.project-type", words.of(project.type())),
        fact("project.period", project.starts().map(Written::day).orElse(Written.NONE) + " – " + project.ends().map(Written::day).orElse(Written.NONE)),
        fact("project.investment", Written.wan(project.totalInvestment())));
    if (project.confidential()) {
      box.add(Boxes.said("warning", ui.getTranslation("project.classified-text")));
      return box;
    }
    box.add(fact("column.leader", project.leader()), fact("column.phone", project.phone()), fact("column.industry", project.industry()),
        fact("project.functional-class", project.functionalClass()),
        fact("project.basis", project.basis()), fact("project.content", project.content()));
    project.directFunds().ifPresent(funds -> box.add(fact("project.direct-category", funds.category()), fact("project.upper-document", funds.document())));
    page.rural().ifPresent(rural -> box.add(fact("project.township", rural.township() + " " + rural.village()), fact("project.library-number", rural.libraryNumber()),
        fact("project.households", number(rural.households())), fact("project.people", number(rural.people())),
        fact("project.lifted", number(rural.liftedPeople())), fact("project.monitored", number(rural.monitoredPeople())),
        fact("project.industry-share", rural.industryShare().map(share -> share.toPlainString() + "%").orElse("")), fact("project.assets", rural.assets()),
        fact("project.platform-link", rural.platformLink())));
    return box;
  }

  private static String number(Optional<Integer> number) {
    return number.map(String::valueOf).orElse("");
  }

  Section confirmations() {
    Section box = Boxes.of("project.confirmations");
    box.setId("confirmations");
    box.add(new Paragraph(ui.getTranslation("backing." + page.backing().name())));
    UnorderedList list = new UnorderedList();
    page.confirmations().forEach(one -> list.add(new ListItem(ui.getTranslation("project.confirmation-line", Written.minute(one.at()),
        ui.getTranslation("project.confirm." + one.verdict().name()), words.of(one.attribute()) + " · " + words.of(one.category()), one.reason(), one.personName()))));
    if (list.getComponentCount() > 0) {
      box.add(list);
    }
    return box;
  }

  Section codes() {
    Section box = Boxes.of("project.codes");
    UnorderedList list = new UnorderedList();
    for (CodeExchange exchange : page.codes()) {
      list.add(new ListItem(ui.getTranslation("project.code-line", Written.day(exchange.onDay()), exchange.oldCode(), exchange.newCode(), page.reason(exchange), exchange.personName())));
    }
    page.absorbed().forEach(other -> list.add(new ListItem(new Span(ui.getTranslation("project.absorbed")), Boxes.link(other))));
    box.add(list.getComponentCount() == 0 ? new Paragraph(Written.NONE) : list);
    return box;
  }

  private Div fact(String name, String text) {
    Span label = new Span(ui.getTranslation(name));
    label.addClassName("fact-name");
    Div line = new Div(label, new Span(text.isEmpty() ? Written.NONE : text));
    line.addClassName("fact");
    return line;
  }
}
