package org.jiheng.ui.transfer;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import java.util.List;
import java.util.function.Consumer;
import org.jiheng.app.transfer.Part;
import org.jiheng.app.transfer.PossibleParts.Choice;
import org.jiheng.ui.frame.Asking;

/** Asks whose parts are to be added: counties, units, projects of units, as many as are wanted at once. */
final class PartDialog {

  private final MultiSelectComboBox<Choice> choices = new MultiSelectComboBox<>();
  private final Asking dialog;

  PartDialog(List<Choice> possible, Consumer<List<Part>> given, Runnable done) {
    choices.setId("part");
    choices.setWidthFull();
    choices.setLabel(choices.getTranslation("fund.part"));
    choices.setHelperText(choices.getTranslation("fund.parts-several"));
    choices.setItems(possible);
    choices.setItemLabelGenerator(one -> one.unitName().isEmpty() ? one.name() : one.name() + " · " + one.unitName());
    choices.setI18n(new MultiSelectComboBoxI18n().setCleared(choices.getTranslation("choice.cleared"))
        .setFocused(choices.getTranslation("choice.focused")).setSelected(choices.getTranslation("choice.selected"))
        .setDeselected(choices.getTranslation("choice.deselected")).setTotal(choices.getTranslation("choice.total")));
    dialog = new Asking(choices.getTranslation("fund.add-part"), () -> {
      choices.setInvalid(choices.getValue().isEmpty());
      if (choices.isInvalid()) {
        choices.setErrorMessage(choices.getTranslation("field.required"));
        return false;
      }
      // in the order in which they are offered, however they were picked
      given.accept(possible.stream().filter(choices.getValue()::contains).map(Choice::part).toList());
      return true;
    }, done).wide(choices);
  }

  void open() {
    dialog.open();
  }
}
