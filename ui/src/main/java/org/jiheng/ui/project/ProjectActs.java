package org.jiheng.ui.project;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectCode;
import org.jiheng.app.project.ProjectConfirmation.Verdict;
import org.jiheng.app.project.ProjectList.Flag;
import org.jiheng.app.project.ProjectPage;
import org.jiheng.app.project.ProjectRules;
import org.jiheng.app.project.Protection;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.Choices;
import org.jiheng.ui.frame.DayField;

/** What the caller may do with a project: the bar above its page, and what each act asks for. */
final class ProjectActs {

  private final ProjectPage page;
  private final ProjectRooms rooms;
  private final LocalDate today;
  private final ProjectWords words;
  private final Runnable done;
  private final UI ui = UI.getCurrent();

  /** @param done runs when something was done */
  ProjectActs(ProjectPage page, ProjectRooms rooms, LocalDate today, ProjectWords words, Runnable done) {
    this.page = page;
    this.rooms = rooms;
    this.today = today;
    this.words = words;
    this.done = done;
  }

  Div bar() {
    Project project = page.project();
    Div bar = new Div();
    bar.addClassName("form-bar");
    boolean ended = !project.mergedInto().isEmpty() || project.terminatedOn().isPresent();
    if (page.may().fund() && !ended) {
      Button add = button("add-money", "money.add", () -> MoneyDialog.of(rooms.money(), page, today, done).open());
      add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      bar.add(add);
    }
    if (page.may().enter() && !ended) {
      bar.add(button("change-project", "project.change", () -> new ProjectDialog(List.of(), rooms.industries(), project.fiscalYear(), Optional.of(page), entry -> {
        rooms.library().change(project.id(), project.version(), entry);
        done.run();
      }).open()));
    }
    if (page.may().exchange() && !ended) {
      bar.add(button("exchange-code", "project.exchange-code", this::exchange));
    }
    if (page.may().decide() && !ended) {
      bar.add(button("mark-project", "project.mark", this::mark), button("complete-project", "project.complete", () -> end(true)),
          button("terminate-project", "project.terminate", () -> end(false)));
    }
    if (!ended) {
      Stream.of(Verdict.values()).filter(page::mayConfirm)
          .forEach(verdict -> bar.add(button("confirm-" + verdict.name(), "project.confirm." + verdict.name(), () -> confirm(verdict))));
    }
    bar.setVisible(bar.getComponentCount() > 0);
    return bar;
  }

  private Button button(String name, String text, Runnable action) {
    Button button = new Button(ui.getTranslation(text), _ -> action.run());
    button.setId(name);
    return button;
  }

  private void confirm(Verdict verdict) {
    TextArea reason = Choices.reason(ProjectRules.SHORTEST_REASON);
    new Asking(ui.getTranslation("project.confirm." + verdict.name()), () -> {
      rooms.decisions().confirm(page.project().id(), page.project().version(), verdict, reason.getValue());
      return true;
    }, done).wide(new Paragraph(ui.getTranslation("project.confirm-text", said(page.project())))).wide(reason).open();
  }

  /** What the unit says of it that is to be borne out. */
  String said(Project project) {
    return Backing.said(project).map(one -> switch (one) {
      case ProjectAttribute attribute -> words.of(attribute);
      case ProjectCategory category -> words.of(category);
      default -> one.name();
    }).collect(Collectors.joining());
  }

  private void exchange() {
    TextField issued = Choices.line("issued-code", "project.issued-code", ProjectCode.LONGEST, "");
    TextArea reason = Choices.reason(ProjectRules.SHORTEST_REASON);
    new Asking(ui.getTranslation("project.exchange-code"), () -> {
      rooms.library().exchangeCode(page.project().id(), page.project().version(), issued.getValue().strip(), reason.getValue());
      return true;
    }, done).with(issued).wide(reason).open();
  }

  private void mark() {
    Project project = page.project();
    Checkbox key = new Checkbox(words.of(Flag.KEY), project.key());
    key.setId("key-project");
    Select<Protection> protection = Choices.of("protection", "project.protection", Protection.values(), words::of, project.protection());
    TextArea reason = Choices.reason(ProjectRules.SHORTEST_REASON);
    new Asking(ui.getTranslation("project.mark"), () -> {
      rooms.decisions().mark(page.project().id(), project.version(), key.getValue(), protection.getValue(), reason.getValue());
      return true;
    }, done).with(key, protection).wide(reason).open();
  }

  private void end(boolean completed) {
    Project project = page.project();
    DayField day = new DayField("end-day", ui.getTranslation("project.end-day"), today);
    TextArea reason = Choices.reason(ProjectRules.SHORTEST_REASON);
    new Asking(ui.getTranslation(completed ? "project.complete" : "project.terminate"), () -> {
      day.setErrorMessage(ui.getTranslation("field.required"));
      day.setInvalid(day.getValue() == null);
      if (day.isInvalid()) {
        return false;
      }
      if (completed) {
        rooms.decisions().complete(page.project().id(), project.version(), day.getValue(), reason.getValue());
      } else {
        rooms.decisions().terminate(page.project().id(), project.version(), day.getValue(), reason.getValue());
      }
      return true;
    }, done).with(day).wide(reason).open();
  }
}
