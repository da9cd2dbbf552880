package org.jiheng.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;

/**
 * The element a form is drawn in. Its script sends typed cells in blocks, keeps what is not confirmed in the browser, pastes
 * blocks from Excel and handles the keyboard; this class is its other end.
 */
@Tag("div")
@JavaScript("context://static/jiheng-form.js")
public class FormRoot extends Component implements HasStyle {

  private static final long serialVersionUID = 1L;

  /**
   * @param form whose unconfirmed texts the browser keeps
   * @param person for whom it keeps them
   */
  public FormRoot(UUID form, UUID person) {
    addClassName("form-root");
    getElement().setAttribute("data-form", form.toString());
    getElement().setAttribute("data-person", person.toString());
    addAttachListener(_ -> getElement().executeJs("window.jihengForm.attach(this)"));
  }

  /** Typed cells, in the order in which they were typed. */
  public void onTyped(Consumer<List<CellEdit>> listener) {
    getElement().addEventListener("cells-typed", event -> listener.accept(edits(text(event, "event.detail.edits"))))
        .addEventData("event.detail.edits");
  }

  /**
   * A button of the form was pressed: {@code note}, {@code why}, {@code add}, {@code remove}, {@code attach}, {@code mine},
   * {@code theirs}, {@code suggest}.
   */
  public void onWanted(String what, Consumer<CellKey> listener) {
    getElement().addEventListener(what + "-wanted", event -> listener.accept(new CellKey(text(event, "event.detail.cell"))))
        .addEventData("event.detail.cell");
  }

  /** What is done with the lines of a block from Excel that reached below the last line. */
  @FunctionalInterface
  public interface LinesPasted {

    /**
     * @param table whose last line it was
     * @param column of the form, counted from 0, the first text of each line belongs to
     * @param lines what is left of the block, line by line
     */
    void below(CellKey table, int column, List<List<String>> lines);
  }

  public void onLinesPasted(LinesPasted listener) {
    getElement().addEventListener("lines-pasted", event -> listener.below(new CellKey(text(event, "event.detail.table")),
            event.getEventData().get("event.detail.column").asInt(), lines(text(event, "event.detail.lines"))))
        .addEventData("event.detail.table").addEventData("event.detail.column").addEventData("event.detail.lines");
  }

  /** The server has the text: the browser need not keep it any longer. */
  public void confirmed(CellKey cell, String typed) {
    getElement().executeJs("window.jihengForm.confirmed(this, $0, $1)", cell.path(), typed);
  }

  /** Runs the action when the server has everything that was typed, or says that it does not have it. */
  public void whenSettled(Runnable action, Runnable unsettled) {
    getElement().executeJs("return window.jihengForm.settled(this)")
        .then(Boolean.class, settled -> (Boolean.TRUE.equals(settled) ? action : unsettled).run());
  }

  public void draw(Element content) {
    getElement().removeAllChildren();
    getElement().appendChild(content);
  }

  /** Brings a cell into view and gives it the focus. */
  public void goTo(CellKey cell) {
    getElement().executeJs("window.jihengForm.goTo(this, $0)", cell.path());
  }

  private static String text(DomEvent event, String name) {
    return event.getEventData().get(name).asString();
  }

  private static List<List<String>> lines(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonArray.class).stream()
          .map(line -> line.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList())
          .toList();
    }
  }

  private static List<CellEdit> edits(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(edit -> new CellEdit(new CellKey(edit.getString("cell")), edit.getString("seen"), edit.getString("typed")))
          .toList();
    }
  }
}
