package org.jiheng.tenants.desk;

import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Outcome;
import org.jiheng.tenants.audit.Record;

/** What a job has for the person who wanted it, and how its refusal to anybody stands in the trail. */
public enum Handed {
  PASSWORDS(Act.ADMINISTER, "ONE-TIME PASSWORDS"),
  EXPORT(Act.EXPORT, "WHOLE EXPORT");

  private final Act act;
  private final String title;

  Handed(Act act, String title) {
    this.act = act;
    this.title = title;
  }

  /** Why it was not handed out. */
  public enum Refusal {
    FRESH_LOGIN_NEEDED,
    /** Wanted by somebody else or by command, or no job of the caller's prefecture. */
    NOT_YOURS,
    /** Not yet, no more, or handed over before. */
    NOTHING_THERE,
    /** The county has not agreed to it, or it has declined. */
    NOT_AGREED,
    /** Somebody else is asked whether it may be handed over, or nobody any more. */
    NOT_ASKED
  }

  /**
   * @param known the job, if the caller may know of it
   * @param why a {@link Refusal}, or the {@link Objection.Why} that closes the desk to the caller
   */
  Record refused(UUID id, Optional<Job> known, Enum<?> why) {
    return Record.of(act, known.map(job -> "JURISDICTION/" + job.wish().code()).orElse("JOB/" + id), title).not(Outcome.REFUSED, why.name());
  }
}
