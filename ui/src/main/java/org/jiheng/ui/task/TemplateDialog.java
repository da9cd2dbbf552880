package org.jiheng.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.TaskKind;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.task.Planned;
import org.jiheng.app.task.TaskTemplate;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.PlainTable;
import org.jiheng.ui.text.Written;

/** The tasks a year usually has, before any is issued: with whose dates, what has been issued already, and which of the others to issue. */
final class TemplateDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final Map<TaskKind, Checkbox> chosen = new EnumMap<>(TaskKind.class);
  private final Button issue = new Button();

  TemplateDialog(TaskTemplate usual, int year, Runnable done) {
    addClassName("template");
    setHeaderTitle(getTranslation("task.template", String.valueOf(year)));
    List<Planned> template = usual.of(year);
    PlainTable table = new PlainTable("", getTranslation("column.task-kind"), getTranslation("column.begins"), getTranslation("column.due"), getTranslation("column.cut-off"),
        getTranslation("column.scope"), getTranslation("task.origin"), getTranslation("column.state"));
    template.forEach(one -> line(table, one));
    issue.setId("issue-template");
    issue.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    issue.setDisableOnClick(true);
    issue.addClickListener(_ -> {
      try {
        Failures.say(getTranslation("task.issued", usual.issue(year, kinds())));
        close();
        done.run();
      } catch (RefusedException refused) {
        Failures.refused(refused);
        count();
      }
    });
    add(new Paragraph(getTranslation("task.template-text")), table);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), issue);
    count();
  }

  private void line(PlainTable table, Planned planned) {
    String kind = TaskWords.kind(planned.terms().kind().name());
    Checkbox choice = new Checkbox(planned.there().isEmpty());
    choice.setId("template-" + planned.terms().kind().name().toLowerCase(java.util.Locale.ROOT));
    choice.setAriaLabel(kind);
    choice.setEnabled(planned.there().isEmpty());
    choice.addValueChangeListener(_ -> count());
    chosen.put(planned.terms().kind(), choice);
    table.line("", choice, new Span(kind), new Span(Written.day(planned.terms().opens())), new Span(Written.day(planned.terms().due())),
        new Span(TaskWords.day(planned.terms().cutOff())), new Span(getTranslation("task-scope." + planned.terms().scope().name())),
        new Span(getTranslation("origin." + planned.origin().name())),
        new Span(planned.there().map(title -> getTranslation("task.there", title)).orElseGet(() -> getTranslation("task.to-issue"))));
  }

  private Set<TaskKind> kinds() {
    return chosen.entrySet().stream().filter(one -> one.getValue().getValue()).map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  private void count() {
    int kinds = kinds().size();
    issue.setText(getTranslation("task.issue-chosen", kinds));
    issue.setEnabled(kinds > 0);
  }
}
