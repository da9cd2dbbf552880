package org.jiheng.app.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.tenants.persistence.BulkInsert;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;

/** Begins the lives of many forms at once, as {@link Reviews#begin} does for one. Whether the caller may is for the room to ask. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ManyBeginnings {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  @Inject
  private FormTrail trail;

  @Inject
  private Event<FormsBegun> begun;

  /** A form that begins, and the way it is to go. */
  public record Beginning(UUID id, FormHead head, Route route) {}

  /** @param forms of one type; with none nothing happens */
  public void begin(List<Beginning> forms) {
    if (forms.isEmpty()) {
      return;
    }
    Caller caller = Scope.current().caller();
    Instant now = clock.now();
    List<Review> reviews = forms.stream().map(one -> new Review(one.id(), one.head(), one.route(), caller, now)).toList();
    BulkInsert.of(database, reviews);
    trail.begun(reviews);
    begun.fire(new FormsBegun(forms.getFirst().head().formType(), forms.size()));
  }
}
