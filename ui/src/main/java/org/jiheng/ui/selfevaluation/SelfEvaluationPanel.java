package org.jiheng.ui.selfevaluation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Desk;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.scoring.SelfEvaluationScoring.Comparison;
import org.jiheng.app.scoring.SelfEvaluationScoring.ScoredRow;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.IndicatorRow;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.frame.Actions;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.FormRoot;
import org.jiheng.ui.frame.History;
import org.jiheng.ui.frame.NotesMargin;
import org.jiheng.ui.frame.ReasonDialog;
import org.jiheng.ui.frame.Why;
import org.jiheng.ui.text.Written;

/** A self-evaluation in the frame of a form: status and deadline on top, actions, the official table, notes beside it. */
public final class SelfEvaluationPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final transient FormSource source;
  private final H1 title = new H1();
  private final Span status = new Span();
  private final Span deadline = new Span();
  private final Span saved = new Span();
  private final Actions actions = new Actions();
  private final Div tools = new Div();
  private final Div findings = new Div();
  private final Div alarms = new Div();
  private final FormRoot root;
  private final NotesMargin margin;
  private transient OfficialForm official;
  private transient SelfEvaluationForm form;

  public SelfEvaluationPanel(FormSource source) {
    this.source = source;
    this.form = source.open();
    addClassNames("page", "form-page");
    root = new FormRoot(form.desk().id(), Scope.current().caller().id());
    margin = new NotesMargin(root::goTo, note -> change(() -> source.dropNote(note)), (note, words) -> change(() -> source.answer(note, words)));
    saved.addClassName("saved");
    saved.getElement().setAttribute("role", "status");
    status.addClassName("status");
    deadline.addClassName("deadline");
    findings.addClassName("findings");
    alarms.addClassName("alarms");
    tools.addClassName("tools");
    Div head = new Div(title, status, deadline);
    head.addClassName("form-head");
    Div bar = new Div(actions, tools, saved);
    bar.addClassName("form-bar");
    Div body = new Div(root, margin);
    body.addClassName("form-body");
    add(head, bar, findings, alarms, body);
    root.onTyped(this::typed);
    root.onWanted("why", this::why);
    root.onWanted("note", this::note);
    root.onWanted("add", _ -> addLine());
    root.onWanted("remove", cell -> change(() -> source.removeLine(UUID.fromString(cell.part(1)))));
    root.onLinesPasted(this::pasted);
    root.onWanted("mine", this::mine);
    root.onWanted("theirs", cell -> change(() -> source.dropDraft(cell)));
    show();
  }

  /** Of the form that is shown. */
  public int fiscalYear() {
    return form.desk().head().fiscalYear();
  }

  private void typed(List<CellEdit> edits) {
    List<EditOutcome> outcomes = source.write(edits);
    Map<CellKey, String> typed = new HashMap<>();
    edits.forEach(edit -> typed.put(edit.cell(), edit.typed()));
    for (EditOutcome outcome : outcomes) {
      root.confirmed(outcome.cell(), typed.get(outcome.cell()));
      switch (outcome) {
        case EditOutcome.Locked locked -> Failures.say(getTranslation("form.not-taken", Failures.sentence(locked.refusal()), typed.get(locked.cell())));
        case EditOutcome.Saved _, EditOutcome.Unreadable _, EditOutcome.Overtaken _ -> { }
      }
    }
    reload();
    saved.setText(getTranslation(outcomes.stream().allMatch(EditOutcome.Saved.class::isInstance) ? "form.saved" : "form.kept",
        Written.time(form.desk().changedAt())));
  }

  /** The person goes on in the new line, in the first cell nothing stands in yet. */
  private void addLine() {
    List<UUID> added = new ArrayList<>();
    change(() -> added.addAll(source.addLines(List.of(Map.of())).lines()));
    added.forEach(line -> OfficialForm.LINE.stream().map(column -> FormCells.indicator(line, column))
        .filter(cell -> form.cells().text(cell).isEmpty()).findFirst().ifPresent(root::goTo));
  }

  /** What a pasted block has below the last line becomes new lines. */
  private void pasted(int column, List<List<String>> lines) {
    change(() -> source.addLines(lines.stream().map(texts -> line(column, texts)).toList()));
  }

  private static Map<IndicatorRow.Column, String> line(int column, List<String> texts) {
    Map<IndicatorRow.Column, String> line = new EnumMap<>(IndicatorRow.Column.class);
    for (int i = 0; i < texts.size() && column + i < OfficialForm.LINE.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        line.put(OfficialForm.LINE.get(column + i), texts.get(i));
      }
    }
    return line;
  }

  /** The caller's text instead of the other person's. */
  private void mine(CellKey cell) {
    String typed = form.desk().drafts().get(cell).typed();
    typed(List.of(new CellEdit(cell, form.cells().text(cell), typed)));
  }

  private void change(Runnable command) {
    try {
      command.run();
    } catch (RefusedException refused) {
      Failures.refused(refused);
    }
    reload();
  }

  private void reload() {
    form = source.open();
    show();
  }

  private void show() {
    Desk desk = form.desk();
    title.setText(form.projectName());
    String state = getTranslation("state." + desk.state().name());
    status.setText(desk.state().holder().map(role -> getTranslation("form.status-at", state, getTranslation("role." + role.name())))
        .orElseGet(() -> getTranslation("form.status", state)));
    status.getElement().setAttribute("data-state", desk.state().name());
    form.deadline().ifPresent(due -> deadline.setText(due.daysLeft() < 0
        ? getTranslation("form.overdue", Written.day(due.due()), -due.daysLeft())
        : getTranslation("form.due", Written.day(due.due()), due.daysLeft())));
    actions.show(desk.offers(), desk.version(), this::chosen);
    tools();
    findings();
    alarms();
    if (official == null || !official.fits(form)) {
      official = new OfficialForm(form);
      root.draw(official.table());
    }
    official.show(form);
    margin.show(desk);
  }

  private void tools() {
    tools.removeAll();
    if (form.desk().writable() && source.exchanges()) {
      Button take = new Button(getTranslation("form.import"), _ -> new ImportDialog(source, this::reload).open());
      take.setId("import");
      tools.add(take);
    }
    if (source.exchanges()) {
      tools.add(source.templateLink(getTranslation("form.template"), form));
    }
    Button history = new Button(getTranslation("form.history"), _ -> new History(form.desk(), source::compare).open());
    history.setId("history");
    Button changes = new Button(getTranslation("form.changes", form.desk().changes().size()),
        _ -> root.getElement().executeJs("this.classList.toggle('without-changes')"));
    changes.setVisible(!form.desk().changes().isEmpty());
    for (Button button : List.of(changes, history)) {
      button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
      tools.add(button);
    }
  }

  /** What has to be mended before the form can be sent, each leading to its cell. */
  private void findings() {
    findings.removeAll();
    findings.setVisible(form.desk().writable() && form.problemCount() > 0);
    Words words = Words.in(getLocale());
    for (Map.Entry<CellKey, List<Problem>> place : form.problems().entrySet()) {
      if (findings.getComponentCount() >= 6) {
        findings.add(new Span(getTranslation("form.more-findings", form.problems().size() - 6)));
        break;
      }
      String label = form.labels().getOrDefault(place.getKey(), words.say("cell.indicator"));
      Button finding = new Button(label + ": " + words.say(place.getValue().getFirst()), _ -> root.goTo(place.getKey()));
      finding.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
      findings.add(finding);
    }
  }

  private void alarms() {
    alarms.removeAll();
    List<Reason> raised = form.result().alarms();
    alarms.setVisible(!raised.isEmpty());
    Words words = Words.in(getLocale());
    raised.forEach(alarm -> {
      boolean red = alarm.rule().equals("alarm.red");
      Span line = new Span((red ? "■ " : "▲ ") + getTranslation(alarm.rule()) + " " + words.say(alarm));
      line.addClassName(red ? "red" : "yellow");
      alarms.add(line);
    });
  }

  private void chosen(Move.Offer offer, UUID command) {
    if (!offer.move().needsReason()) {
      root.whenSettled(
          () -> change(() -> source.walk(offer.move(), command, form.desk().version(), Optional.empty(), "")),
          () -> {
            Failures.say(getTranslation("form.not-settled"));
            actions.again();
          });
      return;
    }
    ReasonDialog dialog = new ReasonDialog(getTranslation("move." + offer.move().name()), getTranslation("move.text." + offer.move().name()),
        (reason, comment) -> change(() -> source.walk(offer.move(), command, form.desk().version(), Optional.of(reason), comment)));
    dialog.addOpenedChangeListener(_ -> actions.again());
    dialog.open();
  }

  private void note(CellKey cell) {
    if (!form.desk().mayNote()) {
      return;
    }
    new ReasonDialog(getTranslation("note.write"), form.labels().getOrDefault(cell, Words.in(getLocale()).say("cell.indicator")),
        (reason, text) -> change(() -> source.note(cell, reason, text))).open();
  }

  private void why(CellKey about) {
    var result = form.result();
    switch (about.part(0)) {
      case "execution" -> Why.show(Words.in(getLocale()).say("form.execution"), result.execution(),
          text(FormCells.EXECUTION_REPORTED), comparison(result.executionComparison()));
      case "total" -> Why.show(Words.in(getLocale()).say("cell.total"), result.total(),
          text(FormCells.TOTAL_REPORTED), comparison(result.totalComparison()));
      case "grade" -> result.grade().ifPresent(grade -> Why.show(getTranslation("form.grade"), grade, Optional.empty(), Optional.empty()));
      default -> {
        ScoredRow row = result.row(about.part(1));
        Why.show(form.cells().text(CellKey.of("indicator", about.part(1), "level3")), row.computed(),
            row.reported().map(Object::toString), comparison(row.comparison()));
      }
    }
  }

  private Optional<String> text(CellKey cell) {
    return Optional.of(form.cells().text(cell)).filter(text -> !text.isEmpty());
  }

  private Optional<String> comparison(Comparison comparison) {
    return Optional.of(getTranslation("comparison." + comparison.name()));
  }
}
