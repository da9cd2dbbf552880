package org.jiheng.infra.server;

import java.util.concurrent.Callable;
import org.jiheng.tenants.scope.Scope;

/** Does something as somebody. */
final class Acting {

  private Acting() {}

  /** What the person is answered; refusals come through as they are. */
  static <T> T as(Scope person, Callable<T> asked) {
    try {
      return person.call(asked);
    } catch (RuntimeException refused) {
      throw refused;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  static void does(Scope person, Runnable work) {
    person.run(work);
  }
}
