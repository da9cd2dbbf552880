package org.jiheng.app.task;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;

/**
 * Has each jurisdiction's reminders made, in its own scope: once for every business date, and again when its dates change. What fails is
 * tried again a minute later and stops nobody else; several nodes at once make each reminder once.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReminderWorker {

  private static final Logger LOG = Logger.getLogger(ReminderWorker.class.getName());

  @Resource
  private ManagedScheduledExecutorService executor;

  @Inject
  private Registry registry;

  @Inject
  private Reminders reminders;

  @Inject
  private BusinessClock clock;

  /** For which day each jurisdiction's were made. */
  private final Map<Jurisdiction, LocalDate> made = new ConcurrentHashMap<>();

  private final Set<Jurisdiction> changed = ConcurrentHashMap.newKeySet();
  private List<ScheduledFuture<?>> looking = List.of();

  @PostConstruct
  void begin() {
    looking = List.of(
        executor.scheduleWithFixedDelay(() -> quietly(() -> List.copyOf(changed).forEach(this::make)), 1, 1, TimeUnit.SECONDS),
        executor.scheduleWithFixedDelay(() -> quietly(this::look), 0, 60, TimeUnit.SECONDS));
  }

  @PreDestroy
  void end() {
    looking.forEach(one -> one.cancel(false));
  }

  /** For the container only. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) TaskChanged event) {
    changed.add(event.jurisdiction());
  }

  /** An exception would end a schedule; the database may be back at the next look. */
  private static void quietly(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "reminders could not be looked after: {0}", failure.getMessage());
    }
  }

  private void look() {
    LocalDate today = clock.today();
    registry.jurisdictions().stream().filter(one -> !today.equals(made.get(one))).forEach(this::make);
  }

  private void make(Jurisdiction jurisdiction) {
    // first the mark, then the work: a change that comes meanwhile leaves its own mark
    changed.remove(jurisdiction);
    LocalDate today = clock.today();
    try {
      Scope.of(Caller.worker("reminder"), jurisdiction).run(reminders::make);
      made.put(jurisdiction, today);
    } catch (RuntimeException failure) {
      made.remove(jurisdiction);
      LOG.log(Level.WARNING, failure, () -> "reminders of " + jurisdiction.code() + " could not be made; it is tried again in a minute");
    }
  }
}
