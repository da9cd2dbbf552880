package org.jiheng.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jiheng.tenants.identity.SecondFactor;
import org.jiheng.tenants.people.Administration;
import org.jiheng.tenants.people.ObstructedException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.DayField;
import org.jiheng.ui.frame.Failures;

/** Gives a post: role, department or unit or the whole jurisdiction, first and last day. */
final class GiveDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /** What is to be given. */
  record Wanted(Role role, String unit, LocalDate from, Optional<LocalDate> until) {

    /** As it stands in an address while the act waits for a fresh login; empty if there is none or it is not whole. */
    static Optional<Wanted> in(Address address) {
      try {
        return address.get("role", Role.class).flatMap(role -> address.get("from").map(LocalDate::parse).map(from ->
            new Wanted(role, address.get("unit").orElse(""), from, address.get("until").map(LocalDate::parse))));
      } catch (DateTimeParseException notADay) {
        return Optional.empty();
      }
    }

    Address into(Address address) {
      return address.with("role", role.name()).with("unit", unit).with("from", from.toString())
          .with("until", until.map(LocalDate::toString).orElse(""));
    }
  }

  /** Does it. */
  interface Gift {
    void of(Wanted wanted);
  }

  private final Select<Role> role = new Select<>();
  private final ComboBox<String> unit;
  private final DayField from;
  private final DayField until;
  private final Paragraph hint = new Paragraph();
  private final Paragraph problem = new Paragraph();
  private final Button give = new Button();

  GiveDialog(String person, Map<String, String> units, LocalDate today, Optional<Wanted> waiting, Gift gift) {
    setHeaderTitle(getTranslation("people.give-to", person));
    addClassName("person-dialog");
    role.setId("role");
    role.setLabel(getTranslation("people.role"));
    role.setItems(Administration.givable(Scope.current().jurisdiction()));
    role.setItemLabelGenerator(one -> getTranslation("role." + one.name()));
    unit = InviteDialog.unitChoice("post-unit", getTranslation("people.covers"), units);
    unit.setPlaceholder(getTranslation("people.whole"));
    from = new DayField("from", getTranslation("people.from"));
    from.setValue(today);
    until = new DayField("until", getTranslation("people.until"));
    until.setPlaceholder(getTranslation("people.lasting"));
    until.setClearButtonVisible(true);
    hint.addClassName("as-of");
    problem.addClassName("problem");
    problem.getElement().setAttribute("role", "alert");
    give.setText(getTranslation("act.GIVE"));
    give.setId("do-give");
    give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    give.addClickListener(_ -> give(gift));
    role.addValueChangeListener(_ -> follow());
    from.addValueChangeListener(_ -> follow());
    waiting.ifPresent(this::fill);
    follow();
    add(role, unit, from, until, hint, problem);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), give);
  }

  private void fill(Wanted waiting) {
    role.setValue(waiting.role());
    unit.setValue(waiting.unit().isEmpty() ? null : waiting.unit());
    from.setValue(waiting.from());
    until.setValue(waiting.until().orElse(null));
  }

  private void follow() {
    Role chosen = role.getValue();
    unit.setEnabled(chosen == null || Administration.mayBeOfAUnit(chosen));
    if (!unit.isEnabled()) {
      unit.clear();
    }
    hint.setText(chosen != null && SecondFactor.neededFor(chosen) ? getTranslation("people.second-factor-needed") : "");
    give.setEnabled(chosen != null && from.getValue() != null);
  }

  private void give(Gift gift) {
    try {
      gift.of(new Wanted(role.getValue(), Optional.ofNullable(unit.getValue()).orElse(""), from.getValue(), Optional.ofNullable(until.getValue())));
      close();
    } catch (ObstructedException refused) {
      problem.setText(Failures.sentences(refused.obstacles()));
    }
  }
}
