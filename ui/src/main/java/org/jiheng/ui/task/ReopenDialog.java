package org.jiheng.ui.task;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import org.jiheng.app.task.Reopenings;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.DayField;
import org.jiheng.ui.text.Written;

/** Asks until when late forms are let in, and why. */
final class ReopenDialog {

  /** Calendar days offered: the usual working week. */
  private static final int USUAL_DAYS = 7;

  private ReopenDialog() {}

  static void open(Reopenings reopenings, LocalDate today, List<Reopenings.Late> late, Runnable done) {
    TextArea why = TermsFields.why();
    DayField until = new DayField("until", why.getTranslation("task.reopen-until"), today.plusDays(USUAL_DAYS));
    until.setMin(today);
    until.setI18n(until.getI18n().setMinErrorMessage(why.getTranslation("task.reopen-min", Written.day(today))));
    // what nobody has begun is let in with its unit
    long units = late.stream().filter(one -> one.form().isEmpty()).map(Reopenings.Late::unit).distinct().count();
    Paragraph whole = new Paragraph(why.getTranslation("task.reopen-units", units));
    whole.setVisible(units > 0);
    new Asking(why.getTranslation("task.reopen"), () -> {
      if (until.isInvalid() || until.getValue() == null) {
        if (!until.isInvalid()) {
          until.setErrorMessage(why.getTranslation("field.required"));
          until.setInvalid(true);
        }
        return false;
      }
      reopenings.letIn(late, until.getValue(), why.getValue());
      return true;
    }, done).wide(new Paragraph(why.getTranslation("task.reopen-text", late.size()))).wide(whole).with(until).wide(why).open();
  }
}
