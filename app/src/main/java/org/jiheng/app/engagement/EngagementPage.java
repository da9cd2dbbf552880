package org.jiheng.app.engagement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.project.ProjectParty;
import org.jiheng.app.review.Refusal;

/**
 * An engagement as a screen shows it to one person, whole and detached.
 *
 * @param mayWriteParties whether the caller keeps who has a part in the projects
 * @param reportRefusal why the caller may not hand in a report now; empty if it may
 * @param accesses what people from outside looked at, the latest first; for the client only
 * @param admissionDue whether the registry has still to be told who comes in; that is tried at every look
 */
public record EngagementPage(
    Engagement engagement, EngagementState state, List<OfProject> projects, List<EngagedPerson> people, List<EngagementMove.Offer> offers,
    boolean mayWriteParties, List<EngagementStep> steps, List<EngagementReport> reports, Map<UUID, Attachments.Head> files,
    Optional<Refusal> reportRefusal, List<EngagementAccess> accesses, boolean admissionDue, LocalDate today) {

  /** A named project, and the form about it that is shown, if there is one. */
  public record OfProject(UUID id, String code, String name, String unitName, List<ProjectParty> parties) {}
}
