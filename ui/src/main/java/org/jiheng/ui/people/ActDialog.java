package org.jiheng.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** Says what will happen and asks once more; for what is taken from a person, also why. */
final class ActDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int SHORTEST_REASON = 5;
  private static final int LONGEST_REASON = 200;

  private final TextField reason = new TextField();
  private final Button act = new Button();

  /** @param confirmed gets the reason; empty text if none is asked for */
  ActDialog(String title, String text, boolean withReason, Consumer<String> confirmed) {
    setHeaderTitle(title);
    addClassName("person-dialog");
    act.setText(title);
    act.setId("do-act");
    act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    act.setDisableOnClick(true);
    act.addClickListener(_ -> {
      close();
      confirmed.accept(reason.getValue().strip());
    });
    add(new Paragraph(text));
    if (withReason) {
      reason.setId("act-reason");
      reason.setLabel(getTranslation("people.reason", SHORTEST_REASON));
      reason.setMaxLength(LONGEST_REASON);
      reason.setValueChangeMode(ValueChangeMode.EAGER);
      act.setEnabled(false);
      reason.addValueChangeListener(_ -> act.setEnabled(reason.getValue().strip().length() >= SHORTEST_REASON));
      add(reason);
    }
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), act);
  }
}
