package org.jiheng.app.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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

  /**
   * A kept file without its content.
   *
   * @param place where in the thing it belongs to; empty for the whole of it
   */
  public record Head(UUID id, String place, String fileName, int size, String sha256, Instant at, String byName) {}

  /** @param subject the thing it belongs to */
  public UUID keep(UUID subject, AttachmentFile file) {
    return keep(subject, "", file);
  }

  /**
   * @param subject the thing it belongs to
   * @param place where in it, for example a cell of a form; at most 120 characters
   */
  public UUID keep(UUID subject, String place, AttachmentFile file) {
    Attachment attachment = new Attachment(subject, place, file, Scope.current().caller(), clock.now());
    database.persist(attachment);
    database.flush();
    return attachment.id();
  }

  /** The files of a thing by their identifiers, in the order in which they were handed in. */
  public Map<UUID, Head> of(UUID subject) {
    return database.createQuery("select a.id, a.place, a.fileName, a.size, a.sha256, a.at, a.byName from Attachment a "
            + "where a.subject = :subject order by a.at, a.id", Object[].class)
        .setParameter("subject", subject).getResultStream()
        .map(row -> new Head((UUID) row[0], (String) row[1], (String) row[2], (Integer) row[3], (String) row[4], (Instant) row[5], (String) row[6]))
        .collect(Collectors.toMap(Head::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
  }

  /** Those of these things that have a file at the place. One statement. */
  public Set<UUID> having(Collection<UUID> subjects, String place) {
    return subjects.isEmpty() ? Set.of() : Set.copyOf(database.createQuery("select distinct a.subject from Attachment a where a.subject in :subjects "
        + "and a.place = :place", UUID.class).setParameter("subjects", subjects).setParameter("place", place).getResultList());
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
