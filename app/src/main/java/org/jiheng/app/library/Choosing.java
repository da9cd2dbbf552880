package org.jiheng.app.library;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.review.Refusal;

/**
 * Whether a version of an indicator may be chosen for a goal (DOMAIN 3.10, start and stop date): only one that is in force, and only
 * on its days. What a goal has chosen it keeps.
 */
final class Choosing {

  private Choosing() {}

  static List<Refusal> refusals(String code, EntryState state, LocalDate from, Optional<LocalDate> until, LocalDate day) {
    return switch (state) {
      case PROPOSED, RETURNED -> List.of(Refusal.because("library-unconfirmed", "code", code));
      case STOPPED -> List.of(Refusal.because("library-stopped", "code", code));
      case IN_FORCE -> {
        if (day.isBefore(from)) {
          yield List.of(new Refusal("library-not-yet", Map.of("code", code, "from", from.toString())));
        }
        yield until.filter(day::isAfter).map(last -> new Refusal("library-expired", Map.of("code", code, "last", last.toString())))
            .stream().toList();
      }
    };
  }
}
