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
import org.jiheng.app.common.BusinessClock;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;

/**
 * Looks every second which jurisdictions' figures are stale and recomputes them, each in that jurisdiction's own scope. One
 * that fails does not stop the others; it is tried again less and less often, and the log says when it begins to fail and
 * when it is well again, not every time between.
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

  @Inject
  private BusinessClock clock;

  private final Retries retries = new Retries();

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
    // an exception would end the schedule; the database may be back at a later look
    attempt("the look for stale figures", () -> registry.withStaleFigures().forEach(stale ->
        attempt("figures of " + stale.code(), () -> Scope.of(Caller.worker("summary"), stale).run(summaries::recompute))));
  }

  private void attempt(String what, Runnable work) {
    if (!retries.due(what, clock.now())) {
      return;
    }
    try {
      work.run();
    } catch (RuntimeException failure) {
      if (retries.failed(what, clock.now())) {
        LOG.log(Level.WARNING, failure, () -> what + " failed; it is tried again, at last every " + Retries.LONGEST.toMinutes() + " minutes");
      }
      return;
    }
    retries.succeeded(what).ifPresent(since -> LOG.log(Level.INFO, () -> what + " succeeded again; it had failed since " + since));
  }
}
