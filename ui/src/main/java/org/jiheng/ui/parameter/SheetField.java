package org.jiheng.ui.parameter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterWords;
import org.jiheng.app.parameter.ValueCell;
import org.jiheng.app.parameter.ValueCell.Kind;
import org.jiheng.app.parameter.ValueFlaw;
import org.jiheng.app.parameter.ValueSheet;
import org.jiheng.app.parameter.ValueTable;
import org.jiheng.ui.frame.PlainTable;

/**
 * A value laid out in fields and tables. Rows are added, removed and moved; what is wrong is said at its cell as soon as the cell is
 * left, and all of it when the value is to be set. Who changes nothing hands back the text that stood there.
 */
final class SheetField extends Div implements HasValidation {

  private static final long serialVersionUID = 1L;

  private final transient Words words;
  private final transient ValueSheet sheet;
  private final String stored;
  private final transient List<ValueTable> begun;
  private final Paragraph told = new Paragraph();
  private final String help;
  private transient List<ValueTable> tables;
  /** What was written in tables that went away when something else was chosen: it is there again with them. */
  private transient List<ValueTable> aside = List.of();
  private transient List<CellField> cells = new ArrayList<>();
  private transient List<Paragraph> wholes = new ArrayList<>();
  /** Whether everything that is wrong is said, or only what is wrong where somebody has been. */
  private boolean all;
  private boolean invalid;

  /** @param value as it is stored; one that cannot be read any more gives way to the platform's default */
  SheetField(Words words, ValueSheet sheet, Parameter parameter, String value) {
    this.words = words;
    this.sheet = sheet;
    this.stored = parameter.readable(value) ? value : parameter.key().standard();
    this.help = ParameterWords.form(words, parameter);
    this.begun = sheet.read(stored);
    this.tables = begun;
    addClassName("value-sheet");
    told.addClassName("problem");
    told.setId("value-problem");
    told.getElement().setAttribute("role", "alert");
    draw();
  }

  String text() {
    return tables.equals(begun) ? stored : sheet.write(tables);
  }

  /** Everything that is wrong; said at the cells, too. */
  List<Problem> wrong() {
    all = true;
    return check().stream().map(ValueFlaw::problem).toList();
  }

  /** The first cell with something wrong in it, or the first there is. */
  void focus() {
    cells.stream().filter(cell -> cell.field().isInvalid()).findFirst().or(() -> cells.stream().findFirst()).ifPresent(CellField::focus);
  }

  // --- drawing

  private void draw() {
    removeAll();
    cells = new ArrayList<>();
    wholes = new ArrayList<>();
    Paragraph how = new Paragraph(help);
    how.addClassName("value-help");
    add(how);
    for (int table = 0; table < tables.size(); table++) {
      draw(table, tables.get(table));
    }
    told.setVisible(!told.getText().isEmpty());
    add(told);
  }

  private void draw(int number, ValueTable table) {
    if (!table.name().isEmpty()) {
      add(new H3(ParameterWords.table(words, table.name())));
    }
    if (table.single()) {
      Div fields = new Div();
      fields.addClassName("value-fields");
      IntStream.range(0, table.columns().size()).forEach(column -> fields.add(field(number, 0, column, true)));
      add(fields);
    } else {
      add(rows(number, table));
    }
    table.blank().ifPresent(_ -> add(button("add-row-" + number, "parameters.add-row", getTranslation("parameters.add-row"),
        () -> redraw(number, table(number).added(), table(number).rows().size()))));
    Paragraph whole = new Paragraph();
    whole.addClassName("problem");
    whole.getElement().setAttribute("role", "alert");
    whole.setVisible(false);
    wholes.add(whole);
    add(whole);
  }

  private ValueTable table(int number) {
    return tables.get(number);
  }

  private Component rows(int number, ValueTable table) {
    List<Integer> shown = IntStream.range(0, table.columns().size())
        .filter(column -> table.blank().isPresent() || table.rows().stream().anyMatch(row -> row.cells().get(column).kind() != Kind.NONE)).boxed().toList();
    Stream<String> headings = shown.stream().map(column -> ParameterWords.column(words, table.columns().get(column)));
    PlainTable drawn = new PlainTable((table.blank().isPresent() ? Stream.concat(headings, Stream.of(getTranslation("parameters.row")))
        : headings).toArray(String[]::new));
    drawn.addClassName("value-table");
    for (int row = 0; row < table.rows().size(); row++) {
      int at = row;
      Stream<Component> line = shown.stream().map(column -> field(number, at, column, false));
      drawn.line("", (table.blank().isPresent() ? Stream.concat(line, Stream.of(acts(number, at))) : line).toArray(Component[]::new));
    }
    Div scrolled = new Div(drawn);
    scrolled.addClassName("value-scroll");
    return scrolled;
  }

  private Component field(int number, int row, int column, boolean labelled) {
    ValueTable table = table(number);
    ValueCell cell = table.rows().get(row).cells().get(column);
    if (cell.kind() == Kind.LABEL || cell.kind() == Kind.NONE) {
      return new Span(cell.kind() == Kind.NONE ? "" : ParameterWords.option(words, cell.text()));
    }
    CellField field = CellField.of(words, cell, number, row, column);
    String heading = ParameterWords.column(words, table.columns().get(column));
    if (labelled) {
      field.labelled(heading);
    } else {
      field.named(getTranslation("parameters.cell", heading, about(table, row)));
    }
    field.whenChanged(text -> changed(field, text));
    cells.add(field);
    return field.component();
  }

  /** What a row is about: its first word, or its number. */
  private String about(ValueTable table, int row) {
    return Optional.of(table.rows().get(row).cells().getFirst()).filter(first -> first.kind() == Kind.LABEL)
        .map(first -> ParameterWords.option(words, first.text())).orElseGet(() -> getTranslation("parameters.row-number", String.valueOf(row + 1)));
  }

  private Component acts(int number, int row) {
    Div acts = new Div();
    acts.addClassName("row-acts");
    String about = getTranslation("parameters.row-number", String.valueOf(row + 1));
    if (table(number).rows().size() > 1) {
      Button up = button("up-" + number + "-" + row, "parameters.row-up", "↑", () -> redraw(number, table(number).raised(row), row - 1));
      up.setEnabled(row > 0);
      Button down = button("down-" + number + "-" + row, "parameters.row-down", "↓", () -> redraw(number, table(number).raised(row + 1), row + 1));
      down.setEnabled(row < table(number).rows().size() - 1);
      acts.add(up, down);
    }
    acts.add(button("remove-" + number + "-" + row, "parameters.row-remove", "×", () -> redraw(number, table(number).without(row), row)));
    acts.getChildren().forEach(one -> ((Button) one).setAriaLabel(((Button) one).getTooltip().getText() + " " + about));
    return acts;
  }

  private Button button(String id, String tooltip, String text, Runnable act) {
    Button button = new Button(text, _ -> act.run());
    button.setId(id);
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    button.setTooltipText(getTranslation(tooltip));
    return button;
  }

  // --- changing

  private void changed(CellField field, String text) {
    List<ValueTable> before = tables;
    tables = with(field.table(), table(field.table()).with(field.row(), field.column(), text));
    List<ValueTable> followed = keeping(before, sheet.followed(before, tables));
    if (followed.equals(tables)) {
      field.touch();
      check();
    } else {
      tables = followed;
      draw();
      at(field.table(), field.row()).ifPresent(CellField::focus);
    }
  }

  /** What was written is not lost by choosing something else for a look: tables that come again come as they were left. */
  private List<ValueTable> keeping(List<ValueTable> before, List<ValueTable> followed) {
    if (followed.size() < before.size()) {
      aside = before;
    } else if (followed.size() > tables.size() && !aside.isEmpty()) {
      return Stream.concat(tables.stream().limit(1), aside.stream().skip(1)).toList();
    }
    return followed;
  }

  private List<ValueTable> with(int number, ValueTable table) {
    List<ValueTable> changed = new ArrayList<>(tables);
    changed.set(number, table);
    return List.copyOf(changed);
  }

  /** Rows have come, gone or moved: what was wrong is looked for anew, and the keyboard goes on at the row. */
  private void redraw(int number, ValueTable table, int row) {
    tables = with(number, table);
    draw();
    if (all) {
      check();
    }
    at(number, Math.clamp(row, 0, Math.max(0, table.rows().size() - 1))).ifPresent(CellField::focus);
  }

  private Optional<CellField> at(int table, int row) {
    return cells.stream().filter(cell -> cell.table() == table && cell.row() == row).findFirst();
  }

  private List<ValueFlaw> check() {
    List<ValueFlaw> flaws = sheet.flaws(tables);
    boolean been = all || cells.stream().anyMatch(CellField::touched);
    cells.forEach(cell -> cell.tell(flaws.stream().filter(flaw -> cell.is(flaw) && (all || cell.touched())).findFirst()
        .map(flaw -> words.say(flaw.problem())).orElse("")));
    IntStream.range(0, wholes.size()).forEach(table -> {
      String said = flaws.stream().filter(flaw -> been && flaw.table() == table && flaw.row() == ValueFlaw.WHOLE).findFirst()
          .map(flaw -> words.say(flaw.problem())).orElse("");
      wholes.get(table).setText(said);
      wholes.get(table).setVisible(!said.isEmpty());
    });
    return flaws;
  }

  // --- what is wrong with all of it

  /** A field that is all there is says it itself. */
  private boolean one() {
    return cells.size() == 1 && tables.size() == 1 && table(0).single();
  }

  @Override
  public void setErrorMessage(String message) {
    String said = one() && cells.getFirst().field().isInvalid() ? "" : message;
    if (one() && !said.isEmpty()) {
      cells.getFirst().tell(said);
    } else {
      told.setText(said);
    }
    told.setVisible(!told.getText().isEmpty());
  }

  @Override
  public String getErrorMessage() {
    return told.getText();
  }

  @Override
  public void setInvalid(boolean wrong) {
    invalid = wrong;
  }

  @Override
  public boolean isInvalid() {
    return invalid;
  }
}
