package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;

/** A project held for a change, by whoever may make it; one the caller may not read does not exist for it. In the transaction of the change. */
@ApplicationScoped
@Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = NoSuchFormException.class)
class HeldProjects {

  @PersistenceContext
  private EntityManager database;

  /**
   * For a decision of the performance office.
   *
   * @param seen the version the caller has looked at
   */
  Project decided(UUID id, int seen, String reason) {
    Project project = readable(id, LockModeType.PESSIMISTIC_WRITE);
    if (!ProjectAccess.decides()) {
      throw new RefusedException(Refusal.because("project-office-only"));
    }
    seen(project, seen);
    refuse(againstEnded(project), ProjectRules.againstReason(reason));
    return project;
  }

  /** For the unit that enters it. */
  Project entered(UUID id) {
    Project project = readable(id, LockModeType.PESSIMISTIC_WRITE);
    if (!ProjectAccess.enters(project.unit())) {
      throw new RefusedException(Refusal.because("project-clerk-only"));
    }
    return project;
  }

  /** For money of it. */
  Project funded(UUID id) {
    Project project = readable(id, LockModeType.PESSIMISTIC_WRITE);
    if (!ProjectAccess.funds(project.unit())) {
      throw new RefusedException(Refusal.because("project-clerk-only"));
    }
    return project;
  }

  /** @throws NoSuchFormException if there is none the caller may read */
  Project readable(UUID id, LockModeType lock) {
    // people from outside have no right to hold a row: for them there is nothing to ask
    if (!ProjectAccess.reads()) {
      throw new NoSuchFormException();
    }
    return Optional.ofNullable(database.find(Project.class, id, lock)).filter(one -> ProjectAccess.reads(one.unit())).orElseThrow(NoSuchFormException::new);
  }

  static void seen(Project project, int seen) {
    if (project.version() != seen) {
      throw new RefusedException(Refusal.because("project-changed-meanwhile"));
    }
  }

  static List<Refusal> againstEnded(Project project) {
    return project.mergedInto().isPresent() || project.terminatedOn().isPresent() ? List.of(Refusal.because("project-ended")) : List.of();
  }

  /** Why something was done; of a confidential project no words are kept, whoever writes them (DOMAIN 12). */
  static String why(Project project, String reason) {
    return project.confidential() ? ProjectEntry.PLACEHOLDER : reason.strip();
  }

  static Record record(Act act, Project project) {
    return Record.of(act, ProjectList.SUBJECT + "/" + project.id(), project.name());
  }

  @SafeVarargs
  static void refuse(List<Refusal>... against) {
    List<Refusal> refusals = Stream.of(against).flatMap(List::stream).distinct().toList();
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
  }
}
