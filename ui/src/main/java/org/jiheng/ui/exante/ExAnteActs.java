package org.jiheng.ui.exante;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jiheng.app.engagement.EngagedWork;
import org.jiheng.app.exante.ExAnteCondition;
import org.jiheng.app.exante.ExAnteConditions;
import org.jiheng.app.exante.ExAnteEvaluations;
import org.jiheng.app.exante.ExAnteForm;
import org.jiheng.app.exante.ExAnteOutsiders;
import org.jiheng.app.exante.ExAnteReport;
import org.jiheng.app.review.Move;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.AttachmentField;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.text.Written;

/** What is done with an ex-ante evaluation besides the moves of every form, as far as the form says the caller may. */
record ExAnteActs(ExAnteEvaluations evaluations, ExAnteOutsiders outsiders, ExAnteConditions conditions, ExAnteReport documents, LocalDate today) {

  Function<UUID, byte[]> report() {
    return documents::report;
  }

  Function<UUID, byte[]> letter() {
    return documents::letter;
  }

  List<Component> tools(ExAnteForm form, Runnable changed) {
    List<Component> tools = new ArrayList<>();
    UUID id = form.desk().id();
    if (form.may().conclude()) {
      Button conclude = opening("conclude", t("exante.conclude"), () -> ConcludeDialog.of(form, evaluations, changed).open());
      // here it is what a pass is elsewhere, and a page has one primary action
      if (form.desk().offers().stream().noneMatch(Move.Offer::allowed)) {
        conclude.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      }
      tools.add(conclude);
    }
    if (form.may().link() && !form.may().contracts().isEmpty()) {
      tools.add(opening("link", t("exante.link"), () -> link(form, changed)));
    }
    if (form.may().accept() && form.thirdParty().filter(one -> one.result().isPresent() && !one.accepted()).isPresent()) {
      tools.add(ExAnteFace.button("accept", t("exante.accept"), () -> outsiders.accept(id), changed));
    }
    form.may().handIn().ifPresent(part -> {
      Button hand = opening("hand-in", t("exante.hand-in"), () -> HandInDialog.of(form, outsiders, changed).open());
      part.refusal().ifPresent(refusal -> {
        hand.setEnabled(false);
        hand.setTooltipText(Failures.sentence(refusal));
      });
      tools.add(hand);
      part.refusal().ifPresent(refusal -> tools.add(new Span(Failures.sentence(refusal))));
    });
    return tools;
  }

  private static Button opening(String id, String text, Runnable act) {
    Button button = new Button(text, _ -> act.run());
    button.setId(id);
    return button;
  }

  private void link(ExAnteForm form, Runnable changed) {
    Select<EngagedWork.Brief> contract = new Select<>();
    contract.setId("contract");
    contract.setLabel(t("column.contract"));
    contract.setItems(form.may().contracts());
    contract.setItemLabelGenerator(one -> t("engagement-kind." + one.kind().name()) + " " + one.contractNumber() + " " + one.firmName());
    contract.setValue(form.may().contracts().getFirst());
    new Asking(t("exante.link"), () -> {
      outsiders.link(form.desk().id(), contract.getValue().id());
      return true;
    }, changed).wide(contract).open();
  }

  /** A condition with what may be done with it now. */
  Component condition(ExAnteForm form, ExAnteCondition condition) {
    Div line = new Div(new Span(t("exante.condition-line", standing(condition), condition.text(),
        Written.day(condition.due()), condition.responsible())));
    line.addClassName("condition");
    if (!condition.report().isEmpty()) {
      line.add(new Span(" " + t("exante.condition-report", condition.reportedBy(), condition.report()) + " "));
    }
    condition.evidence().ifPresent(file -> form.sheet().files().stream().filter(one -> one.id().equals(file)).findFirst().ifPresent(head ->
        line.add(AttachmentField.link(head.fileName(), () -> evaluations.file(form.desk().id(), file)))));
    if (!condition.answer().isEmpty()) {
      line.add(new Span(" " + t("exante.condition-answer", condition.answer()) + " "));
    }
    Runnable anew = () -> UI.getCurrent().refreshCurrentRoute(false);
    if (form.may().report() && condition.state() == ExAnteCondition.State.OPEN) {
      line.add(opening("report-condition-" + condition.position(), t("exante.condition-do-report"),
          () -> ConditionDialogs.report(condition, conditions, anew).open()));
    }
    if (form.may().close() && condition.state() == ExAnteCondition.State.REPORTED) {
      line.add(opening("close-condition-" + condition.position(), t("exante.condition-do-close"),
          () -> ConditionDialogs.close(condition, conditions, anew).open()));
      line.add(opening("return-condition-" + condition.position(), t("exante.condition-do-return"),
          () -> ConditionDialogs.giveBack(condition, conditions, anew).open()));
    }
    return line;
  }

  /** With its shape; what is over its day says so. */
  private String standing(ExAnteCondition condition) {
    String state = t("exante.condition-state." + condition.state().name());
    if (condition.overdue(today)) {
      return "■ " + state + " " + t("home.overdue", ChronoUnit.DAYS.between(condition.due(), today));
    }
    return switch (condition.state()) {
      case OPEN -> "▲ ";
      case REPORTED -> "◆ ";
      case CLOSED -> "● ";
    } + state;
  }

  private static String t(String key, Object... inputs) {
    return UI.getCurrent().getTranslation(key, inputs);
  }
}
