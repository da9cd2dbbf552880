package org.jiheng.app.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.tenants.scope.Scope;

/**
 * Keeps files people hand in with the thing they belong to. Whether somebody may hand one in or look at one is decided by the room
 * of that thing, which calls this one inside its own transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Attachments {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  /** A kept file without its content. */
  public record Head(UUID id, String fileName, int size, String sha256, Instant at, String byName) {}

  /** @param subject the thing it belongs to */
  public UUID keep(UUID subject, AttachmentFile file) {
    Attachment attachment = new Attachment(subject, file, Scope.current().caller(), clock.now());
    database.persist(attachment);
    database.flush();
    return attachment.id();
  }

  /** The files of a thing, by their identifiers. */
  public Map<UUID, Head> of(UUID subject) {
    return database.createQuery("select a.id, a.fileName, a.size, a.sha256, a.at, a.byName from Attachment a where a.subject = :subject", Object[].class)
        .setParameter("subject", subject).getResultStream()
        .map(row -> new Head((UUID) row[0], (String) row[1], (Integer) row[2], (String) row[3], (Instant) row[4], (String) row[5]))
        .collect(Collectors.toMap(Head::id, head -> head));
  }

  /**
   * A file of this thing; empty if it has none by this identifier.
   *
   * @throws IllegalStateException if what is kept is not what was handed in
   */
  public Optional<Attachment> find(UUID subject, UUID id) {
    Optional<Attachment> found = database
        .createQuery("select a from Attachment a where a.id = :id and a.subject = :subject", Attachment.class)
        .setParameter("id", id).setParameter("subject", subject).getResultStream().findFirst();
    if (found.isPresent() && !found.get().sound()) {
      throw new IllegalStateException("attachment " + id + " is not what was handed in");
    }
    return found;
  }
}
