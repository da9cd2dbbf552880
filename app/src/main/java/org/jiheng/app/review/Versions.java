package org.jiheng.app.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.scope.Caller;

/** What is kept of a form at each submission, and how the form differs from it now. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Versions {

  @PersistenceContext
  private EntityManager database;

  void keep(Review review, Snapshot snapshot, Caller caller, Instant now) {
    int number = heads(review.id()).stream().mapToInt(Desk.VersionHead::number).max().orElse(0) + 1;
    database.persist(new FormVersion(review.id(), number, snapshot, caller.name(), now));
  }

  /** The form as it was last sent in; empty before the first time. */
  Optional<FormVersion> lastSent(Review review) {
    return database.createQuery("select v from FormVersion v where v.review = :review order by v.number desc", FormVersion.class)
        .setParameter("review", review.id()).setMaxResults(1).getResultStream().findFirst();
  }

  /** The cells of a kept version. @throws NoSuchFormException if there is no such version */
  Cells cells(Review review, int number) {
    return kept(review.id(), number).orElseThrow(NoSuchFormException::new).cells();
  }

  /** Compared with the version last returned or rejected; one taken back before anybody opened it was never read. */
  Map<CellKey, CellChange> changes(Cells current, Review review, List<ReviewStep> steps) {
    List<Move> moves = steps.stream().map(ReviewStep::move).toList();
    // a version is kept at every submission; an adjustment has one from the beginning
    int judged = Math.max(moves.lastIndexOf(Move.RETURN), moves.lastIndexOf(Move.REJECT));
    long returned = moves.subList(0, Math.max(0, judged)).stream().filter(Move.SUBMIT::equals).count() + (review.adjusts().isPresent() ? 1 : 0);
    Map<CellKey, CellChange> changes = new LinkedHashMap<>();
    Optional.of((int) returned).filter(number -> number > 0).flatMap(number -> kept(review.id(), number))
        .ifPresent(before -> current.since(before.cells()).forEach(change -> changes.put(change.key(), change)));
    return changes;
  }

  /** The latest first, without what they hold. */
  List<Desk.VersionHead> heads(UUID review) {
    return database.createQuery("select v.number, v.madeAt, v.madeBy, v.digest from FormVersion v where v.review = :review "
            + "order by v.number desc", Object[].class)
        .setParameter("review", review)
        .getResultStream()
        .map(row -> new Desk.VersionHead((Integer) row[0], (Instant) row[1], (String) row[2], (String) row[3]))
        .toList();
  }

  private Optional<FormVersion> kept(UUID review, int number) {
    return Optional.ofNullable(database.find(FormVersion.class, new FormVersion.Key(review, number)));
  }
}
