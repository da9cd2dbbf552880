package org.jiheng.ui.transfer;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.jiheng.app.review.CellKey;

/** What the tables of a fund document are made of. */
final class FundElements {

  private FundElements() {}

  static Element table(String caption) {
    Element table = new Element("table");
    table.getClassList().addAll(List.of("official", "figures"));
    table.appendChild(new Element("caption").setText(t(caption)));
    return table;
  }

  static Element row(Element table) {
    Element row = new Element("tr");
    table.appendChild(row);
    return row;
  }

  static Element label(Element row, String text, int span) {
    Element cell = placed(row, new Element("th"), span);
    cell.appendChild(new Element("span").setText(text));
    return cell;
  }

  static Element plain(Element row, String text, int span) {
    return placed(row, new Element("td").setText(text), span);
  }

  static Element placed(Element row, Element cell, int span) {
    if (span > 1) {
      cell.setAttribute("colspan", String.valueOf(span));
    }
    row.appendChild(cell);
    return cell;
  }

  static Element small(String text) {
    Element small = new Element("small").setText(text);
    small.getClassList().add("below");
    return small;
  }

  static Element button(String what, String shown, CellKey about, String name) {
    Element button = new Element("button").setText(shown);
    button.setAttribute("type", "button");
    button.getClassList().addAll(List.of("cell-button", what));
    button.setAttribute("data-wants", what);
    button.setAttribute("data-cell-of", about.path());
    button.setAttribute("title", name);
    button.setAttribute("aria-label", name);
    return button;
  }

  static String t(String key, Object... values) {
    return UI.getCurrent().getTranslation(key, values);
  }
}
