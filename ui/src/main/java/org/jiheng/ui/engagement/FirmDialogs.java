package org.jiheng.ui.engagement;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiheng.app.common.CreditCode;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.Words;
import org.jiheng.app.engagement.Firm;
import org.jiheng.app.engagement.FirmMark;
import org.jiheng.app.engagement.FirmType;
import org.jiheng.app.engagement.Firms;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.DayField;

/** What is asked when the register of firms is kept. */
final class FirmDialogs {

  private FirmDialogs() {}

  static Asking enter(Optional<Firm.Entry> there, Consumer<Firm.Entry> given, Runnable done) {
    UI ui = UI.getCurrent();
    TextField code = field("firm-code", "firm.code", 18);
    TextField name = field("firm-name", "firm.name", 120);
    TextField legalPerson = field("legal-person", "column.legal-person", 60);
    TextField creditNumber = field("credit-number", "column.credit-number", 60);
    Select<FirmType> type = new Select<>();
    type.setId("firm-type");
    type.setLabel(ui.getTranslation("column.type"));
    type.setItems(FirmType.values());
    type.setItemLabelGenerator(one -> ui.getTranslation("firm-type." + one.name()));
    type.setValue(FirmType.CONSULTING);
    IntegerField staff = new IntegerField(ui.getTranslation("column.staff"));
    staff.setId("staff");
    staff.setMin(0);
    staff.setValue(0);
    there.ifPresent(entry -> {
      code.setValue(entry.code().text());
      code.setReadOnly(true);
      name.setValue(entry.name());
      legalPerson.setValue(entry.legalPerson());
      creditNumber.setValue(entry.creditNumber());
      type.setValue(entry.type());
      staff.setValue(entry.staff());
    });
    return new Asking(ui.getTranslation(there.isPresent() ? "firm.change" : "firm.enter"), () -> {
      Parsed<CreditCode> read = CreditCode.parse(code.getValue());
      code.setInvalid(read.problem().isPresent());
      code.setErrorMessage(read.problem().map(Words.in(ui.getLocale())::say).orElse(""));
      read.value().ifPresent(one -> given.accept(new Firm.Entry(one, name.getValue().strip(), type.getValue(), legalPerson.getValue().strip(),
          staff.getValue() == null ? 0 : staff.getValue(), creditNumber.getValue().strip())));
      return read.value().isPresent();
    }, done).with(code, name, type, legalPerson, staff, creditNumber);
  }

  static Asking lead(Firms firms, UUID firm, LocalDate today, Runnable done) {
    UI ui = UI.getCurrent();
    TextField name = field("lead-name", "firm.lead-name", 60);
    TextField qualification = field("qualification", "firm.qualification", 120);
    DayField since = new DayField("in-business-since", ui.getTranslation("firm.in-business-since"), today);
    return new Asking(ui.getTranslation("firm.add-lead"), () -> {
      if (since.getValue() == null) {
        return false;
      }
      firms.addLead(firm, name.getValue(), qualification.getValue(), since.getValue());
      return true;
    }, done).with(name, qualification, since);
  }

  static Asking person(Firms firms, UUID firm, Runnable done) {
    TextField username = field("username", "firm.username", 60);
    return new Asking(UI.getCurrent().getTranslation("firm.add-person"), () -> {
      firms.addPerson(firm, username.getValue());
      return true;
    }, done).with(username);
  }

  static Asking mark(Firms firms, UUID firm, Runnable done) {
    UI ui = UI.getCurrent();
    Select<FirmMark.Kind> kind = new Select<>();
    kind.setId("mark-kind");
    kind.setLabel(ui.getTranslation("column.kind"));
    kind.setItems(FirmMark.Kind.values());
    kind.setItemLabelGenerator(one -> ui.getTranslation("mark." + one.name()));
    kind.setValue(FirmMark.Kind.QUALITY);
    TextField points = field("points", "firm.points", 6);
    TextField text = field("mark-text", "firm.mark-text", 400);
    return new Asking(ui.getTranslation("firm.add-mark"), () -> {
      Optional<Parsed<Score>> read = Optional.of(points.getValue()).filter(typed -> !typed.isBlank()).map(Score::parse);
      points.setInvalid(read.flatMap(Parsed::problem).isPresent());
      points.setErrorMessage(read.flatMap(Parsed::problem).map(Words.in(ui.getLocale())::say).orElse(""));
      if (points.isInvalid()) {
        return false;
      }
      firms.mark(firm, kind.getValue(), read.flatMap(Parsed::value), text.getValue());
      return true;
    }, done).with(kind, points).wide(text);
  }

  static Asking blacklist(Firms firms, Firm firm, Runnable done) {
    UI ui = UI.getCurrent();
    DayField until = new DayField("blacklisted-until", ui.getTranslation("column.blacklisted"), firm.blacklistedUntil().orElse(null));
    until.setClearButtonVisible(true);
    TextField reason = field("blacklist-reason", "firm.blacklist-reason", 400);
    reason.setValue(firm.blacklistReason());
    return new Asking(ui.getTranslation("firm.blacklist"), () -> {
      firms.blacklist(firm.id(), Optional.ofNullable(until.getValue()), reason.getValue());
      return true;
    }, done).with(until).wide(reason);
  }

  static TextField field(String id, String label, int longest) {
    TextField field = new TextField(UI.getCurrent().getTranslation(label));
    field.setId(id);
    field.setMaxLength(longest);
    return field;
  }
}
