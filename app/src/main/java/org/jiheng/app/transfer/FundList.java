package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.review.FormTrail;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.persistence.Beginning;
import org.jiheng.tenants.persistence.Like;

/** The fund documents the caller may see, as a list: filtered, a page at a time. */
@ApplicationScoped
@RefusalsRecorded(about = FundDocuments.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class FundList {

  private static final int BLOCK = 500;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private FundStore store;

  @Inject
  private FormTrail looks;

  /**
   * What a list shows.
   *
   * @param level whose transfers; empty for all
   * @param text part of the number, the name or who sent it; empty for all
   */
  public record Filter(int fiscalYear, Optional<FundState> state, Optional<FundLevel> level, String text) {

    public Filter {
      text = TypedText.of(text);
    }

    /** Of every level. */
    public Filter(int fiscalYear, Optional<FundState> state, String text) {
      this(fiscalYear, state, Optional.empty(), text);
    }

    /** In one line, for the record of who looked at what. */
    String said() {
      return (fiscalYear + state.map(one -> " " + one).orElse("") + level.map(one -> " " + one).orElse("") + " " + text).strip();
    }
  }

  /**
   * One line of the list.
   *
   * @param received whether it came by the exchange
   * @param amount of the document; for a unit, what went down to it
   * @param distributed what is typed in its parts, as far as it can be read; for a unit, the same as the amount
   * @param exempt whether its goals are owed after an exemption
   */
  public record Line(
      UUID id, String number, String name, FundLevel level, FundKind kind, FundState state, String upperName, boolean received, Money amount,
      Money distributed, LocalDate receivedOn, LocalDate dueOn, Optional<LocalDate> sentOn, boolean exempt) {

    /** Not distributed yet, yuan. */
    public Money remainder() {
      return new Money(amount.yuan().subtract(distributed.yuan()));
    }
  }

  /** What the whole filtered list adds up to. */
  public record Totals(long documents, Money amount) {}

  /** What is due first in front. */
  public List<Line> page(Filter filter, int offset, int limit) {
    looks.listed(FundDocuments.SUBJECT, filter.said());
    return lines(filter, offset, limit);
  }

  private List<Line> lines(Filter filter, int offset, int limit) {
    List<FundDocument> documents = asked("select d", filter, " order by d.dueOn, d.number, d.id", FundDocument.class)
        .setFirstResult(offset).setMaxResults(limit).getResultList();
    if (documents.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = documents.stream().map(FundDocument::id).toList();
    boolean finance = Access.finance();
    Map<UUID, Money> distributed = new HashMap<>();
    database.createQuery("select l from FundLine l where l.document in :ids", FundLine.class).setParameter("ids", ids).getResultStream()
        .filter(line -> finance || FundDocuments.ofCaller(line))
        .forEach(line -> distributed.merge(line.document(), finance ? typed(line) : line.sentAmount().orElse(Money.ZERO), Money::plus));
    List<UUID> owed = database.createQuery("select e.document from FundExemption e where e.document in :ids and e.goalsOn is null", UUID.class)
        .setParameter("ids", ids).getResultList();
    return documents.stream().map(one -> line(one, finance, distributed.getOrDefault(one.id(), Money.ZERO), owed.contains(one.id()))).toList();
  }

  /**
   * Writes the whole filtered list as a workbook, read and written a block at a time.
   *
   * @param columns what stands over the columns
   * @param cells a line as the columns show it
   */
  @RefusalsRecorded(value = Act.EXPORT, about = FundDocuments.SUBJECT)
  public void export(Filter filter, String name, List<String> columns, Function<Line, List<Object>> cells, OutputStream out) throws IOException {
    Stream<List<Line>> blocks = blocks(filter);
    store.exported(name);
    TableWorkbook.write(out, name, columns, blocks.flatMap(List::stream).map(cells));
  }

  /** The first is read at once: whoever may not see the list is told so before anything is on record. */
  private Stream<List<Line>> blocks(Filter filter) {
    List<Line> first = lines(filter, 0, BLOCK);
    Stream<List<Line>> others = Stream.iterate(BLOCK, offset -> offset + BLOCK).map(offset -> lines(filter, offset, BLOCK)).takeWhile(block -> !block.isEmpty());
    return first.size() < BLOCK ? Stream.of(first) : Stream.concat(Stream.of(first), others);
  }

  private static Money typed(FundLine line) {
    return new Share(line.id(), line.name(), line.amount(), Map.of()).money().value().orElse(Money.ZERO);
  }

  private static Line line(FundDocument one, boolean finance, Money distributed, boolean exempt) {
    FundHead head = one.head();
    return new Line(one.id(), head.number(), head.name(), head.level(), head.kind(), one.state(), head.upperName(), one.upperDocument().isPresent(),
        finance ? head.amount() : distributed, distributed, head.receivedOn(), one.dueOn(), one.sentOn(), exempt);
  }

  /** Money of what was withdrawn is not in the sum. */
  public Totals totals(Filter filter) {
    long documents = asked("select count(d)", filter, "", Long.class).getSingleResult();
    if (!Access.finance()) {
      return new Totals(documents, documents == 0 ? Money.ZERO : wentDown(filter));
    }
    Money sum = asked("select d.state, sum(d.amount)", filter, " group by d.state", Object[].class).getResultStream()
        .filter(row -> row[0] != FundState.WITHDRAWN).map(row -> new Money((BigDecimal) row[1])).reduce(Money.ZERO, Money::plus);
    return new Totals(documents, sum);
  }

  /** What went down to the caller's units by documents that hold. */
  private Money wentDown(Filter filter) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    Beginning own = Beginning.of("l.unit", Access.units());
    TypedQuery<BigDecimal> query = own.bind(bound(database.createQuery("select sum(l.sentAmount) from FundLine l, FundDocument d where d.id = l.document "
        + "and l.sentAmount is not null and d.state <> :withdrawn and " + own.condition() + " and " + condition(filter, parameters), BigDecimal.class), parameters));
    return Optional.ofNullable(query.setParameter("withdrawn", FundState.WITHDRAWN).getSingleResult()).map(Money::new).orElse(Money.ZERO);
  }

  private <T> TypedQuery<T> asked(String select, Filter filter, String order, Class<T> type) {
    if (!Access.reads()) {
      throw new NoSuchFormException();
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    String condition = condition(filter, parameters);
    if (Access.finance()) {
      return bound(database.createQuery(select + " from FundDocument d where " + condition + order, type), parameters);
    }
    Beginning own = Beginning.of("l.unit", Access.units());
    return own.bind(bound(database.createQuery(select + " from FundDocument d where " + condition + " and exists (select l from FundLine l where l.document = d.id "
        + "and l.sentAmount is not null and " + own.condition() + ")" + order, type), parameters));
  }

  private static <T> TypedQuery<T> bound(TypedQuery<T> query, Map<String, Object> parameters) {
    parameters.forEach(query::setParameter);
    return query;
  }

  private static String condition(Filter filter, Map<String, Object> parameters) {
    StringBuilder condition = new StringBuilder("d.fiscalYear = :year and (d.number like :part escape '!' or d.name like :part escape '!' "
        + "or d.upperName like :part escape '!')");
    parameters.put("year", filter.fiscalYear());
    parameters.put("part", Like.containing(filter.text()));
    filter.state().ifPresent(state -> {
      condition.append(" and d.state = :state");
      parameters.put("state", state);
    });
    filter.level().ifPresent(level -> {
      condition.append(" and d.level = :level");
      parameters.put("level", level);
    });
    return condition.toString();
  }
}
