package org.jiheng.app.selfevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Rate;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.review.FormConditions;
import org.jiheng.app.review.FormFilter;
import org.jiheng.app.review.FormList;
import org.jiheng.app.review.FormState;

/** The self-evaluations the caller may see, as a list: filtered, sorted, a page at a time, by projection. */
@ApplicationScoped
@Transactional
public class SelfEvaluationList extends FormList<SelfEvaluationList.Filter, SelfEvaluationList.Line> {

  public SelfEvaluationList() {
    super(SelfEvaluations.TYPE, "SelfEvaluation s, Project p", "s.id = r.id and p.id = s.project", "p.code");
  }

  /** By what a list may be sorted. */
  public enum Sort {
    UNIT("r.unit"),
    TITLE("r.title"),
    STATE("r.state"),
    BUDGET("s.totalAnnual"),
    EXECUTED("s.totalExecuted"),
    SCORE("s.totalComputed"),
    CHANGED("r.changedAt");

    private final String path;

    Sort(String path) {
      this.path = path;
    }
  }

  /**
   * What a list shows.
   *
   * @param unit code of a department or unit; what is below it is shown too
   * @param text part of the name of the project or the unit, or the beginning of the code of one; empty for all
   * @param below only totals below this one
   */
  public record Filter(
      int fiscalYear, Optional<FormState> state, Optional<String> unit, Optional<Grade> grade, Optional<Score> below, String text,
      Sort sort, boolean ascending) {

    public Filter {
      unit = unit.map(TypedText::of);
      text = TypedText.of(text);
    }

    /** In one line, for the record of who looked at what. */
    public String said() {
      return Stream.of(Optional.of(String.valueOf(fiscalYear)), state, unit, grade, below, Optional.of(text).filter(typed -> !typed.isBlank()))
          .flatMap(Optional::stream).map(Object::toString).collect(Collectors.joining(" "));
    }
  }

  /** One line of the list. */
  public record Line(
      UUID id, String projectCode, String title, String unitCode, String unitName, FormState state, Optional<Money> budget,
      Optional<Money> executed, Optional<Score> total, Optional<Grade> grade, Instant changedAt, String changedBy) {

    public Optional<Rate> rate() {
      return budget.flatMap(base -> executed.flatMap(spent -> spent.per(base)));
    }
  }

  /**
   * What the whole filtered list adds up to. Who is not of the unit sees no drafts: to them the money is that of the forms that
   * were sent in, as in the figures the prefecture is shown.
   *
   * @param forms every line
   * @param ended how many of them ended without approval: their money is not in the sums
   */
  public record Totals(long forms, long ended, Money budget, Money executed) {}

  @Override
  protected FormFilter general(Filter filter) {
    return new FormFilter(filter.fiscalYear(), filter.state(), filter.unit(), filter.text(), filter.sort().path, filter.ascending(), filter.said());
  }

  @Override
  protected void narrow(Filter filter, FormConditions conditions) {
    filter.grade().ifPresent(grade -> conditions.and("s.grade = :grade", "grade", grade));
    filter.below().ifPresent(limit -> conditions.and("s.totalComputed < :below", "below", limit.points()));
  }

  @Override
  protected String columns() {
    return "r.id, p.code, r.title, r.unit, u.name, r.state, s.totalAnnual, s.totalExecuted, s.totalComputed, s.grade, r.changedAt, r.changedBy";
  }

  @Override
  protected Line line(Object[] row) {
    return new Line((UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4], (FormState) row[5],
        Optional.ofNullable((BigDecimal) row[6]).map(Money::new), Optional.ofNullable((BigDecimal) row[7]).map(Money::new),
        Optional.ofNullable((BigDecimal) row[8]).map(Score::new), Optional.ofNullable((Grade) row[9]), (Instant) row[10],
        (String) row[11]);
  }

  public Totals totals(Filter filter) {
    Sums sums = sums(filter, "s.totalAnnual", "s.totalExecuted");
    return new Totals(sums.forms(), sums.ended(), sums.sums().getFirst(), sums.sums().getLast());
  }
}
