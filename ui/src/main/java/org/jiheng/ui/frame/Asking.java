package org.jiheng.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import org.jiheng.app.review.RefusedException;

/** A dialog that asks for a few things and stays open, with everything typed, until they are taken. */
public final class Asking extends Dialog {

  private static final long serialVersionUID = 1L;

  /** Does what was asked for. */
  @FunctionalInterface
  public interface Given {
    /** Whether it was taken; what is wrong has been said otherwise. */
    boolean taken();
  }

  /** Two columns of fields; wider ones are no easier to read. */
  private static final String WIDEST = "880px";

  private final FormLayout fields = new FormLayout();
  private final Button give;

  /** @param done runs when it was taken */
  public Asking(String title, Given given, Runnable done) {
    setHeaderTitle(title);
    addClassName("asking");
    setCloseOnOutsideClick(false);
    setMaxWidth(WIDEST);
    give = new Button(title, _ -> {
      if (attempted(given)) {
        close();
        done.run();
      }
    });
    give.setId("give");
    give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(fields);
    TypedWork.guard(this);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), give);
  }

  public Asking with(Component... components) {
    fields.add(components);
    return this;
  }

  /** A field as wide as the dialog. */
  public Asking wide(Component component) {
    fields.add(component, 2);
    return this;
  }

  private static boolean attempted(Given given) {
    try {
      return given.taken();
    } catch (RefusedException refused) {
      Failures.refused(refused);
      return false;
    }
  }
}
