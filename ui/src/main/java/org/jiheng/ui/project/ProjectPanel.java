package org.jiheng.ui.project;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.budget.PriorResults;
import org.jiheng.app.budget.PriorResults.PriorResult;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.Budgets;
import org.jiheng.app.project.CodeExchange;
import org.jiheng.app.project.FundingLine;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.Industries;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectCode;
import org.jiheng.app.project.ProjectLibrary;
import org.jiheng.app.project.ProjectConfirmation.Verdict;
import org.jiheng.app.project.ProjectList.Flag;
import org.jiheng.app.project.ProjectPage;
import org.jiheng.app.project.ProjectRules;
import org.jiheng.app.project.Protection;
import org.jiheng.app.project.StageKind;
import org.jiheng.app.selfevaluation.SelfEvaluation;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.Choices;
import org.jiheng.ui.frame.DayField;
import org.jiheng.ui.frame.Hint;
import org.jiheng.ui.shell.Screens;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** A project's whole life (S1): what it is, its money line by line, every stage of every year with what is missing, and its codes. */
final class ProjectPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final UUID id;
  private final transient ProjectLibrary library;
  private final transient Industries industries;
  private final transient PriorResults before;
  private final transient LocalDate today;
  private final transient ProjectWords words;
  private transient ProjectPage page;

  ProjectPanel(UUID id, ProjectLibrary library, Industries industries, PriorResults before, LocalDate today) {
    this.id = id;
    this.library = library;
    this.industries = industries;
    this.before = before;
    this.today = today;
    this.words = new ProjectWords(UI.getCurrent());
    addClassNames("page", "engagement", "project");
    show();
  }

  int fiscalYear() {
    return page.project().fiscalYear();
  }

  private void show() {
    page = library.open(id);
    removeAll();
    Project project = page.project();
    Span status = new Span("● " + words.of(page.state()));
    status.addClassName("status");
    status.getElement().setAttribute("data-state", page.state().name());
    Div head = new Div(new H1(project.name()), status, new Span(getTranslation("project.head", project.code(), String.valueOf(project.fiscalYear()))));
    head.addClassName("form-head");
    flags(project).forEach(flag -> head.add(badge(flag)));
    add(head, bar());
    page.remarks().forEach(remark -> add(said("warning", Words.in(getLocale()).say(remark))));
    if (!page.backing().holds() && project.takesForms()) {
      Paragraph unconfirmed = said("warning", getTranslation("project.unconfirmed", said(project)));
      unconfirmed.setId("unconfirmed");
      add(unconfirmed);
    }
    page.mergedInto().ifPresent(other -> add(new Paragraph(new Span(getTranslation("project.merged-into")), link(other))));
    project.terminatedOn().ifPresent(day -> add(said("warning", getTranslation("project.terminated", Written.day(day), project.terminationReason()))));
    Div columns = new Div(side(life(), money()), side(facts(), confirmations(), codes()));
    columns.addClassName("engagement-columns");
    add(columns);
  }

  private static Paragraph said(String look, String sentence) {
    Paragraph said = new Paragraph(sentence);
    said.addClassName(look);
    said.getElement().setAttribute("role", "status");
    return said;
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

  private static Span badge(String text) {
    Span badge = new Span(text);
    badge.addClassName("chip");
    return badge;
  }

  private static Anchor link(Project project) {
    return new Anchor(Year.in("/projects/" + project.id(), project.fiscalYear()), project.code() + " " + project.name());
  }

  // --- what may be done

  private Div bar() {
    Project project = page.project();
    Div bar = new Div();
    bar.addClassName("form-bar");
    boolean ended = !project.mergedInto().isEmpty() || project.terminatedOn().isPresent();
    if (page.may().fund() && !ended) {
      Button add = button("add-money", "money.add", () -> MoneyDialog.of(library, page, today, this::show).open());
      add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      bar.add(add);
    }
    if (page.may().enter() && !ended) {
      bar.add(button("change-project", "project.change", () -> new ProjectDialog(List.of(), industries, project.fiscalYear(), Optional.of(page), entry -> {
        library.change(id, project.version(), entry);
        show();
      }).open()));
    }
    if (page.may().exchange() && !ended) {
      bar.add(button("exchange-code", "project.exchange-code", this::exchange));
    }
    if (page.may().decide() && !ended) {
      bar.add(button("mark-project", "project.mark", this::mark), button("complete-project", "project.complete", () -> end(true)),
          button("terminate-project", "project.terminate", () -> end(false)));
    }
    if (!ended) {
      Stream.of(Verdict.values()).filter(page::mayConfirm)
          .forEach(verdict -> bar.add(button("confirm-" + verdict.name(), "project.confirm." + verdict.name(), () -> confirm(verdict))));
    }
    bar.setVisible(bar.getComponentCount() > 0);
    return bar;
  }

  private Button button(String name, String text, Runnable action) {
    Button button = new Button(getTranslation(text), _ -> action.run());
    button.setId(name);
    return button;
  }

  private void confirm(Verdict verdict) {
    TextArea reason = Choices.reason(ProjectRules.SHORTEST_REASON);
    new Asking(getTranslation("project.confirm." + verdict.name()), () -> {
      library.confirm(id, page.project().version(), verdict, reason.getValue());
      return true;
    }, this::show).wide(new Paragraph(getTranslation("project.confirm-text", said(page.project())))).wide(reason).open();
  }

  /** What the unit says of it that is to be borne out. */
  private String said(Project project) {
    return Backing.said(project).map(one -> switch (one) {
      case ProjectAttribute attribute -> words.of(attribute);
      case ProjectCategory category -> words.of(category);
      default -> one.name();
    }).collect(Collectors.joining());
  }

  private void exchange() {
    TextField issued = Choices.line("issued-code", "project.issued-code", ProjectCode.LONGEST, "");
    TextArea reason = Choices.reason(ProjectRules.SHORTEST_REASON);
    new Asking(getTranslation("project.exchange-code"), () -> {
      library.exchangeCode(id, page.project().version(), issued.getValue().strip(), reason.getValue());
      return true;
    }, this::show).with(issued).wide(reason).open();
  }

  private void mark() {
    Project project = page.project();
    Checkbox key = new Checkbox(words.of(Flag.KEY), project.key());
    key.setId("key-project");
    Select<Protection> protection = Choices.of("protection", "project.protection", Protection.values(), words::of, project.protection());
    TextArea reason = Choices.reason(ProjectRules.SHORTEST_REASON);
    new Asking(getTranslation("project.mark"), () -> {
      library.mark(id, project.version(), key.getValue(), protection.getValue(), reason.getValue());
      return true;
    }, this::show).with(key, protection).wide(reason).open();
  }

  private void end(boolean completed) {
    Project project = page.project();
    DayField day = new DayField("end-day", getTranslation("project.end-day"), today);
    TextArea reason = Choices.reason(ProjectRules.SHORTEST_REASON);
    new Asking(getTranslation(completed ? "project.complete" : "project.terminate"), () -> {
      if (day.getValue() == null) {
        return false;
      }
      if (completed) {
        library.complete(id, project.version(), day.getValue(), reason.getValue());
      } else {
        library.terminate(id, project.version(), day.getValue(), reason.getValue());
      }
      return true;
    }, this::show).with(day).wide(reason).open();
  }

  // --- its life

  private Section life() {
    Section box = box("project.life");
    for (ProjectPage.Year year : page.years()) {
      H3 heading = new H3();
      heading.add(year.project().id().equals(id) ? new Span(getTranslation("shell.year", String.valueOf(year.project().fiscalYear())))
          : new Anchor(Year.in("/projects/" + year.project().id(), year.project().fiscalYear()), getTranslation("shell.year", String.valueOf(year.project().fiscalYear()))));
      heading.add(new Span(" " + year.unitName() + " · " + words.of(year.state()) + " · "), wan(year.project().annualBudget()));
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
      item.add(new Span("● " + getTranslation(reached.text())));
      reached.on().ifPresent(day -> item.add(new Span(Written.day(day))));
      reached.form().ifPresent(form -> item.add(new Anchor(Screens.addressOf(form.type(), form.id(), year.project().fiscalYear()), getTranslation("project.open-stage"))));
    }, () -> item.add(new Span(getTranslation("stage.none"))));
    if (stage.missing()) {
      Span missing = new Span("■ " + getTranslation("stage.missing"));
      missing.addClassName("problem");
      item.add(missing);
    } else if (stage.reached().isEmpty()) {
      Span why = new Span(words.of(stage.need()));
      why.addClassName("unit");
      item.add(why);
    }
    return item;
  }

  // --- its money

  private Section money() {
    Section box = box("project.money");
    for (Map.Entry<Integer, Budgets.OfYear> year : page.budgets().years().entrySet()) {
      box.add(sums(year.getKey(), year.getValue()));
    }
    before.of(id).ifPresent(result -> box.add(before(result)));
    UnorderedList lines = new UnorderedList();
    lines.addClassName("money-lines");
    page.lines().forEach(line -> lines.add(line(line)));
    box.add(page.lines().isEmpty() ? new Paragraph(getTranslation("money.none")) : lines);
    return box;
  }

  /** What became of it the year before, beside the money it asks for (S50). */
  private Paragraph before(PriorResult result) {
    Words sentences = Words.in(getLocale());
    Paragraph said = new Paragraph(new Span(getTranslation("project.before", String.valueOf(result.fiscalYear()), Written.orNone(result.score()),
        result.grade().map(grade -> sentences.say("grade." + grade)).orElse(Written.NONE))));
    said.setId("result-before");
    result.alarms().forEach(alarm -> {
      Span shown = new Span("▲ " + getTranslation(alarm.rule()));
      shown.addClassName("problem");
      Hint.onText(shown.getElement(), sentences.say(alarm));
      said.add(shown);
    });
    result.form().ifPresent(form -> said.add(new Anchor(Screens.addressOf(SelfEvaluation.FORM_TYPE, form, result.fiscalYear()),
        getTranslation("project.open-stage"))));
    return said;
  }

  private Section confirmations() {
    Section box = box("project.confirmations");
    box.setId("confirmations");
    box.add(new Paragraph(getTranslation("backing." + page.backing().name())));
    UnorderedList list = new UnorderedList();
    page.confirmations().forEach(one -> list.add(new ListItem(getTranslation("project.confirmation-line", Written.minute(one.at()),
        getTranslation("project.confirm." + one.verdict().name()), words.of(one.attribute()) + " · " + words.of(one.category()), one.reason(), one.personName()))));
    if (list.getComponentCount() > 0) {
      box.add(list);
    }
    return box;
  }

  private Component sums(int year, Budgets.OfYear sums) {
    NativeTable table = new NativeTable();
    table.addClassName("changes");
    NativeTableHeader head = new NativeTableHeader();
    NativeTableRow names = new NativeTableRow();
    Stream.of(getTranslation("shell.year", String.valueOf(year)), getTranslation("money.asked"), getTranslation("column.initial"), getTranslation("column.budget"))
        .forEach(text -> names.add(new NativeTableHeaderCell(text)));
    head.add(names);
    NativeTableBody body = new NativeTableBody();
    for (FundingSource source : FundingSource.values()) {
      if (sums.present().containsKey(source) || sums.asked().containsKey(source)) {
        body.add(row(words.of(source), sums.asked().getOrDefault(source, Money.ZERO), sums.opening().getOrDefault(source, Money.ZERO), sums.of(source)));
      }
    }
    body.add(row(getTranslation("money.sum"), sums.askedFor(), sums.initial(), sums.annual()));
    table.add(head, body);
    table.getElement().setAttribute("data-money-of", String.valueOf(year));
    return table;
  }

  private NativeTableRow row(String name, Money... amounts) {
    NativeTableRow row = new NativeTableRow();
    row.add(new NativeTableCell(name));
    for (Money amount : amounts) {
      NativeTableCell cell = new NativeTableCell(wan(amount));
      cell.addClassName("number");
      row.add(cell);
    }
    return row;
  }

  private static Span wan(Money amount) {
    Span shown = new Span(Written.wan(amount));
    Hint.onText(shown.getElement(), Written.yuan(amount));
    return shown;
  }

  private ListItem line(FundingLine line) {
    ListItem item = new ListItem(new Span(getTranslation("money.line", Written.day(line.entry().decidedOn()), String.valueOf(line.entry().fiscalYear()),
        words.of(line.entry().kind()), words.of(line.entry().source()))), wan(line.entry().amount()));
    item.add(new Span(Stream.of(line.entry().document(), line.entry().note(), line.personName()).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "))));
    if (!line.origin().equals(line.project())) {
      item.add(badge(getTranslation("money.from-merged")));
    }
    if (!line.counts()) {
      item.addClassName("struck");
      item.add(new Span(getTranslation("money.struck", line.struckReason(), line.struckBy())));
    } else if (page.mayStrike(line)) {
      Button strike = new Button(getTranslation("money.strike"), _ -> strike(line));
      strike.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
      item.add(strike);
    }
    return item;
  }

  private void strike(FundingLine line) {
    TextArea reason = Choices.reason(ProjectRules.SHORTEST_REASON);
    new Asking(getTranslation("money.strike"), () -> {
      library.strike(id, line.id(), reason.getValue());
      return true;
    }, this::show).wide(reason).open();
  }

  // --- what it is

  private Section facts() {
    Project project = page.project();
    Section box = box("project.facts");
    box.add(fact("column.unit", page.departmentName() + " / " + page.unitName()), fact("column.responsible", page.responsible()),
        fact("column.category", words.of(project.category())), fact("column.attribute", words.of(project.attribute())),
        fact("column.project-type", words.of(project.type())),
        fact("project.period", project.starts().map(Written::day).orElse(Written.NONE) + " – " + project.ends().map(Written::day).orElse(Written.NONE)),
        fact("project.investment", Written.wan(project.totalInvestment())));
    if (project.confidential()) {
      box.add(said("warning", getTranslation("project.classified-text")));
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

  private Section codes() {
    Section box = box("project.codes");
    UnorderedList list = new UnorderedList();
    for (CodeExchange exchange : page.codes()) {
      list.add(new ListItem(getTranslation("project.code-line", Written.day(exchange.onDay()), exchange.oldCode(), exchange.newCode(), page.reason(exchange), exchange.personName())));
    }
    page.absorbed().forEach(other -> list.add(new ListItem(new Span(getTranslation("project.absorbed")), link(other))));
    box.add(list.getComponentCount() == 0 ? new Paragraph(Written.NONE) : list);
    return box;
  }

  private Section box(String heading) {
    Section box = new Section(new H2(getTranslation(heading)));
    box.addClassName("box");
    return box;
  }

  private Div fact(String name, String text) {
    Span label = new Span(getTranslation(name));
    label.addClassName("fact-name");
    Div line = new Div(label, new Span(text.isEmpty() ? Written.NONE : text));
    line.addClassName("fact");
    return line;
  }
}
