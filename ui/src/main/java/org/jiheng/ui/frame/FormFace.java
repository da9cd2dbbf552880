package org.jiheng.ui.frame;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.function.Consumer;
import java.util.UUID;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.ShownForm;

/** What only the forms of one room show: all of a form's page its room writes. */
public abstract class FormFace<V extends ShownForm> {

  /** What stands on top of the page. */
  public abstract String title(V form);

  /** The official form, drawn for the lines and rights of this one. */
  public abstract OfficialTable<V> table(V form);

  /** Goes to another form of this room: to the adjustment just begun, or to what an adjustment is to take the place of. */
  public abstract void go(UUID form);

  /** Shows how a figure came about, whose button was pressed. Only called for what the official form has such buttons at. */
  public void explain(V form, CellKey about) {}

  /**
   * Suggests what may stand in a cell, whose button was pressed. Only called for cells the official form has such buttons at.
   *
   * @param taken to be run when something was taken, with the cell the person goes on in
   */
  public void suggest(V form, CellKey cell, Consumer<CellKey> taken) {}

  /** What is to be looked at before anything else: alarms and remarks, the gravest first. */
  public List<Component> remarks(V form) {
    return List.of();
  }

  /** What is done with the form besides its moves, for example imports. @param changed to be run when it has changed the form */
  public List<Component> tools(V form, Runnable changed) {
    return List.of();
  }
}
