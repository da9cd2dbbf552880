package org.jiheng.tenants.audit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;

/**
 * Chains what was added to the trails, every second, each in its jurisdiction's audit scope; at the start all of them, for what
 * a stopped server left unchained. Kept out of the transactions of the work, so that people do not wait for each other.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChainWorker {

  private static final Logger LOG = Logger.getLogger(ChainWorker.class.getName());

  @Resource
  private ManagedScheduledExecutorService executor;

  @Inject
  private Registry registry;

  @Inject
  private Chains chains;

  private final Set<Jurisdiction> grown = ConcurrentHashMap.newKeySet();
  private ScheduledFuture<?> looking;
  private boolean begun;

  @PostConstruct
  void begin() {
    looking = executor.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void end() {
    looking.cancel(false);
  }

  /** For the container only. */
  public void grew(@Observes(during = TransactionPhase.AFTER_SUCCESS) TrailGrew event) {
    grown.add(event.jurisdiction());
  }

  private void look() {
    try {
      if (!begun) {
        grown.addAll(registry.jurisdictions());
        begun = true;
      }
      grown.forEach(this::extend);
    } catch (RuntimeException failure) {
      // an exception would end the schedule; the database may be back at the next look
      LOG.log(Level.WARNING, "audit trails could not be looked up: {0}", failure.getMessage());
    }
  }

  private void extend(Jurisdiction jurisdiction) {
    grown.remove(jurisdiction);
    try {
      Scope.of(Caller.worker("audit"), jurisdiction).auditTrail().run(() -> {
        boolean more = true;
        while (more) {
          more = chains.extend();
        }
      });
    } catch (RuntimeException failure) {
      grown.add(jurisdiction);
      LOG.log(Level.WARNING, failure, () -> "audit trail of " + jurisdiction.code() + " could not be chained");
    }
  }
}
