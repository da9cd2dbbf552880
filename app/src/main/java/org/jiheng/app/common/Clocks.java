package org.jiheng.app.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jiheng.tenants.scope.BusinessDay;

/** The one clock of the application: the server's, with the business date a demonstration or a test may set. */
@ApplicationScoped
public class Clocks {

  @Produces
  @ApplicationScoped
  BusinessClock clock() {
    return new BusinessClock(Clock.systemDefaultZone(),
        ConfigProvider.getConfig().getOptionalValue("JIHENG_BUSINESS_DATE", LocalDate.class));
  }

  /** The same clock for the registry, which is below it: windows of contracts open and close by the business date. */
  @Produces
  @BusinessDay
  Clock businessDay(BusinessClock clock) {
    return clock.asClock();
  }
}
