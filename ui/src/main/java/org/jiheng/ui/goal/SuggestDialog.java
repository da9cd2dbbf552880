package org.jiheng.ui.goal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.GoalSuggestions;
import org.jiheng.app.library.Suggestion;
import org.jiheng.ui.frame.SearchField;

/** Indicators of the library that fit what is being written, each with its reasons; the chosen one becomes the line, or a new one. */
final class SuggestDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 12;

  private final transient GoalForm form;
  private final transient Optional<UUID> line;
  private final transient GoalSuggestions library;
  private final transient Consumer<UUID> taking;
  private final transient Words words;
  private final SearchField text = new SearchField("suggest-text", getTranslation("goal.library.text"), this::show);
  private final SearchField level2 = new SearchField("suggest-level2", getTranslation("goal.library.level2"), this::show);
  private final UnorderedList found = new UnorderedList();
  private final ListItem none = new ListItem(getTranslation("goal.library.none"));
  /** What is on the list, by the version of the indicator. */
  private final Map<UUID, SuggestedItem> items = new HashMap<>();

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
    line.ifPresent(one -> {
      text.begin(form.cells().text(GoalCells.indicator(one, GoalColumn.LEVEL3)));
      level2.begin(form.cells().text(GoalCells.indicator(one, GoalColumn.LEVEL2)));
    });
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

  /** What stays on the list stays the same item at its place: a click on it is not lost while the list answers to the last sign. */
  private void show() {
    List<Suggestion> suggestions = library.suggest(form, line, level2.typed(), text.typed(), MOST);
    Set<UUID> staying = suggestions.stream().map(Suggestion::version).collect(Collectors.toSet());
    Set.copyOf(items.keySet()).stream().filter(version -> !staying.contains(version)).forEach(version -> found.remove(items.remove(version)));
    found.remove(none);
    for (int at = 0; at < suggestions.size(); at++) {
      Suggestion one = suggestions.get(at);
      SuggestedItem item = items.computeIfAbsent(one.version(), version -> new SuggestedItem(words, one, () -> take(version)));
      item.says(one);
      if (at >= found.getComponentCount() || found.getComponentAt(at) != item) {
        found.addComponentAtIndex(at, item);
      }
    }
    if (suggestions.isEmpty()) {
      found.add(none);
    }
  }

  private void take(UUID version) {
    close();
    taking.accept(version);
  }
}
