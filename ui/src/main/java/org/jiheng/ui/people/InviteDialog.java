package org.jiheng.ui.people;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.people.Invitation;
import org.jiheng.tenants.people.ObstructedException;
import org.jiheng.tenants.people.People;
import org.jiheng.ui.frame.Failures;

/** Takes a person on; what the rules object to stands beside the fields, which keep what was typed. */
final class InviteDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient People people;
  private final TextField username = new TextField();
  private final TextField name = new TextField();
  private final ComboBox<String> unit;
  private final Paragraph problem = new Paragraph();
  private final Button invite = new Button();

  InviteDialog(People people, Map<String, String> units) {
    this.people = people;
    this.unit = unitChoice("unit", getTranslation("people.unit-of-work"), units);
    setHeaderTitle(getTranslation("act.INVITE"));
    addClassName("person-dialog");
    username.setId("username");
    username.setLabel(getTranslation("column.username"));
    username.setHelperText(getTranslation("people.username-help"));
    username.setValueChangeMode(ValueChangeMode.EAGER);
    name.setId("name");
    name.setLabel(getTranslation("people.name"));
    name.setValueChangeMode(ValueChangeMode.EAGER);
    problem.addClassName("problem");
    problem.getElement().setAttribute("role", "alert");
    invite.setText(getTranslation("act.INVITE"));
    invite.setId("do-invite");
    invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    invite.setEnabled(false);
    invite.addClickListener(_ -> invite());
    username.addValueChangeListener(_ -> complete());
    name.addValueChangeListener(_ -> complete());
    add(new Paragraph(getTranslation("people.invite-text")), username, name, unit, problem);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), invite);
    addOpenedChangeListener(opened -> {
      if (opened.isOpened()) {
        username.focus();
      }
    });
  }

  /** A choice among the units of the jurisdiction, by code and name; nothing chosen: none in particular. */
  static ComboBox<String> unitChoice(String id, String label, Map<String, String> units) {
    ComboBox<String> choice = new ComboBox<>(label);
    choice.setId(id);
    choice.setItems(units.keySet());
    // the tree of departments and units: two spaces for each level
    choice.setItemLabelGenerator(code -> "\u3000".repeat(code.length() / 3 - 1) + code + " " + units.get(code));
    choice.setClearButtonVisible(true);
    return choice;
  }

  private void complete() {
    invite.setEnabled(!username.getValue().isBlank() && !name.getValue().isBlank());
  }

  private void invite() {
    try {
      String person = name.getValue().strip();
      Invitation done = people.invite(username.getValue().strip(), person, Optional.ofNullable(unit.getValue()).orElse(""));
      close();
      done.password().ifPresentOrElse(
          password -> new PasswordDialog(username.getValue().strip(), person, password, () -> file(done.person())).open(),
          () -> file(done.person()));
    } catch (ObstructedException refused) {
      problem.setText(Failures.sentences(refused.obstacles()));
    }
  }

  private void file(UUID person) {
    UI.getCurrent().navigate("people/" + person);
  }
}
