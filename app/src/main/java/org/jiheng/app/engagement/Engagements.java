package org.jiheng.app.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.CreditCode;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.document.Attachment;
import org.jiheng.app.document.AttachmentFile;
import org.jiheng.app.project.ProjectParty;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.scope.Scope;

/**
 * The use cases of engagements. What happened is written first, in the jurisdiction's own tables; then, under the keeper's role, who
 * comes in. Between the two nobody sees more than they may: what is opened is seen only by people the registry lets in, and what was
 * ended is gone at once whomever the registry still names.
 */
@ApplicationScoped
public class Engagements {

  @Inject
  private Contracts contracts;

  @Inject
  private Admissions admissions;

  @Inject
  private BusinessClock clock;

  /** One line of the list. */
  public record Line(
      UUID id, String contractNumber, EngagementKind kind, String firmName, String leadName, String client, LocalDate opens,
      LocalDate closes, EngagementState state) {}

  /**
   * The engagements of the jurisdiction, for its performance office.
   *
   * @param text part of the contract's number, the firm, the lead evaluator or the client; empty for all
   * @throws NoSuchFormException for everybody else
   */
  public List<Line> list(String text, Optional<EngagementState> state) {
    return contracts.list(text).stream().map(this::line).filter(line -> state.filter(one -> one != line.state()).isEmpty()).toList();
  }

  /** The engagements by which the caller came in and may look today, the one that closes first in front. */
  public List<Line> mine() {
    return contracts.letting().stream().map(this::line).toList();
  }

  private Line line(Engagement one) {
    return new Line(one.id(), one.contractNumber(), one.kind(), one.firmName(), one.leadName(), one.client(), one.opens(), one.closes(),
        one.state(clock.today()));
  }

  /** @throws NoSuchFormException if there is none the caller may see */
  public EngagementPage open(UUID id) {
    return contracts.page(id);
  }

  /** A file of the engagement: its declaration, or one that came with a report. */
  public Attachment file(UUID id, UUID attachment) {
    return contracts.file(id, attachment);
  }

  /** @throws RefusedException with everything that is wrong with the terms */
  public UUID register(Terms terms) {
    return contracts.register(terms);
  }

  /** Takes over other terms, as long as nobody has been let in. */
  public void revise(UUID id, int seen, Terms terms) {
    contracts.revise(id, seen, terms);
  }

  /** Files the declaration of independence; answers with what is wrong with the file, if it is not taken. */
  public Optional<Problem> declare(UUID id, int seen, String fileName, byte[] content) {
    Parsed<AttachmentFile> file = AttachmentFile.of(fileName, content);
    file.value().ifPresent(one -> contracts.declare(id, seen, one));
    return file.problem();
  }

  /** Looks for conflicts; what is found is kept with the engagement. */
  public Reasoned<Verdict> check(UUID id, int seen) {
    return contracts.check(id, seen);
  }

  /** @throws RefusedException if it may not be opened, also when a conflict has come up since it was checked */
  public void grant(UUID id, int seen) {
    Admission admission = contracts.grant(id, seen).orElseThrow(() -> new RefusedException(Refusal.because("engagement-conflict")));
    keep(admission);
  }

  /** @param last the new last day, inclusive; not beyond the days after acceptance */
  public void extend(UUID id, int seen, LocalDate last, String reason) {
    contracts.extend(id, seen, last, reason).ifPresent(this::keep);
  }

  /** The last report is accepted today. */
  public void accept(UUID id, int seen) {
    contracts.accept(id, seen).ifPresent(this::keep);
  }

  /** Ends it before its time, at once. */
  public void end(UUID id, int seen, String reason) {
    contracts.end(id, seen, reason).ifPresent(this::keep);
  }

  private void keep(Admission admission) {
    Scope.current().keepingGuests().run(() -> admissions.keep(admission));
  }

  /** Enters who has a part in a project the engagement names. */
  public void party(UUID id, UUID project, CreditCode code, String name, ProjectParty.Part part, LocalDate since, Optional<LocalDate> until) {
    contracts.party(id, project, code, name, part, since, until);
  }

  /**
   * Hands in a report; answers with what is wrong with the file, if it is not taken.
   *
   * @throws RefusedException if the caller may not, or not now, or the report says nothing
   */
  public Optional<Problem> report(UUID id, EngagementReport.Kind kind, String title, String text, Optional<String> fileName, byte[] content) {
    Optional<Parsed<AttachmentFile>> file = fileName.map(name -> AttachmentFile.of(name, content));
    Optional<Problem> problem = file.flatMap(Parsed::problem);
    if (problem.isEmpty()) {
      contracts.report(id, kind, title, text, file.flatMap(Parsed::value));
    }
    return problem;
  }
}
