package org.jiheng.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import org.jiheng.tenants.identity.OneTimePassword;

/** Shows a one-time password, once. */
final class PasswordDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  PasswordDialog(String username, String name, OneTimePassword password, Runnable done) {
    setHeaderTitle(getTranslation("people.one-time"));
    addClassName("person-dialog");
    setCloseOnEsc(false);
    setCloseOnOutsideClick(false);
    Code text = new Code(password.text());
    text.setId("one-time-password");
    text.addClassName("one-time-password");
    DescriptionList of = new DescriptionList();
    of.add(new DescriptionList.Term(getTranslation("people.name")), new DescriptionList.Description(name));
    of.add(new DescriptionList.Term(getTranslation("column.username")), new DescriptionList.Description(username));
    add(new Paragraph(getTranslation("people.one-time.text")), of, text);
    Button close = new Button(getTranslation("people.one-time.handed"), _ -> {
      close();
      done.run();
    });
    close.setId("password-handed");
    close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(close);
  }
}
