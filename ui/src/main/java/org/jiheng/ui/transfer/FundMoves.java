package org.jiheng.ui.transfer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.transfer.FundDecisions;
import org.jiheng.app.transfer.FundExemption;
import org.jiheng.app.transfer.FundMove;
import org.jiheng.app.transfer.FundPage;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.DayField;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.FormRoot;

/** What may be done with a fund document, and why not; and the doing, with what has to be said for it. */
final class FundMoves extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final UUID id;
  private final transient FundPage page;
  private final transient FundDecisions decisions;
  private final transient IntSupplier seen;
  private final transient Runnable reload;

  /**
   * @param seen the version the person looks at when something is done: what was typed before is kept first
   * @param reload what follows when it is done or refused
   */
  FundMoves(FundPage page, FundDecisions decisions, IntSupplier seen, Runnable reload) {
    this.id = page.document().id();
    this.page = page;
    this.decisions = decisions;
    this.seen = seen;
    this.reload = reload;
    getContent().addClassName("actions");
  }

  /**
   * @param root what is typed there is kept before anything is done
   * @param unsettled shows again what could not be done, because it was not
   */
  FundMoves after(FormRoot root, Runnable unsettled) {
    boolean primary = true;
    for (FundMove.Offer offer : page.offers()) {
      String name = getTranslation("fund-move." + offer.move().name());
      Button button = new Button(name, _ -> root.whenSettled(() -> walk(offer.move()), () -> {
        Failures.say(getTranslation("form.not-settled"));
        unsettled.run();
      }));
      // what needs no dialog is done at once: however often it is clicked, once
      button.setDisableOnClick(offer.move() == FundMove.SEND);
      button.setId("move-" + offer.move().name().toLowerCase(Locale.ROOT));
      button.setEnabled(offer.allowed());
      if (primary && offer.allowed()) {
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        primary = false;
      }
      getContent().add(button);
      if (!offer.allowed()) {
        Span why = new Span(getTranslation("move.refused", name, FundTables.sentences(offer.refusals())));
        why.addClassName("refusal");
        getContent().add(why);
      }
    }
    return this;
  }

  private void walk(FundMove move) {
    int version = seen.getAsInt();
    switch (move) {
      case SEND -> send(version);
      case EXEMPT -> exempt(version);
      case DETERMINE -> determine(version);
      case ADJUST -> asking(move, why -> decisions.adjust(id, version, why));
      case WITHDRAW -> asking(move, why -> decisions.withdraw(id, version, why));
      case TAKE_BACK -> asking(move, why -> decisions.takeBack(id, version, why));
    }
  }

  private void send(int version) {
    try {
      decisions.send(id, version);
    } catch (RefusedException refused) {
      Failures.refused(refused);
    }
    reload.run();
  }

  private void determine(int version) {
    DayField day = new DayField("determined-on", getTranslation("fund.determined-on"), page.today());
    new Asking(getTranslation("fund-move.DETERMINE"), () -> day.getValue() != null && determined(version, day), reload).with(day).open();
  }

  /** A day it cannot have been stands corrected at its field. */
  private boolean determined(int version, DayField day) {
    try {
      decisions.determine(id, version, day.getValue());
      return true;
    } catch (RefusedException refused) {
      day.setErrorMessage(FundTables.sentences(refused.refusals()));
      day.setInvalid(true);
      return false;
    }
  }

  /** Does something for a reason. */
  @FunctionalInterface
  private interface ForAReason {
    void because(String why);
  }

  private void asking(FundMove move, ForAReason act) {
    TextArea reason = reason();
    new Asking(getTranslation("fund-move." + move.name()), () -> {
      act.because(reason.getValue());
      return true;
    }, reload).wide(new Paragraph(getTranslation("fund-move.text." + move.name()))).wide(reason).open();
  }

  private void exempt(int version) {
    Select<FundExemption.Kind> kind = new Select<>();
    kind.setId("exemption-kind");
    kind.setLabel(getTranslation("column.exemption"));
    kind.setItems(FundExemption.Kind.values());
    kind.setItemLabelGenerator(one -> getTranslation("exemption-kind." + one.name()));
    kind.setValue(FundExemption.Kind.EMERGENCY);
    TextArea reason = reason();
    new Asking(getTranslation("fund-move.EXEMPT"), () -> {
      decisions.exempt(id, version, kind.getValue(), reason.getValue());
      return true;
    }, reload).wide(new Paragraph(getTranslation("fund-move.text.EXEMPT"))).with(kind).wide(reason).open();
  }

  private TextArea reason() {
    TextArea reason = new TextArea(getTranslation("reason.comment", FundMove.SHORTEST_REASON));
    reason.setId("comment");
    reason.setMaxLength(FundMove.LONGEST_REASON);
    return reason;
  }
}
