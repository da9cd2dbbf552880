package org.jiheng.ui.goal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiheng.app.library.LibrarySuggestions;
import org.jiheng.app.library.Suggestion;

/** Indicators of the library that fit what is being written; the chosen one becomes a line of the goal. */
final class SuggestDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 12;

  private final transient LibrarySuggestions library;
  private final transient Consumer<UUID> taking;
  private final TextField text = new TextField();
  private final TextField level2 = new TextField();
  private final UnorderedList found = new UnorderedList();

  /** @param taking takes the version of an indicator into the goal */
  SuggestDialog(LibrarySuggestions library, Consumer<UUID> taking) {
    this.library = library;
    this.taking = taking;
    setHeaderTitle(getTranslation("goal.library"));
    addClassName("suggestions");
    field(text, "suggest-text", getTranslation("goal.library.text"));
    field(level2, "suggest-level2", getTranslation("goal.library.level2"));
    add(new Paragraph(getTranslation("goal.library.how")), text, level2, found);
    getFooter().add(new Button(getTranslation("close"), _ -> close()));
    show();
  }

  private void field(TextField field, String id, String label) {
    field.setId(id);
    field.setLabel(label);
    field.setClearButtonVisible(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.addValueChangeListener(_ -> show());
  }

  private void show() {
    found.removeAll();
    List<Suggestion> suggestions = library.suggest(level2.getValue(), text.getValue(), "", "", MOST);
    if (suggestions.isEmpty()) {
      found.add(new ListItem(getTranslation("goal.library.none")));
    }
    suggestions.forEach(one -> {
      Button take = new Button(getTranslation("goal.library.take"), _ -> {
        close();
        taking.accept(one.version());
      });
      take.addThemeVariants(ButtonVariant.LUMO_SMALL);
      found.add(new ListItem(new Span(one.names().level1() + " / " + one.names().level2() + " / "), new Span(one.names().level3()),
          new Span(one.unit().isEmpty() ? "" : "(" + one.unit() + ")"), take));
    });
  }
}
