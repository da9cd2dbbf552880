package org.jiheng.ui.library;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.Goal;
import org.jiheng.app.library.EntryMove;
import org.jiheng.app.library.EntryState;
import org.jiheng.app.library.IndicatorTexts;
import org.jiheng.app.library.IndicatorLibrary;
import org.jiheng.app.library.LibraryDesk;
import org.jiheng.app.library.LibraryField;
import org.jiheng.app.library.LibraryLine;
import org.jiheng.app.library.LibrarySuggestions;
import org.jiheng.app.library.LibraryUse;
import org.jiheng.app.library.LibraryWords;
import org.jiheng.app.review.RefusedException;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.TypedWork;
import org.jiheng.ui.text.Written;

/** One indicator: what it says, what may be done with it, its versions, and which goals took it. */
final class EntryDrawer extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient IndicatorLibrary library;
  private final transient LibraryDesk desk;
  private final transient LibrarySuggestions suggestions;
  private final transient Map<String, String> departments;
  private final transient LocalDate today;
  private final transient UUID entry;
  private final transient Runnable changed;
  private final transient Words words;
  private final Div content = new Div();

  /**
   * @param departments names by code
   * @param closed runs when the person is done with it
   * @param changed runs when the indicator is another than it was
   */
  EntryDrawer(
      IndicatorLibrary library, LibraryDesk desk, LibrarySuggestions suggestions, Map<String, String> departments, LocalDate today, UUID entry,
      Runnable closed, Runnable changed) {
    this.library = library;
    this.desk = desk;
    this.suggestions = suggestions;
    this.departments = departments;
    this.today = today;
    this.entry = entry;
    this.changed = changed;
    this.words = Words.in(getLocale());
    addClassName("library-drawer");
    content.addClassName("library-entry");
    add(content);
    Button close = new Button(getTranslation("close"), _ -> {
      close();
      closed.run();
    });
    close.setId("close-entry");
    getFooter().add(close);
    addOpenedChangeListener(opened -> {
      // who goes elsewhere closes it, too, and is not to be fetched back
      if (!opened.isOpened() && opened.isFromClient()) {
        closed.run();
      }
    });
  }

  void show() {
    fill();
    open();
  }

  private void again() {
    fill();
    changed.run();
  }

  private void fill() {
    IndicatorLibrary.Page page = library.open(entry);
    LibraryLine line = page.newest();
    setHeaderTitle(line.indicator().names().level3());
    content.removeAll();
    content.add(head(page), actions(page));
    if (line.state() == EntryState.PROPOSED) {
      AlikeList alike = new AlikeList(words, suggestions, Optional.of(entry));
      alike.to(line.indicator().names().level3());
      content.add(alike);
    }
    content.add(facts(line), versions(page), uses(page));
  }

  private Component head(IndicatorLibrary.Page page) {
    LibraryLine line = page.newest();
    Span state = new Span(LibraryWords.of(words, line.state()));
    state.addClassName("status");
    String owner = line.department().isEmpty() ? LibraryWords.of(words, line.level())
        : departments.getOrDefault(line.department(), line.department());
    Div head = new Div(state, new Span(owner), new Span(getTranslation("library.version", line.number())));
    if (!line.stateReason().isEmpty()) {
      Span why = new Span(line.stateReason());
      why.addClassName("problem");
      head.add(why);
    }
    if (!line.origin().isEmpty()) {
      head.add(page.source().<Component>map(source -> new Anchor("/goals/" + source.form(), getTranslation("library.origin", source.title())))
          .orElseGet(() -> new Span(getTranslation("library.origin-hidden"))));
    }
    head.addClassName("library-head");
    return head;
  }

  private Component actions(IndicatorLibrary.Page page) {
    Div bar = new Div();
    bar.addClassName("form-bar");
    for (EntryMove.Offer offer : page.offers()) {
      Button button = new Button(LibraryWords.of(words, offer.move()), _ -> act(offer.move(), page.newest()));
      button.setId("move-" + offer.move().name().toLowerCase(Locale.ROOT));
      button.setEnabled(offer.allowed());
      bar.add(button);
      if (!offer.allowed()) {
        bar.add(refusal(offer.refusals().stream().map(Failures::sentence).collect(Collectors.joining(" "))));
      } else if (offer.move() == EntryMove.CONFIRM) {
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      }
    }
    if (!page.unchoosable().isEmpty()) {
      bar.add(refusal(page.unchoosable().stream().map(Failures::sentence).collect(Collectors.joining(" "))));
    }
    bar.setVisible(bar.getComponentCount() > 0);
    return bar;
  }

  private static Span refusal(String sentence) {
    Span refusal = new Span(sentence);
    refusal.addClassName("refusal");
    return refusal;
  }

  private void act(EntryMove move, LibraryLine line) {
    switch (move) {
      case CHANGE -> IndicatorDialog.change(words, line, today.toString(), desk, this::again).open();
      case REVISE -> IndicatorDialog.revise(words, line, desk, this::again).open();
      case CONFIRM -> attempt(() -> desk.confirm(entry, line.seen()));
      case RETURN -> ask(move, reason -> desk.giveBack(entry, line.seen(), reason));
      case STOP -> ask(move, reason -> desk.stop(entry, line.seen(), reason));
      case RESUME -> ask(move, reason -> desk.resume(entry, line.seen(), reason));
    }
  }

  private boolean attempt(Runnable act) {
    try {
      act.run();
      again();
      return true;
    } catch (RefusedException refused) {
      Failures.refused(refused);
      return false;
    }
  }

  private void ask(EntryMove move, Consumer<String> given) {
    String title = LibraryWords.of(words, move);
    Dialog dialog = new Dialog();
    dialog.addClassName("reason-dialog");
    dialog.setHeaderTitle(title);
    TextArea reason = new TextArea(getTranslation("reason.comment", EntryMove.SHORTEST_REASON));
    reason.setId("comment");
    reason.setMaxLength(EntryMove.LONGEST_REASON);
    reason.setValueChangeMode(ValueChangeMode.EAGER);
    Button give = new Button(title, _ -> {
      if (attempt(() -> given.accept(reason.getValue()))) {
        dialog.close();
      }
    });
    give.setId("give-reason");
    give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    give.setEnabled(false);
    reason.addValueChangeListener(_ -> give.setEnabled(reason.getValue().strip().length() >= EntryMove.SHORTEST_REASON));
    dialog.add(reason);
    TypedWork.guard(dialog);
    dialog.getFooter().add(new Button(getTranslation("cancel"), _ -> dialog.close()), give);
    dialog.open();
    reason.focus();
  }

  private Component facts(LibraryLine line) {
    DescriptionList facts = new DescriptionList();
    IndicatorTexts.of(line.code(), line.indicator()).forEach((field, text) -> {
      if (!text.isEmpty()) {
        facts.add(new DescriptionList.Term(LibraryWords.of(words, field)), new DescriptionList.Description(text));
      }
    });
    return facts;
  }

  private Component versions(IndicatorLibrary.Page page) {
    UnorderedList list = new UnorderedList();
    list.setId("versions");
    List<LibraryLine> versions = page.versions();
    for (int i = 0; i < versions.size(); i++) {
      LibraryLine one = versions.get(i);
      ListItem item = new ListItem(getTranslation("library.version-line", one.number(), days(one),
          Written.minute(one.changedAt()), one.changedBy(), one.reason().isEmpty() ? Written.NONE : one.reason()));
      if (i + 1 < versions.size()) {
        item.add(new Paragraph(differences(versions.get(i + 1), one)));
      }
      list.add(item);
    }
    return new Div(new H2(getTranslation("library.versions")), list);
  }

  /** From when until when it holds; one that another overtook before it began never does. */
  private String days(LibraryLine one) {
    LocalDate from = one.indicator().from();
    return one.indicator().until().filter(last -> last.isBefore(from)).map(_ -> getTranslation("library.never"))
        .orElseGet(() -> getTranslation("library.days", Written.day(from),
            one.indicator().until().map(Written::day).orElseGet(() -> getTranslation("library.open-end"))));
  }

  private String differences(LibraryLine before, LibraryLine after) {
    Map<LibraryField, String> was = IndicatorTexts.of("", before.indicator());
    Map<LibraryField, String> is = IndicatorTexts.of("", after.indicator());
    return IndicatorTexts.differences(before.indicator(), after.indicator()).stream()
        .map(field -> LibraryWords.of(words, field) + ": " + orNone(was.get(field)) + " → " + orNone(is.get(field))).collect(Collectors.joining("; "));
  }

  private static String orNone(String text) {
    return text.isEmpty() ? Written.NONE : text;
  }

  private Component uses(IndicatorLibrary.Page page) {
    UnorderedList list = new UnorderedList();
    for (LibraryUse use : page.uses()) {
      String text = getTranslation("library.use-line", String.valueOf(use.fiscalYear()), use.title(), departments.getOrDefault(use.unit(), use.unit()));
      list.add(use.form().filter(_ -> use.formType().equals(Goal.FORM_TYPE)).map(form -> new ListItem(new Anchor("/goals/" + form, text)))
          .orElseGet(() -> new ListItem(text)));
    }
    if (page.more() > 0) {
      list.add(new ListItem(getTranslation("library.more-uses", page.more())));
    }
    if (page.others() > 0) {
      list.add(new ListItem(getTranslation("library.uses-of-others", page.others())));
    }
    return new Div(new H2(getTranslation("library.uses")), list.getChildren().findAny().isEmpty() ? new Paragraph(getTranslation("library.unused")) : list);
  }
}
