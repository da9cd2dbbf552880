package org.jiheng.tenants.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.tenants.audit.AuditTrail.Line;

/** The queries of {@link AuditTrail}, in a jurisdiction's audit scope; the database refuses every other role. */
@ApplicationScoped
@Transactional
public class TrailEntries {

  @PersistenceContext
  private EntityManager database;

  /** The latest first, also those that are not chained. */
  List<Line> page(TrailFilter filter, int offset, int limit) {
    return page(filter, "desc", offset, limit);
  }

  private List<Line> page(TrailFilter filter, String order, int offset, int limit) {
    List<AuditEntry> entries = query("select e from AuditEntry e where %s order by e.at " + order + ", e.id " + order, filter, AuditEntry.class)
        .setFirstResult(offset).setMaxResults(limit).getResultList();
    Map<UUID, Long> numbers = numbers(entries);
    return entries.stream().map(entry -> new Line(Optional.ofNullable(numbers.get(entry.id())), entry)).toList();
  }

  private Map<UUID, Long> numbers(List<AuditEntry> entries) {
    return entries.isEmpty() ? Map.of() : database.createQuery("select l.entry.id, l.number from AuditLink l where l.entry.id in :ids", Object[].class)
        .setParameter("ids", entries.stream().map(AuditEntry::id).toList()).getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
  }

  long count(TrailFilter filter) {
    return query("select count(e) from AuditEntry e where %s", filter, Long.class).getSingleResult();
  }

  private <T> TypedQuery<T> query(String jpql, TrailFilter filter, Class<T> type) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    TypedQuery<T> query = database.createQuery(jpql.formatted(filter.condition(parameters)), type);
    parameters.forEach(query::setParameter);
    return query;
  }

  Optional<Line> find(UUID id) {
    return Optional.ofNullable(database.find(AuditEntry.class, id))
        .map(entry -> new Line(Optional.ofNullable(numbers(List.of(entry)).get(id)), entry));
  }

  /** In the order in which it happened, a block at a time, in one transaction. */
  void each(TrailFilter filter, Consumer<Stream<Line>> reader) {
    reader.accept(Stream.iterate(0, offset -> offset + Chains.BLOCK)
        .map(offset -> {
          database.clear();
          return page(filter, "asc", offset, Chains.BLOCK);
        })
        .takeWhile(block -> !block.isEmpty())
        .flatMap(List::stream));
  }
}
