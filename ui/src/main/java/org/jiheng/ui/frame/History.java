package org.jiheng.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import org.jiheng.app.review.Desk;
import org.jiheng.app.review.ReviewStep;
import org.jiheng.app.review.LabelledChange;
import org.jiheng.ui.text.Written;

/** Steps and versions of a form, and the difference between any two versions. */
public final class History extends Dialog {

  private static final long serialVersionUID = 1L;

  /** Finds what differs between two versions; 0 is the form as it stands. */
  @FunctionalInterface
  public interface Comparison {
    List<LabelledChange> between(int from, int to);
  }

  public History(Desk desk, Comparison comparison) {
    setHeaderTitle(getTranslation("history"));
    addClassName("history");
    setDraggable(true);
    add(steps(desk.steps()), versions(desk, comparison));
    Button close = new Button(getTranslation("close"), _ -> close());
    getFooter().add(close);
  }

  private Component steps(List<ReviewStep> steps) {
    OrderedList list = new OrderedList();
    for (ReviewStep step : steps) {
      String reason = step.reason().map(one -> " · " + getTranslation("return-reason." + one.name())).orElse("");
      String comment = step.comment().isEmpty() ? "" : " — " + step.comment();
      list.add(new ListItem(Written.minute(step.at()) + " " + step.personName() + " " + getTranslation("move." + step.move().name())
          + ": " + getTranslation("state." + step.from().name()) + " → " + getTranslation("state." + step.to().name()) + reason + comment));
    }
    return new Div(new H3(getTranslation("history.steps")), steps.isEmpty() ? new Paragraph(getTranslation("history.no-steps")) : list);
  }

  private Component versions(Desk desk, Comparison comparison) {
    Div box = new Div(new H3(getTranslation("history.versions")));
    if (desk.versions().isEmpty()) {
      box.add(new Paragraph(getTranslation("history.no-versions")));
      return box;
    }
    List<Integer> numbers = new ArrayList<>(desk.versions().stream().map(Desk.VersionHead::number).toList());
    Select<Integer> from = choice("history.from", numbers, desk);
    numbers.addFirst(0);
    Select<Integer> to = choice("history.to", numbers, desk);
    from.setValue(desk.versions().size() > 1 ? desk.versions().get(1).number() : desk.versions().getFirst().number());
    to.setValue(0);
    Div changes = new Div();
    Runnable compare = () -> {
      changes.removeAll();
      changes.add(table(comparison.between(from.getValue(), to.getValue())));
    };
    from.addValueChangeListener(_ -> compare.run());
    to.addValueChangeListener(_ -> compare.run());
    compare.run();
    box.add(new Div(from, to), changes);
    return box;
  }

  private Select<Integer> choice(String label, List<Integer> numbers, Desk desk) {
    Select<Integer> choice = new Select<>();
    choice.setLabel(getTranslation(label));
    choice.setItems(List.copyOf(numbers));
    choice.setItemLabelGenerator(number -> number == 0 ? getTranslation("history.now")
        : desk.versions().stream().filter(one -> one.number() == number)
            .map(one -> "v" + number + " " + Written.minute(one.madeAt()) + " " + one.madeBy()).findFirst().orElse("v" + number));
    return choice;
  }

  /** Changes as a table: what, before, after. */
  public static Component table(List<LabelledChange> changes) {
    Div box = new Div();
    if (changes.isEmpty()) {
      box.add(new Paragraph(box.getTranslation("history.no-changes")));
      return box;
    }
    Element table = new Element("table");
    table.getClassList().add("changes");
    table.appendChild(row("th", box.getTranslation("history.cell"), box.getTranslation("history.before"), box.getTranslation("history.after")));
    changes.forEach(one -> table.appendChild(row("td", one.label(), one.change().before(), one.change().after())));
    box.getElement().appendChild(table);
    return box;
  }

  private static Element row(String tag, String... texts) {
    Element row = new Element("tr");
    for (String text : texts) {
      row.appendChild(new Element(tag).setText(text));
    }
    return row;
  }
}
