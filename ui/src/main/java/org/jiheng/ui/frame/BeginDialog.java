package org.jiheng.ui.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiheng.app.form.FilledForms.ProjectChoice;

/** Chooses the project a new form is begun for. */
public final class BeginDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /**
   * @param text what is chosen, or why there is nothing to choose
   * @param begins begins the form of the project and goes there
   */
  public BeginDialog(String title, String text, List<ProjectChoice> choices, Consumer<UUID> begins) {
    setHeaderTitle(title);
    addClassName("begin");
    add(new Paragraph(text));
    ComboBox<ProjectChoice> project = new ComboBox<>(getTranslation("column.project"));
    project.setId("project");
    project.setItems(choices);
    project.setItemLabelGenerator(one -> one.name() + "(" + one.unitName() + ")");
    project.setWidthFull();
    Button begin = new Button(getTranslation("begin.go"), _ -> {
      close();
      begins.accept(project.getValue().id());
    });
    begin.setId("begin-form");
    begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    begin.setEnabled(false);
    begin.setDisableOnClick(true);
    project.addValueChangeListener(change -> begin.setEnabled(change.getValue() != null));
    if (!choices.isEmpty()) {
      add(project);
    }
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), begin);
  }
}
