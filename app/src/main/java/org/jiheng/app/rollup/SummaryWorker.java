package org.jiheng.app.rollup;

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
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;

/**
 * Looks every second which jurisdictions' figures are stale and recomputes them, each in that jurisdiction's own scope. One
 * that fails is tried again at the next look and does not stop the others.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SummaryWorker {

  private static final Logger LOG = Logger.getLogger(SummaryWorker.class.getName());

  @Resource
  private ManagedScheduledExecutorService executor;

  @Inject
  private Registry registry;

  @Inject
  private Summaries summaries;

  private ScheduledFuture<?> looking;

  @PostConstruct
  void begin() {
    looking = executor.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void end() {
    looking.cancel(false);
  }

  private void look() {
    try {
      registry.withStaleFigures().forEach(this::recompute);
    } catch (RuntimeException failure) {
      // an exception would end the schedule; the database may be back at the next look
      LOG.log(Level.WARNING, "stale figures could not be looked up: {0}", failure.getMessage());
    }
  }

  private void recompute(Jurisdiction jurisdiction) {
    try {
      Scope.of(Caller.worker("summary"), jurisdiction).run(summaries::recompute);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, failure, () -> "figures of " + jurisdiction.code() + " could not be recomputed");
    }
  }
}
