package org.jiheng.tenants.people;

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
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has the identity provider told of what administrators took away: within a second, and, while it does not answer, every ten seconds
 * until it does. Also of what a stopped server or another one left behind.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountWorker {

  private static final Logger LOG = Logger.getLogger(AccountWorker.class.getName());

  @Resource
  private ManagedScheduledExecutorService executor;

  @Inject
  private AccountsDue due;

  private final AtomicBoolean fallen = new AtomicBoolean();
  private List<ScheduledFuture<?>> looking = List.of();

  @PostConstruct
  void begin() {
    looking = List.of(
        executor.scheduleWithFixedDelay(() -> {
          if (fallen.getAndSet(false)) {
            settle();
          }
        }, 1, 1, TimeUnit.SECONDS),
        executor.scheduleWithFixedDelay(this::settle, 5, 10, TimeUnit.SECONDS));
  }

  @PreDestroy
  void end() {
    looking.forEach(one -> one.cancel(false));
  }

  /** For the container only. */
  public void fell(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountFellDue event) {
    fallen.set(true);
  }

  /** An exception would end a schedule; provider and database may be back at the next look. */
  private void settle() {
    try {
      due.settle();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "the identity provider could not be told what was taken away: {0}", failure.getMessage());
    }
  }
}
