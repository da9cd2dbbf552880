package org.jiheng.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.jiheng.tenants.identity.FreshLogin;
import org.jiheng.tenants.identity.FreshLoginNeededException;

/** Sends a person to prove anew who it is, and back to where the act waits. */
public final class FreshLoginDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private FreshLoginDialog(Address waiting) {
    setHeaderTitle(getTranslation("fresh-login"));
    addClassName("person-dialog");
    add(new Paragraph(getTranslation("fresh-login.text")));
    Button go = new Button(getTranslation("fresh-login.go"), _ -> UI.getCurrent().getPage().setLocation(FreshLogin.addressBackTo(waiting.href())));
    go.setId("fresh-login");
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    go.setDisableOnClick(true);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), go);
  }

  /**
   * Does what asks for a fresh login, or offers one first.
   *
   * @param waiting where the person comes back to: a page that offers the same act again, with all that was chosen for it
   */
  public static void unlessFresh(Address waiting, Runnable act) {
    try {
      act.run();
    } catch (FreshLoginNeededException first) {
      new FreshLoginDialog(waiting).open();
    }
  }
}
