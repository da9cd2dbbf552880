package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.scope.Scope;

/** Does something as somebody. */
public final class Acting {

  private Acting() {}

  /** What the person is answered; refusals come through as they are. */
  public static <T> T as(Scope person, Callable<T> asked) {
    try {
      return person.call(asked);
    } catch (RuntimeException refused) {
      throw refused;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  public static void does(Scope person, Runnable work) {
    person.run(work);
  }

  /** Refused for just these reasons. */
  public static void assertRefused(ThrowingCallable act, String... codes) {
    assertThatThrownBy(act).isInstanceOfSatisfying(RefusedException.class, refused ->
        assertThat(refused.refusals()).extracting(Refusal::code).containsExactly(codes));
  }
}
