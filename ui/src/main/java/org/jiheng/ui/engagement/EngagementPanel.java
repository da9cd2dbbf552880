package org.jiheng.ui.engagement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.CreditCode;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.engagement.EngagedPerson;
import org.jiheng.app.engagement.EngagementAccess;
import org.jiheng.app.engagement.EngagementMove;
import org.jiheng.app.engagement.EngagementPage;
import org.jiheng.app.engagement.EngagementReport;
import org.jiheng.app.engagement.EngagementStep;
import org.jiheng.app.engagement.Engagements;
import org.jiheng.app.engagement.Extension;
import org.jiheng.app.engagement.Verdict;
import org.jiheng.app.project.ProjectParty;
import org.jiheng.app.review.RefusedException;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.AttachmentField;
import org.jiheng.ui.frame.DayField;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.Why;
import org.jiheng.ui.text.Written;

/** An engagement: what the contract says, where it stands, what may be done and why not, what was handed in, who looked at what. */
final class EngagementPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final UUID id;
  private final transient Engagements engagements;
  private final transient TermsChoices choices;
  private final int year;
  private transient EngagementPage page;

  EngagementPanel(UUID id, Engagements engagements, TermsChoices choices, int year) {
    this.id = id;
    this.engagements = engagements;
    this.choices = choices;
    this.year = year;
    addClassNames("page", "engagement");
    show();
  }

  private void show() {
    page = engagements.open(id);
    removeAll();
    H1 title = new H1(getTranslation("engagement.heading", page.engagement().contractNumber(), getTranslation("engagement-kind." + page.engagement().kind().name())));
    Span status = new Span("● " + getTranslation("engagement-state." + page.state().name()));
    status.addClassName("status");
    status.getElement().setAttribute("data-state", page.state().name());
    Span window = new Span(getTranslation("engagement.window", Written.day(page.engagement().opens()), Written.day(page.engagement().closes())));
    window.addClassName("deadline");
    Div head = new Div(title, status, window);
    head.addClassName("form-head");
    Div columns = new Div(left(), right());
    columns.addClassName("engagement-columns");
    add(head, actions());
    if (page.admissionDue()) {
      Paragraph due = new Paragraph(getTranslation("engagement.admission-due"));
      due.addClassName("warning");
      due.getElement().setAttribute("role", "status");
      add(due);
    }
    add(columns);
  }

  private Div left() {
    Div left = new Div(contract(), projects(), reports());
    left.addClassName("home-main");
    if (office()) {
      left.add(accesses());
    }
    return left;
  }

  private Div right() {
    Div right = new Div(declaration());
    right.addClassName("home-main");
    if (office()) {
      right.add(check(), steps());
    }
    return right;
  }

  /** The client's side of the page; the others came in by the engagement. */
  private boolean office() {
    return page.mayWriteParties();
  }

  // --- what may be done

  private Component actions() {
    Div actions = new Div();
    actions.addClassName("actions");
    Div bar = new Div(actions);
    bar.addClassName("form-bar");
    bar.setVisible(!page.offers().isEmpty());
    EngagementMove next = next();
    for (EngagementMove.Offer offer : page.offers()) {
      String name = getTranslation("engagement-move." + offer.move().name());
      Button button = new Button(name, _ -> walk(offer.move()));
      button.setId("move-" + offer.move().name().toLowerCase(java.util.Locale.ROOT));
      button.setEnabled(offer.allowed());
      if (offer.move() == next) {
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      }
      actions.add(button);
      if (!offer.allowed()) {
        Span why = new Span(getTranslation("move.refused", name, offer.refusals().stream().map(Failures::sentence).collect(Collectors.joining(" "))));
        why.addClassName("refusal");
        actions.add(why);
      }
    }
    return bar;
  }

  /** What leads on from where it stands. */
  private EngagementMove next() {
    return switch (page.state()) {
      case DRAFTED -> EngagementMove.DECLARE;
      case DECLARED -> EngagementMove.CHECK;
      case CLEARED -> EngagementMove.OPEN;
      case OPEN -> EngagementMove.ACCEPT;
      case AWAITING, CLOSED -> null;
    };
  }

  private void walk(EngagementMove move) {
    int seen = page.engagement().version();
    switch (move) {
      case REVISE -> new TermsDialog(choices, year, page.today(), Optional.of(page), terms -> {
        engagements.revise(id, seen, terms);
        return true;
      }, this::show).open();
      case DECLARE -> declare(seen);
      case CHECK -> change(() -> engagements.check(id, seen));
      case OPEN -> change(() -> engagements.grant(id, seen));
      case EXTEND -> extend(seen);
      case ACCEPT -> change(() -> engagements.accept(id, seen));
      case END -> {
        TextArea reason = reason();
        new Asking(getTranslation("engagement-move.END"), () -> {
          engagements.end(id, seen, reason.getValue());
          return true;
        }, this::show).wide(new Paragraph(getTranslation("engagement.end-text"))).wide(reason).open();
      }
    }
  }

  private void change(Runnable command) {
    try {
      command.run();
    } catch (RefusedException refused) {
      Failures.refused(refused);
    }
    show();
  }

  private TextArea reason() {
    TextArea reason = new TextArea(getTranslation("reason.comment", EngagementMove.SHORTEST_REASON));
    reason.setId("comment");
    reason.setMaxLength(900);
    return reason;
  }

  private void declare(int seen) {
    AttachmentField file = new AttachmentField();
    new Asking(getTranslation("engagement-move.DECLARE"), () -> {
      Optional<Problem> problem = engagements.declare(id, seen, file.name().orElse(""), file.content());
      problem.ifPresent(one -> file.say(Words.in(getLocale()).say(one)));
      return problem.isEmpty();
    }, this::show).wide(new Paragraph(getTranslation("engagement.declare-text"))).wide(file).open();
  }

  private void extend(int seen) {
    DayField last = new DayField("closes", getTranslation("engagement.closes"), page.engagement().closes());
    DayField reports = new DayField("report-until", getTranslation("engagement.report-until"), page.engagement().reportUntil());
    TextArea reason = reason();
    new Asking(getTranslation("engagement-move.EXTEND"), () -> {
      if (last.getValue() == null || reports.getValue() == null) {
        return false;
      }
      engagements.extend(id, seen, new Extension(last.getValue(), reports.getValue(), reason.getValue()));
      return true;
    }, this::show).wide(new Paragraph(getTranslation("engagement.extend-text", Written.day(page.engagement().latestPossible())))).with(last, reports).wide(reason).open();
  }

  // --- what the contract says

  private Section contract() {
    var engagement = page.engagement();
    Section box = box("engagement.contract-box");
    box.add(fact("engagement.procurement", engagement.procurementNumber()), fact("engagement.client", engagement.client()));
    if (engagement.firm().isPresent()) {
      box.add(fact("engagement.firm", engagement.firmName() + " " + engagement.firmCode()), fact("engagement.lead", engagement.leadName()));
    }
    box.add(fact("engagement.people", page.people().stream().map(EngagedPerson::name).collect(Collectors.joining("、"))),
        fact("engagement.read-window", Written.day(engagement.opens()) + " – " + Written.day(engagement.closes())),
        fact("engagement.report-window", Written.day(engagement.reportFrom()) + " – " + Written.day(engagement.reportUntil())),
        fact("engagement.acceptance", Written.day(engagement.acceptance())));
    return box;
  }

  private Div fact(String name, String text) {
    Span label = new Span(getTranslation(name));
    label.addClassName("fact-name");
    Div line = new Div(label, new Span(text.isEmpty() ? Written.NONE : text));
    line.addClassName("fact");
    return line;
  }

  private Section projects() {
    Section box = box("engagement.projects");
    UnorderedList list = new UnorderedList();
    list.addClassName("projects");
    for (EngagementPage.OfProject project : page.projects()) {
      Anchor name = new Anchor("/self-evaluations?q=" + project.code(), project.name());
      Span unit = new Span(project.unitName());
      unit.addClassName("unit");
      ListItem item = new ListItem(name, unit);
      for (ProjectParty party : project.parties()) {
        Span line = new Span(getTranslation("engagement.party-line", getTranslation("party." + party.part().name()), party.name(), party.code().text(),
            Written.day(party.since()), party.until().map(Written::day).orElse("")));
        line.addClassName("party");
        item.add(line);
      }
      if (office()) {
        Button add = new Button(getTranslation("engagement.add-party"), _ -> addParty(project));
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        add.addClassName("add-party");
        item.add(add);
      }
      list.add(item);
    }
    box.add(list);
    return box;
  }

  private void addParty(EngagementPage.OfProject project) {
    TextField code = new TextField(getTranslation("firm.code"));
    code.setId("party-code");
    TextField name = new TextField(getTranslation("firm.name"));
    name.setId("party-name");
    name.setMaxLength(120);
    Select<ProjectParty.Part> part = new Select<>();
    part.setId("party-part");
    part.setLabel(getTranslation("engagement.part"));
    part.setItems(ProjectParty.Part.values());
    part.setItemLabelGenerator(one -> getTranslation("party." + one.name()));
    part.setValue(ProjectParty.Part.SUPPLIER);
    DayField since = new DayField("party-since", getTranslation("engagement.since"), page.today());
    DayField until = new DayField("party-until", getTranslation("engagement.until"));
    new Asking(getTranslation("engagement.add-party"), () -> {
      Parsed<CreditCode> read = CreditCode.parse(code.getValue());
      code.setInvalid(read.problem().isPresent());
      code.setErrorMessage(read.problem().map(Words.in(getLocale())::say).orElse(""));
      if (read.value().isEmpty() || since.getValue() == null) {
        return false;
      }
      engagements.party(id, project.id(), read.value().get(), name.getValue(), part.getValue(), since.getValue(), Optional.ofNullable(until.getValue()));
      return true;
    }, this::show).wide(new Paragraph(project.name())).with(code, name, part, since, until).open();
  }

  private Section declaration() {
    Section box = box("engagement.declaration");
    Optional<Attachments.Head> file = page.engagement().declaration().map(page.files()::get);
    if (file.isEmpty()) {
      box.add(new Paragraph(getTranslation("engagement.undeclared")));
      return box;
    }
    box.add(new Div(link(file.get()), new Span(" " + getTranslation("engagement.declared-on", page.engagement().declaredOn().map(Written::day).orElse("")))));
    return box;
  }

  private Anchor link(Attachments.Head file) {
    Anchor link = AttachmentField.link(file.fileName(), () -> engagements.file(id, file.id()));
    link.setTitle("SHA-256 " + file.sha256());
    return link;
  }

  private Section check() {
    Section box = box("engagement.check");
    Optional<Reasoned<Verdict>> check = page.engagement().check();
    if (check.isEmpty()) {
      box.add(new Paragraph(getTranslation("engagement.unchecked")));
      return box;
    }
    Words words = Words.in(getLocale());
    String said = getTranslation("verdict." + check.get().value().orElseThrow().name());
    Span verdict = new Span(said);
    verdict.addClassName("verdict");
    verdict.setClassName("red", check.get().value().orElseThrow() == Verdict.BLOCKED);
    Button why = new Button("ⓘ", _ -> Why.show(getTranslation("engagement.check"), new Reasoned<>(Optional.of(said), check.get().reasons()),
        Optional.empty(), Optional.empty()));
    why.setId("why-check");
    why.setAriaLabel(getTranslation("engagement.why"));
    why.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    UnorderedList reasons = new UnorderedList();
    check.get().reasons().forEach(reason -> reasons.add(new ListItem(words.say(reason))));
    box.add(new Div(verdict, why, new Span(page.engagement().checkedOn().map(Written::day).orElse(""))), reasons);
    return box;
  }

  private Section steps() {
    Section box = box("engagement.steps");
    OrderedList list = new OrderedList();
    for (EngagementStep step : page.steps()) {
      list.add(new ListItem(Written.minute(step.at()) + " " + step.personName() + " " + getTranslation("engagement-move." + step.move().name())
          + (step.comment().isEmpty() || step.move() == EngagementMove.CHECK ? "" : " — " + step.comment())));
    }
    box.add(list);
    return box;
  }

  // --- reports and looks

  private Section reports() {
    Section box = box("engagement.reports");
    if (!office()) {
      if (page.reportRefusal().isEmpty()) {
        Button write = new Button(getTranslation("engagement.hand-in"), _ -> handIn());
        write.setId("hand-in");
        write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        box.add(write);
      } else {
        box.add(new Paragraph(Failures.sentence(page.reportRefusal().get())));
      }
    }
    if (page.reports().isEmpty()) {
      box.add(new Paragraph(getTranslation("engagement.no-reports")));
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("reports");
    for (EngagementReport report : page.reports()) {
      Span when = new Span(Written.minute(report.at()) + " " + report.personName());
      when.addClassName("since");
      Span title = new Span(getTranslation("report-kind." + report.kind().name()) + " · " + report.title());
      title.addClassName("title");
      ListItem item = new ListItem(title, when);
      report.attachment().map(page.files()::get).ifPresent(file -> item.add(link(file)));
      if (!report.text().isEmpty()) {
        item.add(new Paragraph(report.text()));
      }
      list.add(item);
    }
    box.add(list);
    return box;
  }

  private void handIn() {
    Select<EngagementReport.Kind> kind = new Select<>();
    kind.setId("report-kind");
    kind.setLabel(getTranslation("column.kind"));
    kind.setItems(EngagementReport.Kind.values());
    kind.setItemLabelGenerator(one -> getTranslation("report-kind." + one.name()));
    kind.setValue(EngagementReport.Kind.WORK_PLAN);
    TextField title = new TextField(getTranslation("report.title"));
    title.setId("report-title");
    title.setMaxLength(200);
    TextArea text = new TextArea(getTranslation("report.text"));
    text.setId("report-text");
    text.setMaxLength(4000);
    text.setMinRows(4);
    AttachmentField file = new AttachmentField();
    new Asking(getTranslation("engagement.hand-in"), () -> {
      Optional<Problem> problem = engagements.report(id, kind.getValue(), title.getValue(), text.getValue(), file.name(), file.content());
      problem.ifPresent(one -> file.say(Words.in(getLocale()).say(one)));
      return problem.isEmpty();
    }, this::show).with(kind, title).wide(text).wide(file).open();
  }

  private Section accesses() {
    Section box = box("engagement.accesses");
    if (page.accesses().isEmpty()) {
      box.add(new Paragraph(getTranslation("engagement.no-accesses")));
      return box;
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("accesses");
    page.accesses().forEach(access -> list.add(new ListItem(Written.minute(access.at()) + " " + access.personName() + " "
        + getTranslation("access." + kind(access.subject())) + " " + access.title())));
    box.add(list);
    return box;
  }

  /** What was looked at: the first word of its lasting name; every kind of form is a form. */
  private static String kind(String subject) {
    String kind = subject.contains("/") ? subject.substring(0, subject.indexOf('/')) : subject;
    return List.of("ATTACHMENT", "ENGAGEMENT", "LIST", EngagementAccess.TAKEN).contains(kind) ? kind : "FORM";
  }

  private Section box(String heading) {
    Section box = new Section(new H2(getTranslation(heading)));
    box.addClassName("box");
    return box;
  }
}
