package org.jiheng.ui.platform;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.jiheng.tenants.desk.Answer;
import org.jiheng.tenants.desk.ExportConsents;
import org.jiheng.tenants.desk.Job;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.text.Written;

/** 整体导出确认: who wants everything a county holds and why, and what its security administrator says to it. */
@Dependent
@Route(value = "exports", layout = MainLayout.class)
@RolesAllowed("SECURITY_ADMIN")
public class ExportConsentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  /** In the address: the answer that waits for a fresh login, and to which export. */
  private static final String WAITING = "answer";
  private static final String EXPORT = "export";

  @Inject
  private transient ExportConsents consents;

  private transient Address address;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!consents.isOpen()) {
      event.rerouteToError(AccessDeniedException.class);
      return;
    }
    address = Address.of(event.getLocation());
    List<ExportConsents.Line> lines = draw();
    address.get(WAITING, Answer.class).ifPresent(answer -> lines.stream().filter(ExportConsents.Line::asksCaller)
        .filter(line -> address.get(EXPORT).filter(line.job().id().toString()::equals).isPresent()).findFirst()
        .ifPresent(line -> dialog(line, answer).openAgain()));
  }

  private List<ExportConsents.Line> draw() {
    List<ExportConsents.Line> lines = consents.exports();
    removeAll();
    addClassNames("page", "exports");
    Div head = new Div(new H1(getTranslation("nav.exports")));
    head.addClassName("list-head");
    Paragraph what = new Paragraph(getTranslation("exports.text"));
    what.addClassName("as-of");
    add(head, what, lines.isEmpty() ? new Paragraph(getTranslation("exports.none")) : table(lines));
    return lines;
  }

  private Component table(List<ExportConsents.Line> lines) {
    NativeTable exports = new NativeTable();
    exports.addClassNames("figures", "official");
    NativeTableRow head = exports.getHead().addRow();
    for (String name : List.of("exports.county", "exports.wanted", "exports.reason", "exports.state", "exports.answer")) {
      head.addHeaderCell().setText(getTranslation(name));
    }
    lines.forEach(line -> row(exports.getBody().addRow(), line));
    return exports;
  }

  private void row(NativeTableRow row, ExportConsents.Line line) {
    Job job = line.job();
    row.getElement().setAttribute("data-export", job.id().toString());
    row.addHeaderCell().setText(job.wish().code() + " " + line.county());
    row.addDataCell().setText(job.wantedName() + " " + Written.minute(job.wantedAt()));
    row.addDataCell().setText(job.wish().reason());
    row.addDataCell().setText(state(job));
    Div actions = new Div();
    actions.addClassName("row-actions");
    if (line.asksCaller()) {
      actions.add(action(line, Answer.AGREED), action(line, Answer.DECLINED));
    }
    row.addDataCell().add(actions);
  }

  private String state(Job job) {
    Job.Export export = job.export();
    if (job.byCommand()) {
      return getTranslation("exports.command");
    }
    String said = export.answered().map(one -> getTranslation(one.answer() == Answer.AGREED ? "exports.agreed" : "exports.declined",
        one.name(), Written.minute(one.at()))).orElse("");
    if (export.handedOver()) {
      return String.join(" · ", said, getTranslation("exports.handed-over"));
    }
    if (export.asks().isPresent()) {
      return getTranslation("exports.asked", Written.orNone(export.keptUntil().map(Written::minute)));
    }
    return export.there() || export.answered().filter(one -> one.answer() == Answer.DECLINED).isPresent() ? said : getTranslation("exports.lapsed");
  }

  private Component action(ExportConsents.Line line, Answer answer) {
    Button action = new Button(AnswerDialog.word(this, answer), _ -> dialog(line, answer).open());
    action.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    action.getElement().setAttribute("data-answer", answer.name());
    action.setAriaLabel(AnswerDialog.word(this, answer) + " " + line.county());
    return action;
  }

  private AnswerDialog dialog(ExportConsents.Line line, Answer answer) {
    return new AnswerDialog(consents, line, answer,
        address.with(WAITING, answer.name()).with(EXPORT, line.job().id().toString()), this::draw);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.exports"));
  }
}
