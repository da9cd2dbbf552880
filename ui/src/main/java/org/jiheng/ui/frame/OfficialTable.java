package org.jiheng.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellKind;
import org.jiheng.app.review.ShownForm;

/**
 * An official form as it is printed: a table of labels, cells and figures. A room draws it in its constructor, once for a set of
 * lines; afterwards only what its cells and figures show is changed.
 */
public abstract class OfficialTable<V extends ShownForm> {

  protected final Words words = Words.in(UI.getCurrent().getLocale());
  private final Element table = new Element("table");
  private final Map<CellKey, FormCell> cells = new LinkedHashMap<>();
  private final Map<CellKey, Element> files = new LinkedHashMap<>();
  private final Map<CellKey, Element> fileProblems = new HashMap<>();
  private final Map<CellKey, List<Attachments.Head>> filesShown = new HashMap<>();
  private final Map<String, Element> figures = new HashMap<>();
  private final Map<CellKey, List<String>> lines = new HashMap<>();
  private final List<CellKey> suggesting = new ArrayList<>();
  private final V drawn;
  private final int columns;

  /**
   * @param name by which the stylesheet knows how wide the columns are
   * @param caption what stands above it, with the fiscal year in a bracket behind
   */
  protected OfficialTable(V form, String name, String caption, int columns) {
    this.drawn = form;
    this.columns = columns;
    table.getClassList().addAll(List.of("official", name));
    table.appendChild(new Element("caption").setText(UI.getCurrent().getTranslation("form.caption", caption,
        String.valueOf(form.desk().head().fiscalYear()))));
    // one each, so that the stylesheet can say how wide they are
    Element widths = new Element("colgroup");
    for (int i = 0; i < columns; i++) {
      widths.appendChild(new Element("col"));
    }
    table.appendChild(widths);
  }

  final Element table() {
    return table;
  }

  /** Whether the other state of the form can be shown without drawing it anew. */
  protected boolean fits(V other) {
    return List.copyOf(other.cells().keys()).equals(List.copyOf(drawn.cells().keys()))
        && other.desk().mayNote() == drawn.desk().mayNote()
        && lines.keySet().stream().allMatch(table -> open(other, table) == open(drawn, table))
        && suggesting.stream().allMatch(cell -> open(other, cell) == open(drawn, cell))
        && files.keySet().stream().allMatch(place -> open(other, place) == open(drawn, place));
  }

  final void show(V form, FormSource<V> source) {
    CellStates states = new CellStates(form.sheet());
    cells.forEach((key, cell) -> cell.show(states.of(key)));
    files.forEach((place, list) -> showFiles(form, place, list, source));
    fileProblems.forEach((place, problem) -> problem.setText(cells.containsKey(place) ? "" : fileProblem(form, place)));
    figures(form);
  }

  /** What is wrong with a list of files, for whoever hands them in and for whoever judges the form now; a cell there says it itself. */
  private String fileProblem(V form, CellKey place) {
    return form.desk().writable() || form.desk().state().stage()
        ? form.problems().getOrDefault(place, List.of()).stream().map(words::say).collect(Collectors.joining(" ")) : "";
  }

  /** Says what the figures are now. */
  protected abstract void figures(V form);

  /** Columns of the table lines are added to, from left to right: keys of cells, empty for a column that has none. */
  final List<String> columnsOf(CellKey lineTable) {
    return lines.getOrDefault(lineTable, List.of());
  }

  protected final Element row() {
    Element row = new Element("tr");
    table.appendChild(row);
    return row;
  }

  protected final Element label(Element row, String text, int span) {
    return placed(row, new Element("th").setText(text), span);
  }

  protected final Element plain(Element row, String text, int span) {
    return placed(row, new Element("td").setText(text), span);
  }

  protected final Element number(Element row) {
    Element cell = plain(row, "", 1);
    cell.getClassList().add("number");
    return cell;
  }

  private static Element placed(Element row, Element cell, int span) {
    if (span > 1) {
      cell.setAttribute("colspan", String.valueOf(span));
    }
    row.appendChild(cell);
    return cell;
  }

  /** A cell of the form; what belongs into it says whether one types or chooses. */
  protected final Element cell(Element row, CellKey key, int span) {
    Element place = placed(row, new Element("td"), span);
    put(place, key);
    return place;
  }

  /** A cell of the form for texts of several lines: there Enter begins a new one. */
  protected final Element longCell(Element row, CellKey key, int span) {
    Element place = cell(row, key, span);
    place.getClassList().add("long");
    return place;
  }

  /** A cell of the form at a place that was made for it. */
  protected final void put(Element place, CellKey key) {
    if (drawn.sheet().kinds().get(key) instanceof CellKind.Choice choice) {
      cells.put(key, FormCell.choice(place, key, labels(key), choices(choice, t("cell.choose")), drawn.desk().mayNote()));
    } else {
      cells.put(key, new FormCell(place, key, labels(key), drawn.desk().mayNote()));
    }
  }

  /** A choice beside another cell, which takes the notes for both. @param nothing what is shown until something is chosen */
  protected final void choice(Element place, CellKey key, String nothing) {
    if (drawn.sheet().kinds().get(key) instanceof CellKind.Choice choice) {
      cells.put(key, FormCell.choice(place, key, labels(key), choices(choice, nothing), false));
    } else {
      throw new IllegalArgumentException("nothing is chosen at " + key);
    }
  }

  private Map<String, String> choices(CellKind.Choice choice, String nothing) {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("", nothing);
    choice.codes().forEach(code -> choices.put(code, words.say(choice.words() + code)));
    return choices;
  }

  private FormCell.Labels labels(CellKey key) {
    return new FormCell.Labels(drawn.labels().getOrDefault(key, key.path()), t("cell.before"), t("cell.mine"), t("cell.theirs"), t("cell.note"));
  }

  /** Where a figure stands, to be filled in by {@link #figures}. */
  protected final void figure(String name, Element place) {
    figures.put(name, place);
  }

  protected final void figure(String name, String text) {
    figures.get(name).setText(text);
  }

  /** Shows or hides what stands where a figure may. */
  protected final void hidden(String name, boolean hidden) {
    figures.get(name).getClassList().set("hidden", hidden);
  }

  /** The button that explains a figure. Where the figure is the cell's own text, it moves into an element of its own. */
  protected final Element why(Element place, CellKey about) {
    Element figure = new Element("span");
    if (place.getChildCount() == 0) {
      place.appendChild(figure);
    }
    place.appendChild(button("why", "ⓘ", about));
    return figure;
  }

  /** Whether lines may be added and taken away. */
  protected final boolean linesOpen(CellKey lineTable) {
    return open(drawn, lineTable);
  }

  private boolean open(V form, CellKey key) {
    return form.desk().locks().open(key);
  }

  /**
   * The headings of a table lines are added to; a note on the first one is about the table as a whole, for lines that are missing.
   *
   * @param keys of the columns from left to right, one for each column of the form; empty for a column without cells
   * @param headings what stands over the columns
   */
  protected final Element lineHead(CellKey lineTable, List<String> keys, List<String> headings) {
    lines.put(lineTable, List.copyOf(keys));
    Element head = row();
    headings.forEach(heading -> label(head, heading, 1));
    head.getClassList().add("columns");
    Element first = head.getChild(0);
    Element text = new Element("span").setText(first.getText());
    first.setText("");
    first.appendChild(text);
    first.setAttribute("data-key", lineTable.path());
    if (drawn.desk().mayNote()) {
      first.appendChild(button("note", "✎", lineTable));
    }
    return head;
  }

  /** The row of a line, for its cells. */
  protected final Element line(CellKey lineTable, UUID id) {
    Element row = row();
    row.setAttribute("data-line", id.toString());
    row.setAttribute("data-table", lineTable.path());
    return row;
  }

  /** In one cell of a line, the button that takes the line away, while that may be done. */
  protected final void removable(Element cell, CellKey lineTable, UUID id) {
    if (linesOpen(lineTable)) {
      cell.appendChild(button("remove", "✕", CellKey.of(lineTable, id)));
    }
  }

  /** Beside a cell, the button that suggests what may stand there, while it may be written; Alt and the arrow down do the same in the cell. */
  protected final void suggesting(Element place, CellKey cell) {
    suggesting.add(cell);
    if (open(drawn, cell)) {
      place.appendChild(button("suggest", "▾", cell));
    }
  }

  /** Below the lines, the button that adds one, while that may be done. */
  protected final void addable(CellKey lineTable) {
    if (linesOpen(lineTable)) {
      Element more = row();
      more.getClassList().add("no-print");
      plain(more, "", columns).appendChild(button("add", t("form.add-line"), lineTable));
    }
  }

  /** The files handed in at a cell, a row or a section, and, while it is open, the button that hands one in. */
  protected final Element files(Element row, CellKey place, int span) {
    Element cell = plain(row, "", span);
    cell.getClassList().add("files");
    cell.setAttribute("data-key", place.path());
    Element list = new Element("ul");
    cell.appendChild(list);
    if (open(drawn, place)) {
      cell.appendChild(button("attach", "⊕", place));
    }
    Element problem = new Element("div");
    problem.getClassList().add("cell-problem");
    cell.appendChild(problem);
    fileProblems.put(place, problem);
    files.put(place, list);
    return cell;
  }

  private void showFiles(V form, CellKey place, Element list, FormSource<V> source) {
    List<Attachments.Head> there = form.sheet().files().stream().filter(file -> file.place().equals(place.path())).toList();
    if (there.equals(filesShown.put(place, there))) {
      return;
    }
    list.removeAllChildren();
    there.forEach(file -> list.appendChild(
        new Element("li").appendChild(AttachmentField.link(file.fileName(), () -> source.file(file.id())).getElement())));
  }

  private Element button(String what, String shown, CellKey about) {
    Element button = new Element("button").setText(shown);
    button.setAttribute("type", "button");
    button.getClassList().addAll(List.of("cell-button", what));
    button.setAttribute("data-wants", what);
    button.setAttribute("data-cell-of", about.path());
    String name = t("form.button." + what);
    button.setAttribute("title", name);
    button.setAttribute("aria-label", name);
    return button;
  }

  private static String t(String key) {
    return UI.getCurrent().getTranslation(key);
  }

  /** Texts of columns in a block from Excel, by the key of the column. */
  final Map<String, String> lineOf(CellKey lineTable, int column, List<String> texts) {
    List<String> keys = new ArrayList<>(columnsOf(lineTable));
    Map<String, String> line = new LinkedHashMap<>();
    for (int i = 0; i < texts.size() && column + i < keys.size(); i++) {
      if (!texts.get(i).isEmpty() && !keys.get(column + i).isEmpty()) {
        line.put(keys.get(column + i), texts.get(i));
      }
    }
    return line;
  }
}
