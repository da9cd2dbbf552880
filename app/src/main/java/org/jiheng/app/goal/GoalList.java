package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Rate;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.review.FormConditions;
import org.jiheng.app.review.FormFilter;
import org.jiheng.app.review.FormList;
import org.jiheng.app.review.FormState;

/**
 * The goals the caller may see, as a list, and the projects that still have none. Projects are counted for the same people to whom
 * the list is open: by the posts that read forms, and for nobody else.
 */
@ApplicationScoped
@Transactional
public class GoalList extends FormList<GoalList.Filter, GoalList.Line> {

  /** In {@link Filter#said}: only adjustments. */
  public static final String ADJUSTING = "ADJUSTING";

  @PersistenceContext
  private EntityManager database;

  public GoalList() {
    super(Goals.TYPE, "Goal g, Project p", "g.id = r.id and p.id = g.project", "p.code");
  }

  /** By what a list may be sorted. */
  public enum Sort {
    UNIT("r.unit"),
    TITLE("r.title"),
    STATE("r.state"),
    BUDGET("g.money.annualTotal"),
    GRADE("g.grade"),
    CHANGED("r.changedAt");

    private final String path;

    Sort(String path) {
      this.path = path;
    }
  }

  /**
   * What a list shows. Goals that were given up or superseded are shown only when their state is asked for.
   *
   * @param unit code of a department or unit; what is below it is shown too
   * @param adjusting only adjustments
   * @param text part of the name of the project or the unit, or the beginning of the code of one; empty for all
   */
  public record Filter(
      int fiscalYear, Optional<FormState> state, Optional<String> unit, Optional<Grade> grade, boolean adjusting, String text, Sort sort,
      boolean ascending) {

    public Filter {
      unit = unit.map(TypedText::of);
      text = TypedText.of(text);
    }

    /** In one line, for the record of who looked at what. */
    public String said() {
      return Stream.of(Optional.of(String.valueOf(fiscalYear)), state, unit, grade, Optional.of(ADJUSTING).filter(_ -> adjusting),
              Optional.of(text).filter(typed -> !typed.isBlank()))
          .flatMap(Optional::stream).map(Object::toString).collect(Collectors.joining(" "));
    }
  }

  /**
   * One line of the list.
   *
   * @param findings checks that keep it from being sent in
   * @param resubmitDue last day to send it in again, while it is returned
   */
  public record Line(
      UUID id, String projectCode, String title, String unitCode, String unitName, FormState state, boolean adjustment, Optional<Money> budget,
      Optional<Grade> grade, int findings, Optional<LocalDate> resubmitDue, Instant changedAt, String changedBy) {}

  /**
   * What the whole filtered list adds up to. A project's money stands in it once, also while its goal is being adjusted.
   *
   * @param forms every line
   * @param ended how many of them ended without approval: their money is not in the sum
   */
  public record Totals(long forms, long ended, Money budget) {}

  @Override
  protected FormFilter general(Filter filter) {
    return new FormFilter(filter.fiscalYear(), filter.state(), filter.unit(), filter.text(), filter.sort().path, filter.ascending(), filter.said());
  }

  @Override
  protected void narrow(Filter filter, FormConditions conditions) {
    filter.grade().ifPresent(grade -> conditions.and("g.grade = :grade", "grade", grade));
    if (filter.state().isEmpty()) {
      conditions.and("r.state not in :over", "over", FormState.over());
    }
    if (filter.adjusting()) {
      conditions.and("r.adjusts is not null and r.fiscalYear = :adjusted", "adjusted", filter.fiscalYear());
    }
  }

  @Override
  protected String columns() {
    return "r.id, p.code, r.title, r.unit, u.name, r.state, r.adjusts, g.money.annualTotal, g.grade, g.openFindings, g.resubmitDue, r.changedAt, r.changedBy";
  }

  @Override
  protected Line line(Object[] row) {
    FormState state = (FormState) row[5];
    return new Line((UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4], state, row[6] != null,
        Optional.ofNullable((BigDecimal) row[7]).map(Money::new), Optional.ofNullable((Grade) row[8]), state.editable() ? (Integer) row[9] : 0,
        Optional.ofNullable((LocalDate) row[10]).filter(_ -> state == FormState.RETURNED), (Instant) row[11], (String) row[12]);
  }

  public Totals totals(Filter filter) {
    Sums sums = sums(filter, "g.money.annualTotal");
    return new Totals(sums.forms(), sums.ended(), sums.sums().getFirst());
  }

  /**
   * How many of the caller's projects that need goals have them (DOMAIN 3.2, S16).
   *
   * @param projects that need one
   * @param approved that have one in force
   * @param begun that have one on its way
   */
  public record Coverage(long projects, long approved, long begun) {

    public long missing() {
      return projects - approved - begun;
    }

    /** Empty without projects. */
    public Optional<Rate> rate() {
      return Money.ofYuan(String.valueOf(approved)).per(Money.ofYuan(String.valueOf(projects)));
    }
  }

  /** Of nothing for whoever reads no forms. */
  public Coverage coverage(int fiscalYear) {
    return new Coverage(count(new GoalNeeds(fiscalYear)), count(new GoalNeeds(fiscalYear).approved()), count(new GoalNeeds(fiscalYear).begun()));
  }

  private long count(GoalNeeds needs) {
    return needs.query(database, "count(p)", "", Long.class).getSingleResult();
  }
}
