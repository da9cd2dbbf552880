package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.calendar.Due;
import org.jiheng.app.calendar.Plan;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkSource;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Transfers that wait on the desks of finance, each with its day, for the work list, for reminders and for what is late: letters to be received, letters nobody below has confirmed, documents
 * to be sent or adjusted, goals to be added after an emergency, money to be taken back after a withdrawal.
 */
@ApplicationScoped
@Transactional
public class FundWork implements WorkSource {

  /** What an entry of the work list opens when it is no document yet. */
  public static final String LETTER = "TRANSFER_LETTER";

  private static final int MOST_SHOWN = 200;
  private static final int MOST_DUE = 2000;

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

  /**
   * Something somebody of finance has to do with a transfer.
   *
   * @param thing what is opened for it: a document, or a letter
   * @param from whom it concerns besides; empty text for nobody
   * @param due last day; empty while nobody can say
   */
  private record Duty(UUID thing, String type, int fiscalYear, Todo todo, String title, String from, Optional<LocalDate> due, Instant since) {

    static Duty of(FundDocument document, Todo todo, Optional<LocalDate> due, Instant since) {
      return new Duty(document.id(), FundDocuments.SUBJECT, document.head().fiscalYear(), todo, FundStore.title(document), document.head().upperName(), due, since);
    }
  }

  private static boolean atDesk() {
    return Access.drafts() || Access.decides();
  }

  private List<Duty> ofLetters() {
    return Stream.concat(
        letters.toReceive().stream().map(one -> new Duty(one.letter().id(), LETTER, one.fiscalYear(), Todo.TO_RECEIVE, one.letter().title(), "",
            Optional.of(one.due()), one.letter().sentAt())),
        letters.toAskFor().stream().map(one -> new Duty(one.document(), FundDocuments.SUBJECT, one.fiscalYear(), Todo.TO_ASK, one.letter().title(),
            one.countyName(), Optional.of(one.due()), one.letter().sentAt()))).toList();
  }

  /** Those with a day until then, and those without one; the first of each kind. */
  private List<Duty> ofDocuments(LocalDate until, int most) {
    List<FundDocument> open = database.createQuery("select d from FundDocument d where d.state = :draft and d.dueOn <= :until or d.state = :adjusting "
            + "order by d.dueOn, d.id", FundDocument.class)
        .setParameter("draft", FundState.DRAFT).setParameter("adjusting", FundState.ADJUSTING).setParameter("until", until).setMaxResults(most).getResultList();
    Map<UUID, LocalDate> adjustments = adjustments(open.stream().filter(one -> one.state() == FundState.ADJUSTING).map(FundDocument::id).toList());
    Stream<Duty> documents = open.stream().map(one -> one.state() == FundState.DRAFT ? Duty.of(one, Todo.TO_SEND, Optional.of(one.dueOn()), one.changedAt())
        : Duty.of(one, Todo.TO_ADJUST, Optional.ofNullable(adjustments.get(one.id())), one.changedAt()));
    Stream<Duty> tasks = database.createQuery("select t, d from FundTask t, FundDocument d where d.id = t.document and t.kind in :kinds and t.doneOn is null "
            + "and (t.due is null or t.due <= :until) order by t.due, t.id", Object[].class)
        .setParameter("kinds", TASKS.keySet()).setParameter("until", until).setMaxResults(most).getResultStream().map(row -> {
          FundTask task = (FundTask) row[0];
          return Duty.of((FundDocument) row[1], TASKS.get(task.kind()), task.due(), task.since());
        });
    return Stream.concat(documents, tasks).toList();
  }

  /** Until when documents are to be adjusted, as far as something above says so. */
  private Map<UUID, LocalDate> adjustments(List<UUID> documents) {
    return documents.isEmpty() ? Map.of() : database.createQuery("select t.document, t.due from FundTask t where t.document in :documents "
            + "and t.kind = :kind and t.doneOn is null and t.due is not null", Object[].class)
        .setParameter("documents", documents).setParameter("kind", FundTask.Kind.ADJUST).getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (LocalDate) row[1], (one, other) -> one.isBefore(other) ? one : other));
  }

  @Override
  public List<WorkItem> waiting(Plan plan) {
    return !atDesk() ? List.of() : Stream.concat(Access.drafts() ? ofLetters().stream() : Stream.of(), ofDocuments(EVER, MOST_SHOWN).stream())
        .map(this::item).toList();
  }

  private WorkItem item(Duty duty) {
    return new WorkItem(duty.thing(), duty.type(), duty.fiscalYear(), duty.todo().name(), duty.title(), duty.from(), duty.due(),
        duty.due().map(day -> ChronoUnit.DAYS.between(clock.today(), day)).orElse(0L), 0, duty.since());
  }

  @Override
  public int count() {
    if (!atDesk()) {
      return 0;
    }
    long open = Access.drafts() ? letters.countToReceive() + letters.countToAskFor() : 0;
    long documents = database.createQuery("select count(d) from FundDocument d where d.state = :draft or d.state = :adjusting", Long.class)
        .setParameter("draft", FundState.DRAFT).setParameter("adjusting", FundState.ADJUSTING).getSingleResult();
    long owed = database.createQuery("select count(t) from FundTask t where t.kind in :kinds and t.doneOn is null", Long.class)
        .setParameter("kinds", TASKS.keySet()).getSingleResult();
    return Math.toIntExact(open + documents + owed);
  }

  @Override
  public List<Due> due(LocalDate until) {
    return due(until, MOST_DUE).filter(one -> !one.due().isAfter(until)).toList();
  }

  /** Of transfers that are under way at one time there are some hundreds at the most. */
  @Override
  public List<Due> open(Collection<UUID> things) {
    return due(EVER, Integer.MAX_VALUE).filter(one -> things.contains(one.thing())).toList();
  }

  /** Finance has to do it; one entry for each document: what is due first. */
  private Stream<Due> due(LocalDate until, int most) {
    Role holder = Scope.current().jurisdiction().parent().isEmpty() ? Role.PREFECTURE_OVERSIGHT : Role.PERFORMANCE_OFFICE;
    return Stream.concat(ofLetters().stream(), ofDocuments(until, most).stream())
        .flatMap(duty -> duty.due().map(day -> new Due(duty.type(), duty.thing(), duty.fiscalYear(), duty.title(), holder, Optional.empty(), day)).stream())
        .collect(Collectors.toMap(Due::thing, one -> one, (one, other) -> one.due().isAfter(other.due()) ? other : one)).values().stream();
  }
}
