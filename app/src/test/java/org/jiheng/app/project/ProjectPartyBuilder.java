package org.jiheng.app.project;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.CreditCode;

/** Organisations with a part in some project. */
public final class ProjectPartyBuilder {

  private ProjectPartyBuilder() {}

  public static ProjectParty party(CreditCode code, ProjectParty.Part part, LocalDate since, Optional<LocalDate> until) {
    return new ProjectParty(new UUID(1, 1), code, "某单位", part, since, until);
  }
}
