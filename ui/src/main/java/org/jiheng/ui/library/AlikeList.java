package org.jiheng.ui.library;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Words;
import org.jiheng.app.library.LibrarySuggestions;
import org.jiheng.app.library.LibraryWords;

/** What the library has of nearly the same name, the likest first: looked at before the same thing is proposed or confirmed once more. */
final class AlikeList extends Div {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 5;

  private final transient Words words;
  private final transient LibrarySuggestions library;
  private final transient Optional<UUID> itself;

  /** @param itself the indicator that is looked at; empty for one that is not there yet */
  AlikeList(Words words, LibrarySuggestions library, Optional<UUID> itself) {
    this.words = words;
    this.library = library;
    this.itself = itself;
    setId("alike");
    addClassName("alike");
  }

  void to(String name) {
    removeAll();
    List<LibrarySuggestions.Alike> alike = library.alike(name == null ? "" : name, MOST + 1).stream()
        .filter(one -> itself.filter(one.entry()::equals).isEmpty()).limit(MOST).toList();
    if (alike.isEmpty()) {
      add(new Paragraph(getTranslation("library.none-alike")));
      return;
    }
    UnorderedList list = new UnorderedList();
    alike.forEach(one -> {
      Anchor link = new Anchor("/library?" + LibraryView.ENTRY + "=" + one.entry(), one.code() + " " + one.names().level3());
      link.setTarget("_blank");
      list.add(new ListItem(link, new Span(" " + getTranslation("library.alike-line", one.likeness().toString(), one.names().level2(),
          LibraryWords.of(words, one.level()), LibraryWords.of(words, one.state())))));
    });
    add(new Paragraph(getTranslation("library.alike")), list);
  }
}
