package org.jiheng.app.selfevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Rate;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.engagement.Accesses;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.FormTrail;
import org.jiheng.app.review.Visibility;
import org.jiheng.tenants.persistence.Like;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** The self-evaluations the caller may see, as a list: filtered, sorted, a page at a time, by projection. */
@ApplicationScoped
@Transactional
public class SelfEvaluationList {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private FormTrail trail;

  @Inject
  private Accesses accesses;

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
  public record Totals(long forms, long ended, Money budget, Money executed) {

    private static final Totals NONE = new Totals(0, 0, Money.ZERO, Money.ZERO);

    private Totals plus(FormState state, long more, Money itsBudget, Money itsExecuted) {
      return state.summed()
          ? new Totals(forms + more, ended, budget.plus(itsBudget), executed.plus(itsExecuted))
          : new Totals(forms + more, ended + more, budget, executed);
    }
  }

  private static final int BLOCK = 1000;
  private static final String FROM =
      " from Review r, SelfEvaluation s, Unit u, Project p where s.id = r.id and u.code = r.unit and p.id = s.project and ";

  /** Whether the caller begins self-evaluations. */
  public boolean mayBegin() {
    Scope scope = Scope.current();
    return !scope.readOnly() && scope.caller().holds(Role.UNIT_CLERK);
  }

  public List<Line> page(Filter filter, int offset, int limit) {
    trail.listed(SelfEvaluation.FORM_TYPE, filter.said());
    return lines(filter, offset, limit);
  }

  private List<Line> lines(Filter filter, int offset, int limit) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String order = " order by " + filter.sort().path + (filter.ascending() ? " asc" : " desc") + ", r.id";
    TypedQuery<Object[]> query = database.createQuery(
        "select r.id, p.code, r.title, r.unit, u.name, r.state, s.totalAnnual, s.totalExecuted, s.totalComputed, s.grade, "
            + "r.changedAt, r.changedBy" + FROM + conditions(filter, parameters) + order, Object[].class);
    parameters.forEach(query::setParameter);
    return query.setFirstResult(offset).setMaxResults(limit).getResultList().stream().map(SelfEvaluationList::line).toList();
  }

  private static Line line(Object[] row) {
    return new Line((UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4], (FormState) row[5],
        Optional.ofNullable((BigDecimal) row[6]).map(Money::new), Optional.ofNullable((BigDecimal) row[7]).map(Money::new),
        Optional.ofNullable((BigDecimal) row[8]).map(Score::new), Optional.ofNullable((Grade) row[9]), (Instant) row[10],
        (String) row[11]);
  }

  /**
   * Writes the whole filtered list as a workbook, read and written a block at a time.
   *
   * @param columns what stands over the columns
   * @param cells a line as the columns show it
   */
  public void export(Filter filter, String name, List<String> columns, Function<Line, List<Object>> cells, OutputStream out) throws IOException {
    trail.exported(SelfEvaluation.FORM_TYPE, filter.said());
    accesses.exported(name);
    TableWorkbook.write(out, name, columns, Stream.iterate(0, offset -> offset + BLOCK)
        .map(offset -> lines(filter, offset, BLOCK))
        .takeWhile(block -> !block.isEmpty())
        .flatMap(List::stream)
        .map(cells));
  }

  public Totals totals(Filter filter) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    TypedQuery<Object[]> query = database.createQuery(
        "select r.state, count(r), sum(s.totalAnnual), sum(s.totalExecuted)" + FROM + conditions(filter, parameters) + " group by r.state",
        Object[].class);
    parameters.forEach(query::setParameter);
    Totals totals = Totals.NONE;
    for (Object[] row : query.getResultList()) {
      totals = totals.plus((FormState) row[0], (Long) row[1], money(row[2]), money(row[3]));
    }
    return totals;
  }

  private static Money money(Object sum) {
    return sum == null ? Money.ZERO : new Money((BigDecimal) sum);
  }

  private static String conditions(Filter filter, Map<String, Object> parameters) {
    Visibility visibility = Visibility.of(Scope.current());
    parameters.putAll(visibility.parameters());
    StringBuilder conditions = new StringBuilder(visibility.condition()).append(" and s.fiscalYear = :year");
    parameters.put("year", filter.fiscalYear());
    filter.state().ifPresent(state -> {
      conditions.append(" and r.state = :state");
      parameters.put("state", state);
    });
    filter.unit().ifPresent(unit -> {
      conditions.append(" and r.unit like :unit escape '!'");
      parameters.put("unit", Like.beginning(unit));
    });
    filter.grade().ifPresent(grade -> {
      conditions.append(" and s.grade = :grade");
      parameters.put("grade", grade);
    });
    filter.below().ifPresent(limit -> {
      conditions.append(" and s.totalComputed < :below");
      parameters.put("below", limit.points());
    });
    if (!filter.text().isBlank()) {
      conditions.append(" and (r.title like :part escape '!' or p.code like :start escape '!' "
          + "or u.name like :part escape '!' or u.code like :start escape '!')");
      parameters.put("part", Like.containing(filter.text()));
      parameters.put("start", Like.beginning(filter.text()));
    }
    return conditions.toString();
  }
}
