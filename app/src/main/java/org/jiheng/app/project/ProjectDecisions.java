package org.jiheng.app.project;

import static org.jiheng.app.project.HeldProjects.againstEnded;
import static org.jiheng.app.project.HeldProjects.record;
import static org.jiheng.app.project.HeldProjects.refuse;
import static org.jiheng.app.project.HeldProjects.seen;
import static org.jiheng.app.project.HeldProjects.why;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Scope;

/** What finance decides about projects: it marks them, bears out what units say of them, completes them and gives them up, each with a reason. */
@ApplicationScoped
@RefusalsRecorded(value = Act.DECIDE, about = ProjectList.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class ProjectDecisions {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private HeldProjects held;

  @Inject
  private Backings backings;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  @Inject
  private Event<LibraryChanged> changed;

  /** Marks a project as a key one or as protected from cuts. For the performance office. */
  public void mark(UUID id, int seen, boolean key, Protection protection, String reason) {
    Project project = held.decided(id, seen, reason);
    String before = project.key() + " " + project.protection();
    project.mark(key, protection);
    trail.add(record(Act.DECIDE, project).changed(before, key + " " + protection).because(why(project, reason)));
  }

  /**
   * Finance bears out what the unit says of its project (延续, 一次性, a category that is let off), or does not: until then, and after a
   * denial, it is dealt with as a new project (S12, S15). It counts for what the project says now; said anew it is to be confirmed anew.
   *
   * @param seen the version the caller has looked at
   * @throws RefusedException if the caller is neither the performance office nor the unit's section, there is nothing to confirm, or no
   *     reason is given
   */
  public void confirm(UUID id, int seen, ProjectConfirmation.Verdict verdict, String reason) {
    Project project = held.readable(id, LockModeType.PESSIMISTIC_WRITE);
    if (!ProjectAccess.confirms(project.unit())) {
      throw new RefusedException(Refusal.because("project-confirmed-by-finance"));
    }
    seen(project, seen);
    refuse(againstEnded(project), project.confidential() ? List.of(Refusal.because("project-confidential")) : List.of(), ProjectRules.againstReason(reason),
        ProjectRules.againstConfirming(backings.of(project), verdict));
    project.confirm(verdict == ProjectConfirmation.Verdict.CONFIRMED);
    database.persist(new ProjectConfirmation(project, verdict, why(project, reason), Scope.current().caller(), clock.now()));
    database.flush();
    trail.add(record(Act.DECIDE, project).changed(project.attribute().name(), verdict.name()).because(why(project, reason)));
    changed.fire(new LibraryChanged(project.fiscalYear()));
  }

  /** The project has come to its end. For the performance office. */
  public void complete(UUID id, int seen, LocalDate day, String reason) {
    Project project = held.decided(id, seen, reason);
    refuse(againstDay(day));
    project.complete(day);
    trail.add(record(Act.DECIDE, project).changed("", day.toString()).because(why(project, reason)));
  }

  /** The project is given up. For the performance office. */
  public void terminate(UUID id, int seen, LocalDate day, String reason) {
    Project project = held.decided(id, seen, reason);
    refuse(againstDay(day), againstOpenForms(project));
    project.terminate(day, reason.strip());
    changed.fire(new LibraryChanged(project.fiscalYear()));
    trail.add(record(Act.DECIDE, project).changed("", day.toString()).because(why(project, reason)));
  }

  private List<Refusal> againstDay(LocalDate day) {
    return day.isAfter(clock.today()) ? List.of(Refusal.because("project-day-in-the-future")) : List.of();
  }

  private List<Refusal> againstOpenForms(Project project) {
    long forms = database.createQuery("select count(r) from Review r where r.project = :project and r.state not in :ended", Long.class)
        .setParameter("project", project.id()).setParameter("ended", FormState.ended()).getSingleResult();
    return forms == 0 ? List.of() : List.of(Refusal.because("project-has-open-forms", "count", forms));
  }
}
