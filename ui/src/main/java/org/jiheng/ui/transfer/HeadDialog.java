package org.jiheng.ui.transfer;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Words;
import org.jiheng.app.transfer.FundHead;
import org.jiheng.app.transfer.FundKind;
import org.jiheng.app.transfer.FundLevel;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.DayField;

/** Asks for what a fund document says of itself. */
final class HeadDialog {

  private final TextField number = field("fund-number", 60);
  private final TextField name = field("transfer-name", 180);
  private final TextField code = field("transfer-code", 21);
  private final TextField from = field("fund-from", 120);
  private final TextField amount = field("fund-amount", 60);
  private final Select<FundLevel> level = new Select<>();
  private final Select<FundKind> kind = new Select<>();
  private final DayField received;
  private final int year;
  private final Asking dialog;

  /** @param there what it says now; empty for a new one */
  HeadDialog(int year, LocalDate today, Optional<FundHead> there, Consumer<FundHead> given) {
    this.year = there.map(FundHead::fiscalYear).orElse(year);
    received = new DayField("received-on", label("received-on"), there.map(FundHead::receivedOn).orElse(today));
    level.setId("fund-level");
    level.setLabel(label("fund-level"));
    level.setItems(FundLevel.values());
    level.setItemLabelGenerator(one -> level.getTranslation("fund-level." + one.name()));
    level.setValue(there.map(FundHead::level).orElse(FundLevel.CENTRAL));
    kind.setId("fund-kind");
    kind.setLabel(label("fund-kind"));
    kind.setItems(FundKind.values());
    kind.setItemLabelGenerator(one -> kind.getTranslation("fund-kind." + one.name()));
    kind.setValue(there.map(FundHead::kind).orElse(FundKind.EARMARKED));
    there.ifPresent(this::fill);
    dialog = new Asking(number.getTranslation(there.isPresent() ? "fund.revise" : "fund.enter"), () -> {
      Optional<Money> money = money();
      money.ifPresent(yuan -> given.accept(new FundHead(this.year, number.getValue(), name.getValue(), code.getValue(), level.getValue(), kind.getValue(),
          yuan, from.getValue(), received.getValue())));
      return money.isPresent();
    }, () -> { }).with(number, from, name, code, amount, received, level, kind);
  }

  private void fill(FundHead head) {
    number.setValue(head.number());
    name.setValue(head.name());
    code.setValue(head.code());
    from.setValue(head.upperName());
    amount.setValue(head.amount().inWan().toPlainString());
  }

  private static TextField field(String id, int longest) {
    TextField field = new TextField();
    field.setId(id);
    field.setLabel(field.getTranslation("fund.head." + id));
    field.setMaxLength(longest);
    return field;
  }

  private String label(String id) {
    return number.getTranslation("fund.head." + id);
  }

  /** In 万元 where no unit is written; what is wrong is said at the field. */
  private Optional<Money> money() {
    Parsed<Money> typed = Money.parse(amount.getValue(), Money.In.WAN);
    amount.setInvalid(typed.problem().isPresent());
    typed.problem().ifPresent(problem -> amount.setErrorMessage(Words.in(UI.getCurrent().getLocale()).say(problem)));
    received.setInvalid(received.getValue() == null);
    return typed.value().filter(_ -> received.getValue() != null);
  }

  void open() {
    dialog.open();
  }
}
