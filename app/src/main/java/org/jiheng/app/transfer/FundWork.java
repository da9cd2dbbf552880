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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.calendar.Plan;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkSource;
import org.jiheng.app.common.BusinessClock;

/**
 * Transfers that wait on the desks of finance, each with its day: letters to be received, letters nobody below has confirmed, documents
 * to be sent or adjusted, goals to be added after an emergency, money to be taken back after a withdrawal.
 */
@ApplicationScoped
@Transactional
public class FundWork implements WorkSource {

  /** What an entry of the work list opens when it is no document yet. */
  public static final String LETTER = "TRANSFER_LETTER";

  private static final int MOST_SHOWN = 200;

  /** Tasks that lie on a desk by themselves, and what has to be done; an adjustment lies there with its document. */
  private static final Map<FundTask.Kind, Todo> TASKS = Map.of(FundTask.Kind.ADD_GOALS, Todo.TO_ADD_GOALS, FundTask.Kind.TAKE_BACK, Todo.TO_TAKE_BACK);

  /** What has to be done; the state of an entry. */
  public enum Todo {
    TO_RECEIVE, TO_SEND, TO_ADJUST, TO_ADD_GOALS, TO_TAKE_BACK,
    /** 催收回执: the day for the receipt is here, and it is not. */
    TO_ASK
  }

  @PersistenceContext
  private EntityManager database;

  @Inject
  private OpenLetters letters;

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
      letters.toReceive().forEach(one -> items.add(item(one.letter().id(), LETTER, one.fiscalYear(), Todo.TO_RECEIVE, one.letter().title(), "",
          Optional.of(one.due()), one.letter().sentAt())));
      letters.toAskFor().forEach(one -> items.add(item(one.document(), FundDocuments.SUBJECT, one.fiscalYear(), Todo.TO_ASK, one.letter().title(),
          one.countyName(), Optional.of(one.due()), one.letter().sentAt())));
    }
    database.createQuery("select d from FundDocument d where d.state = :draft or d.state = :adjusting order by d.dueOn, d.id", FundDocument.class)
        .setParameter("draft", FundState.DRAFT).setParameter("adjusting", FundState.ADJUSTING).setMaxResults(MOST_SHOWN).getResultStream()
        .forEach(one -> items.add(item(one, one.state() == FundState.DRAFT ? Todo.TO_SEND : Todo.TO_ADJUST,
            one.state() == FundState.DRAFT ? Optional.of(one.dueOn()) : adjustment(one.id()), one.changedAt())));
    database.createQuery("select t, d from FundTask t, FundDocument d where d.id = t.document and t.kind in :kinds and t.doneOn is null order by t.due", Object[].class)
        .setParameter("kinds", TASKS.keySet()).setMaxResults(MOST_SHOWN).getResultStream().forEach(row -> {
          FundTask task = (FundTask) row[0];
          items.add(item((FundDocument) row[1], TASKS.get(task.kind()), task.due(), task.since()));
        });
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
    long open = Access.drafts() ? letters.toReceive().size() + letters.toAskFor().size() : 0;
    long documents = database.createQuery("select count(d) from FundDocument d where d.state = :draft or d.state = :adjusting", Long.class)
        .setParameter("draft", FundState.DRAFT).setParameter("adjusting", FundState.ADJUSTING).getSingleResult();
    long owed = database.createQuery("select count(t) from FundTask t where t.kind in :kinds and t.doneOn is null", Long.class)
        .setParameter("kinds", TASKS.keySet()).getSingleResult();
    return Math.toIntExact(open + documents + owed);
  }
}
