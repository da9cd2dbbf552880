package org.jiheng.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What was typed into a dialog. Escape does not throw it away unasked; a button that says what it does needs no second question.
 */
public final class TypedWork {

  /**
   * What stands in the field Escape is pressed in is handed in as if the field were left. Sending it as it is typed is no cure: what the
   * client holds back for a moment is lost when a click comes before it and the last sign of an input method changed nothing.
   */
  private static final String HAND_IN_ON_ESCAPE = """
      this.addEventListener('keydown', pressed => {
        const field = document.activeElement;
        // a choice that is open takes Escape for itself: left, it would be closed already, and the dialog would be next
        if (pressed.key === 'Escape' && this.contains(field) && field.closest('[opened]') === this) {
          field.blur();
          field.focus();
        }
      }, true)""";

  private final Dialog dialog;
  /** Values the fields had when the dialog was opened. */
  private final Map<HasValue<?, ?>, Object> before = new HashMap<>();
  private boolean asking;

  private TypedWork(Dialog dialog) {
    this.dialog = dialog;
  }

  /** Looks after what is typed into this dialog from its opening on. */
  public static void guard(Dialog dialog) {
    TypedWork work = new TypedWork(dialog);
    dialog.addOpenedChangeListener(opened -> {
      if (opened.isOpened()) {
        work.begins();
      }
    });
    dialog.addDialogCloseActionListener(_ -> work.leave());
  }

  private void begins() {
    before.clear();
    each(dialog, field -> before.put(field, field.getValue()));
    dialog.getElement().executeJs(HAND_IN_ON_ESCAPE);
  }

  private boolean touched() {
    boolean[] touched = {handedIn(dialog)};
    each(dialog, field -> touched[0] |= !Objects.equals(field.getValue(), before.getOrDefault(field, field.getEmptyValue())));
    return touched[0];
  }

  private void leave() {
    if (!touched()) {
      dialog.close();
    } else if (!asking) {
      asking = true;
      question(dialog.getHeaderTitle(), dialog.getTranslation("typed.unsaved"), dialog.getTranslation("typed.drop"),
          dialog::close, () -> asking = false);
    }
  }

  private static boolean handedIn(Component component) {
    return component instanceof AttachmentField file && file.name().isPresent() || component.getChildren().anyMatch(TypedWork::handedIn);
  }

  private static void each(Component component, Consumer<HasValue<?, ?>> seen) {
    component.getChildren().forEach(child -> {
      if (child instanceof HasValue<?, ?> field) {
        seen.accept(field);
      } else {
        each(child, seen);
      }
    });
  }

  /**
   * Asks before something typed is given up.
   *
   * @param text what would be lost
   * @param drop what the button says that gives it up
   * @param dropped runs when it is given up
   * @param answered runs with either answer, after {@code dropped}
   */
  public static void question(String title, String text, String drop, Runnable dropped, Runnable answered) {
    Dialog question = new Dialog(title);
    question.addClassName("typed-work");
    question.setCloseOnOutsideClick(false);
    question.add(new Paragraph(text));
    Button give = new Button(drop, _ -> {
      dropped.run();
      question.close();
    });
    give.setId("drop-typed");
    give.addThemeVariants(ButtonVariant.LUMO_ERROR);
    Button stay = new Button(question.getTranslation("typed.stay"), _ -> question.close());
    stay.setId("keep-typed");
    stay.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    stay.setAutofocus(true);
    question.getFooter().add(give, stay);
    question.addOpenedChangeListener(opened -> {
      if (!opened.isOpened()) {
        answered.run();
      }
    });
    question.open();
  }
}
