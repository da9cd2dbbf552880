package org.jiheng.ui.platform;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.Objection;
import org.jiheng.tenants.desk.Objections;
import org.jiheng.tenants.desk.ProvisioningDesk;
import org.jiheng.tenants.desk.Wish;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.ui.frame.Address;

/** Asks why something is to be done with a county, and for its new name, or its name once more where there is no way back. */
final class ChangeDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient Jurisdiction county;
  private final JobKind kind;
  private final TextField name = new TextField();
  private final TextArea reason = new TextArea();
  private final ObjectedFields fields;

  /**
   * @param waiting where this dialog is opened again after a fresh login
   * @param wanted is told of the job it has become
   */
  ChangeDialog(ProvisioningDesk desk, Jurisdiction county, JobKind kind, Address waiting, Consumer<UUID> wanted) {
    this.county = county;
    this.kind = kind;
    addClassName("change");
    setHeaderTitle(getTranslation("job-kind." + kind.name()) + " " + county.name());
    fields = new ObjectedFields(this, kind.name() + "/" + county.code().value(), () -> desk.objections(wish()));
    name.setId("name");
    name.setMaxLength(Objections.LONGEST_NAME);
    name.addClassName("wide");
    if (kind == JobKind.RENAME) {
      name.setLabel(getTranslation("platform.new-name"));
      name.setValue(county.name());
      fields.field(name, Objection.Field.NAME);
    } else if (kind == JobKind.REMOVE) {
      name.setLabel(getTranslation("platform.confirm-name", county.name()));
      fields.field(name, Objection.Field.NAME);
    }
    reason.setId("reason");
    reason.setLabel(getTranslation("platform.reason", Objections.SHORTEST_REASON));
    reason.setMaxLength(500);
    reason.addClassName("wide");
    fields.field(reason, Objection.Field.REASON);
    Button change = new Button(getTranslation("job-kind." + kind.name()));
    change.setId("confirm-change");
    change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    if (kind == JobKind.SUSPEND || kind == JobKind.REMOVE) {
      change.addThemeVariants(ButtonVariant.LUMO_ERROR);
    }
    change.setDisableOnClick(true);
    change.addClickListener(_ -> {
      try {
        fields.want(waiting, () -> {
          UUID job = desk.want(wish());
          close();
          wanted.accept(job);
        });
      } finally {
        change.setEnabled(true);
      }
    });
    add(new Paragraph(getTranslation("job-text." + kind.name())), fields);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), change);
    // what no input can change is said before anybody has typed
    fields.show(desk.objections(wish()).stream().filter(one -> one.field() == Objection.Field.STATE).toList());
  }

  /** Opens it with what was typed before a fresh login. */
  void openAgain() {
    open();
    fields.takeBack();
  }

  private Wish wish() {
    return Wish.of(kind, county.code(), county.parent(), name.getValue(), reason.getValue());
  }
}
