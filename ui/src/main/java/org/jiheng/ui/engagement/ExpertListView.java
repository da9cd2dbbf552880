package org.jiheng.ui.engagement;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.engagement.Expert;
import org.jiheng.app.engagement.Experts;
import org.jiheng.app.engagement.Firms;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.MainLayout;

/** 专家库: the experts of the prefecture, kept and read like the register of firms. */
@Dependent
@Route(value = "experts", layout = MainLayout.class)
@RolesAllowed({"PERFORMANCE_OFFICE", "PREFECTURE_OVERSIGHT"})
public class ExpertListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Experts experts;

  private ListFrame<Expert> frame;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    frame = new ListFrame<>("experts", getTranslation("nav.experts"), Address.of(event.getLocation()));
    frame.column(Column.<Expert>text("expert", Expert::name).unsorted(), 110, false)
        .column(Column.<Expert>text("employer", expert -> expert.entry().employer()).unsorted(), 200, true)
        .column(Column.<Expert>text("job-title", expert -> expert.entry().title()).unsorted(), 120, false)
        .column(Column.<Expert>text("field", expert -> expert.entry().field()).unsorted(), 140, false)
        .column(Column.<Expert>text("phone", expert -> expert.entry().phone()).unsorted(), 130, false)
        .column(Column.<Expert>text("avoids", expert -> expert.entry().avoids().replace("\n", "、")).unsorted(), 220, true)
        .column(Column.<Expert>text("state", expert -> getTranslation("expert-state." + expert.entry().state().name())).unsorted(), 90, false);
    if (Firms.writes()) {
      Button enter = new Button(getTranslation("expert.enter"), _ -> ask(Optional.empty()));
      enter.setId("enter-expert");
      enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      frame.tool(enter);
      frame.batch("change", getTranslation("expert.change"), chosen -> {
        if (chosen.size() == 1) {
          ask(Optional.of(chosen.iterator().next()));
        } else {
          Failures.say(getTranslation("expert.choose-one"));
        }
      });
    }
    List<Expert> all = experts.all();
    frame.load((offset, limit) -> experts.all().stream().skip(offset).limit(limit).toList(), () -> (long) experts.all().size(), getTranslation("expert.none"));
    frame.totals(getTranslation("expert.count", all.size()));
    add(frame);
  }

  private void ask(Optional<Expert> there) {
    TextField username = FirmDialogs.field("username", "firm.username", 60);
    TextField employer = FirmDialogs.field("employer", "column.employer", 120);
    TextField title = FirmDialogs.field("job-title", "column.job-title", 60);
    TextField field = FirmDialogs.field("field", "column.field", 60);
    TextField qualification = FirmDialogs.field("qualification", "firm.qualification", 120);
    TextField phone = FirmDialogs.field("phone", "column.phone", 30);
    TextArea avoids = new TextArea(getTranslation("expert.avoids"));
    avoids.setId("avoids");
    Select<Expert.State> state = new Select<>();
    state.setId("expert-state");
    state.setLabel(getTranslation("column.state"));
    state.setItems(Expert.State.values());
    state.setItemLabelGenerator(one -> getTranslation("expert-state." + one.name()));
    state.setValue(Expert.State.CANDIDATE);
    there.ifPresent(expert -> {
      username.setValue(expert.username());
      username.setReadOnly(true);
      employer.setValue(expert.entry().employer());
      title.setValue(expert.entry().title());
      field.setValue(expert.entry().field());
      qualification.setValue(expert.entry().qualification());
      phone.setValue(expert.entry().phone());
      avoids.setValue(expert.entry().avoids());
      state.setValue(expert.entry().state());
    });
    new Asking(getTranslation(there.isPresent() ? "expert.change" : "expert.enter"), () -> {
      Expert.Entry entry = new Expert.Entry(employer.getValue().strip(), title.getValue().strip(), field.getValue().strip(),
          qualification.getValue().strip(), phone.getValue().strip(), avoids.getValue().strip(), state.getValue());
      there.ifPresentOrElse(expert -> experts.change(expert.id(), entry), () -> experts.enter(username.getValue(), entry));
      return true;
    }, frame::refresh).with(username, employer, title, field, qualification, phone, state).wide(avoids).open();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.experts"));
  }
}
