package org.jiheng.ui.platform;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiheng.tenants.desk.Administrator;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.Objection;
import org.jiheng.tenants.desk.Objections;
import org.jiheng.tenants.desk.ProvisioningDesk;
import org.jiheng.tenants.desk.Wish;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Role;
import org.jiheng.ui.frame.Address;

/** Asks for what a new county needs: code, name, its first three administrators, and why. */
final class OnboardDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient Jurisdiction prefecture;
  private final TextField code = new TextField();
  private final TextField name = new TextField();
  private final Map<Role, TextField> people = new EnumMap<>(Role.class);
  private final Map<Role, TextField> usernames = new EnumMap<>(Role.class);
  private final TextArea reason = new TextArea();
  private final ObjectedFields fields;

  /**
   * @param waiting where this dialog is opened again after a fresh login
   * @param wanted is told of the job it has become
   */
  OnboardDialog(ProvisioningDesk desk, Jurisdiction prefecture, Address waiting, Consumer<UUID> wanted) {
    this.prefecture = prefecture;
    setHeaderTitle(getTranslation("platform.onboard"));
    addClassName("onboard");
    fields = new ObjectedFields(this, JobKind.ONBOARD.name(), () -> desk.objections(wish()));
    code.setId("code");
    code.setLabel(getTranslation("platform.code"));
    code.setHelperText(getTranslation("platform.code.help", prefecture.code().value().substring(0, 4)));
    code.setMaxLength(6);
    name.setId("name");
    name.setLabel(getTranslation("platform.name"));
    name.setMaxLength(Objections.LONGEST_NAME);
    fields.field(code, Objection.Field.CODE);
    fields.field(name, Objection.Field.NAME);
    Administrator.ROLES.forEach(this::administrator);
    reason.setId("reason");
    reason.setLabel(getTranslation("platform.reason", Objections.SHORTEST_REASON));
    reason.setMaxLength(500);
    reason.addClassName("wide");
    fields.field(reason, Objection.Field.REASON);
    Button onboard = new Button(getTranslation("platform.onboard"));
    onboard.setId("confirm-onboard");
    onboard.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    onboard.setDisableOnClick(true);
    onboard.addClickListener(_ -> {
      try {
        fields.want(waiting, () -> {
          UUID job = desk.want(wish());
          close();
          wanted.accept(job);
        });
      } finally {
        onboard.setEnabled(true);
      }
    });
    add(new Paragraph(getTranslation("platform.onboard.text")), fields);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), onboard);
    addOpenedChangeListener(opened -> {
      if (opened.isOpened()) {
        code.focus();
      }
    });
  }

  private void administrator(Role role) {
    TextField person = new TextField(getTranslation("platform.person", getTranslation("role." + role.name())));
    person.setId("person-" + role.name());
    person.setMaxLength(Objections.LONGEST_NAME);
    TextField username = new TextField(getTranslation("platform.username"));
    username.setId("username-" + role.name());
    username.setMaxLength(Objections.LONGEST_NAME);
    username.setAriaLabel(getTranslation("platform.username.of", getTranslation("role." + role.name())));
    fields.field(person, Objection.Field.PERSON, Optional.of(role));
    fields.field(username, Objection.Field.USERNAME, Optional.of(role));
    people.put(role, person);
    usernames.put(role, username);
  }

  /** Opens it with what was typed before a fresh login. */
  void openAgain() {
    open();
    fields.takeBack();
  }

  private Wish wish() {
    List<Administrator> administrators = Administrator.ROLES.stream()
        .map(role -> new Administrator(role, people.get(role).getValue(), usernames.get(role).getValue())).toList();
    return new Wish(JobKind.ONBOARD, code.getValue(), Optional.of(prefecture.code()), name.getValue(), administrators, reason.getValue(), false);
  }
}
