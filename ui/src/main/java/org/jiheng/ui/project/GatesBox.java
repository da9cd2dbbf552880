package org.jiheng.ui.project;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import org.jiheng.app.budget.Gate;
import org.jiheng.app.common.Words;
import org.jiheng.ui.frame.Hint;

/** What every gate of the budget that concerns a project says of it: its unit reads here why it does not get on, and by which article. */
final class GatesBox {

  private final UI ui = UI.getCurrent();

  Section whole(Map<Gate, Gate.Answer> verdict) {
    Section box = Boxes.of("project.gates");
    OrderedList list = new OrderedList();
    list.addClassName("stages");
    verdict.forEach((gate, answer) -> {
      if (answer.concerns()) {
        list.add(said(gate, answer));
      }
    });
    box.add(list);
    return box;
  }

  private ListItem said(Gate gate, Gate.Answer answer) {
    Span name = new Span(ui.getTranslation("project.gate." + gate.name()));
    name.addClassName("stage-name");
    Span sentence = new Span((answer.allowed() ? "○ " : "■ ") + Words.in(ui.getLocale()).say(answer.reason()));
    if (!answer.allowed()) {
      sentence.addClassName("problem");
    }
    Hint.onText(sentence.getElement(), ui.getTranslation("project.gate-article", answer.reason().article()));
    ListItem item = new ListItem(name, sentence);
    item.getElement().setAttribute("data-gate", gate.name()).setAttribute("data-open", String.valueOf(answer.allowed()));
    return item;
  }
}
