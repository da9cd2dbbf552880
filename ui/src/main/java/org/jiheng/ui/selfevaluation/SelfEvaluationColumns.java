package org.jiheng.ui.selfevaluation;

import com.vaadin.flow.component.UI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.FileName;
import org.jiheng.app.review.FormState;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Filter;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Line;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Sort;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Totals;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** What lists of self-evaluations have in common, the jurisdiction's own and the one the prefecture looks at. */
public final class SelfEvaluationColumns {

  private SelfEvaluationColumns() {}

  /** The filter an address says; what it says wrongly is passed over. */
  public static Filter filter(Address address, int year) {
    return new Filter(year, address.get("state", FormState.class), address.get("unit"), address.get("grade", Grade.class),
        address.get("below").filter(text -> text.matches("[0-9]{1,3}")).map(Score::of), address.get("q").orElse(""),
        address.get("sort").flatMap(SelfEvaluationColumns::sort).orElse(Sort.UNIT), address.get("desc").isEmpty());
  }

  private static Optional<Sort> sort(String column) {
    return Arrays.stream(Sort.values()).filter(sort -> key(sort).equals(column)).findFirst();
  }

  private static String key(Sort sort) {
    return switch (sort) {
      case UNIT -> "unit";
      case TITLE -> "project";
      case STATE -> "state";
      case BUDGET -> "budget";
      case EXECUTED -> "executed";
      case SCORE -> "score";
      case CHANGED -> "changed";
    };
  }

  /**
   * @param path where a form is opened: its identifier is put behind
   * @param year fiscal year of the list, which its links keep
   */
  public static void columns(ListFrame<Line> list, String path, int year) {
    UI ui = UI.getCurrent();
    Words words = Words.in(ui.getLocale());
    list.link(Column.text("project", Line::title), line -> Year.in(path + line.id(), year), 240, true)
        .column(Column.text("unit", Line::unitName), 156, false)
        .column(Column.text("state", line -> ui.getTranslation("state." + line.state().name())), 118, false)
        .column(money("budget", Line::budget), 116, false)
        .column(money("executed", Line::executed), 116, false)
        .column(Column.<Line>number("rate", line -> Written.orNone(line.rate()), _ -> "", line -> Written.orNone(line.rate())).unsorted(), 80, false)
        .column(Column.number("score", line -> Written.orNone(line.total()), _ -> "",
            line -> line.total().<Object>map(Score::points).orElse(Written.NONE)), 76, false)
        .column(Column.<Line>text("grade", line -> line.grade().map(grade -> words.say("grade." + grade)).orElse(Written.NONE)).unsorted(), 56, false)
        .column(Column.text("changed", line -> Written.minute(line.changedAt()) + " " + line.changedBy()), 200, false)
        .column(Column.<Line>text("code", Line::projectCode).unsorted(), 186, false);
  }

  private static Column<Line> money(String key, Function<Line, Optional<Money>> amount) {
    return Column.number(key, line -> Written.wan(amount.apply(line)), line -> amount.apply(line).map(Written::yuan).orElse(""),
        line -> amount.apply(line).<Object>map(Money::yuan).orElse(Written.NONE));
  }

  /** Text and grade: filters every such list has. */
  public static void filters(ListFrame<Line> list, Address address) {
    Words words = Words.in(UI.getCurrent().getLocale());
    list.words("q", "filter-text", list.getTranslation("list.text"))
        .choice("grade", Arrays.asList(Grade.values()), grade -> words.say("grade." + grade));
    address.get("below").ifPresent(limit -> list.chip(list.getTranslation("list.below", limit), "below"));
  }

  public static void totals(ListFrame<Line> list, Totals totals) {
    String ended = totals.ended() == 0 ? "" : list.getTranslation("list.totals-ended", String.valueOf(totals.ended()));
    list.totals(list.getTranslation("list.totals", String.valueOf(totals.forms()), Written.wan(totals.budget()), Written.wan(totals.executed()),
        Written.orNone(totals.executed().per(totals.budget()))) + ended);
  }
}
