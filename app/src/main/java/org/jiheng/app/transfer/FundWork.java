package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.calendar.Plan;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkSource;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.tenants.exchange.Exchange;

/** Transfers that wait on the desks of finance: to be received, to be sent, to be adjusted, goals to be added. */
@ApplicationScoped
@Transactional
public class FundWork implements WorkSource {

  /** What an entry of the work list opens when it is no document yet. */
  public static final String LETTER = "TRANSFER_LETTER";

  private static final int MOST_SHOWN = 200;

  /** What has to be done; the state of an entry. */
  public enum Todo {
    TO_RECEIVE, TO_SEND, TO_ADJUST, TO_ADD_GOALS
  }

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Exchange exchange;

  @Inject
  private BusinessClock clock;

  private static boolean atDesk() {
    return Access.drafts() || Access.decides();
  }

  @Override
  public List<WorkItem> waiting(Plan plan) {
    if (!atDesk()) {
      return List.of();
    }
    List<WorkItem> items = new ArrayList<>();
    if (Access.drafts()) {
      exchange.unreceived(TransferInbox.KINDS).forEach(one -> items.add(item(one.id(), LETTER, clock.today().getYear(), Todo.TO_RECEIVE, one.title(), "",
          Optional.empty(), one.sentAt())));
    }
    database.createQuery("select d from FundDocument d where d.state = :draft or d.state = :adjusting order by d.dueOn, d.id", FundDocument.class)
        .setParameter("draft", FundState.DRAFT).setParameter("adjusting", FundState.ADJUSTING).setMaxResults(MOST_SHOWN).getResultStream()
        .forEach(one -> items.add(item(one, one.state() == FundState.DRAFT ? Todo.TO_SEND : Todo.TO_ADJUST,
            one.state() == FundState.DRAFT ? Optional.of(one.dueOn()) : adjustment(one.id()), one.changedAt())));
    database.createQuery("select t, d from FundTask t, FundDocument d where d.id = t.document and t.kind = :kind and t.doneOn is null", Object[].class)
        .setParameter("kind", FundTask.Kind.ADD_GOALS).setMaxResults(MOST_SHOWN).getResultStream()
        .forEach(row -> items.add(item((FundDocument) row[1], Todo.TO_ADD_GOALS, ((FundTask) row[0]).due(), ((FundTask) row[0]).since())));
    return items;
  }

  private Optional<LocalDate> adjustment(UUID document) {
    return database.createQuery("select t from FundTask t where t.document = :document and t.kind = :kind and t.doneOn is null", FundTask.class)
        .setParameter("document", document).setParameter("kind", FundTask.Kind.ADJUST).getResultStream().flatMap(task -> task.due().stream()).min(LocalDate::compareTo);
  }

  private WorkItem item(FundDocument document, Todo todo, Optional<LocalDate> due, Instant since) {
    return item(document.id(), FundDocuments.SUBJECT, document.head().fiscalYear(), todo, FundStore.title(document), document.head().upperName(), due, since);
  }

  private WorkItem item(UUID id, String type, int year, Todo todo, String title, String from, Optional<LocalDate> due, Instant since) {
    return new WorkItem(id, type, year, todo.name(), title, from, due, due.map(day -> ChronoUnit.DAYS.between(clock.today(), day)).orElse(0L), 0, since);
  }

  @Override
  public int count() {
    if (!atDesk()) {
      return 0;
    }
    long letters = Access.drafts() ? exchange.unreceived(TransferInbox.KINDS).size() : 0;
    long open = database.createQuery("select count(d) from FundDocument d where d.state = :draft or d.state = :adjusting", Long.class)
        .setParameter("draft", FundState.DRAFT).setParameter("adjusting", FundState.ADJUSTING).getSingleResult();
    long owed = database.createQuery("select count(t) from FundTask t where t.kind = :kind and t.doneOn is null", Long.class)
        .setParameter("kind", FundTask.Kind.ADD_GOALS).getSingleResult();
    return Math.toIntExact(letters + open + owed);
  }
}
