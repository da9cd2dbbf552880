package org.jiheng.ui.goal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import org.jiheng.app.common.Money;
import org.jiheng.app.goal.GoalComparison;
import org.jiheng.app.goal.GoalComparison.Kind;
import org.jiheng.app.goal.GoalComparison.Row;
import org.jiheng.ui.text.Written;

/** 目标调整新旧对照: what an adjustment changes of the approved goal, old beside new, and nothing else. */
final class ComparisonDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  ComparisonDialog(String project, GoalComparison comparison) {
    setHeaderTitle(getTranslation("goal.comparison.of", project));
    addClassName("goal-comparison");
    setDraggable(true);
    setResizable(true);
    if (comparison.rows().isEmpty()) {
      add(new Paragraph(getTranslation("goal.comparison.none")));
    } else {
      add(new Paragraph(getTranslation("goal.comparison.counts", String.valueOf(comparison.count(Kind.CHANGED)),
          String.valueOf(comparison.count(Kind.ADDED)), String.valueOf(comparison.count(Kind.REMOVED)))));
      Div box = new Div();
      box.getElement().appendChild(table(comparison));
      add(box);
    }
    Button close = new Button(getTranslation("close"), _ -> close());
    close.setAutofocus(true);
    getFooter().add(close);
  }

  private Element table(GoalComparison comparison) {
    Element table = new Element("table");
    table.getClassList().add("changes");
    table.appendChild(line("th", getTranslation("goal.comparison.what"), getTranslation("history.cell"), getTranslation("history.before"),
        getTranslation("history.after")));
    comparison.rows().forEach(row -> table.appendChild(
        line("td", getTranslation("goal-comparison." + row.kind().name()), row.label(), shown(row, row.before()), shown(row, row.after()))));
    return table;
  }

  /** Money in 万元, as it stands in the form. */
  private static String shown(Row row, String text) {
    return row.money() && !text.isEmpty() ? Written.wan(Money.ofYuan(text)) : text;
  }

  private static Element line(String tag, String... texts) {
    Element line = new Element("tr");
    for (String text : texts) {
      line.appendChild(new Element(tag).setText(text));
    }
    return line;
  }
}
