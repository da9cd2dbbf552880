package org.jiheng.ui.frame;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.agency.Unit;

/** The filter of a list by one of the caller's departments or units. */
public final class UnitFilter {

  private UnitFilter() {}

  /** @param own departments and units to choose from */
  public static void in(ListFrame<?> list, Address address, List<Unit> own) {
    ComboBox<Unit> unit = new ComboBox<>();
    unit.setId("filter-unit");
    unit.setAriaLabel(list.getTranslation("column.unit"));
    unit.setPlaceholder(list.getTranslation("column.unit"));
    unit.setItems(own);
    unit.setItemLabelGenerator(one -> one.code() + " " + one.name());
    unit.setClearButtonVisible(true);
    Optional<Unit> chosen = address.get("unit").flatMap(code -> own.stream().filter(one -> one.code().equals(code)).findFirst());
    chosen.ifPresent(unit::setValue);
    unit.addValueChangeListener(change -> address.with("unit", change.getValue() == null ? "" : change.getValue().code()).go());
    list.filter(unit);
    chosen.ifPresent(one -> list.chip(one.name(), "unit"));
  }
}
