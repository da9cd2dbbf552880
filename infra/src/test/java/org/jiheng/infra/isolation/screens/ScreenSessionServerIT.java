package org.jiheng.infra.isolation.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;
import static org.jiheng.infra.server.Kizilsu.secondClerk;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.VaadinSessionState;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jiheng.app.agency.Units;
import org.jiheng.infra.server.ScreenService;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.identity.ScopeFilter;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever hands work to a browser, and whichever thread carries it out: it is done for that browser's own jurisdiction. */
class ScreenSessionServerIT extends WholeProduct {

  @Inject
  private ScreenService screens;

  @Inject
  private HttpServletRequest request;

  @Inject
  private Units units;

  private VaadinSession session;
  private UI screen;

  private final AtomicReference<String> painted = new AtomicReference<>();

  private final Command paint = () -> painted.set(units.names().get("101"));

  @BeforeEach
  void aBrowserSignedInInOneJurisdiction() throws Exception {
    session = screens.session(request);
    session.getSession().setAttribute(ScopeFilter.SESSION_SCOPE, clerk(ARTUX));
    session.lock();
    try {
      screen = new UI();
      screen.getInternals().setSession(session);
    } finally {
      session.unlock();
    }
  }

  private static void onAThreadOf(Scope scope, Runnable work) throws InterruptedException {
    onAThread(() -> scope.run(work));
  }

  private static void onAThread(Runnable work) throws InterruptedException {
    Thread thread = Thread.ofPlatform().start(work);
    thread.join();
  }

  @Test
  void workFromAThreadOfAnotherJurisdictionPaintsTheScreensOwn() throws InterruptedException {
    onAThreadOf(clerk(AKTO), () -> screen.access(paint));
    assertThat(painted).hasValue("阿图什市教育局");
  }

  @Test
  void workFromAThreadThatIsNobodysPaintsTheScreensOwn() throws InterruptedException {
    onAThread(() -> screen.access(paint));
    assertThat(painted).hasValue("阿图什市教育局");
  }

  @Test
  void workHandedOverWhileTheSessionIsHeldPaintsTheScreensOwn() throws InterruptedException {
    session.lock();
    try {
      onAThreadOf(clerk(AKTO), () -> screen.access(paint));
      assertThat(painted).as("waits for the lock").hasValue(null);
    } finally {
      session.unlock();
    }
    assertThat(painted).hasValue("阿图什市教育局");
  }

  @Test
  void workThatWaitsForTheSessionPaintsTheScreensOwnAndGoesOnUnderItsOwnScope() throws InterruptedException {
    AtomicReference<String> afterwards = new AtomicReference<>();
    onAThreadOf(clerk(AKTO), () -> {
      session.accessSynchronously(paint);
      afterwards.set(units.names().get("101"));
    });
    assertThat(painted).hasValue("阿图什市教育局");
    assertThat(afterwards).hasValue("阿克陶县教育局");
  }

  @Test
  void whoEntersTheSessionByAnotherWayUnderAForeignScopeIsRefused() {
    assertThatThrownBy(() -> does(clerk(AKTO), () -> screen.accessSynchronously(paint))).isInstanceOf(NoScopeException.class);
    assertThatThrownBy(() -> does(secondClerk(ARTUX), () -> screen.accessSynchronously(paint))).isInstanceOf(NoScopeException.class);
    assertThat(painted).hasValue(null);
    does(clerk(ARTUX), () -> screen.accessSynchronously(paint));
    assertThat(painted).hasValue("阿图什市教育局");
  }

  @Test
  void workOfAJurisdictionHandedToABrowserNobodyIsSignedInAtIsRefused() throws InterruptedException {
    session.getSession().removeAttribute(ScopeFilter.SESSION_SCOPE);
    AtomicReference<Throwable> refused = new AtomicReference<>();
    onAThreadOf(clerk(AKTO), () -> {
      try {
        session.access(paint).get();
      } catch (ExecutionException | InterruptedException thrown) {
        refused.set(thrown.getCause());
      }
    });
    assertThat(painted).hasValue(null);
    assertThat(refused.get()).isInstanceOf(NoScopeException.class).hasMessageContaining("a browser session that has none");
    assertThatThrownBy(() -> does(clerk(AKTO), () -> session.accessSynchronously(paint))).isInstanceOf(NoScopeException.class);
  }

  @Test
  void workOfNobodyHandedToABrowserNobodyIsSignedInAtFindsNoData() throws InterruptedException {
    session.getSession().removeAttribute(ScopeFilter.SESSION_SCOPE);
    AtomicReference<Throwable> refused = new AtomicReference<>();
    onAThread(() -> {
      try {
        session.access(paint).get();
      } catch (ExecutionException | InterruptedException thrown) {
        refused.set(thrown.getCause());
      }
    });
    assertThat(painted).hasValue(null);
    assertThat(refused.get()).isInstanceOf(NoScopeException.class).hasMessageContaining("nobody's scope");
  }

  @Test
  void aSessionThatEndsWhileItIsHeldIsClosedToItsLastListener() {
    AtomicReference<String> farewell = new AtomicReference<>();
    session.addSessionDestroyListener(_ -> farewell.set("said"));
    does(clerk(ARTUX), () -> {
      session.lock();
      try {
        session.getSession().invalidate();
      } finally {
        session.unlock();
      }
    });
    assertThat(farewell).hasValue("said");
    assertThat(session.getState()).isEqualTo(VaadinSessionState.CLOSED);
  }
}
