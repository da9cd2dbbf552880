package org.jiheng.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Words;
import org.jiheng.ui.text.Written;

/** The explanation of a figure: value, rule in a sentence, article, inputs, rule set, reported against computed. */
public final class Why {

  private Why() {}

  /**
   * @param name what the figure is
   * @param reported what the unit reported, if it reported something
   * @param comparison how the two stand to each other, as a sentence
   */
  public static void show(String name, Reasoned<?> figure, Optional<String> reported, Optional<String> comparison) {
    Dialog dialog = new Dialog();
    dialog.addClassName("why");
    dialog.setHeaderTitle(name);
    Words words = Words.in(UI.getCurrent().getLocale());
    Paragraph value = new Paragraph(figure.value().map(one -> one instanceof Grade grade ? words.say("grade." + grade) : one.toString()).orElse(Written.NONE));
    value.addClassName("why-value");
    dialog.add(value);
    for (Reason reason : figure.reasons()) {
      dialog.add(new Paragraph(words.say(reason)));
      DescriptionList inputs = new DescriptionList();
      inputs.add(new DescriptionList.Term(dialog.getTranslation("why.article")), new DescriptionList.Description(reason.article()));
      inputs.add(new DescriptionList.Term(dialog.getTranslation("why.rule")),
          new DescriptionList.Description(reason.ruleSet() + " · " + reason.rule()));
      reason.inputs().forEach((input, text) -> inputs.add(
          new DescriptionList.Term(dialog.getTranslation("why.input." + input)), new DescriptionList.Description(text)));
      dialog.add(inputs);
    }
    reported.ifPresent(said -> dialog.add(new Paragraph(
        dialog.getTranslation("why.reported", said) + comparison.map(sentence -> " " + sentence).orElse(""))));
    Button close = new Button(dialog.getTranslation("close"), _ -> dialog.close());
    close.setAutofocus(true);
    dialog.getFooter().add(close);
    dialog.open();
  }
}
