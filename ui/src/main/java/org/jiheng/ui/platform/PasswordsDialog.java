package org.jiheng.ui.platform;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import org.jiheng.tenants.identity.OneTimePassword;

/** Shows one-time passwords, which nobody can be shown again afterwards. */
final class PasswordsDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /** @param passwords by user name */
  PasswordsDialog(Map<String, OneTimePassword> passwords) {
    setHeaderTitle(getTranslation("platform.passwords"));
    addClassName("passwords");
    setCloseOnEsc(false);
    setCloseOnOutsideClick(false);
    NativeTable table = new NativeTable();
    table.addClassName("changes");
    NativeTableRow head = table.getHead().addRow();
    head.addHeaderCell().setText(getTranslation("platform.username"));
    head.addHeaderCell().setText(getTranslation("platform.one-time-key"));
    head.addHeaderCell().setText(getTranslation("platform.copy"));
    passwords.forEach((username, password) -> {
      NativeTableRow row = table.getBody().addRow();
      row.addHeaderCell().setText(username);
      row.addDataCell().setText(password.text());
      row.addDataCell().add(copy(username, username + " " + password.text()));
    });
    Button noted = new Button(getTranslation("platform.noted"), _ -> close());
    noted.setId("passwords-noted");
    noted.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(new Paragraph(getTranslation("platform.passwords.text")), table);
    getFooter().add(noted);
  }

  private Button copy(String username, String text) {
    Button copy = new Button(getTranslation("platform.copy"));
    copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    copy.setAriaLabel(getTranslation("platform.copy.of", username));
    copy.addClickListener(_ -> {
      // a browser keeps its clipboard from pages that came over an unguarded line: then the row is marked for Ctrl C
      copy.getElement().executeJs("""
          const row = this.closest('tr');
          if (navigator.clipboard) {
            navigator.clipboard.writeText($0);
          } else {
            window.getSelection().selectAllChildren(row);
          }""", text);
      copy.setText(getTranslation("platform.copied"));
    });
    return copy;
  }
}
