package org.jiheng.ui.engagement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.engagement.Firm;
import org.jiheng.app.engagement.FirmPerson;
import org.jiheng.app.engagement.Firms;
import org.jiheng.app.engagement.LeadEvaluator;
import org.jiheng.ui.selfevaluation.SelfEvaluationView;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.text.Written;

/** One firm of the register: what is entered, its lead evaluators and people, marks and penalties, where it is at work. */
@Dependent
@Route(value = "firms", layout = MainLayout.class)
@RolesAllowed({"PERFORMANCE_OFFICE", "PREFECTURE_OVERSIGHT"})
class FirmView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Firms firms;

  @Inject
  private transient Calendar calendar;

  private transient UUID id;

  @Override
  public void setParameter(BeforeEvent event, String text) {
    id = SelfEvaluationView.identifier(text);
    show();
  }

  private void show() {
    Firms.Page page = firms.open(id);
    removeAll();
    Firm firm = page.firm();
    Div head = new Div(new H1(firm.name()), new Span(firm.code().text()));
    head.addClassName("form-head");
    firm.blacklistedUntil().ifPresent(until -> {
      Span listed = new Span("■ " + getTranslation("firm.listed", Written.day(until), firm.blacklistReason()));
      listed.addClassName("problem");
      head.add(listed);
    });
    Div bar = new Div();
    bar.addClassName("form-bar");
    bar.setVisible(page.mayWrite());
    bar.add(button("change-firm", "firm.change", () -> FirmDialogs.enter(Optional.of(firm.entry()), entry -> firms.change(id, entry), this::show).open()),
        button("add-lead", "firm.add-lead", () -> FirmDialogs.lead(firms, id, calendar.today(), this::show).open()),
        button("add-person", "firm.add-person", () -> FirmDialogs.person(firms, id, this::show).open()),
        button("add-mark", "firm.add-mark", () -> FirmDialogs.mark(firms, id, this::show).open()),
        button("blacklist", "firm.blacklist", () -> FirmDialogs.blacklist(firms, firm, this::show).open()));
    Div columns = new Div(side(leads(page), people(page)), side(marks(page), jobs(page)));
    columns.addClassName("engagement-columns");
    Div whole = new Div(head, bar, facts(firm), columns);
    whole.addClassNames("page", "engagement");
    add(whole);
  }

  private static Div side(Component... boxes) {
    Div side = new Div(boxes);
    side.addClassName("home-main");
    return side;
  }

  private Button button(String name, String text, Runnable action) {
    Button button = new Button(getTranslation(text), _ -> action.run());
    button.setId(name);
    return button;
  }

  private Paragraph facts(Firm firm) {
    Firm.Entry entry = firm.entry();
    return new Paragraph(getTranslation("firm.facts", getTranslation("firm-type." + entry.type().name()), entry.legalPerson(), entry.staff(),
        entry.creditNumber().isEmpty() ? Written.NONE : entry.creditNumber(), Written.minute(firm.changedAt()), firm.changedBy()));
  }

  private Section leads(Firms.Page page) {
    UnorderedList list = new UnorderedList();
    for (LeadEvaluator lead : page.leads()) {
      ListItem item = new ListItem(new Span(getTranslation("firm.lead-line", lead.name(), lead.qualification(), Written.day(lead.inBusinessSince()))));
      if (page.mayWrite()) {
        item.add(left(() -> firms.leadLeft(id, lead.id())));
      }
      list.add(item);
    }
    return box("firm.leads", page.leads().isEmpty(), list);
  }

  private Section people(Firms.Page page) {
    UnorderedList list = new UnorderedList();
    for (FirmPerson person : page.people()) {
      ListItem item = new ListItem(new Span(person.name() + " · " + person.username()));
      if (page.mayWrite()) {
        item.add(left(() -> firms.personLeft(id, person.person())));
      }
      list.add(item);
    }
    return box("firm.people", page.people().isEmpty(), list);
  }

  private Button left(Runnable action) {
    Button left = new Button(getTranslation("firm.left"), _ -> {
      action.run();
      show();
    });
    left.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    return left;
  }

  private Section marks(Firms.Page page) {
    UnorderedList list = new UnorderedList();
    page.marks().forEach(mark -> list.add(new ListItem(Written.day(mark.notedOn()) + " " + getTranslation("mark." + mark.kind().name()) + " "
        + mark.points().map(points -> points + " ").orElse("") + mark.text() + " (" + mark.notedBy() + ")")));
    return box("firm.marks", page.marks().isEmpty(), list);
  }

  private Section jobs(Firms.Page page) {
    UnorderedList list = new UnorderedList();
    page.jobs().stream().filter(job -> !job.closes().isBefore(job.opens()))
        .forEach(job -> list.add(new ListItem(job.jurisdiction() + " " + Written.day(job.opens()) + " – " + Written.day(job.closes()))));
    return box("firm.jobs", page.jobs().isEmpty(), list);
  }

  private Section box(String heading, boolean empty, UnorderedList list) {
    Section box = new Section(new H2(getTranslation(heading)));
    box.addClassName("box");
    box.add(empty ? new Paragraph(Written.NONE) : list);
    return box;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.firms"));
  }
}
