package org.jiheng.app.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.review.Refusal;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;

/**
 * What rooms whose forms are worked on from outside ask of engagements, inside their own transaction and after they have asked
 * whether the caller may see the form.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class EngagedWork {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  /** An engagement, as a form names it. */
  public record Brief(UUID id, String contractNumber, EngagementKind kind, String firmName, LocalDate closes, EngagementState state) {}

  /** Engagements of this kind that name the project and are not over, the one that opens first in front. */
  public List<Brief> about(UUID project, EngagementKind kind) {
    if (!Scope.current().mayEngage()) {
      return List.of();
    }
    return database.createQuery("select e from Engagement e where e.kind = :kind and e.id in "
            + "(select p.engagement from EngagedProject p where p.project = :project) order by e.opens, e.contractNumber", Engagement.class)
        .setParameter("kind", kind).setParameter("project", project).getResultStream()
        .map(this::brief).filter(brief -> brief.state() != EngagementState.CLOSED).toList();
  }

  /** Those of these engagements the caller may know of, by identifier. */
  public Map<UUID, Brief> briefs(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : database.createQuery("select e from Engagement e where e.id in :ids", Engagement.class)
        .setParameter("ids", ids).getResultStream().map(this::brief).collect(Collectors.toMap(Brief::id, brief -> brief));
  }

  private Brief brief(Engagement one) {
    return new Brief(one.id(), one.contractNumber(), one.kind(), one.firmName(), one.closes(), one.state(clock.today()));
  }

  /** Kinds of reports that have been handed in under the engagement since then: what was said before is not about what was sent in then. */
  public Set<EngagementReport.Kind> handedIn(UUID engagement, Instant since) {
    return Set.copyOf(database.createQuery("select distinct r.kind from EngagementReport r where r.engagement = :id and r.at >= :since",
        EngagementReport.Kind.class).setParameter("id", engagement).setParameter("since", since).getResultList());
  }

  /** Why the caller may not write for the engagement now; empty if it may: one of its people, on the days of handing in. */
  public Optional<Refusal> writing(UUID id) {
    Caller caller = Scope.current().caller();
    boolean named = caller.engagements().contains(id) && database
        .createQuery("select count(p) from EngagedPerson p where p.engagement = :id and p.person = :person", Long.class)
        .setParameter("id", id).setParameter("person", caller.id()).getSingleResult() > 0;
    return ReportWindow.refusal(Optional.ofNullable(named ? database.find(Engagement.class, id) : null), clock.today());
  }
}
