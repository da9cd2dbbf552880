package org.jiheng.app.engagement;

import java.time.LocalDate;
import java.util.Optional;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Role;

/**
 * All a move asks about before it is walked.
 *
 * @param declared whether the declaration of independence is on file
 * @param verdict of the conflict check; empty before the first
 * @param accepted whether the last report was accepted
 * @param closes last day of the window, inclusive
 */
public record EngagementStanding(
    Caller caller, EngagementState state, boolean declared, Optional<Verdict> verdict, boolean accepted, LocalDate closes, LocalDate today) {

  boolean callerEngages() {
    return caller.holds(Role.PERFORMANCE_OFFICE) && !caller.guest();
  }
}
