package org.jiheng.ui.goal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.GoalSuggestions;
import org.jiheng.app.library.LibraryWords;
import org.jiheng.app.library.Suggestion;

/** Indicators of the library that fit what is being written, each with its reasons; the chosen one becomes the line, or a new one. */
final class SuggestDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 12;

  private final transient GoalForm form;
  private final transient Optional<UUID> line;
  private final transient GoalSuggestions library;
  private final transient Consumer<UUID> taking;
  private final transient Words words;
  private final TextField text = new TextField();
  private final TextField level2 = new TextField();
  private final UnorderedList found = new UnorderedList();

  /**
   * @param line key of the line they are for; empty for a new one
   * @param taking takes the version of an indicator into the goal
   */
  SuggestDialog(GoalForm form, Optional<UUID> line, GoalSuggestions library, Consumer<UUID> taking) {
    this.form = form;
    this.line = line;
    this.library = library;
    this.taking = taking;
    this.words = Words.in(getLocale());
    setHeaderTitle(getTranslation("goal.library"));
    addClassName("suggestions");
    field(text, "suggest-text", getTranslation("goal.library.text"), GoalColumn.LEVEL3);
    field(level2, "suggest-level2", getTranslation("goal.library.level2"), GoalColumn.LEVEL2);
    found.setId("suggested");
    Div looking = new Div(text, level2);
    looking.addClassName("looking");
    add(new Paragraph(getTranslation(line.isPresent() ? "goal.library.into" : "goal.library.how")), looking, found);
    getFooter().add(new Button(getTranslation("close"), _ -> close()));
    addOpenedChangeListener(opened -> {
      if (opened.isOpened()) {
        text.focus();
      }
    });
    show();
  }

  private void field(TextField field, String id, String label, GoalColumn column) {
    field.setId(id);
    field.setLabel(label);
    field.setClearButtonVisible(true);
    // only looks for something; what is kept must not be sent like this, see TypedWork
    field.setValueChangeMode(ValueChangeMode.LAZY);
    line.ifPresent(one -> field.setValue(form.cells().text(GoalCells.indicator(one, column))));
    field.addValueChangeListener(_ -> show());
  }

  private void show() {
    found.removeAll();
    List<Suggestion> suggestions = library.suggest(form, line, level2.getValue(), text.getValue(), MOST);
    if (suggestions.isEmpty()) {
      found.add(new ListItem(getTranslation("goal.library.none")));
    }
    suggestions.forEach(one -> found.add(item(one)));
  }

  private ListItem item(Suggestion one) {
    Button take = new Button(getTranslation("goal.library.take"), _ -> {
      close();
      taking.accept(one.version());
    });
    take.addThemeVariants(ButtonVariant.LUMO_SMALL);
    take.setAriaLabel(getTranslation("goal.library.take") + " " + one.names().level3());
    Span name = new Span(one.names().level3());
    name.addClassName("name");
    Div what = new Div(name, new Span(one.unit().isEmpty() ? "" : "(" + one.unit() + ")"));
    Div place = new Div(new Span(LibraryWords.of(words, one.level()) + " " + one.code() + " · " + one.names().level1() + " / " + one.names().level2()));
    place.addClassName("place");
    Div reasons = new Div(new Span(one.reasons().stream().map(words::say).collect(Collectors.joining(" "))));
    reasons.addClassName("reasons");
    return new ListItem(new Div(what, place, reasons), take);
  }
}
