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
    List<List<String>> money = new ArrayList<>();
    Stream.of(FundingSource.values()).filter(source -> outcome.money().containsKey(source) || outcome.asked().containsKey(source))
        .forEach(source -> money.add(List.of(getTranslation("funding-source." + source.name()), Written.wan(outcome.asked().getOrDefault(source, Money.ZERO)),
            Written.wan(outcome.money().getOrDefault(source, Money.ZERO)))));
    money.add(List.of(getTranslation("intake.total"), Written.wan(outcome.totalAsked()), Written.wan(outcome.total())));
    add(new H2(getTranslation("intake.money")), table("intake-money", Stream.of("intake.source", "intake.asked", "intake.amount"), money));
    add(new H2(getTranslation("intake.units")), table("intake-units", Stream.of("intake.unit", "intake.entered", "intake.goals", "intake.asked", "intake.amount"),
        preview.units().entrySet().stream().map(unit -> List.of(unit.getKey() + " " + unit.getValue().name(), String.valueOf(unit.getValue().entered()),
            String.valueOf(unit.getValue().goals()), Written.wan(unit.getValue().asked()), Written.wan(unit.getValue().money()))).toList()));
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

  private Div table(String id, Stream<String> headings, List<List<String>> rows) {
    Element table = new Element("table");
    table.setAttribute("id", id);
    table.getClassList().add("changes");
    table.appendChild(row("th", headings.map(key -> getTranslation(key)).toList()));
    rows.forEach(one -> table.appendChild(row("td", one)));
    Div box = new Div();
    box.getElement().appendChild(table);
    return box;
  }

  private static Element row(String tag, List<String> texts) {
    Element row = new Element("tr");
    texts.forEach(text -> row.appendChild(new Element(tag).setText(text)));
    return row;
  }
}
