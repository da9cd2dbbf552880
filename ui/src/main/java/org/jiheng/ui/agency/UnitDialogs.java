package org.jiheng.ui.agency;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.agency.Unit;
import org.jiheng.app.agency.UnitEntry;
import org.jiheng.app.agency.UnitFollower;
import org.jiheng.app.agency.UnitKind;
import org.jiheng.app.agency.UnitPost;
import org.jiheng.app.agency.UnitRegister;
import org.jiheng.app.agency.UnitTree;
import org.jiheng.app.common.CreditCode;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Words;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.Choices;
import org.jiheng.ui.frame.DayField;
import org.jiheng.ui.frame.Failures;

/** What is asked when the tree of units is changed. */
final class UnitDialogs {

  private UnitDialogs() {}

  /** What to do with what was entered, and why. */
  @FunctionalInterface
  interface Entered {
    void with(UnitEntry entry, String reason);
  }

  /** @param there the unit as it is entered; empty for a new one */
  static Asking enter(Optional<UnitEntry> there, LocalDate today, Entered given, Runnable done) {
    UI ui = UI.getCurrent();
    Words words = Words.in(ui.getLocale());
    TextField code = Choices.line("unit-code", "column.unit-code", UnitTree.LEVEL * UnitTree.MOST_LEVELS, there.map(UnitEntry::code).orElse(""));
    code.setReadOnly(there.isPresent());
    code.setHelperText(ui.getTranslation("unit.code-help"));
    TextField name = Choices.line("unit-name", "column.unit-name", 120, there.map(UnitEntry::name).orElse(""));
    Select<UnitKind> kind = Choices.of("unit-kind", "column.unit-kind", UnitKind.values(), one -> words.say("unit-kind." + one),
        there.map(UnitEntry::kind).orElse(UnitKind.INSTITUTION));
    TextField credit = Choices.line("credit-code", "column.credit-code", 30, there.flatMap(UnitEntry::creditCode).map(CreditCode::text).orElse(""));
    TextField responsible = Choices.line("responsible", "column.responsible", 60, there.map(UnitEntry::responsible).orElse(""));
    DayField from = new DayField("valid-from", ui.getTranslation("column.valid-from"), there.flatMap(UnitEntry::validFrom).orElse(there.isPresent() ? null : today));
    from.setReadOnly(there.isPresent());
    TextArea reason = Choices.reason(UnitTree.SHORTEST_REASON);
    return new Asking(ui.getTranslation(there.isPresent() ? "unit.change" : "unit.add"), () -> {
      Optional<Parsed<CreditCode>> read = Optional.of(credit.getValue()).filter(typed -> !typed.isBlank()).map(CreditCode::parse);
      credit.setErrorMessage(read.flatMap(Parsed::problem).map(words::say).orElse(""));
      credit.setInvalid(read.flatMap(Parsed::problem).isPresent());
      if (credit.isInvalid()) {
        return false;
      }
      given.with(new UnitEntry(code.getValue().strip(), name.getValue().strip(), kind.getValue(), read.flatMap(Parsed::value),
          responsible.getValue().strip(), Optional.ofNullable(from.getValue())), reason.getValue());
      return true;
    }, done).with(code, name, kind, credit, responsible, from).wide(reason);
  }

  static Asking close(LocalDate today, UnitRegister register, Unit unit, Runnable done) {
    UI ui = UI.getCurrent();
    DayField last = new DayField("last-day", ui.getTranslation("unit.last-day"), today);
    TextArea reason = Choices.reason(UnitTree.SHORTEST_REASON);
    return new Asking(ui.getTranslation("unit-change.CLOSED"), () -> {
      if (last.getValue() == null) {
        return false;
      }
      register.close(unit.code(), last.getValue(), reason.getValue());
      return true;
    }, done).with(last).wide(reason);
  }

  /** Asks for the new code, and shows what the move would do before it is done. */
  static Asking move(LocalDate today, UnitRegister register, Unit unit, Runnable done) {
    UI ui = UI.getCurrent();
    TextField to = Choices.line("new-code", "unit.new-code", UnitTree.LEVEL * UnitTree.MOST_LEVELS, "");
    DayField day = new DayField("first-day", ui.getTranslation("unit.first-day"), today);
    TextArea reason = Choices.reason(UnitTree.SHORTEST_REASON);
    Prospect shown = new Prospect();
    Runnable look = () -> shown.show(to.getValue().isBlank() || day.getValue() == null ? Optional.empty()
        : Optional.of(register.wouldMove(unit.code(), to.getValue().strip(), day.getValue())));
    to.addValueChangeListener(_ -> look.run());
    day.addValueChangeListener(_ -> look.run());
    return new Asking(ui.getTranslation("unit-change.MOVED"), () -> {
      if (to.getValue().isBlank() || day.getValue() == null) {
        return false;
      }
      register.move(unit.code(), to.getValue().strip(), day.getValue(), reason.getValue(), shown.posts());
      return true;
    }, done).with(to, day).wide(shown).wide(reason);
  }

  /** Asks for the unit that goes on, and shows what the merger would do before it is done. */
  static Asking merge(LocalDate today, UnitRegister register, Unit unit, Runnable done) {
    UI ui = UI.getCurrent();
    ComboBox<Unit> into = new ComboBox<>(ui.getTranslation("unit.into"));
    into.setId("into");
    into.setItems(register.visible().stream().filter(one -> one.lasts() && !one.code().equals(unit.code())).toList());
    into.setItemLabelGenerator(one -> one.code() + " " + one.name());
    DayField day = new DayField("first-day", ui.getTranslation("unit.first-day"), today);
    TextArea reason = Choices.reason(UnitTree.SHORTEST_REASON);
    Prospect shown = new Prospect();
    Runnable look = () -> shown.show(into.getValue() == null || day.getValue() == null ? Optional.empty()
        : Optional.of(register.wouldMerge(unit.code(), into.getValue().code(), day.getValue())));
    into.addValueChangeListener(_ -> look.run());
    day.addValueChangeListener(_ -> look.run());
    return new Asking(ui.getTranslation("unit-change.MERGED"), () -> {
      if (into.getValue() == null || day.getValue() == null) {
        return false;
      }
      register.merge(unit.code(), into.getValue().code(), day.getValue(), reason.getValue(), shown.posts());
      return true;
    }, done).with(into, day).wide(shown).wide(reason);
  }

  /** What a move or merger would do: what speaks against it, what goes over, whose posts it touches. */
  private static final class Prospect extends Div {

    private static final long serialVersionUID = 1L;

    private transient Optional<UnitRegister.Prospect> seen = Optional.empty();

    Prospect() {
      addClassName("prospect");
      getElement().setAttribute("role", "status");
    }

    Set<UUID> posts() {
      return seen.map(UnitRegister.Prospect::posts).orElse(Set.of());
    }

    void show(Optional<UnitRegister.Prospect> prospect) {
      seen = prospect;
      removeAll();
      prospect.ifPresent(one -> {
        one.refusals().forEach(refusal -> {
          Span against = new Span(Failures.sentence(refusal));
          against.addClassName("problem");
          add(against);
        });
        for (UnitFollower.Following following : one.following()) {
          add(new Paragraph(getTranslation("unit.following", getTranslation("unit-things." + following.things()), following.moving(), following.staying())));
        }
        posts("unit.posts-pointing", one.pointing());
        posts("unit.posts-losing", one.losing());
        posts("unit.posts-gaining", one.gaining());
      });
    }

    private void posts(String heading, List<UnitPost> posts) {
      if (posts.isEmpty()) {
        return;
      }
      UnorderedList list = new UnorderedList();
      posts.forEach(post -> list.add(new ListItem(post.name() + " · " + getTranslation("role." + post.role().name()) + " · " + post.unitPrefix())));
      add(new Paragraph(getTranslation(heading)), list);
    }
  }
}
