package org.jiheng.ui.task;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundWork;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.text.Written;

/** What finance itself is late with about transfers, as its work list has it; no task asks a unit for it. Nothing when nothing is late. */
final class LateDuties extends Composite<Section> {

  private static final long serialVersionUID = 1L;

  /** @param waiting what waits on the caller's desk */
  LateDuties(List<WorkItem> waiting) {
    List<WorkItem> late = waiting.stream().filter(item -> item.daysLeft() < 0)
        .filter(item -> item.formType().equals(FundDocuments.SUBJECT) || item.formType().equals(FundWork.LETTER)).toList();
    Section box = getContent();
    box.setVisible(!late.isEmpty());
    box.addClassName("box");
    box.add(new H2(getTranslation("late.transfers", late.size())));
    UnorderedList list = new UnorderedList();
    list.addClassName("work");
    late.forEach(item -> list.add(line(item)));
    box.add(list);
  }

  private ListItem line(WorkItem item) {
    Span late = new Span("■ " + getTranslation("home.overdue", -item.daysLeft()));
    late.addClassNames("urgency", "overdue");
    Span state = new Span(getTranslation("state." + item.state()));
    state.addClassName("state");
    Anchor title = new Anchor(MainLayout.addressOf(item.formType(), item.form(), item.fiscalYear()), item.title());
    title.addClassName("title");
    Span from = new Span(item.unitName());
    from.addClassName("unit");
    Span due = new Span(item.due().map(Written::day).orElse(Written.NONE));
    due.addClassName("since");
    return new ListItem(late, state, title, from, due);
  }
}
