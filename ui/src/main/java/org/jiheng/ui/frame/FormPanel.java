package org.jiheng.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Desk;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.review.ShownForm;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.text.Written;

/** A form in its frame: status and deadline on top, actions, the official table, notes beside it. What the room adds is its face. */
public final class FormPanel<V extends ShownForm> extends Div {

  private static final long serialVersionUID = 1L;

  /** Findings in sight; the others are counted. */
  private static final int FINDINGS = 6;

  private final transient FormSource<V> source;
  private final transient FormFace<V> face;
  private final H1 title = new H1();
  private final Span status = new Span();
  private final Span deadline = new Span();
  private final Span saved = new Span();
  private final Actions actions = new Actions();
  private final Div tools = new Div();
  private final Div adjusts = new Div();
  private final Div findings = new Div();
  private final Div alarms = new Div();
  private final FormRoot root;
  private final NotesMargin margin;
  private transient OfficialTable<V> official;
  private transient V form;

  public FormPanel(FormSource<V> source, FormFace<V> face) {
    this.source = source;
    this.face = face;
    this.form = source.open();
    addClassNames("page", "form-page");
    root = new FormRoot(form.desk().id(), Scope.current().caller().id());
    margin = new NotesMargin(root::goTo, note -> change(() -> source.dropNote(note)), (note, words) -> change(() -> source.answer(note, words)));
    saved.addClassName("saved");
    saved.getElement().setAttribute("role", "status");
    status.addClassName("status");
    deadline.addClassName("deadline");
    adjusts.addClassName("adjusts");
    findings.addClassName("findings");
    alarms.addClassName("alarms");
    tools.addClassName("tools");
    Div head = new Div(title, status, deadline);
    head.addClassName("form-head");
    Div bar = new Div(actions, tools, saved);
    bar.addClassName("form-bar");
    Div body = new Div(root, margin);
    body.addClassName("form-body");
    add(head, bar);
    // it is the task's, and does not change by what is done here
    source.guide(form.desk().head()).ifPresent(guide -> add(new GuideBox(guide, file -> source.guideFile(guide, file), false)));
    add(adjusts, findings, alarms, body);
    root.onTyped(this::typed);
    root.onWanted("why", about -> face.explain(form, about));
    root.onWanted("suggest", cell -> face.suggest(form, cell, next -> {
      reload();
      root.goTo(next);
    }));
    root.onWanted("note", this::note);
    root.onWanted("add", this::addLine);
    root.onWanted("remove", row -> change(() -> source.removeLine(new CellKey(row.part(0)), UUID.fromString(row.part(1)))));
    root.onWanted("attach", this::attach);
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
  private void addLine(CellKey table) {
    List<UUID> added = new ArrayList<>();
    change(() -> added.addAll(source.addLines(table, List.of(Map.of())).lines()));
    added.forEach(line -> official.columnsOf(table).stream().filter(column -> !column.isEmpty()).map(column -> CellKey.of(table, line, column))
        .filter(cell -> form.cells().text(cell).isEmpty()).findFirst().ifPresent(root::goTo));
  }

  /** What a pasted block has below the last line becomes new lines. */
  private void pasted(CellKey table, int column, List<List<String>> lines) {
    change(() -> source.addLines(table, lines.stream().map(texts -> official.lineOf(table, column, texts)).toList()));
  }

  /** The caller's text instead of the other person's. */
  private void mine(CellKey cell) {
    String typed = form.desk().drafts().get(cell).typed();
    typed(List.of(new CellEdit(cell, form.cells().text(cell), typed)));
  }

  private void attach(CellKey place) {
    new AttachDialog(form.labels().getOrDefault(place, ""), file -> change(() -> source.attach(place, file))).open();
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
    title.setText(face.title(form));
    String state = getTranslation("state." + desk.state().name());
    status.setText(desk.state().holder().map(role -> getTranslation("form.status-at", state, getTranslation("role." + role.name())))
        .orElseGet(() -> getTranslation("form.status", state)));
    status.getElement().setAttribute("data-state", desk.state().name());
    form.deadline().ifPresent(due -> deadline.setText(due.daysLeft() < 0
        ? getTranslation("form.overdue", Written.day(due.due()), -due.daysLeft())
        : getTranslation("form.due", Written.day(due.due()), due.daysLeft())));
    actions.show(desk.offers(), desk.version(), this::chosen);
    tools();
    adjusts(desk);
    findings();
    alarms.removeAll();
    List<Component> remarks = face.remarks(form);
    alarms.setVisible(!remarks.isEmpty());
    alarms.add(remarks);
    if (official == null || !official.fits(form)) {
      official = face.table(form);
      root.draw(official.table());
    }
    official.show(form, source);
    margin.show(desk);
  }

  private void tools() {
    tools.removeAll();
    tools.add(face.tools(form, this::reload));
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

  /** What an adjustment is to take the place of stays in sight until it has. */
  private void adjusts(Desk desk) {
    Optional<UUID> underway = desk.adjusts().filter(_ -> desk.state().holder().isPresent());
    adjusts.removeAll();
    adjusts.setVisible(underway.isPresent());
    underway.ifPresent(approved -> {
      Button there = new Button(getTranslation("form.adjusted-one"), _ -> face.go(approved));
      there.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
      adjusts.add(new Span(getTranslation("form.adjusts")), there);
    });
  }

  /** What has to be mended before the form can be sent, each leading to its cell. */
  private void findings() {
    findings.removeAll();
    findings.setVisible(form.desk().writable() && form.problemCount() > 0);
    Words words = Words.in(getLocale());
    // of several at one place each is said: at a section there is no cell that would say the others
    List<Map.Entry<CellKey, Problem>> all = form.problems().entrySet().stream()
        .flatMap(place -> place.getValue().stream().map(problem -> Map.entry(place.getKey(), problem))).toList();
    all.stream().limit(FINDINGS).forEach(one -> {
      Button finding = new Button(form.labels().getOrDefault(one.getKey(), "") + ": " + words.say(one.getValue()), _ -> root.goTo(one.getKey()));
      finding.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
      findings.add(finding);
    });
    if (all.size() > FINDINGS) {
      findings.add(new Span(getTranslation("form.more-findings", all.size() - FINDINGS)));
    }
  }

  private void chosen(Move.Offer offer, UUID command) {
    Move move = offer.move();
    if (!move.needsComment()) {
      root.whenSettled(
          () -> change(() -> source.walk(move, order(command, Optional.empty(), ""))),
          () -> {
            Failures.say(getTranslation("form.not-settled"));
            actions.again();
          });
      return;
    }
    String action = getTranslation("move." + move.name());
    String text = getTranslation("move.text." + move.name());
    ReasonDialog dialog = move.needsReason()
        ? new ReasonDialog(action, text, (reason, comment) -> change(() -> source.walk(move, order(command, Optional.of(reason), comment))))
        : ReasonDialog.inWords(action, text, comment -> change(() -> face.go(source.adjust(order(command, Optional.empty(), comment)))));
    dialog.addOpenedChangeListener(_ -> actions.again());
    dialog.open();
  }

  private Order order(UUID command, Optional<ReturnReason> reason, String comment) {
    return new Order(command, form.desk().version(), reason, comment);
  }

  private void note(CellKey cell) {
    if (!form.desk().mayNote()) {
      return;
    }
    new ReasonDialog(getTranslation("note.write"), form.labels().getOrDefault(cell, ""),
        (reason, text) -> change(() -> source.note(cell, reason, text))).open();
  }
}
