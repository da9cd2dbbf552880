package org.jiheng.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Function;

/** Fields of dialogs, each with its identifier and its label. */
public final class Choices {

  private Choices() {}

  public static TextField line(String id, String label, int longest, String value) {
    TextField field = new TextField(UI.getCurrent().getTranslation(label));
    field.setId(id);
    field.setMaxLength(longest);
    field.setValue(value);
    return field;
  }

  public static TextArea longText(String id, String label, int longest, String value) {
    TextArea field = new TextArea(UI.getCurrent().getTranslation(label));
    field.setId(id);
    field.setMaxLength(longest);
    field.setValue(value);
    return field;
  }

  /** Why something is done: every change of that kind asks for it. */
  public static TextArea reason(int least) {
    TextArea reason = new TextArea(UI.getCurrent().getTranslation("reason.comment", least));
    reason.setId("comment");
    reason.setMaxLength(900);
    return reason;
  }

  public static <E extends Enum<E>> Select<E> of(String id, String label, E[] items, Function<E, String> words, E value) {
    Select<E> choice = new Select<>();
    choice.setId(id);
    choice.setLabel(UI.getCurrent().getTranslation(label));
    choice.setItems(items);
    choice.setItemLabelGenerator(words::apply);
    choice.setValue(value);
    return choice;
  }
}
