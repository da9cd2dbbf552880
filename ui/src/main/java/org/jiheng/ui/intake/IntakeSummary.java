package org.jiheng.ui.intake;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.FileName;
import org.jiheng.app.intake.CellProblem;
import org.jiheng.app.intake.IntakePreview;
import org.jiheng.app.intake.ProblemList;
import org.jiheng.app.project.FundingSource;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.Hint;
import org.jiheng.ui.text.Written;

/** What taking a file in would do: counts, money by source, each unit's part, and what is wrong at which cell. */
final class IntakeSummary extends Div {

  private static final long serialVersionUID = 1L;
  private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  /** What a person looks through on a screen; the list as a file has more. */
  private static final int MOST_SHOWN = 100;

  /** @param actions what may be done with it, shown beside the counts */
  IntakeSummary(IntakePreview preview, Div actions) {
    IntakePreview.Outcome outcome = preview.outcome();
    Paragraph counts = new Paragraph(getTranslation("intake.counts", preview.fileName(), outcome.entered(), outcome.unchanged(), outcome.goals(),
        outcome.indicators(), preview.errors(), preview.warnings()));
    counts.setId("intake-counts");
    counts.getElement().setAttribute("role", "status");
    add(counts, actions);
    Paragraph how = new Paragraph(preview.takenOver().map(why -> getTranslation("intake.taken-over", why)).orElseGet(() -> getTranslation("intake.as-asked")));
    how.setId("intake-how");
    add(how);
    if (preview.errors() == 0) {
      stored(preview, outcome);
    }
    if (!preview.problems().isEmpty()) {
      problems(preview);
    }
  }

  private void stored(IntakePreview preview, IntakePreview.Outcome outcome) {
    if (outcome.entered() + outcome.goals() == 0) {
      add(new Paragraph(getTranslation("intake.nothing-new")));
    }
    List<List<Element>> money = new ArrayList<>();
    Stream.of(FundingSource.values()).filter(source -> outcome.money().containsKey(source) || outcome.asked().containsKey(source))
        .forEach(source -> money.add(List.of(cell(getTranslation("funding-source." + source.name())), wan(outcome.asked().getOrDefault(source, Money.ZERO)),
            wan(outcome.money().getOrDefault(source, Money.ZERO)))));
    money.add(List.of(cell(getTranslation("intake.total")), wan(outcome.totalAsked()), wan(outcome.total())));
    add(new H2(getTranslation("intake.money")), figures("intake-money", Stream.of("intake.source", "intake.asked", "intake.amount"), money));
    add(new H2(getTranslation("intake.units")), figures("intake-units", Stream.of("intake.unit", "intake.entered", "intake.goals", "intake.asked", "intake.amount"),
        preview.units().entrySet().stream().map(unit -> List.of(cell(unit.getKey() + " " + unit.getValue().name()), cell(String.valueOf(unit.getValue().entered())),
            cell(String.valueOf(unit.getValue().goals())), wan(unit.getValue().asked()), wan(unit.getValue().money()))).toList()));
  }

  private static Element cell(String text) {
    return new Element("td").setText(text);
  }

  /** 万元, with the exact yuan at hand. */
  private static Element wan(Money amount) {
    Element cell = cell(Written.wan(amount));
    Hint.onText(cell, Written.yuan(amount));
    return cell;
  }

  private void problems(IntakePreview preview) {
    Words words = Words.in(getLocale());
    List<CellProblem> shown = preview.problems().stream().limit(MOST_SHOWN).toList();
    add(new H2(getTranslation("intake.problems")),
        table("intake-problems", headings(), shown.stream().map(one -> List.of(getTranslation(one.warning() ? "intake.warning" : "intake.error"),
            one.sheet(), one.row() == 0 ? "" : String.valueOf(one.row()), one.column(), one.typed(), one.say(words))).toList()));
    if (preview.errors() + preview.warnings() > shown.size()) {
      add(new Paragraph(getTranslation("intake.more-problems", shown.size(), preview.errors() + preview.warnings())));
    }
    String name = getTranslation("intake.problems");
    List<String> columns = headings().skip(1).map(key -> getTranslation(key)).toList();
    Anchor list = new Anchor(download -> ExcelLink.hand(download, FileName.of(name, "xlsx"), EXCEL,
        out -> ProblemList.write(out, name, columns, preview.problems(), words)), getTranslation("intake.problem-list"));
    list.setId("intake-problem-list");
    add(list);
  }

  private static Stream<String> headings() {
    return Stream.of("intake.kind", "intake.sheet", "intake.row", "intake.column", "intake.typed", "intake.wrong");
  }

  /** All but the first column are figures. */
  private Div figures(String id, Stream<String> headings, List<List<Element>> rows) {
    Div box = cells(id, headings, rows);
    box.addClassName("figures");
    return box;
  }

  private Div table(String id, Stream<String> headings, List<List<String>> rows) {
    return cells(id, headings, rows.stream().map(texts -> texts.stream().map(IntakeSummary::cell).toList()).toList());
  }

  private Div cells(String id, Stream<String> headings, List<List<Element>> rows) {
    Element table = new Element("table");
    table.setAttribute("id", id);
    table.getClassList().add("changes");
    table.appendChild(row(headings.map(key -> new Element("th").setText(getTranslation(key))).toList()));
    rows.forEach(one -> table.appendChild(row(one)));
    Div box = new Div();
    box.getElement().appendChild(table);
    return box;
  }

  private static Element row(List<Element> cells) {
    Element row = new Element("tr");
    cells.forEach(row::appendChild);
    return row;
  }
}
