package org.jiheng.ui.transfer;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundLine;
import org.jiheng.app.transfer.FundPage;
import org.jiheng.app.transfer.Part;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.ui.frame.Asking;

/** Asks whose part is to be added: a county, a unit, or a project of one. */
final class PartDialog {

  private final ComboBox<Part> choice = new ComboBox<>();
  private final Asking dialog;

  PartDialog(FundDocuments documents, Projects projects, FundPage page, Consumer<Part> given) {
    Map<Part, String> offered = new LinkedHashMap<>();
    for (Jurisdiction county : documents.counties()) {
      offered.put(Part.ofCounty(county.code().value()), county.name());
    }
    page.units().forEach((code, name) -> offered.put(Part.ofUnit(code), name));
    for (Project project : projects.ofYear(page.document().head().fiscalYear())) {
      offered.put(Part.ofProject(project.unit(), project.id()), project.name() + " · " + page.units().getOrDefault(project.unit(), ""));
    }
    page.lines().stream().map(FundLine::part).forEach(offered::remove);
    List<Part> items = new ArrayList<>(offered.keySet());
    choice.setId("part");
    choice.setLabel(choice.getTranslation("fund.part"));
    choice.setItems(items);
    choice.setItemLabelGenerator(offered::get);
    dialog = new Asking(choice.getTranslation("fund.add-part"), () -> {
      choice.setInvalid(choice.getValue() == null);
      if (choice.getValue() == null) {
        return false;
      }
      given.accept(choice.getValue());
      return true;
    }, () -> { }).wide(choice);
  }

  void open() {
    dialog.open();
  }
}
