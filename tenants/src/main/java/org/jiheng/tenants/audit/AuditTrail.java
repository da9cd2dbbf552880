package org.jiheng.tenants.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Scope;

/**
 * The trail as the audit administrator reads it: searched, verified, exported, never edited. Answers only under
 * {@link Scope#auditTrail()}; the database refuses every other role.
 */
@ApplicationScoped
@Transactional
public class AuditTrail {

  private static final int BLOCK = 1000;

  @PersistenceContext
  private EntityManager database;

  /**
   * What is looked for.
   *
   * @param text part of a person's name, user name, subject or title; empty for all
   * @param until not included
   */
  public record Filter(Optional<Act> act, Optional<Outcome> outcome, String text, Optional<Instant> from, Optional<Instant> until) {

    public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty());
  }

  /** A chained entry. An entry is chained about a second after it was written. */
  public record Line(long number, AuditEntry entry) {}

  /**
   * What following the whole chain has shown.
   *
   * @param followed links that are sound
   * @param loose entries that are not chained yet
   * @param head digest of the last sound link, to be written down elsewhere and compared later
   */
  public record Verified(long followed, long loose, String head, Optional<Chain.Broken> broken) {}

  /** The latest first. */
  public List<Line> page(Filter filter, int offset, int limit) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    TypedQuery<AuditLink> query = query("select l from AuditLink l join fetch l.entry where " + condition(filter, parameters)
        + " order by l.number desc", AuditLink.class, parameters);
    return query.setFirstResult(offset).setMaxResults(limit).getResultList().stream()
        .map(link -> new Line(link.number(), link.entry())).toList();
  }

  public long count(Filter filter) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    return query("select count(l) from AuditLink l where " + condition(filter, parameters), Long.class, parameters).getSingleResult();
  }

  public Verified verify() {
    Chain.Verification verification = new Chain.Verification();
    Optional<Chain.Broken> broken = Optional.empty();
    for (List<AuditLink> block = after(0); broken.isEmpty() && !block.isEmpty(); block = after(block.getLast().number())) {
      broken = block.stream().map(AuditLink::forVerification).map(verification::next).flatMap(Optional::stream).findFirst();
      database.clear();
    }
    long loose = query("select count(e) from AuditEntry e where not exists (select l from AuditLink l where l.entry = e)", Long.class, Map.of())
        .getSingleResult();
    return new Verified(verification.followed(), loose, verification.head(), broken);
  }

  /** The whole chain as lines of JSON, the first link first; {@code infra/verify-trail} follows it without any database. */
  public void export(OutputStream out) throws IOException {
    for (List<AuditLink> block = after(0); !block.isEmpty(); block = after(block.getLast().number())) {
      for (AuditLink link : block) {
        out.write(json(link.forVerification()).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
      database.clear();
    }
  }

  private static String json(Chain.Link link) {
    JsonArrayBuilder fields = Json.createArrayBuilder();
    link.fields().forEach(fields::add);
    return Json.createObjectBuilder().add("number", link.number()).add("previous", link.previous()).add("digest", link.digest())
        .add("fields", fields).build().toString();
  }

  private List<AuditLink> after(long number) {
    return query("select l from AuditLink l join fetch l.entry where l.number > :number order by l.number", AuditLink.class, Map.of("number", number))
        .setMaxResults(BLOCK).getResultList();
  }

  private <T> TypedQuery<T> query(String jpql, Class<T> type, Map<String, Object> parameters) {
    if (!Scope.current().auditing()) {
      throw new NoScopeException("the audit trail is read in its own scope only");
    }
    TypedQuery<T> query = database.createQuery(jpql, type);
    parameters.forEach(query::setParameter);
    return query;
  }

  private static String condition(Filter filter, Map<String, Object> parameters) {
    StringBuilder condition = new StringBuilder("1 = 1");
    filter.act().ifPresent(act -> add(condition, parameters, " and l.entry.act = :act", "act", act));
    filter.outcome().ifPresent(outcome -> add(condition, parameters, " and l.entry.outcome = :outcome", "outcome", outcome));
    filter.from().ifPresent(from -> add(condition, parameters, " and l.entry.at >= :from", "from", from));
    filter.until().ifPresent(until -> add(condition, parameters, " and l.entry.at < :until", "until", until));
    if (!filter.text().isBlank()) {
      add(condition, parameters, " and (l.entry.personName like :part escape '!' or l.entry.username like :part escape '!' "
          + "or l.entry.subject like :part escape '!' or l.entry.title like :part escape '!')", "part",
          "%" + filter.text().strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
    }
    return condition.toString();
  }

  private static void add(StringBuilder condition, Map<String, Object> parameters, String more, String name, Object value) {
    condition.append(more);
    parameters.put(name, value);
  }
}
