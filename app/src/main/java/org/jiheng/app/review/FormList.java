package org.jiheng.app.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * The forms of one type the caller may see, as a list: filtered, sorted, a page at a time, by projection. A room of forms extends it
 * by what stands in its lines.
 *
 * @param <Q> what the room's list is filtered by
 * @param <L> a line
 */
@Transactional
public abstract class FormList<Q, L> {

  private static final int BLOCK = 1000;

  private final String formType;
  private final String from;
  private final List<String> codes;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private FormTrail trail;

  @Inject
  private Event<FormsExported> exported;

  /**
   * @param joined what the query reads besides {@code r}, a {@link Review}, and {@code u}, its unit, for example {@code Goal g}
   * @param on how it hangs on them, for example {@code g.id = r.id}
   * @param codes paths of codes besides the unit's, whose beginning a person may look for, for example {@code p.code}
   */
  protected FormList(FormType<?> type, String joined, String on, String... codes) {
    this.formType = type.name();
    this.from = " from Review r, Unit u, " + joined + " where u.code = r.unit and " + on + " and ";
    this.codes = List.of(codes);
  }

  /** What of the room's filter every list has. */
  protected abstract FormFilter general(Q filter);

  /** What of the room's filter only this list has. */
  protected abstract void narrow(Q filter, FormConditions conditions);

  /** What a line is made of: paths of the query, separated by commas. */
  protected abstract String columns();

  /** @param row what {@link #columns} names, in that order */
  protected abstract L line(Object[] row);

  /** Whether the caller begins forms. */
  public boolean mayBegin() {
    Scope scope = Scope.current();
    return !scope.readOnly() && scope.caller().holds(Role.UNIT_CLERK);
  }

  public List<L> page(Q filter, int offset, int limit) {
    trail.listed(formType, general(filter).said());
    return lines(filter, offset, limit);
  }

  private List<L> lines(Q filter, int offset, int limit) {
    FormFilter general = general(filter);
    return query(columns(), filter, " order by " + general.order() + (general.ascending() ? " asc" : " desc") + ", r.id")
        .setFirstResult(offset).setMaxResults(limit).getResultList().stream().map(this::line).toList();
  }

  /** A query of the room's own over the filtered list. @param end what stands behind the conditions, for example a grouping */
  protected TypedQuery<Object[]> query(String columns, Q filter, String end) {
    FormConditions conditions = new FormConditions(formType, codes, general(filter));
    narrow(filter, conditions);
    TypedQuery<Object[]> query = database.createQuery("select " + columns + from + conditions.text() + end, Object[].class);
    conditions.bind(query);
    return query;
  }

  /**
   * Writes the whole filtered list as a workbook, read and written a block at a time.
   *
   * @param columns what stands over the columns
   * @param cells a line as the columns show it
   */
  public void export(Q filter, String name, List<String> columns, Function<L, List<Object>> cells, OutputStream out) throws IOException {
    trail.exported(formType, general(filter).said());
    exported.fire(new FormsExported(name));
    TableWorkbook.write(out, name, columns, Stream.iterate(0, offset -> offset + BLOCK)
        .map(offset -> lines(filter, offset, BLOCK))
        .takeWhile(block -> !block.isEmpty())
        .flatMap(List::stream)
        .map(cells));
  }

  /**
   * What the whole filtered list adds up to. Who is not of the unit sees no drafts: to them the money is that of the forms that
   * were sent in, as in the figures the prefecture is shown. While an adjustment is on its way, the money is that of what it adjusts.
   *
   * @param forms every line
   * @param ended how many of them ended without approval or were superseded: their money is not in the sums
   * @param sums of the amounts asked for, in their order
   */
  protected record Sums(long forms, long ended, List<Money> sums) {

    private Sums plus(Object[] row) {
      long more = (Long) row[1];
      if (!((FormState) row[0]).summed()) {
        return new Sums(forms + more, ended + more, sums);
      }
      List<Money> all = new ArrayList<>();
      for (int i = 0; i < sums.size(); i++) {
        all.add(row[i + 2] == null ? sums.get(i) : sums.get(i).plus(new Money((BigDecimal) row[i + 2])));
      }
      return new Sums(forms + more, ended, all);
    }
  }

  /** @param amounts paths of columns of money in yuan */
  protected Sums sums(Q filter, String... amounts) {
    StringBuilder columns = new StringBuilder("r.state, count(r)");
    for (String amount : amounts) {
      columns.append(", sum(case when r.adjusts is null or r.state = org.jiheng.app.review.FormState.APPROVED then ").append(amount).append(" else 0 end)");
    }
    Sums sums = new Sums(0, 0, Collections.nCopies(amounts.length, Money.ZERO));
    for (Object[] row : query(columns.toString(), filter, " group by r.state").getResultList()) {
      sums = sums.plus(row);
    }
    return sums;
  }
}
