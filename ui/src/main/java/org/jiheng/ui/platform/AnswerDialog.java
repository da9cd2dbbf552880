package org.jiheng.ui.platform;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.jiheng.tenants.desk.Answer;
import org.jiheng.tenants.desk.ExportConsents;
import org.jiheng.tenants.desk.Objection;
import org.jiheng.tenants.desk.Objections;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.Failures;

/** Says what an answer to a whole export does, and asks why it is given. */
final class AnswerDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final TextArea reason = new TextArea();
  private final ObjectedFields fields;

  /**
   * @param waiting where this dialog is opened again after a fresh login
   * @param answered runs when the answer was given, or is not asked for any more
   */
  AnswerDialog(ExportConsents consents, ExportConsents.Line line, Answer answer, Address waiting, Runnable answered) {
    addClassName("change");
    setHeaderTitle(word(this, answer) + " " + line.county());
    fields = new ObjectedFields(this, answer.name() + "/" + line.job().id(), () -> consents.objections(reason.getValue()));
    reason.setId("reason");
    reason.setLabel(getTranslation("platform.reason", Objections.SHORTEST_REASON));
    reason.setMaxLength(ExportConsents.LONGEST_REASON);
    reason.addClassName("wide");
    fields.field(reason, Objection.Field.REASON);
    Button say = new Button(word(this, answer));
    say.setId("confirm-answer");
    say.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    if (answer == Answer.AGREED) {
      say.addThemeVariants(ButtonVariant.LUMO_ERROR);
    }
    say.setDisableOnClick(true);
    say.addClickListener(_ -> {
      try {
        fields.want(waiting, () -> {
          if (!consents.answer(line.job().id(), answer, reason.getValue())) {
            Failures.say(getTranslation("exports.gone"));
          }
          close();
          answered.run();
        });
      } finally {
        say.setEnabled(true);
      }
    });
    String text = answer == Answer.AGREED ? "exports.AGREED.text" : "exports.DECLINED.text";
    add(new Paragraph(getTranslation(text, line.job().wantedName(), line.county())), fields);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), say);
  }

  static String word(Component where, Answer answer) {
    return where.getTranslation(answer == Answer.AGREED ? "exports.AGREED" : "exports.DECLINED");
  }

  /** Opens it with what was typed before a fresh login. */
  void openAgain() {
    open();
    fields.takeBack();
  }
}
