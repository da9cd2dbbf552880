package org.jiheng.ui.exante;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.exante.ExAnteCondition;
import org.jiheng.app.exante.ExAnteConditions;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.AttachmentField;
import org.jiheng.ui.frame.Choices;

/** Reports on a condition, closes it, or gives it back. */
final class ConditionDialogs {

  private static final int LONGEST = 2000;

  private ConditionDialogs() {}

  /** The file is asked for: what proves it is what finance looks at. */
  static Asking report(ExAnteCondition condition, ExAnteConditions conditions, Runnable done) {
    UI ui = UI.getCurrent();
    TextArea words = Choices.longText("condition-words", "exante.condition-words", LONGEST, condition.report());
    AttachmentField file = new AttachmentField();
    return new Asking(ui.getTranslation("exante.condition-do-report"), () -> {
      Optional<Problem> problem = conditions.report(condition.evaluation(), condition.id(), words.getValue(), file.name(), file.content());
      problem.ifPresent(one -> file.say(Words.in(ui.getLocale()).say(one)));
      return problem.isEmpty();
    }, done).wide(new Paragraph(condition.text())).wide(words).wide(file);
  }

  static Asking close(ExAnteCondition condition, ExAnteConditions conditions, Runnable done) {
    UI ui = UI.getCurrent();
    TextArea words = Choices.longText("condition-words", "exante.condition-remark", LONGEST, "");
    return new Asking(ui.getTranslation("exante.condition-do-close"), () -> {
      conditions.close(condition.evaluation(), condition.id(), words.getValue());
      return true;
    }, done).wide(new Paragraph(condition.report())).wide(words);
  }

  static Asking giveBack(ExAnteCondition condition, ExAnteConditions conditions, Runnable done) {
    UI ui = UI.getCurrent();
    TextArea words = Choices.longText("condition-words", "exante.condition-why", LONGEST, "");
    return new Asking(ui.getTranslation("exante.condition-do-return"), () -> {
      conditions.giveBack(condition.evaluation(), condition.id(), words.getValue());
      return true;
    }, done).wide(new Paragraph(condition.report())).wide(words);
  }
}
