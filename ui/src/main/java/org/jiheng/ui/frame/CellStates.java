package org.jiheng.ui.frame;

import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellKind;
import org.jiheng.app.review.CellNote;
import org.jiheng.app.review.Desk;
import org.jiheng.app.review.Draft;
import org.jiheng.app.review.FormSheet;
import org.jiheng.ui.text.Written;

/** What each cell of a form shows, from the form as it was handed over. */
final class CellStates {

  private final FormSheet sheet;
  private final Desk desk;
  private final Words words = Words.in(UI.getCurrent().getLocale());

  CellStates(FormSheet sheet) {
    this.sheet = sheet;
    this.desk = sheet.desk();
  }

  FormCell.State of(CellKey key) {
    CellKind kind = sheet.kinds().get(key);
    String kept = sheet.cells().text(key);
    Optional<Draft> draft = Optional.ofNullable(desk.drafts().get(key));
    Optional<String> locked = desk.locks().refusal(key).map(Failures::sentence);
    Optional<Money> amount = kind instanceof CellKind.Amount && !kept.isEmpty() ? Optional.of(Money.ofYuan(kept)) : Optional.empty();
    String text = amount.map(one -> locked.isEmpty() ? one.inWan().toPlainString() : Written.wan(one))
        .orElseGet(() -> locked.isEmpty() ? kept : shown(kind, kept));
    List<String> problems = new ArrayList<>();
    Optional<String> theirs = Optional.empty();
    if (draft.isPresent() && locked.isEmpty()) {
      text = draft.get().typed();
      theirs = draft.filter(one -> one.overtaken(kept)).map(_ -> shown(kind, kept));
      problems.add(theirs.isPresent()
          ? UI.getCurrent().getTranslation("cell.overtaken", desk.changedBy())
          : kind.read(draft.get().typed(), Money.In.WAN).problem().map(words::say).orElse(""));
    } else if (desk.writable()) {
      sheet.problems().getOrDefault(key, List.of()).forEach(problem -> problems.add(words.say(problem)));
    }
    // until the person has chosen, an edit still says what was seen before the other's text came
    String seen = theirs.isPresent() ? draft.get().seen() : kept;
    return new FormCell.State(text, seen, amount.map(Written::yuan).orElse(""), locked, problems, draft.isPresent(), before(key, kind),
        notes(key), desk.returned(key), theirs);
  }

  /** A kept text as it stands beside another one: money in 万元, a choice in words. */
  private String shown(CellKind kind, String kept) {
    if (kept.isEmpty()) {
      return kept;
    }
    return switch (kind) {
      case CellKind.Amount _ -> Money.ofYuan(kept).inWan().toPlainString();
      case CellKind.Choice choice -> words.say(choice.words() + kept);
      case CellKind.Text _, CellKind.Points _, CellKind.Day _ -> kept;
    };
  }

  private Optional<String> before(CellKey key, CellKind kind) {
    return Optional.ofNullable(desk.changes().get(key)).filter(change -> !change.added()).map(CellChange::before).map(text -> shown(kind, text));
  }

  private List<Integer> notes(CellKey key) {
    List<Integer> numbers = new ArrayList<>();
    List<CellNote> notes = desk.notes();
    for (int i = 0; i < notes.size(); i++) {
      if (notes.get(i).cell().equals(key)) {
        numbers.add(i + 1);
      }
    }
    return numbers;
  }
}
