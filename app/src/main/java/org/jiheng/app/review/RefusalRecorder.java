package org.jiheng.app.review;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jiheng.tenants.audit.Outcome;
import org.jiheng.tenants.identity.FreshLoginNeededException;

/** Stands around the transaction of a use case, so that what it records outlives the roll-back. */
@Interceptor
@RefusalsRecorded
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class RefusalRecorder {

  private static final Logger LOG = Logger.getLogger(RefusalRecorder.class.getName());

  /** A use case that calls another is refused once. */
  private static final ScopedValue<InvocationContext> OUTERMOST = ScopedValue.newInstance();

  @Inject
  private FormTrail trail;

  @AroundInvoke
  Object watch(InvocationContext call) throws Exception {
    if (OUTERMOST.isBound()) {
      return call.proceed();
    }
    try {
      return ScopedValue.where(OUTERMOST, call).call(call::proceed);
    } catch (RefusedException refused) {
      record(call, Outcome.REFUSED, refused.getMessage());
      throw refused;
    } catch (NoSuchFormException notTheirs) {
      record(call, Outcome.REFUSED, "no-such-form");
      throw notTheirs;
    } catch (FreshLoginNeededException askedFirst) {
      // neither refused nor failed: the act waits
      throw askedFirst;
    } catch (RuntimeException failure) {
      record(call, Outcome.FAILED, failure.getClass().getSimpleName());
      throw failure;
    }
  }

  /** Nothing was done, and the person is told so: that this could not be written down, too, does not hide it. */
  private void record(InvocationContext call, Outcome outcome, String codes) {
    try {
      RefusalsRecorded would = would(call);
      trail.refused(would.value(), would.about(), Arrays.stream(call.getParameters()).filter(UUID.class::isInstance).map(UUID.class::cast).findFirst(),
          outcome, codes);
    } catch (RuntimeException unwritten) {
      LOG.log(Level.SEVERE, unwritten, () -> "a refusal could not be put on record: " + codes);
    }
  }

  private static RefusalsRecorded would(InvocationContext call) {
    RefusalsRecorded own = call.getMethod().getAnnotation(RefusalsRecorded.class);
    return own == null ? call.getMethod().getDeclaringClass().getAnnotation(RefusalsRecorded.class) : own;
  }
}
