package org.jiheng.app.project;

import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;

/** What one room knows about a project that decides whether money may be given for it. */
public sealed interface ProjectFact {

  /**
   * Of its ex-ante evaluation.
   *
   * @param why it needs one, or does not
   * @param openConditions conditions of a part support that are not closed
   * @param asked amount asked for, yuan
   * @param supported amount finance supports, yuan; empty without a conclusion
   * @param form the evaluation; empty if none was begun
   */
  record ExAnte(
      Standing standing, Reason why, int openConditions, Optional<Money> asked, Optional<Money> supported, Optional<UUID> form)
      implements ProjectFact {

    /** Rule by which a project is evaluated that says it need not be, while nobody bears it out. */
    public static final String UNCONFIRMED = "exante.unconfirmed";

    /** Whether it is dealt with as a new project because its unit's own words are not borne out. */
    public boolean unconfirmed() {
      return why.rule().equals(UNCONFIRMED);
    }

    /** Whether finance has concluded that money may be given, all that is asked for or less. */
    public boolean supports() {
      return standing == Standing.SUPPORTED || standing == Standing.PARTLY_SUPPORTED;
    }

    public enum Standing {
      NOT_NEEDED,
      /** Needed and not begun. */
      NONE,
      /** Begun, without a conclusion of finance. */
      UNDER_WAY,
      SUPPORTED,
      PARTLY_SUPPORTED,
      NOT_SUPPORTED
    }
  }

  /**
   * Of its goals.
   *
   * @param form the goals; empty if none were begun
   */
  record Goal(Standing standing, Optional<UUID> form) implements ProjectFact {

    public enum Standing {
      /** Spending on people and on running offices has no goals of its own (DOMAIN 3.2). */
      NOT_NEEDED,
      /** Its unit says that it is such spending; neither an earlier year nor finance bears it out. */
      UNCONFIRMED,
      NONE,
      UNDER_WAY,
      /** Returned to be adjusted. */
      RETURNED,
      /** Returned, and the day for adjusting them is over. */
      RETURNED_OVERDUE,
      REJECTED,
      APPROVED
    }
  }

  /**
   * Of the decomposition of the transfers the project is given money from, as the room of transfers judges it (gates B3, B4).
   *
   * @param goals whether its fund documents go with decomposed goals
   * @param quantities whether the main quantities of the parts come to those of the whole
   */
  record Decomposition(Judged goals, Judged quantities) implements ProjectFact {

    /**
     * What was found, and why.
     *
     * @param inAnEmergency whether what is found against it may be left aside in an emergency
     */
    public record Judged(boolean passes, boolean inAnEmergency, Reason why) {}
  }
}
