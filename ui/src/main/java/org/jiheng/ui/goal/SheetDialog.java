package org.jiheng.ui.goal;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.GoalSheets;
import org.jiheng.app.goal.ReviewItem;
import org.jiheng.app.goal.ReviewSheet;
import org.jiheng.app.review.RefusedException;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.TypedWork;
import org.jiheng.ui.text.Written;

/** 绩效目标审核表: the sheet to be filled in by finance, and below it the sheets of before. */
final class SheetDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient Map<ReviewItem, Supplier<String>> typed = new EnumMap<>(ReviewItem.class);
  private final transient Map<ReviewItem, HasValidation> fields = new EnumMap<>(ReviewItem.class);
  private final TextArea opinion = new TextArea();
  private final Paragraph told = new Paragraph();
  private final Words words = Words.in(getLocale());
  /** What somebody else has written in the meantime. */
  private final Div theirs = new Div();
  private transient Optional<GoalSheets.Seen> seen = Optional.empty();
  private boolean scored;

  /** @param sheets where it is filled in; empty where it can only be looked at */
  SheetDialog(GoalForm form, Optional<GoalSheets> sheets, Runnable changed) {
    setHeaderTitle(getTranslation("goal.sheet"));
    addClassName("goal-sheet");
    setDraggable(true);
    setModal(false);
    TypedWork.guard(this);
    form.toFill().ifPresent(sheet -> sheets.ifPresent(filling -> {
      seen = Optional.of(sheet.seen());
      scored = sheet.filled().scored();
      add(toFill(sheet));
      Button keep = new Button(getTranslation("goal.sheet.keep"), _ -> keep(form, filling, changed));
      keep.setId("keep-sheet");
      keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      getFooter().add(keep);
    }));
    form.sheets().stream().filter(sheet -> form.toFill().filter(sheet::equals).isEmpty()).forEach(sheet -> add(filled(sheet)));
    Button close = new Button(getTranslation("close"), _ -> close());
    getFooter().add(close);
  }

  private Component toFill(GoalForm.Sheet sheet) {
    Div box = new Div(new Paragraph(getTranslation(sheet.filled().scored() ? "goal.sheet.scored" : "goal.sheet.ticked")));
    for (ReviewItem item : ReviewItem.values()) {
      AbstractField<?, ?> field = sheet.filled().scored() ? points(item, sheet.filled()) : tick(item, sheet.filled());
      field.setId("item-" + item.name());
      box.add(field);
    }
    opinion.setLabel(getTranslation("goal.sheet.opinion"));
    opinion.setId("opinion");
    opinion.setMaxLength(2000);
    opinion.setWidthFull();
    opinion.setValue(sheet.filled().opinion());
    told.addClassName("problem");
    told.getElement().setAttribute("role", "alert");
    told.setVisible(false);
    theirs.setId("theirs");
    box.add(opinion, told, theirs, outcome(sheet));
    box.addClassName("sheet-items");
    return box;
  }

  private String label(ReviewItem item) {
    return words.say("goal-aspect." + item.aspect()) + " · " + words.say("goal-item." + item) + "(" + item.most() + ")";
  }

  private TextField points(ReviewItem item, ReviewSheet filled) {
    TextField field = new TextField(label(item));
    field.setValue(Optional.ofNullable(filled.points().get(item)).map(Object::toString).orElse(""));
    typed.put(item, field::getValue);
    fields.put(item, field);
    return field;
  }

  private Select<Grade> tick(ReviewItem item, ReviewSheet filled) {
    Select<Grade> field = new Select<>();
    field.setLabel(label(item));
    field.setItems(Grade.values());
    field.setItemLabelGenerator(grade -> grade == null ? "" : words.say("grade." + grade));
    field.setEmptySelectionAllowed(true);
    Optional.ofNullable(filled.ticks().get(item)).ifPresent(field::setValue);
    typed.put(item, () -> field.getValue() == null ? "" : field.getValue().name());
    fields.put(item, field);
    return field;
  }

  private void keep(GoalForm form, GoalSheets filling, Runnable changed) {
    try {
      GoalSheets.Kept kept = filling.fill(form.desk().id(), seen.orElseThrow(),
          typed.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get())), opinion.getValue());
      seen = Optional.of(kept.seen());
      Map<ReviewItem, Problem> problems = kept.problems();
      fields.forEach((item, field) -> {
        field.setInvalid(problems.containsKey(item));
        field.setErrorMessage(Optional.ofNullable(problems.get(item)).map(words::say).orElse(""));
      });
      if (problems.isEmpty()) {
        close();
      }
      told.setVisible(false);
      theirs.removeAll();
    } catch (RefusedException refused) {
      // stays beside what was typed: the person is to look at it again before going on
      told.setText(refused.refusals().stream().map(Failures::sentence).collect(Collectors.joining(" ")));
      told.setVisible(true);
      filling.toFill(form.desk().id()).filter(this::anotherStateOfIt).ifPresent(this::overtaken);
    }
    changed.run();
  }

  /** Another stage's sheet, or one filled in the other way, has to be opened anew. */
  private boolean anotherStateOfIt(GoalForm.Sheet now) {
    GoalSheets.Seen was = seen.orElseThrow();
    return now.seen().round() == was.round() && now.seen().stage() == was.stage() && now.seen().version() != was.version()
        && now.filled().scored() == scored;
  }

  /** What was typed stays; seen together with what the other wrote, it may be saved over it. */
  private void overtaken(GoalForm.Sheet sheet) {
    theirs.removeAll();
    theirs.add(filled(sheet));
    seen = Optional.of(sheet.seen());
  }

  /** Sum, grade, and what follows from it, each with why. */
  private Component outcome(GoalForm.Sheet sheet) {
    Div outcome = new Div();
    outcome.addClassName("sheet-outcome");
    outcome.add(new Paragraph(getTranslation("goal.sheet.outcome", Written.orNone(sheet.total().value()),
        sheet.grade().value().map(grade -> words.say("grade." + grade)).orElse(Written.NONE))));
    outcome.add(new Paragraph(sentence(sheet.total())));
    sheet.verdict().ifPresent(verdict -> outcome.add(new Paragraph(sentence(verdict))));
    return outcome;
  }

  private String sentence(Reasoned<?> reasoned) {
    return words.say(reasoned.reason()) + "(" + reasoned.reason().article() + ")";
  }

  private Component filled(GoalForm.Sheet sheet) {
    Div box = new Div(new H3(getTranslation("goal.sheet.of", String.valueOf(sheet.seen().round()), getTranslation("state." + sheet.seen().stage().name()), sheet.by())));
    box.add(new Paragraph(List.of(ReviewItem.values()).stream().map(item -> words.say("goal-item." + item) + " " + given(sheet.filled(), item))
        .collect(Collectors.joining(" · "))));
    if (!sheet.filled().opinion().isEmpty()) {
      box.add(new Paragraph(getTranslation("goal.sheet.opinion") + ": " + sheet.filled().opinion()));
    }
    box.add(outcome(sheet));
    return box;
  }

  private String given(ReviewSheet sheet, ReviewItem item) {
    return sheet.scored() ? Written.orNone(Optional.ofNullable(sheet.points().get(item)))
        : Optional.ofNullable(sheet.ticks().get(item)).map(grade -> words.say("grade." + grade)).orElse(Written.NONE);
  }
}
