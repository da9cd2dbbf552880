package org.jiheng.app.project;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A room above that takes projects through one stage of their year. Found by the container; a stage nobody says is not begun. */
public interface ProjectStage {

  /** How far a project has come with the stage. */
  enum Status {
    UNDERWAY,
    /** Finished in the sense of the stage: approved, found, decided. */
    DONE,
    /** The room knows that this project needs none, for example an emergency. */
    NOT_NEEDED
  }

  /**
   * What there is of a stage.
   *
   * @param text where it stands, as the key of a message of the screens, for example {@code state.APPROVED}
   * @param on day on which it came to stand there
   * @param form what a screen opens; empty if there is nothing to open
   */
  record Reached(Status status, String text, Optional<LocalDate> on, Optional<Form> form) {}

  /** A form by its type and identifier. */
  record Form(String type, UUID id) {}

  StageKind kind();

  /** What there is of these projects, as far as the caller may see it; a project that is not among the answers has nothing. */
  Map<UUID, Reached> of(Collection<UUID> projects);

  /**
   * {@link Status#DONE} or {@link Status#NOT_NEEDED} as a JPQL condition on {@code p}, a {@link Project}, without parameters, for lists
   * and ratios: for example that an approved form of the project exists. Whatever the caller may see: it only says that it is there.
   */
  String done();
}
