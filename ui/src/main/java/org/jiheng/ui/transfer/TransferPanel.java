package org.jiheng.ui.transfer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.transfer.FundDecisions;
import org.jiheng.app.transfer.FundDocument;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundExemption;
import org.jiheng.app.transfer.FundFiles;
import org.jiheng.app.transfer.FundPage;
import org.jiheng.app.transfer.FundState;
import org.jiheng.app.transfer.FundTask;
import org.jiheng.app.transfer.Verdict;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.FormRoot;
import org.jiheng.ui.frame.Why;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** A fund document: where it stands and until when, what may be done and why not, its goals and parts, what happened to it. */
final class TransferPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final UUID id;
  private final transient FundDocuments documents;
  private final transient FundDecisions decisions;
  private final transient FundFiles files;
  private final Div top = new Div();
  private final Div bottom = new Div();
  private final Span saved = new Span();
  private final FormRoot root;
  private transient FundPage page;
  private transient FundTables tables;

  TransferPanel(UUID id, FundDocuments documents, FundDecisions decisions, FundFiles files) {
    this.id = id;
    this.documents = documents;
    this.decisions = decisions;
    this.files = files;
    addClassNames("page", "form-page", "fund");
    saved.addClassName("saved");
    saved.getElement().setAttribute("role", "status");
    page = documents.open(id);
    root = new FormRoot(id, Scope.current().caller().id());
    root.onTyped(this::typed);
    root.onWanted("why", this::why);
    root.onWanted("add", _ -> change(() -> documents.addIndicator(id)));
    root.onWanted("remove", this::remove);
    add(top, page.reconciliation().isPresent() ? root : new SentParts(page), bottom);
    show();
  }

  int fiscalYear() {
    return page.document().head().fiscalYear();
  }

  private void reload() {
    page = documents.open(id);
    show();
  }

  private void show() {
    top.removeAll();
    top.add(head(), bar(), facts());
    notices().forEach(top::add);
    if (page.reconciliation().isPresent()) {
      if (tables == null || !tables.fits(page)) {
        tables = new FundTables(page);
        root.draw(tables.element());
      }
      tables.show(page);
    }
    bottom.removeAll();
    if (page.reconciliation().isPresent()) {
      bottom.add(new FundAttachments(id, files, page.writable(), this::reload));
    }
    if (!page.steps().isEmpty()) {
      bottom.add(new FundHistory(page.steps()));
    }
  }

  // --- the head

  private Component head() {
    FundDocument document = page.document();
    H1 title = new H1(document.head().number() + " " + document.head().name());
    Span status = new Span("● " + getTranslation("fund-state." + document.state().name()));
    status.addClassName("status");
    status.getElement().setAttribute("data-state", document.state().name());
    Span deadline = new Span(document.firstSentOn().map(first -> sent(document, first))
        .orElseGet(() -> document.state() == FundState.WITHDRAWN ? "" : due(document)));
    deadline.addClassName("deadline");
    Div head = new Div(title, status, deadline);
    head.addClassName("form-head");
    return head;
  }

  private String sent(FundDocument document, LocalDate first) {
    return getTranslation("fund.sent-on", Written.day(first), Written.day(document.dueOn()))
        + document.sentOn().filter(last -> document.revision() > 1).map(last -> getTranslation("fund.sent-again", Written.day(last))).orElse("");
  }

  private String due(FundDocument document) {
    long left = ChronoUnit.DAYS.between(page.today(), document.dueOn());
    return left < 0 ? getTranslation("form.overdue", Written.day(document.dueOn()), -left) : getTranslation("form.due", Written.day(document.dueOn()), left);
  }

  private Component facts() {
    var head = page.document().head();
    Div facts = new Div();
    facts.addClassName("fund-facts");
    if (page.reconciliation().isPresent()) {
      facts.add(fact("fund.head.fund-from", head.upperName()), fact("fund.head.fund-level", getTranslation("fund-level." + head.level().name())),
          fact("fund.head.fund-kind", getTranslation("fund-kind." + head.kind().name())), fact("fund.head.fund-amount", Written.wan(head.amount())),
          fact("fund.head.received-on", Written.day(head.receivedOn())));
    }
    return facts;
  }

  private Span fact(String name, String text) {
    return new Span(getTranslation("fund.fact", getTranslation(name), text));
  }

  /** What whoever opens it has to know first. */
  private List<Paragraph> notices() {
    FundDocument document = page.document();
    List<Optional<Paragraph>> notices = List.of(
        notice(document.state() == FundState.WITHDRAWN, "fund.withdrawn", document.withdrawnReason()),
        page.tasks().stream().filter(task -> task.kind() == FundTask.Kind.TAKE_BACK && task.doneOn().isEmpty()).findFirst()
            .flatMap(task -> notice(true, "fund.to-take-back", task.due().map(Written::day).orElse(Written.NONE))),
        notice(document.state().open() && document.head().amount().isZero() && page.reconciliation().isPresent(), "fund.set-to-nothing"),
        notice(document.state() == FundState.DRAFT && !document.adjustReason().isEmpty(), "fund.changed-above", document.adjustReason()),
        page.tasks().stream().filter(task -> task.kind() == FundTask.Kind.ADJUST && task.doneOn().isEmpty()).flatMap(task -> task.due().stream()).sorted().findFirst()
            .flatMap(day -> notice(true, "fund.adjust-by", Written.day(day))),
        notice(document.state() == FundState.ADJUSTING, page.reconciliation().isPresent() ? "fund.adjusting" : "fund.adjusting-above", document.adjustReason()),
        page.exemption().flatMap(one -> notice(true, "fund.exempted", getTranslation("exemption-kind." + one.kind().name()), one.approver(), one.reason(), owed(one))));
    return notices.stream().flatMap(Optional::stream).toList();
  }

  private String owed(FundExemption exemption) {
    return exemption.goalsOn().map(day -> getTranslation("fund.goals-followed", Written.day(day)))
        .or(() -> exemption.goalsDue().map(day -> getTranslation("fund.goals-due", Written.day(day))))
        .orElseGet(() -> getTranslation("fund.goals-undetermined"));
  }

  private Optional<Paragraph> notice(boolean applies, String text, Object... values) {
    Paragraph notice = new Paragraph(getTranslation(text, values));
    notice.addClassName("fund-notice");
    notice.getElement().setAttribute("role", "status");
    return applies ? Optional.of(notice) : Optional.empty();
  }

  // --- what may be done

  private Component bar() {
    Div bar = new Div(new FundMoves(page, decisions, () -> page.document().version(), this::reload).after(root, this::show), tools(), saved);
    bar.addClassName("form-bar");
    return bar;
  }

  private Component tools() {
    Div tools = new Div();
    tools.addClassName("tools");
    if (page.reconciliation().isPresent() && page.document().sentOn().isPresent()) {
      Anchor execution = new Anchor(Year.in("/transfers/execution/" + id, fiscalYear()), getTranslation("fund.execution-of"));
      execution.setId("execution");
      tools.add(execution);
    }
    if (page.writable()) {
      if (page.document().upperDocument().isEmpty()) {
        tools.add(tool("revise-fund", "fund.revise", () -> new HeadDialog(fiscalYear(), page.today(), Optional.of(page.document().head()),
            head -> {
              documents.revise(id, head);
              reload();
            }).open()));
      }
      tools.add(tool("add-part", "fund.add-part", () ->
          new PartDialog(documents.possibleParts(id), parts -> documents.addParts(id, parts), this::reload).open()));
    }
    return tools;
  }

  private Button tool(String name, String text, Runnable act) {
    Button button = new Button(getTranslation(text), _ -> act.run());
    button.setId(name);
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    return button;
  }

  private void change(Runnable command) {
    try {
      command.run();
    } catch (RefusedException refused) {
      Failures.refused(refused);
    }
    reload();
  }

  // --- typing

  private void typed(List<CellEdit> edits) {
    List<EditOutcome> outcomes = documents.write(id, edits);
    Map<CellKey, String> typed = new HashMap<>();
    edits.forEach(edit -> typed.put(edit.cell(), edit.typed()));
    for (EditOutcome outcome : outcomes) {
      root.confirmed(outcome.cell(), typed.get(outcome.cell()));
      if (outcome instanceof EditOutcome.Locked locked) {
        Failures.say(getTranslation("form.not-taken", Failures.sentence(locked.refusal()), typed.get(locked.cell())));
      }
    }
    reload();
    saved.setText(getTranslation("form.saved", Written.time(page.document().changedAt())));
  }

  private void remove(CellKey cell) {
    UUID what = UUID.fromString(cell.part(1));
    change(() -> {
      if (cell.part(0).equals("line")) {
        documents.removePart(id, what);
      } else {
        documents.removeIndicator(id, what);
      }
    });
  }

  private void why(CellKey about) {
    page.reconciliation().ifPresent(found -> {
      if (about.part(0).equals("money")) {
        Why.show(getTranslation("fund.part-amount"), said(found.money(), PartTable.ofMoney(found.moneyVerdict())),
            Optional.empty(), Optional.empty());
      } else {
        found.line(UUID.fromString(about.part(1))).ifPresent(line ->
            Why.show(line.goal().name(), said(line.found(), line.verdict().name()), Optional.empty(), Optional.empty()));
      }
    });
  }

  /** The verdict by its word. */
  private Reasoned<String> said(Reasoned<Verdict> found, String verdict) {
    return new Reasoned<>(Optional.of(getTranslation("fund-verdict." + verdict)), found.reasons());
  }
}
