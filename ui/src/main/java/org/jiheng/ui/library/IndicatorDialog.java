package org.jiheng.ui.library;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.indicator.MeasureUnits;
import org.jiheng.app.indicator.Target.Sign;
import org.jiheng.app.indicator.TargetKind;
import org.jiheng.app.library.EntryMove;
import org.jiheng.app.library.Indicator;
import org.jiheng.app.library.IndicatorTexts;
import org.jiheng.app.library.IndicatorTree;
import org.jiheng.app.library.LibraryDesk;
import org.jiheng.app.library.LibraryField;
import org.jiheng.app.library.LibraryLine;
import org.jiheng.app.library.LibrarySuggestions;
import org.jiheng.app.library.LibraryWords;
import org.jiheng.app.library.Scoring;
import org.jiheng.app.library.Standard;
import org.jiheng.app.review.RefusedException;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.TypedWork;

/** Asks for an indicator, all of it, and says at each field what is wrong; stays open, with everything typed, until it is taken. */
public final class IndicatorDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private static final Set<LibraryField> LONG = Set.of(LibraryField.EXPLANATION, LibraryField.FORMULA, LibraryField.SCORING_RULE, LibraryField.REMARK);

  private final transient Words words;
  private final transient Map<LibraryField, HasValue<?, String>> fields = new EnumMap<>(LibraryField.class);
  private final FormLayout form = new FormLayout();
  private final TextArea reason = new TextArea();
  /** The texts as the chosen line brought them. */
  private transient Map<LibraryField, String> untouched = Map.of();

  /** @param given what becomes of the texts, with the reason that was typed */
  private IndicatorDialog(
      Words words, String title, Map<LibraryField, String> texts, Optional<Component> before, boolean asksReason,
      Function<IndicatorDialog, LibraryDesk.Written> given, Runnable done) {
    this.words = words;
    setHeaderTitle(title);
    addClassName("indicator-dialog");
    setCloseOnOutsideClick(false);
    form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 3));
    before.ifPresent(form::add);
    for (LibraryField field : LibraryField.values()) {
      add(field, texts.getOrDefault(field, ""));
    }
    if (asksReason) {
      reason.setId("change-reason");
      reason.setLabel(getTranslation("reason.comment", EntryMove.SHORTEST_REASON));
      reason.setMaxLength(EntryMove.LONGEST_REASON);
      form.add(reason, 3);
    }
    add(form);
    TypedWork.guard(this);
    Button give = new Button(title, _ -> attempt(given, done));
    give.setId("give");
    give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), give);
  }

  /** For the library of the own level. */
  static IndicatorDialog enter(Words words, LibraryDesk desk, Runnable done) {
    return new IndicatorDialog(words, UI.getCurrent().getTranslation("library.enter"), Map.of(), Optional.empty(), false, dialog -> desk.enter(dialog.texts()), done);
  }

  /** @param departments for which the caller may propose: names by code */
  static IndicatorDialog propose(Words words, Map<String, String> departments, LibraryDesk desk, Runnable done) {
    Select<String> department = new Select<>();
    department.setId("department");
    department.setLabel(UI.getCurrent().getTranslation("library.department"));
    department.setItems(departments.keySet());
    department.setItemLabelGenerator(code -> code + " " + departments.get(code));
    department.setValue(departments.keySet().iterator().next());
    return new IndicatorDialog(words, UI.getCurrent().getTranslation("library.propose"), Map.of(), Optional.of(department), false,
        dialog -> desk.propose(department.getValue(), dialog.texts(), ""), done);
  }

  /**
   * Proposes a line of an approved goal, with what it says already filled in and what the library has of nearly the same name beside it.
   *
   * @param lines texts of the lines that may be proposed, by their keys
   * @param given proposes the line with the texts as they were edited
   */
  public static IndicatorDialog proposeOutOf(
      Words words, Map<UUID, Map<LibraryField, String>> lines, LibrarySuggestions library,
      BiFunction<UUID, Map<LibraryField, String>, LibraryDesk.Written> given, Runnable done) {
    Select<UUID> line = new Select<>();
    line.setId("proposed-line");
    line.setLabel(UI.getCurrent().getTranslation("library.proposed-line"));
    line.setItems(lines.keySet());
    line.setItemLabelGenerator(one -> lines.get(one).get(LibraryField.LEVEL2) + " / " + lines.get(one).get(LibraryField.LEVEL3));
    UUID first = lines.keySet().iterator().next();
    line.setValue(first);
    AlikeList alike = new AlikeList(words, library, Optional.empty());
    Div before = new Div(line, alike);
    before.addClassName("alike");
    IndicatorDialog dialog = new IndicatorDialog(words, UI.getCurrent().getTranslation("goal.propose"), lines.get(first), Optional.of(before), false,
        one -> given.apply(line.getValue(), one.texts()), done);
    dialog.form.setColspan(before, 3);
    HasValue<?, String> name = dialog.fields.get(LibraryField.LEVEL3);
    name.addValueChangeListener(_ -> alike.to(name.getValue()));
    alike.to(name.getValue());
    dialog.untouched = dialog.texts();
    line.addValueChangeListener(chosen -> {
      if (chosen.isFromClient()) {
        dialog.another(lines.get(chosen.getValue()), () -> line.setValue(chosen.getOldValue()));
      }
    });
    return dialog;
  }

  /** Fills the fields from another line; what was edited in them is not overwritten unasked. @param stays chooses the line of before again */
  private void another(Map<LibraryField, String> texts, Runnable stays) {
    Runnable taken = () -> {
      fill(texts);
      untouched = texts();
    };
    if (texts().equals(untouched)) {
      taken.run();
    } else {
      boolean[] given = {false};
      TypedWork.question(getHeaderTitle(), getTranslation("library.edited-away"), getTranslation("library.take-line"), () -> {
        given[0] = true;
        taken.run();
      }, () -> {
        if (!given[0]) {
          stays.run();
        }
      });
    }
  }

  private void fill(Map<LibraryField, String> texts) {
    fields.forEach((field, input) -> {
      String text = texts.getOrDefault(field, "");
      boolean plain = input instanceof TextField || input instanceof TextArea;
      input.setValue(text.isEmpty() && !plain ? null : text);
      mark((HasValidation) input, Optional.empty());
    });
  }

  /** Another version of what is in force. */
  static IndicatorDialog change(Words words, LibraryLine line, String today, LibraryDesk desk, Runnable done) {
    Map<LibraryField, String> texts = IndicatorTexts.of(line.code(), line.indicator());
    texts.merge(LibraryField.VALID_FROM, today, (from, now) -> from.compareTo(now) < 0 ? now : from);
    return new IndicatorDialog(words, LibraryWords.of(words, EntryMove.CHANGE), texts, Optional.empty(), true,
        dialog -> desk.change(line.entry(), line.seen(), dialog.texts(), dialog.reason.getValue()), done).fixed(LibraryField.CODE);
  }

  /** A proposal written anew. */
  static IndicatorDialog revise(Words words, LibraryLine line, LibraryDesk desk, Runnable done) {
    return new IndicatorDialog(words, LibraryWords.of(words, EntryMove.REVISE), IndicatorTexts.of(line.code(), line.indicator()), Optional.empty(), false,
        dialog -> desk.revise(line.entry(), line.seen(), dialog.texts()), done).fixed(LibraryField.CODE);
  }

  private IndicatorDialog fixed(LibraryField field) {
    fields.get(field).setReadOnly(true);
    return this;
  }

  private Map<LibraryField, String> texts() {
    Map<LibraryField, String> texts = new EnumMap<>(LibraryField.class);
    fields.forEach((field, input) -> texts.put(field, input.getValue() == null ? "" : input.getValue()));
    return texts;
  }

  private void attempt(Function<IndicatorDialog, LibraryDesk.Written> given, Runnable done) {
    try {
      LibraryDesk.Written written = given.apply(this);
      fields.forEach((field, input) -> mark((HasValidation) input, Optional.ofNullable(written.problems().get(field))));
      if (written.taken()) {
        close();
        done.run();
      }
    } catch (RefusedException refused) {
      Failures.refused(refused);
    }
  }

  private void mark(HasValidation input, Optional<Problem> problem) {
    input.setErrorMessage(problem.map(words::say).orElse(""));
    input.setInvalid(problem.isPresent());
  }

  private void add(LibraryField field, String text) {
    Component input = switch (field) {
      case LEVEL1 -> typed(IndicatorTree.level1(), text);
      case LEVEL2 -> typed(IndicatorTree.level1().stream().flatMap(one -> IndicatorTree.level2(one).stream()).distinct().toList(), text);
      case UNIT -> typed(MeasureUnits.offered(), text);
      case COMMON, MAIN_QUANTITY, REQUIRED -> chosen(List.of(Flag.YES, Flag.NO), text, Flag::text, one -> getTranslation(one == Flag.YES ? "library.yes" : "library.no"));
      case KIND -> chosen(List.of(TargetKind.values()), text);
      case STANDARD -> chosen(List.of(Standard.values()), text);
      case SCORING -> chosen(List.of(Scoring.values()), text);
      case AGGREGATION -> chosen(List.of(Aggregation.values()), text);
      case SIGN -> chosen(List.of(Sign.values()), text, Sign::glyph, Sign::glyph);
      default -> LONG.contains(field) ? area(field, text) : plain(field, text);
    };
    ((HasLabel) input).setLabel(LibraryWords.of(words, field));
    input.setId("field-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    form.add(input, LONG.contains(field) || field == LibraryField.LEVEL3 ? 3 : 1);
    // every one of these inputs holds a text
    @SuppressWarnings("unchecked")
    HasValue<?, String> value = (HasValue<?, String>) input;
    fields.put(field, value);
  }

  /** Yes or no, as a file says it. */
  private enum Flag {
    YES,
    NO;

    private String text() {
      return IndicatorTexts.flag(this == YES);
    }
  }

  private static Component plain(LibraryField field, String text) {
    TextField input = new TextField();
    input.setMaxLength(field.longest());
    input.setValue(text);
    switch (field) {
      case CODE -> input.setPlaceholder(input.getTranslation("library.code-hint"));
      case VALID_FROM, VALID_UNTIL -> input.setPlaceholder(input.getTranslation("library.day-hint"));
      case EDITABLE -> input.setPlaceholder(editable(input));
      default -> { }
    }
    return input;
  }

  private static String editable(Component input) {
    List<String> names = new ArrayList<>();
    for (Indicator.Editable one : Indicator.Editable.values()) {
      names.add(LibraryWords.of(Words.chinese(), one));
    }
    return input.getTranslation("library.editable-hint", String.join("、", names));
  }

  private static Component area(LibraryField field, String text) {
    TextArea input = new TextArea();
    input.setMaxLength(field.longest());
    input.setValue(text);
    return input;
  }

  private static Component typed(List<String> offered, String text) {
    ComboBox<String> input = new ComboBox<>();
    input.setItems(offered);
    input.setAllowCustomValue(true);
    input.addCustomValueSetListener(typed -> input.setValue(typed.getDetail()));
    input.setValue(text.isEmpty() ? null : text);
    return input;
  }

  private <E extends Enum<E>> Component chosen(List<E> constants, String text) {
    return chosen(constants, text, one -> LibraryWords.of(Words.chinese(), one), one -> LibraryWords.of(words, one));
  }

  /** A choice whose values are the texts of a file, shown in the language of the screen. */
  private static <E extends Enum<E>> Component chosen(List<E> constants, String text, Function<E, String> value, Function<E, String> label) {
    Map<String, String> labels = new LinkedHashMap<>();
    constants.forEach(one -> labels.put(value.apply(one), label.apply(one)));
    Select<String> input = new Select<>();
    input.setEmptySelectionAllowed(true);
    input.setItems(labels.keySet());
    input.setItemLabelGenerator(one -> one == null ? "" : labels.getOrDefault(one, one));
    input.setValue(text.isEmpty() ? null : text);
    return input;
  }
}
