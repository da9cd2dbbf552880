package org.jiheng.app.engagement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.tenants.scope.Role;

/**
 * Who comes in by an engagement, as what, and on which days: what the registry is to say.
 *
 * @param until last day, inclusive; before {@code from}: on no day
 */
record Admission(
    UUID engagement, Set<UUID> people, Role role, LocalDate from, LocalDate until, Optional<UUID> firm, Optional<UUID> leadEvaluator) {

  /** What an engagement that was granted lets in. One that was ended before its time has let people in until the day before. */
  static Admission of(Engagement engagement, Set<UUID> people) {
    LocalDate dayBefore = engagement.opens().minusDays(1);
    LocalDate until = engagement.endedOn().map(ended -> ended.minusDays(1))
        .map(last -> last.isBefore(dayBefore) ? dayBefore : last)
        .map(last -> last.isAfter(engagement.closes()) ? engagement.closes() : last)
        .orElse(engagement.closes());
    return new Admission(engagement.id(), people, engagement.kind().role(), engagement.opens(), until, engagement.firm(), engagement.leadEvaluator());
  }
}
