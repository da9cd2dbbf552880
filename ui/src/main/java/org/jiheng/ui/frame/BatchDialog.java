package org.jiheng.ui.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What a batch would do to each of the chosen things, before anything is done: what will happen, and what cannot and why. */
public final class BatchDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /** One thing: what it is called, and why it cannot be done; empty if it can. */
  public record Item(String name, String refusal) {}

  public BatchDialog(String action, List<Item> items, Runnable confirmed) {
    addClassName("batch");
    setHeaderTitle(action);
    long possible = items.stream().filter(item -> item.refusal().isEmpty()).count();
    add(new Paragraph(getTranslation("batch.preview", items.size(), possible, items.size() - possible)));
    UnorderedList list = new UnorderedList();
    for (Item item : items) {
      ListItem line = new ListItem(item.refusal().isEmpty() ? "✓ " + item.name() : "✗ " + item.name() + ": " + item.refusal());
      line.addClassName(item.refusal().isEmpty() ? "possible" : "refused");
      list.add(line);
    }
    add(list);
    Button confirm = new Button(getTranslation("batch.confirm", action, possible), _ -> {
      close();
      confirmed.run();
    });
    confirm.setId("confirm-batch");
    confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    confirm.setEnabled(possible > 0);
    confirm.setDisableOnClick(true);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), confirm);
  }
}
