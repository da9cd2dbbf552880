package org.jiheng.app.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.project.ProjectWindows;
import org.jiheng.app.review.FormShown;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;

/**
 * Writes down what people from outside look at and take away, in the transaction in which they do: for the client, and in the audit
 * trail. What could not be written down is not shown.
 */
@ApplicationScoped
@Transactional
public class Accesses {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  @Inject
  private ProjectWindows windows;

  @Inject
  private Trail trail;

  void formShown(@Observes FormShown shown) {
    Caller caller = Scope.current().caller();
    List<UUID> opening = shown.head().project().map(project -> windows.opening(project, caller.engagements())).orElse(List.of());
    write(opening, Act.READ, shown.head().formType() + "/" + shown.form(), shown.head().title());
  }

  /** A list was taken away as a file. Of people with a post nothing is written here, nor of an engagement that shows nothing any more. */
  public void exported(String what) {
    Caller caller = Scope.current().caller();
    if (caller.guest() && !caller.engagements().isEmpty()) {
      write(database.createQuery("select e.id from Engagement e where e.id in :mine", UUID.class)
          .setParameter("mine", caller.engagements()).getResultList(), Act.EXPORT, "LIST", what);
    }
  }

  void looked(UUID engagement, String subject, String title) {
    if (Scope.current().caller().guest()) {
      write(List.of(engagement), Act.READ, subject, title);
    }
  }

  private void write(Collection<UUID> engagements, Act act, String subject, String title) {
    for (UUID engagement : engagements) {
      database.persist(new EngagementAccess(engagement, Scope.current().caller(), clock.now(), subject, title));
      trail.add(Record.of(act, subject, title).because("ENGAGEMENT/" + engagement));
    }
  }
}
