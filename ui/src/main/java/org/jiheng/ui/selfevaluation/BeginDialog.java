package org.jiheng.ui.selfevaluation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.app.selfevaluation.SelfEvaluations.ProjectChoice;
import org.jiheng.ui.shell.Year;

/** Chooses the project a new self-evaluation is begun for. */
final class BeginDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  BeginDialog(SelfEvaluations selfEvaluations, int year) {
    setHeaderTitle(getTranslation("begin"));
    addClassName("begin");
    List<ProjectChoice> choices = selfEvaluations.projectsToBegin(year);
    add(new Paragraph(getTranslation(choices.isEmpty() ? "begin.none" : "begin.text", String.valueOf(year))));
    ComboBox<ProjectChoice> project = new ComboBox<>(getTranslation("column.project"));
    project.setId("project");
    project.setItems(choices);
    project.setItemLabelGenerator(one -> one.name() + "(" + one.unitName() + ")");
    project.setWidthFull();
    Button begin = new Button(getTranslation("begin.go"), _ -> {
      close();
      getUI().ifPresent(ui -> ui.navigate("self-evaluations/" + selfEvaluations.begin(project.getValue().id()), Year.parameters(year)));
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
