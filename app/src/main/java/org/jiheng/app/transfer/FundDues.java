package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.calendar.Due;
import org.jiheng.app.calendar.WorkSource;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Days of transfers, for reminders and for what is late: letters to be answered, documents to be distributed, and what has to follow them.
 * Finance has to do it.
 */
@ApplicationScoped
@Transactional
public class FundDues implements WorkSource {

  private static final int MOST = 2000;

  @Inject
  private OpenLetters letters;

  @PersistenceContext
  private EntityManager database;

  @Override
  public List<Due> due(LocalDate until) {
    return due("", query -> query.setParameter("until", until).setMaxResults(MOST)).filter(one -> !one.due().isAfter(until)).toList();
  }

  @Override
  public List<Due> open(Collection<UUID> things) {
    return due(" and d.id in :things", query -> query.setParameter("until", EVER).setParameter("things", things))
        .filter(one -> things.contains(one.thing())).toList();
  }

  /** One entry for each document: what is due first. */
  private Stream<Due> due(String condition, Consumer<TypedQuery<?>> asked) {
    Role holder = Scope.current().jurisdiction().parent().isEmpty() ? Role.PREFECTURE_OVERSIGHT : Role.PERFORMANCE_OFFICE;
    TypedQuery<FundDocument> unsent = database.createQuery("select d from FundDocument d where d.state = :draft and d.dueOn <= :until" + condition
        + " order by d.dueOn, d.id", FundDocument.class).setParameter("draft", FundState.DRAFT);
    TypedQuery<Object[]> undone = database.createQuery("select t, d from FundTask t, FundDocument d where d.id = t.document and t.doneOn is null "
        + "and t.due <= :until" + condition + " order by t.due, t.id", Object[].class);
    asked.accept(unsent);
    asked.accept(undone);
    Stream<Due> drafts = unsent.getResultStream().map(one -> due(one.id(), one, one.dueOn(), holder));
    Stream<Due> owed = undone.getResultStream()
        .map(row -> due(((FundDocument) row[1]).id(), (FundDocument) row[1], ((FundTask) row[0]).due().orElseThrow(), holder));
    Stream<Due> received = letters.toReceive().stream()
        .map(one -> new Due(FundWork.LETTER, one.letter().id(), one.fiscalYear(), one.letter().title(), holder, Optional.empty(), one.due()));
    Stream<Due> unanswered = letters.toAskFor().stream()
        .map(one -> new Due(FundDocuments.SUBJECT, one.document(), one.fiscalYear(), one.letter().title(), holder, Optional.empty(), one.due()));
    return Stream.of(owed, drafts, received, unanswered).flatMap(dues -> dues)
        .collect(Collectors.toMap(Due::thing, one -> one, (one, other) -> one.due().isAfter(other.due()) ? other : one)).values().stream();
  }

  private static Due due(UUID thing, FundDocument document, LocalDate day, Role holder) {
    return new Due(FundDocuments.SUBJECT, thing, document.head().fiscalYear(), FundStore.title(document), holder, Optional.empty(), day);
  }
}
