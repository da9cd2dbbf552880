package org.jiheng.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;

/** A small table of a page or a dialog, all of it in sight. */
@Tag("table")
public final class PlainTable extends Component implements HasStyle {

  private static final long serialVersionUID = 1L;

  public PlainTable(String... headings) {
    addClassName("changes");
    Element row = new Element("tr");
    for (String heading : headings) {
      row.appendChild(new Element("th").setText(heading));
    }
    getElement().appendChild(row);
  }

  /** @param kind class of the line; empty text for none */
  public void line(String kind, Component... cells) {
    Element row = new Element("tr");
    if (!kind.isEmpty()) {
      row.getClassList().add(kind);
    }
    for (Component cell : cells) {
      row.appendChild(new Element("td").appendChild(cell.getElement()));
    }
    getElement().appendChild(row);
  }
}
