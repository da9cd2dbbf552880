package org.jiheng.tenants.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.scope.JurisdictionCode;

/**
 * Something wanted of the keeper, and how far it has come.
 *
 * @param prefecture on whose behalf; empty for a command about a prefecture itself
 * @param byCommand wanted by whoever holds the migration role, not by a person at a screen
 * @param steps those that are done, in their order
 * @param note what it waits for or why it failed: the name of an {@link Objection.Why}, or the words of what broke
 * @param result what came of it, such as an export's digest
 * @param export what became of the file of an export
 * @param secret whether there are people for whom a one-time password may be made and shown
 */
public record Job(
    UUID id, Wish wish, Optional<JurisdictionCode> prefecture, UUID wantedBy, String wantedName, Instant wantedAt, boolean byCommand,
    State state, List<Done> steps, String note, String result, Optional<Instant> ended, Export export, boolean secret) {

  /** How a job stands. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED;

    public boolean open() {
      return this == WAITING || this == RUNNING;
    }
  }

  /** A step that is done. */
  public record Done(JobStep step, Instant began, Instant ended, String note) {}

  /**
   * The file of an export.
   *
   * @param keptUntil when the keeper deletes it; empty as long as there is none
   * @param handedOver whether its last byte has gone out to whoever wanted it
   * @param there whether its time is not over, it was not handed over, and it may be: one that was wanted at a screen only after
   *     somebody agreed; to whom it goes out, if to anybody, the job says
   * @param asks whose security administrator is asked now whether it may be handed over; empty if nobody is
   * @param answered what was said
   */
  public record Export(
      Optional<Instant> keptUntil, boolean handedOver, boolean there, Optional<JurisdictionCode> asks, Optional<Answered> answered) {}

  /** What somebody said to an export, and when. */
  public record Answered(Answer answer, JurisdictionCode in, String name, Instant at) {}

  /** The steps that are still to be taken. */
  public List<JobStep> ahead() {
    List<JobStep> all = wish.kind().steps();
    return all.subList(Math.min(steps.size(), all.size()), all.size());
  }
}
