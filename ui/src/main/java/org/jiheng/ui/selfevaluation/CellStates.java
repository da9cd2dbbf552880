package org.jiheng.ui.selfevaluation;

import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellNote;
import org.jiheng.app.review.Draft;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.FormCell;
import org.jiheng.ui.text.Written;

/** What each cell of a self-evaluation shows, from the form as it was handed over. */
final class CellStates {

  private final SelfEvaluationForm form;
  private final Words words = Words.in(UI.getCurrent().getLocale());

  CellStates(SelfEvaluationForm form) {
    this.form = form;
  }

  FormCell.State of(CellKey key) {
    String kept = form.cells().text(key);
    Optional<Draft> draft = Optional.ofNullable(form.desk().drafts().get(key));
    Optional<String> locked = form.desk().locks().refusal(key).map(Failures::sentence);
    boolean money = key.part(0).equals("budget");
    Optional<Money> amount = money && !kept.isEmpty() ? Optional.of(Money.ofYuan(kept)) : Optional.empty();
    String text = amount.map(one -> locked.isEmpty() ? one.inWan().toPlainString() : Written.wan(one)).orElse(kept);
    if (key.last().equals("level") && locked.isPresent() && !kept.isEmpty()) {
      text = words.say("achievement." + kept);
    }
    List<String> problems = new ArrayList<>();
    Optional<String> theirs = Optional.empty();
    if (draft.isPresent() && locked.isEmpty()) {
      text = draft.get().typed();
      theirs = draft.filter(one -> one.overtaken(kept)).map(_ -> shown(key, kept));
      problems.add(theirs.isPresent()
          ? UI.getCurrent().getTranslation("cell.overtaken", form.desk().changedBy())
          : unreadable(key, draft.get().typed()));
    } else if (form.desk().writable()) {
      form.problems().getOrDefault(key, List.of()).forEach(problem -> problems.add(words.say(problem)));
    }
    // until the person has chosen, an edit still says what was seen before the other's text came
    String seen = theirs.isPresent() ? draft.get().seen() : kept;
    return new FormCell.State(text, seen, amount.map(Written::yuan).orElse(""), locked, problems, draft.isPresent(), before(key),
        notes(key), form.desk().returned(key), theirs);
  }

  private String unreadable(CellKey key, String typed) {
    return org.jiheng.app.selfevaluation.CellSentences.problem(key, typed).map((Problem problem) -> words.say(problem)).orElse("");
  }

  private String shown(CellKey key, String text) {
    return key.part(0).equals("budget") && !text.isEmpty() ? Money.ofYuan(text).inWan().toPlainString() : text;
  }

  private Optional<String> before(CellKey key) {
    return Optional.ofNullable(form.desk().changes().get(key)).filter(change -> !change.added()).map(CellChange::before).map(text -> shown(key, text));
  }

  private List<Integer> notes(CellKey key) {
    List<Integer> numbers = new ArrayList<>();
    List<CellNote> notes = form.desk().notes();
    for (int i = 0; i < notes.size(); i++) {
      if (notes.get(i).cell().equals(key)) {
        numbers.add(i + 1);
      }
    }
    return numbers;
  }
}
