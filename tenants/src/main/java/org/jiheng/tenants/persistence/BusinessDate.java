package org.jiheng.tenants.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.jiheng.tenants.scope.BusinessDay;

/** The business date by the application's own clock, for the seam: EclipseLink makes that, and the container hands it nothing. */
@ApplicationScoped
class BusinessDate {

  @Inject
  @BusinessDay
  private Clock clock;

  LocalDate today() {
    return LocalDate.now(clock);
  }
}
