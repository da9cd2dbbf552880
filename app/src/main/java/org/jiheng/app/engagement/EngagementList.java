package org.jiheng.app.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.engagement.Engagements.Filter;
import org.jiheng.app.engagement.Engagements.Line;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.persistence.Like;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;

/** Lists of engagements, asked of the database page by page. */
@ApplicationScoped
@Transactional(dontRollbackOn = NoSuchFormException.class)
class EngagementList {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  public List<Line> page(Filter filter, int offset, int limit) {
    return asked("select e", filter, " order by e.opens desc, e.contractNumber", Engagement.class)
        .setFirstResult(offset).setMaxResults(limit).getResultStream().map(this::line).toList();
  }

  public long count(Filter filter) {
    return asked("select count(e)", filter, "", Long.class).getSingleResult();
  }

  public List<Line> mine() {
    Caller caller = Scope.current().caller();
    return caller.engagements().isEmpty() ? List.of() : database
        .createQuery("select e from Engagement e where e.id in :mine order by e.closes", Engagement.class)
        .setParameter("mine", caller.engagements()).getResultStream().map(this::line)
        .filter(line -> line.state() == EngagementState.OPEN).toList();
  }

  private Line line(Engagement one) {
    return new Line(one.id(), one.contractNumber(), one.kind(), one.firmName(), one.leadName(), one.client(), one.opens(), one.closes(),
        one.state(clock.today()));
  }

  private <T> TypedQuery<T> asked(String select, Filter filter, String order, Class<T> type) {
    if (!Scope.current().mayEngage()) {
      throw new NoSuchFormException();
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    String condition = "(e.contractNumber like :part escape '!' or e.firmName like :part escape '!' or e.leadName like :part escape '!' "
        + "or e.client like :part escape '!')" + filter.state().map(state -> " and " + standing(state, parameters)).orElse("");
    parameters.put("part", Like.containing(filter.text()));
    TypedQuery<T> query = database.createQuery(select + " from Engagement e where " + condition + order, type);
    parameters.forEach(query::setParameter);
    return query;
  }

  /** {@link Engagement#state} as a condition, so that the database counts and turns pages. */
  private String standing(EngagementState state, Map<String, Object> parameters) {
    if (state == EngagementState.AWAITING || state == EngagementState.OPEN || state == EngagementState.CLOSED) {
      parameters.put("today", clock.today());
    }
    if (state == EngagementState.DECLARED || state == EngagementState.CLEARED) {
      parameters.put("passed", Set.of(Verdict.CLEAR, Verdict.WARNED));
    }
    return switch (state) {
      case DRAFTED -> "e.endedOn is null and e.grantedOn is null and e.declaredOn is null";
      case DECLARED -> "e.endedOn is null and e.grantedOn is null and e.declaredOn is not null and (e.verdict is null or e.verdict not in :passed)";
      case CLEARED -> "e.endedOn is null and e.grantedOn is null and e.declaredOn is not null and e.verdict in :passed";
      case AWAITING -> "e.endedOn is null and e.grantedOn is not null and e.opens > :today";
      case OPEN -> "e.endedOn is null and e.grantedOn is not null and e.opens <= :today and e.closes >= :today";
      case CLOSED -> "(e.endedOn is not null or e.grantedOn is not null and e.opens <= :today and e.closes < :today)";
    };
  }
}
