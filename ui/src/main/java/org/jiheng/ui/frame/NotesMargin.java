package org.jiheng.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellNote;
import org.jiheng.app.review.Desk;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.text.Written;

/** The notes beside a form, numbered as they are marked in its cells. */
public final class NotesMargin extends Aside {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<CellKey> goTo;
  private final transient Consumer<UUID> drop;
  private final transient BiConsumer<UUID, String> answer;
  private final Map<UUID, TextArea> begun = new HashMap<>();
  private transient List<Object> drawn = List.of();

  public NotesMargin(Consumer<CellKey> goTo, Consumer<UUID> drop, BiConsumer<UUID, String> answer) {
    this.goTo = goTo;
    this.drop = drop;
    this.answer = answer;
    addClassName("notes");
    getElement().setAttribute("aria-label", getTranslation("notes"));
  }

  /** Answers begun and not given yet stay in their fields, whatever is redrawn around them. */
  public void show(Desk desk) {
    List<Object> shown = Arrays.asList(desk.state(), desk.mayNote(), desk.writable(),
        desk.notes().stream().map(note -> List.of(note.id(), note.state(), note.answer())).toList());
    if (shown.equals(drawn)) {
      return;
    }
    drawn = shown;
    removeAll();
    List<CellNote> notes = desk.notes();
    setVisible(!notes.isEmpty() || desk.mayNote());
    add(new H2(getTranslation("notes.count", notes.size())));
    if (notes.isEmpty()) {
      add(new Paragraph(getTranslation("notes.none")));
    }
    for (int i = 0; i < notes.size(); i++) {
      add(note(desk, notes.get(i), i + 1));
    }
  }

  private Component note(Desk desk, CellNote note, int number) {
    Div box = new Div();
    box.addClassNames("note", note.state().name().toLowerCase(java.util.Locale.ROOT));
    Button where = new Button(FormCell.circled(number) + " " + note.cellLabel(), _ -> goTo.accept(note.cell()));
    where.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    Paragraph text = new Paragraph(getTranslation("return-reason." + note.reason().name()) + " — " + note.text());
    Span by = new Span(note.personName() + " " + Written.minute(note.at()) + " · " + getTranslation("note." + note.state().name()));
    by.addClassName("by");
    box.add(where, text, by);
    if (!note.answer().isEmpty()) {
      box.add(new Paragraph(getTranslation("note.answer", note.answer())));
    }
    if (note.state() == CellNote.State.DRAFT && note.by(Scope.current().caller())) {
      box.add(new Button(getTranslation("note.drop"), _ -> drop.accept(note.id())));
    }
    if (note.state() == CellNote.State.OPEN && desk.state().editable() && desk.writable()) {
      TextArea words = begun.computeIfAbsent(note.id(), _ -> new TextArea());
      words.setAriaLabel(getTranslation("note.answer-label"));
      words.setPlaceholder(getTranslation("note.answer-label"));
      Button give = new Button(getTranslation("note.give-answer"), _ -> answer.accept(note.id(), words.getValue()));
      box.add(words, give);
    }
    return box;
  }
}
