package org.jiheng.tenants.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Chain;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Scope;

/**
 * What the scope's jurisdiction sent and received. Who may send or receive what is decided by the room the envelope is about, in
 * whose transaction this is done; that nobody but sender and receiver reads it, by the database. Both are on record.
 */
@ApplicationScoped
@Transactional
public class Exchange {

  /** First part of the trail's names for envelopes. */
  public static final String SUBJECT = "ENVELOPE";

  private static final int BLOCK = 500;

  private static final String COUNT_UNCONFIRMED = """
      select field, other, sent_on, count(*)
      from (select distinct on (e.subject, e.receiver)
              coalesce(jsonb_extract_path_text(cast(e.payload as jsonb), ?), '') as field,
              coalesce(jsonb_extract_path_text(cast(e.payload as jsonb), ?), '') as other,
              to_char(timezone('Asia/Shanghai', e.sent_at), 'YYYY-MM-DD') as sent_on
            from %s.envelope e
            where e.sender = ? and e.kind = any(string_to_array(?, ','))
              and not exists (select from %1$s.envelope r where r.answers = e.id and r.kind = ?)
            order by e.subject, e.receiver, e.number) first
      group by field, other, sent_on""".formatted(Schemas.EXCHANGE);

  /** A letter is its writer's and its reader's; the database holds the same. */
  private static final String OURS = " and (e.sender = :own or e.receiver = :own)";

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Trail trail;

  /** A key of the sender stands for another letter already. */
  public static class OtherLetterException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    OtherLetterException(String key) {
      super("another letter was sent under the key " + key);
    }
  }

  /**
   * Sends a letter; two senders of one jurisdiction wait for each other. The same letter under the same key is sent once, and the
   * answer is what was sent then.
   *
   * @throws OtherLetterException if the key stands for another letter
   */
  public Envelope send(Letter letter) {
    JurisdictionCode sender = own();
    oneAtATime(sender);
    Optional<Envelope> sent = byKey(sender, letter.key());
    if (sent.isPresent()) {
      if (!sent.get().says(letter)) {
        throw new OtherLetterException(letter.key());
      }
      return sent.get();
    }
    Envelope envelope = sealed(sender, letter);
    trail.add(Record.of(Act.EXPORT, SUBJECT + "/" + envelope.id(), envelope.title()).changed("", envelope.digest())
        .because(envelope.kind() + " " + envelope.receiver()));
    return envelope;
  }

  private Envelope sealed(JurisdictionCode sender, Letter letter) {
    Optional<Envelope> last = database.createQuery("select e from Envelope e where e.sender = :sender order by e.number desc", Envelope.class)
        .setParameter("sender", sender.value()).setMaxResults(1).getResultStream().findFirst();
    Envelope envelope = new Envelope(sender, Scope.current().caller(), trail.now(), letter,
        last.map(Envelope::number).orElse(0L) + 1, last.map(Envelope::digest).orElse(Chain.BEGINNING));
    database.persist(envelope);
    // the database compares each file with the list of its envelope, which has to be there before it
    database.flush();
    for (int i = 0; i < letter.files().size(); i++) {
      database.persist(new Enclosure(envelope.id(), i + 1, letter.files().get(i)));
    }
    database.flush();
    return envelope;
  }

  /** Held until the transaction ends; the database takes the same lock for whoever comes past this. */
  private void oneAtATime(JurisdictionCode sender) {
    database.createNativeQuery("select pg_advisory_xact_lock(hashtext('exchange'), ?)")
        .setParameter(1, Integer.parseInt(sender.value())).getResultList();
  }

  private Optional<Envelope> byKey(JurisdictionCode sender, String key) {
    return database.createQuery("select e from Envelope e where e.sender = :sender and e.key = :key", Envelope.class)
        .setParameter("sender", sender.value()).setParameter("key", key).getResultStream().findFirst();
  }

  /**
   * Says back that an envelope has come. Once; a second time answers with the receipt of the first.
   *
   * @throws IllegalArgumentException if the jurisdiction has received no such envelope
   * @throws IllegalStateException if it is not what its digest says
   */
  public Envelope receive(UUID id) {
    Envelope received = find(id).filter(one -> one.receiver().equals(own()))
        .orElseThrow(() -> new IllegalArgumentException("not received: " + id));
    if (!received.sound()) {
      throw new IllegalStateException("envelope " + id + " is not what was sent");
    }
    Optional<Envelope> before = receiptOf(id);
    if (before.isPresent()) {
      return before.get();
    }
    trail.add(Record.of(Act.IMPORT, SUBJECT + "/" + id, received.title()).changed("", received.digest())
        .because(received.kind() + " " + received.sender()));
    return send(new Letter(Envelope.RECEIPT, received.sender(), Envelope.RECEIPT + "/" + id, received.subject(), received.title(), 1,
        Json.createObjectBuilder().add("received", received.digest()).build().toString(), Optional.of(id), List.of()));
  }

  /** The receipt for an envelope, whoever of the two asks. */
  public Optional<Envelope> receiptOf(UUID id) {
    return database.createQuery("select e from Envelope e where e.answers = :id and e.kind = :receipt" + OURS, Envelope.class)
        .setParameter("id", id).setParameter("receipt", Envelope.RECEIPT).setParameter("own", own().value()).getResultStream().findFirst();
  }

  /** When the receipts of these envelopes were sent, by envelope; one without a receipt is missing. */
  public Map<UUID, Instant> receiptsOf(Collection<UUID> envelopes) {
    String own = own().value();
    return envelopes.isEmpty() ? Map.of()
        : database.createQuery("select e.answers, e.sentAt from Envelope e where e.answers in :envelopes and e.kind = :receipt" + OURS, Object[].class)
            .setParameter("envelopes", envelopes).setParameter("own", own).setParameter("receipt", Envelope.RECEIPT).getResultStream()
            .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
  }

  /** What was received of these kinds, the latest first. */
  public List<Envelope> inbox(Collection<String> kinds, int offset, int limit) {
    return database.createQuery("select e from Envelope e where e.receiver = :own and e.kind in :kinds order by e.sentAt desc, e.sender, e.number desc", Envelope.class)
        .setParameter("own", own().value()).setParameter("kinds", kinds).setFirstResult(offset).setMaxResults(limit).getResultList();
  }

  public long received(Collection<String> kinds) {
    return database.createQuery("select count(e) from Envelope e where e.receiver = :own and e.kind in :kinds", Long.class)
        .setParameter("own", own().value()).setParameter("kinds", kinds).getSingleResult();
  }

  /** What has come of these kinds and has no receipt yet: of each sender in the order of its numbers, which no clock disturbs. */
  public List<Envelope> unreceived(Collection<String> kinds) {
    return database.createQuery("select e from Envelope e where e.receiver = :own and e.kind in :kinds and not exists "
            + "(select r from Envelope r where r.answers = e.id and r.kind = :receipt) order by e.sender, e.number", Envelope.class)
        .setParameter("own", own().value()).setParameter("kinds", kinds).setParameter("receipt", Envelope.RECEIPT).getResultList();
  }

  /** How many envelopes {@link #unreceived} has. */
  public long countUnreceived(Collection<String> kinds) {
    return database.createQuery("select count(e) from Envelope e where e.receiver = :own and e.kind in :kinds and not exists "
            + "(select r from Envelope r where r.answers = e.id and r.kind = :receipt)", Long.class)
        .setParameter("own", own().value()).setParameter("kinds", kinds).setParameter("receipt", Envelope.RECEIPT).getSingleResult();
  }

  /** What the jurisdiction sent of these kinds and nobody has confirmed yet, in the order of its numbers. */
  public List<Envelope> unconfirmed(Collection<String> kinds) {
    return database.createQuery("select e from Envelope e where e.sender = :own and e.kind in :kinds and not exists "
            + "(select r from Envelope r where r.answers = e.id and r.kind = :receipt) order by e.number", Envelope.class)
        .setParameter("own", own().value()).setParameter("kinds", kinds).setParameter("receipt", Envelope.RECEIPT).getResultList();
  }

  /**
   * Letters that wait for their receipt and say the same, counted.
   *
   * @param said what they say in the fields that were asked for, in their order; empty text where they have no such field
   * @param sentOn the server's day on which they were sent, in China
   */
  public record Waiting(List<String> said, LocalDate sentOn, long letters) {}

  /**
   * How many of {@link #unconfirmed} there are, of several to one receiver about one thing the first alone: counted by the database, by
   * what they say in two fields and by the day they were sent.
   */
  public List<Waiting> countUnconfirmed(Collection<String> kinds, String field, String other) {
    Stream<?> rows = database.createNativeQuery(COUNT_UNCONFIRMED).setParameter(1, field).setParameter(2, other).setParameter(3, own().value())
        .setParameter(4, String.join(",", kinds)).setParameter(5, Envelope.RECEIPT).getResultStream();
    return rows.map(row -> (Object[]) row)
        .map(row -> new Waiting(List.of((String) row[0], (String) row[1]), LocalDate.parse((String) row[2]), ((Number) row[3]).longValue())).toList();
  }

  /** That the last letter somebody got about something has its receipt. */
  public record Confirmed(String subject, JurisdictionCode receiver, Instant at) {}

  /** Who confirmed the last letter of this kind the jurisdiction sent about each of these things; who did not is missing. Asked at once. */
  public List<Confirmed> lastConfirmed(String kind, Collection<String> subjects) {
    String own = own().value();
    return subjects.isEmpty() ? List.of() : database.createQuery("select e.subject, e.receiver, r.sentAt from Envelope e, Envelope r "
            + "where r.answers = e.id and r.kind = :receipt and e.sender = :own and e.kind = :kind and e.subject in :subjects and not exists "
            + "(select l from Envelope l where l.sender = e.sender and l.receiver = e.receiver and l.subject = e.subject and l.kind = e.kind "
            + "and l.number > e.number)", Object[].class)
        .setParameter("receipt", Envelope.RECEIPT).setParameter("own", own).setParameter("kind", kind).setParameter("subjects", subjects)
        .getResultStream().map(row -> new Confirmed((String) row[0], new JurisdictionCode((String) row[1]), (Instant) row[2])).toList();
  }

  /** Everything sent and received about one thing: of each sender in the order of its numbers, which no clock disturbs. */
  public List<Envelope> about(String subject) {
    return database.createQuery("select e from Envelope e where e.subject = :subject" + OURS + " order by e.sender, e.number", Envelope.class)
        .setParameter("subject", subject).setParameter("own", own().value()).getResultList();
  }

  /** An envelope the jurisdiction sent or received; empty for every other one. */
  public Optional<Envelope> find(UUID id) {
    JurisdictionCode own = own();
    return Optional.ofNullable(database.find(Envelope.class, id)).filter(one -> one.sender().equals(own) || one.receiver().equals(own));
  }

  /** The content of a file of an envelope by its place in the list, from 1; empty if there is none for this jurisdiction. */
  public Optional<byte[]> file(UUID envelope, int position) {
    return find(envelope).flatMap(_ -> database
        .createQuery("select f from Enclosure f where f.envelope = :envelope and f.position = :position", Enclosure.class)
        .setParameter("envelope", envelope).setParameter("position", position).getResultStream().findFirst()).map(Enclosure::content);
  }

  /** How far the chain of what the jurisdiction sent is sound, and where it is broken. */
  public record Verified(long followed, String head, Optional<Chain.Broken> broken) {}

  /** Follows everything the jurisdiction ever sent, from its first envelope; what it showed is on record. */
  public Verified verify() {
    Verified found = followed();
    trail.add(Record.of(Act.VERIFY, SUBJECT, "").because(found.broken().map(Object::toString).orElseGet(() -> found.followed() + " " + found.head())));
    return found;
  }

  private Verified followed() {
    Chain.Verification verification = new Chain.Verification();
    List<Envelope> block;
    long after = 0;
    do {
      block = database.createQuery("select e from Envelope e where e.sender = :own and e.number > :after order by e.number", Envelope.class)
          .setParameter("own", own().value()).setParameter("after", after).setMaxResults(BLOCK).getResultList();
      for (Envelope one : block) {
        Optional<Chain.Broken> broken = verification.next(one.forVerification());
        if (broken.isPresent()) {
          return new Verified(verification.followed(), verification.head(), broken);
        }
        after = one.number();
      }
      block.forEach(database::detach);
    } while (block.size() == BLOCK);
    return new Verified(verification.followed(), verification.head(), Optional.empty());
  }

  /** Nobody from outside, and nobody who looks into another's data, has anything to do with what is sent. */
  private static JurisdictionCode own() {
    Scope scope = Scope.current();
    if (scope.readOnly() || scope.caller().guest() || scope.auditing() || scope.engaging()) {
      throw new NoScopeException("the exchange is the work's own, and " + scope.jurisdiction().code() + " is not at work here");
    }
    return scope.jurisdiction().code();
  }
}
