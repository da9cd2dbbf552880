package org.jiheng.ui.frame;

import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.review.CellKey;

/**
 * One cell of a form on the screen: its text or its field, the sentence when something is wrong with it, the marks of its
 * notes, what stood there before. The element stays the same while the form changes around it, so that typing is not
 * disturbed.
 */
public final class FormCell {

  /**
   * What a cell shows.
   *
   * @param text as people read or type it
   * @param seen the form's own text, given back with an edit
   * @param exact the exact value, shown on hover and focus; empty for none
   * @param locked why it may not be written; empty if it may
   * @param problems sentences of what is wrong, to be shown at the cell
   * @param pressing whether the problems come from what was just typed rather than from what is still missing
   * @param before what stood here before, when it was another text
   * @param notes numbers of the notes in the margin
   * @param returned whether a note of the last return or rejection waits here
   * @param overtaken somebody else's text, when theirs and the caller's stand against each other
   */
  public record State(
      String text, String seen, String exact, Optional<String> locked, List<String> problems, boolean pressing,
      Optional<String> before, List<Integer> notes, boolean returned, Optional<String> overtaken) {}

  /** Words the cell needs itself. */
  public record Labels(String name, String before, String mine, String theirs, String note) {}

  private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

  private final Element cell;
  private final CellKey key;
  private final Labels labels;
  private final boolean notable;
  private final Element message = new Element("div");
  private final Element marks = new Element("span");
  private final Element unseen = new Element("span");
  private final Element was = new Element("div");
  private final Map<String, String> choices;
  private Element field;
  private boolean writable;

  /**
   * @param cell the table cell it stands in
   * @param notable whether the caller may write a note here
   */
  public FormCell(Element cell, CellKey key, Labels labels, boolean notable) {
    this(cell, key, labels, notable, Map.of());
  }

  /** A cell in which one of several texts is chosen: stored text to shown text. */
  public static FormCell choice(Element cell, CellKey key, Labels labels, Map<String, String> choices, boolean notable) {
    return new FormCell(cell, key, labels, notable, choices);
  }

  private FormCell(Element cell, CellKey key, Labels labels, boolean notable, Map<String, String> choices) {
    this.choices = choices;
    this.cell = cell;
    this.key = key;
    this.labels = labels;
    this.notable = notable;
    cell.setAttribute("data-key", key.path());
    message.setAttribute("id", "m-" + key.path().replace('/', '-'));
    message.getClassList().add("cell-problem");
    marks.getClassList().add("cell-marks");
    unseen.getClassList().add("unseen");
    was.getClassList().add("cell-before");
  }

  public void show(State state) {
    if (field == null || writable != state.locked().isEmpty()) {
      build(state.locked().isEmpty());
    }
    if (writable) {
      // the script puts the text into the field, unless the person is typing something newer there
      field.setAttribute("data-text", state.text());
      field.setAttribute("data-seen", state.seen());
      field.setAttribute("aria-invalid", String.valueOf(!state.problems().isEmpty()));
    } else {
      field.setText(state.text());
    }
    if (state.exact().isEmpty()) {
      state.locked().ifPresentOrElse(reason -> Hint.onText(cell, reason), () -> Hint.on(cell, ""));
    } else if (writable) {
      Hint.on(cell, state.exact());
    } else {
      Hint.onText(cell, state.exact());
    }
    unseen.setText(state.locked().map(" "::concat).orElse(""));
    message.setText(String.join(" ", state.problems()));
    overtaken(state);
    cell.getClassList().set("has-problem", !state.problems().isEmpty());
    cell.getClassList().set("pressing", state.pressing());
    cell.getClassList().set("returned", state.returned());
    cell.getClassList().set("locked", !writable && state.locked().isPresent());
    cell.getClassList().set("changed", state.before().isPresent());
    was.setText(state.before().map(before -> labels.before() + (before.isEmpty() ? "—" : before)).orElse(""));
    marks.setText(state.notes().stream().map(FormCell::circled).reduce("", String::concat));
  }

  private void build(boolean write) {
    writable = write;
    cell.removeAllChildren();
    // where one types, the keyboard comes to the field
    cell.removeAttribute("tabindex");
    field = new Element(!write ? "span" : choices.isEmpty() ? "textarea" : "select");
    field.getClassList().add("cell-text");
    if (write) {
      if (choices.isEmpty()) {
        field.setAttribute("rows", "1");
      }
      choices.forEach((stored, shown) -> field.appendChild(new Element("option").setAttribute("value", stored).setText(shown)));
      field.setAttribute("data-cell", key.path());
      field.setAttribute("aria-label", labels.name());
      field.setAttribute("aria-describedby", message.getAttribute("id"));
    }
    cell.appendChild(was, field, unseen, marks, message);
    if (notable) {
      cell.setAttribute("tabindex", "0");
      cell.appendChild(button("note", labels.note(), "✎"));
    }
  }

  private void overtaken(State state) {
    state.overtaken().ifPresent(theirs -> {
      message.appendChild(button("mine", labels.mine(), labels.mine()));
      message.appendChild(button("theirs", labels.theirs(), labels.theirs() + theirs));
    });
  }

  private Element button(String what, String name, String shown) {
    Element button = new Element("button");
    button.setAttribute("type", "button");
    button.getClassList().add("cell-button");
    button.setAttribute("data-wants", what);
    button.setAttribute("data-cell-of", key.path());
    button.setAttribute("title", name);
    button.setAttribute("aria-label", name + " " + labels.name());
    button.setText(shown);
    return button;
  }

  /** A note's number as it is marked in the cell and in the margin. */
  public static String circled(int number) {
    return number <= CIRCLED.length() ? CIRCLED.substring(number - 1, number) : "(" + number + ")";
  }
}
