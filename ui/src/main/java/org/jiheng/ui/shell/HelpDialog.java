package org.jiheng.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Keys and signs of the screens, in one place. */
final class HelpDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private static final List<String> KEYS = List.of("search", "next", "down", "line", "save", "note", "paste", "undo", "help");

  HelpDialog() {
    setHeaderTitle(getTranslation("help"));
    addClassName("help");
    add(new Paragraph(getTranslation("help.text")));
    DescriptionList keys = new DescriptionList();
    for (String key : KEYS) {
      keys.add(new DescriptionList.Term(getTranslation("help." + key + ".key")), new DescriptionList.Description(getTranslation("help." + key)));
    }
    add(keys);
    Button close = new Button(getTranslation("close"), _ -> close());
    close.setAutofocus(true);
    getFooter().add(close);
  }
}
