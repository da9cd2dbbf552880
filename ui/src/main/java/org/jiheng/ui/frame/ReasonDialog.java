package org.jiheng.ui.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.ReturnReason;

/** Asks for a coded reason and a comment: for a return, a rejection, a note on a cell. */
public final class ReasonDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /** What to do with the reason. */
  @FunctionalInterface
  public interface Given {
    void with(ReturnReason reason, String comment);
  }

  /**
   * @param title what the reason is for
   * @param text what will happen
   */
  public ReasonDialog(String title, String text, Given given) {
    this(title, text, true, given);
  }

  /** Asks for a comment alone. */
  public static ReasonDialog inWords(String title, String text, Consumer<String> given) {
    return new ReasonDialog(title, text, false, (_, comment) -> given.accept(comment));
  }

  private ReasonDialog(String title, String text, boolean coded, Given given) {
    setHeaderTitle(title);
    addClassName("reason-dialog");
    Select<ReturnReason> reason = new Select<>();
    reason.setId("reason");
    reason.setLabel(getTranslation("reason.choice"));
    reason.setItems(ReturnReason.values());
    reason.setItemLabelGenerator(one -> getTranslation("return-reason." + one.name()));
    TextArea comment = new TextArea(getTranslation("reason.comment", Move.SHORTEST_COMMENT));
    comment.setId("comment");
    comment.setMaxLength(1000);
    comment.setValueChangeMode(ValueChangeMode.EAGER);
    Button give = new Button(title, _ -> {
      close();
      given.with(reason.getValue(), comment.getValue());
    });
    give.setId("give-reason");
    give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    give.setDisableOnClick(true);
    give.setEnabled(false);
    Runnable check = () -> give.setEnabled((!coded || reason.getValue() != null) && comment.getValue().strip().length() >= Move.SHORTEST_COMMENT);
    reason.addValueChangeListener(_ -> check.run());
    comment.addValueChangeListener(_ -> check.run());
    reason.setVisible(coded);
    add(new Paragraph(text), reason, comment);
    TypedWork.guard(this);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), give);
    addOpenedChangeListener(opened -> {
      if (opened.isOpened()) {
        (coded ? reason : comment).focus();
      }
    });
  }
}
