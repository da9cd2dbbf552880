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
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.document.Attachment;
import org.jiheng.app.project.ProjectWindows;
import org.jiheng.app.review.FormHead;
import org.jiheng.app.review.FormShown;
import org.jiheng.app.review.FormTakenAway;
import org.jiheng.app.review.FormsExported;
import org.jiheng.app.review.NoSuchFormException;
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
    write(opening(shown.head()), Act.READ, shown.head().formType() + "/" + shown.form(), shown.head().title());
  }

  /** A form was taken away as a file, or a file of it. */
  void formTakenAway(@Observes FormTakenAway taken) {
    List<UUID> opening = opening(taken.head());
    if (opening.isEmpty()) {
      throw new NoSuchFormException();
    }
    write(opening, Act.EXPORT, taken.subject(), taken.title());
  }

  private List<UUID> opening(FormHead head) {
    return head.project().map(project -> windows.opening(project, Scope.current().caller().engagements())).orElse(List.of());
  }

  /** A list was taken away as a file. Of people with a post nothing is written here, nor of an engagement that shows nothing any more. */
  void formsExported(@Observes FormsExported forms) {
    Caller caller = Scope.current().caller();
    if (caller.guest() && !caller.engagements().isEmpty()) {
      write(database.createQuery("select e.id from Engagement e where e.id in :mine", UUID.class)
          .setParameter("mine", caller.engagements()).getResultList(), Act.EXPORT, "LIST", forms.name());
    }
  }

  /** The page of an engagement was opened. */
  void looked(UUID engagement, String title) {
    if (Scope.current().caller().guest()) {
      write(List.of(engagement), Act.READ, kept(engagement), title);
    }
  }

  /** A file of an engagement was taken away, by whomever: by the client's own office, too. */
  void taken(UUID engagement, Attachment file) {
    String subject = "ATTACHMENT/" + file.id();
    if (Scope.current().caller().guest()) {
      write(List.of(engagement), Act.EXPORT, subject, file.fileName());
    } else {
      trail.add(Record.of(Act.EXPORT, subject, file.fileName()).because(kept(engagement)));
    }
  }

  /** One look is one entry of the trail, by however many engagements it was open; each client has a line of its own. */
  private void write(Collection<UUID> engagements, Act act, String subject, String title) {
    for (UUID engagement : engagements) {
      database.persist(new EngagementAccess(engagement, Scope.current().caller(), clock.now(), act, subject, title));
    }
    if (!engagements.isEmpty()) {
      trail.add(Record.of(act, subject, title).because(engagements.stream().map(Accesses::kept).collect(Collectors.joining(" "))));
    }
  }

  private static String kept(UUID engagement) {
    return Engagements.SUBJECT + "/" + engagement;
  }
}
