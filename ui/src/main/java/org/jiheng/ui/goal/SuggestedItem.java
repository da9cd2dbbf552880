package org.jiheng.ui.goal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.jiheng.app.common.Words;
import org.jiheng.app.library.LibraryWords;
import org.jiheng.app.library.Suggestion;

/** An indicator of the library with the reasons why it may be meant, and the button that takes it. */
final class SuggestedItem extends ListItem {

  private static final long serialVersionUID = 1L;

  private final transient Words words;
  private final Span reasons = new Span();

  SuggestedItem(Words words, Suggestion one, Runnable taken) {
    this.words = words;
    Button take = new Button(getTranslation("goal.library.take"), _ -> taken.run());
    take.addThemeVariants(ButtonVariant.LUMO_SMALL);
    take.setAriaLabel(getTranslation("goal.library.take") + " " + one.names().level3());
    Span name = new Span(one.names().level3());
    name.addClassName("name");
    Div what = new Div(name, new Span(one.unit().isEmpty() ? "" : "(" + one.unit() + ")"));
    Div place = new Div(new Span(LibraryWords.of(words, one.level()) + " " + one.code() + " · " + one.names().level1() + " / " + one.names().level2()));
    place.addClassName("place");
    Div why = new Div(reasons);
    why.addClassName("reasons");
    add(new Div(what, place, why), take);
    says(one);
  }

  /** The same indicator, for other words that were typed. */
  void says(Suggestion one) {
    reasons.setText(one.reasons().stream().map(words::say).collect(Collectors.joining(" ")));
  }
}
