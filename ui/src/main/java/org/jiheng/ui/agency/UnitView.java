package org.jiheng.ui.agency;

import com.vaadin.flow.component.Component;
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
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jiheng.app.agency.Unit;
import org.jiheng.app.agency.UnitChange;
import org.jiheng.app.agency.UnitRegister;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.CreditCode;
import org.jiheng.app.common.Words;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.text.Written;

/** One unit: what is entered, who came before it and who goes on, and everything that was changed, when and why. */
@Dependent
@Route(value = "units", layout = MainLayout.class)
@RolesAllowed({"PERFORMANCE_OFFICE", "FINANCE_SECTION", "BUDGET_SECTION", "BUREAU_LEADER", "DEPARTMENT_REVIEWER", "AUDITOR"})
class UnitView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient UnitRegister register;

  @Inject
  private transient Calendar calendar;

  private String code;

  @Override
  public void setParameter(BeforeEvent event, String text) {
    code = text;
    show();
  }

  private void show() {
    UnitRegister.Page page = register.open(code);
    Unit unit = page.unit();
    removeAll();
    Span status = new Span(unit.lasts() ? getTranslation("unit-lasting.LASTING") : getTranslation("unit-lasting.ENDED"));
    status.addClassName("status");
    Div head = new Div(new H1(unit.name()), new Span(unit.code()), status);
    head.addClassName("form-head");
    Div columns = new Div(left(page), changes(page));
    columns.addClassName("engagement-columns");
    Div whole = new Div(head, bar(page), columns);
    whole.addClassNames("page", "engagement");
    add(whole);
  }

  private Div bar(UnitRegister.Page page) {
    Unit unit = page.unit();
    Div bar = new Div(
        button("change-unit", "unit.change", () -> UnitDialogs.enter(Optional.of(unit.entry()), calendar.today(),
            (entry, reason) -> register.change(unit.code(), unit.version(), entry, reason), this::show).open()),
        button("move-unit", "unit-change.MOVED", () -> UnitDialogs.move(calendar.today(), register, unit, this::show).open()),
        button("merge-unit", "unit-change.MERGED", () -> UnitDialogs.merge(calendar.today(), register, unit, this::show).open()),
        button("close-unit", "unit-change.CLOSED", () -> UnitDialogs.close(calendar.today(), register, unit, this::show).open()));
    bar.addClassName("form-bar");
    bar.setVisible(page.mayWrite() && unit.lasts());
    return bar;
  }

  private Button button(String id, String text, Runnable action) {
    Button button = new Button(getTranslation(text), _ -> action.run());
    button.setId(id);
    return button;
  }

  private Section left(UnitRegister.Page page) {
    Unit unit = page.unit();
    Section box = box("unit.facts");
    box.add(fact("column.unit-kind", Words.in(getLocale()).say("unit-kind." + unit.kind())),
        fact("column.credit-code", unit.creditCode().map(CreditCode::text).orElse(Written.NONE)),
        fact("column.responsible", unit.responsible().isEmpty() ? Written.NONE : unit.responsible()),
        fact("column.valid-from", unit.validFrom().map(Written::day).orElse(getTranslation("unit.ever"))),
        fact("column.valid-until", unit.validUntil().map(Written::day).orElse(Written.NONE)));
    page.successors().forEach(next -> box.add(line("column.successor", new Anchor("/units/" + next, next))));
    page.predecessors().forEach(before -> box.add(line("unit.predecessor", new Anchor("/units/" + before.code(), before.code() + " " + before.name()))));
    return box;
  }

  private Section changes(UnitRegister.Page page) {
    Section box = box("unit.changes");
    UnorderedList list = new UnorderedList();
    list.addClassName("unit-changes");
    for (UnitChange change : page.changes()) {
      list.add(new ListItem(new Span(Written.day(change.onDay()) + " " + getTranslation("unit-change." + change.kind().name())),
          new Span(change.before() + " → " + change.after()), new Span(getTranslation("unit.change-why", change.reason(), change.personName(), Written.minute(change.at())))));
    }
    box.add(page.changes().isEmpty() ? new Paragraph(getTranslation("unit.no-changes")) : list);
    return box;
  }

  private Section box(String heading) {
    Section box = new Section(new H2(getTranslation(heading)));
    box.addClassName("box");
    return box;
  }

  private Span label(String name) {
    Span label = new Span(getTranslation(name));
    label.addClassName("fact-name");
    return label;
  }

  private Div fact(String name, String text) {
    return line(name, new Span(text));
  }

  private Div line(String name, Component content) {
    Div line = new Div(label(name), content);
    line.addClassName("fact");
    return line;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.units"));
  }
}
