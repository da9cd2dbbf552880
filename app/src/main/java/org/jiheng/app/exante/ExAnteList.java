package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Rate;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.review.FormConditions;
import org.jiheng.app.review.FormFilter;
import org.jiheng.app.review.FormList;
import org.jiheng.app.review.FormState;

/** The ex-ante evaluations the caller may see, as a list, and what they add up to (DOMAIN 2.6). */
@ApplicationScoped
@Transactional
public class ExAnteList extends FormList<ExAnteList.Filter, ExAnteList.Line> {

  public ExAnteList() {
    super(ExAnteEvaluations.TYPE, "ExAnteEvaluation e, Project p", "e.id = r.id and p.id = e.project", "p.code");
  }

  /** By what a list may be sorted. */
  public enum Sort {
    UNIT("r.unit"),
    TITLE("r.title"),
    STATE("r.state"),
    ASKED("e.asked"),
    TOTAL("e.total"),
    CONCLUSION("e.conclusion"),
    SUPPORTED("e.supported"),
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
   * @param thirdParty only those a third party evaluates again
   */
  public record Filter(
      int fiscalYear, Optional<FormState> state, Optional<String> unit, Optional<Conclusion> conclusion, boolean thirdParty, String text,
      Sort sort, boolean ascending) {

    public Filter {
      unit = unit.map(TypedText::of);
      text = TypedText.of(text);
    }

    /** In one line, for the record of who looked at what. */
    public String said() {
      return Stream.of(Optional.of(String.valueOf(fiscalYear)), state, unit, conclusion, Optional.of(text).filter(typed -> !typed.isBlank()))
          .flatMap(Optional::stream).map(Object::toString).collect(Collectors.joining(" "));
    }
  }

  /** One line of the list. */
  public record Line(
      UUID id, String projectCode, String title, String unitCode, String unitName, FormState state, Optional<Money> asked,
      Optional<Score> total, boolean thirdParty, Optional<Conclusion> conclusion, Optional<Money> supported, Instant changedAt, String changedBy) {}

  /**
   * What the filtered list adds up to.
   *
   * @param forms every line
   * @param asked amount asked for, of those finance has concluded, yuan
   * @param supported of these, yuan
   */
  public record Totals(long forms, long concluded, Money asked, Money supported) {

    /** 审减额. */
    public Money cut() {
      return new Money(asked.yuan().subtract(supported.yuan()));
    }

    /** 审减率; empty when nothing was asked for. */
    public Optional<Rate> cutRate() {
      return cut().per(asked);
    }
  }

  @Override
  protected FormFilter general(Filter filter) {
    return new FormFilter(filter.fiscalYear(), filter.state(), filter.unit(), filter.text(), filter.sort().path, filter.ascending(), filter.said());
  }

  @Override
  protected void narrow(Filter filter, FormConditions conditions) {
    filter.conclusion().ifPresent(one -> conditions.and("e.conclusion = :conclusion", "conclusion", one));
    if (filter.thirdParty()) {
      conditions.and("e.thirdParty = :third", "third", true);
    }
  }

  @Override
  protected String columns() {
    return "r.id, p.code, r.title, r.unit, u.name, r.state, e.asked, e.total, e.thirdParty, e.conclusion, e.supported, r.changedAt, r.changedBy";
  }

  @Override
  protected Line line(Object[] row) {
    return new Line((UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4], (FormState) row[5],
        Optional.ofNullable((BigDecimal) row[6]).map(Money::new), Optional.ofNullable((BigDecimal) row[7]).map(Score::new), (Boolean) row[8],
        Optional.ofNullable((Conclusion) row[9]), Optional.ofNullable((BigDecimal) row[10]).map(Money::new), (Instant) row[11], (String) row[12]);
  }

  /** Money of those concluded, so that what was cut is what finance cut; also of those whose round ended with 不支持. */
  public Totals totals(Filter filter) {
    Totals totals = new Totals(0, 0, Money.ZERO, Money.ZERO);
    for (Object[] row : query("e.conclusion, count(r), sum(e.asked), sum(e.supported)", filter, " group by e.conclusion").getResultList()) {
      long forms = totals.forms() + (Long) row[1];
      totals = row[0] == null ? new Totals(forms, totals.concluded(), totals.asked(), totals.supported())
          : new Totals(forms, totals.concluded() + (Long) row[1], totals.asked().plus(new Money((BigDecimal) row[2])),
              totals.supported().plus(new Money((BigDecimal) row[3])));
    }
    return totals;
  }
}
