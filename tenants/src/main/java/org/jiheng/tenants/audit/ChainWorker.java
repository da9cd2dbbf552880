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
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.JurisdictionState;
import org.jiheng.tenants.scope.Scope;

/**
 * Chains what was added to the trails, every second where something was, every minute in all of them: the database and other
 * nodes add entries without telling this one. Trails of jurisdictions whose people are kept out are no exception. Once a day, and soon after the start, it follows every chain from its first link.
 * Each in its jurisdiction's audit scope, and out of the transactions of the work, so that people do not wait for each other.
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

  /** Those in whose trails everything was looked for since the start. */
  private final Set<JurisdictionCode> complete = ConcurrentHashMap.newKeySet();

  private List<ScheduledFuture<?>> looking = List.of();

  @PostConstruct
  void begin() {
    looking = List.of(
        executor.scheduleWithFixedDelay(() -> quietly(() -> List.copyOf(grown).forEach(one -> extend(new Registry.Kept(one, JurisdictionState.ACTIVE)))), 1, 1, TimeUnit.SECONDS),
        executor.scheduleWithFixedDelay(() -> quietly(this::extendAll), 1, 60, TimeUnit.SECONDS),
        executor.scheduleWithFixedDelay(() -> quietly(this::verifyAll), 1, 24 * 60, TimeUnit.MINUTES));
  }

  @PreDestroy
  void end() {
    looking.forEach(one -> one.cancel(false));
  }

  /** For the container only. */
  public void grew(@Observes(during = TransactionPhase.AFTER_SUCCESS) TrailGrew event) {
    grown.add(event.jurisdiction());
  }

  /** An exception would end a schedule; the database may be back at the next look. */
  private static void quietly(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "audit trails could not be looked up: {0}", failure.getMessage());
    }
  }

  private void extendAll() {
    registry.trails().forEach(this::extend);
  }

  /** The first time also what a stopped server left unchained, however long ago, or a time in quarantine. */
  private void extend(Registry.Kept kept) {
    Jurisdiction jurisdiction = kept.jurisdiction();
    grown.remove(jurisdiction);
    boolean everything = !complete.contains(jurisdiction.code());
    if (inTrail(kept, _ -> {
      boolean more = true;
      while (more) {
        more = chains.extend(everything);
      }
    })) {
      complete.add(jurisdiction.code());
    } else if (kept.state() == JurisdictionState.QUARANTINED) {
      complete.remove(jurisdiction.code());
    } else {
      grown.add(jurisdiction);
    }
  }

  private void verifyAll() {
    registry.trails().forEach(kept -> inTrail(kept, worker -> {
      Following following = AuditTrail.begun(chains);
      for (List<AuditLink> block = chains.after(0); !block.isEmpty(); block = chains.after(block.getLast().number())) {
        following.follow(block.stream().map(AuditLink::forVerification).toList());
      }
      following.ended();
      chains.keep(worker, following);
      following.broken().ifPresent(broken -> LOG.log(Level.SEVERE, () -> "audit trail of " + kept.jurisdiction().code() + " is broken: " + broken));
    }));
  }

  private static boolean inTrail(Registry.Kept kept, Consumer<String> work) {
    Caller worker = Caller.worker("audit");
    try {
      Scope.of(worker, kept.jurisdiction()).auditTrail().run(() -> work.accept(worker.name()));
      return true;
    } catch (RuntimeException failure) {
      String what = "audit trail of " + kept.jurisdiction().code() + " could not be chained or followed";
      if (kept.state() == JurisdictionState.QUARANTINED) {
        // of tables that are broken nothing else is to be expected; looked at again in a minute
        LOG.log(Level.INFO, () -> what + ": it is in quarantine");
      } else {
        LOG.log(Level.WARNING, failure, () -> what);
      }
      return false;
    }
  }
}
