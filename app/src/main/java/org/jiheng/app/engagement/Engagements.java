package org.jiheng.app.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jiheng.app.common.CreditCode;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.document.Attachment;
import org.jiheng.app.document.AttachmentFile;
import org.jiheng.app.project.ProjectParty;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.scope.Scope;

/**
 * The use cases of engagements. What happened is written first, in the jurisdiction's own tables, together with the word that the
 * registry is to be told; then, under the keeper's role, who comes in. Between the two nobody sees more than they may: what is opened
 * is seen only by people the registry lets in, and what was ended is gone at once whomever the registry still names. What fails
 * between the two is made good at the office's next look.
 */
@ApplicationScoped
@RefusalsRecorded(about = Engagements.SUBJECT)
public class Engagements {

  /** First part of the trail's names for engagements. */
  static final String SUBJECT = "ENGAGEMENT";

  private static final Logger LOG = Logger.getLogger(Engagements.class.getName());

  @Inject
  private Contracts contracts;

  @Inject
  private EngagementList list;

  @Inject
  private Admissions admissions;

  /** One line of the list. */
  public record Line(
      UUID id, String contractNumber, EngagementKind kind, String firmName, String leadName, String client, LocalDate opens,
      LocalDate closes, EngagementState state) {}

  /**
   * Which engagements are listed.
   *
   * @param text part of the contract's number, the firm, the lead evaluator or the client; empty for all
   */
  public record Filter(String text, Optional<EngagementState> state) {}

  /**
   * The engagements of the jurisdiction, the one that opens last in front.
   *
   * @throws NoSuchFormException for everybody but its performance office
   */
  public List<Line> list(Filter filter, int offset, int limit) {
    makeGood();
    return list.page(filter, offset, limit);
  }

  /** How many there are; refused as the list is. */
  public long count(Filter filter) {
    return list.count(filter);
  }

  /** The engagements by which the caller came in and may look today, the one that closes first in front. */
  public List<Line> mine() {
    return list.mine();
  }

  /** @throws NoSuchFormException if there is none the caller may see */
  public EngagementPage open(UUID id) {
    makeGood();
    return contracts.page(id);
  }

  /** A file of the engagement: its declaration, or one that came with a report. */
  @RefusalsRecorded(value = Act.EXPORT, about = SUBJECT)
  public Attachment file(UUID id, UUID attachment) {
    return contracts.file(id, attachment);
  }

  /** @throws RefusedException with everything that is wrong with the terms */
  @RefusalsRecorded(value = Act.DECIDE, about = SUBJECT)
  public UUID register(Terms terms) {
    return contracts.register(terms);
  }

  /** Takes over other terms, as long as nobody has been let in. */
  @RefusalsRecorded(value = Act.DECIDE, about = SUBJECT)
  public void revise(UUID id, int seen, Terms terms) {
    contracts.revise(id, seen, terms);
  }

  /** Files the declaration of independence; answers with what is wrong with the file, if it is not taken. */
  @RefusalsRecorded(value = Act.DECIDE, about = SUBJECT)
  public Optional<Problem> declare(UUID id, int seen, String fileName, byte[] content) {
    Parsed<AttachmentFile> file = AttachmentFile.of(fileName, content);
    file.value().ifPresent(one -> contracts.declare(id, seen, one));
    return file.problem();
  }

  /** Looks for conflicts; what is found is kept with the engagement. */
  @RefusalsRecorded(value = Act.DECIDE, about = SUBJECT)
  public Reasoned<Verdict> check(UUID id, int seen) {
    return contracts.check(id, seen);
  }

  /** @throws RefusedException if it may not be opened, also when a conflict has come up since it was checked: then with what was found */
  @RefusalsRecorded(value = Act.DECIDE, about = SUBJECT)
  public void grant(UUID id, int seen) {
    unlessBlocked(contracts.grant(id, seen));
    settle(id);
  }

  /** @throws RefusedException if it may not be made longer, also when a conflict has come up since it was opened: then with what was found */
  @RefusalsRecorded(value = Act.DECIDE, about = SUBJECT)
  public void extend(UUID id, int seen, Extension extension) {
    unlessBlocked(contracts.extend(id, seen, extension));
    settle(id);
  }

  private static void unlessBlocked(Reasoned<Verdict> found) {
    if (found.value().orElseThrow() == Verdict.BLOCKED) {
      throw new RefusedException(Refusal.because("engagement-conflict"), found.reasons());
    }
  }

  /** The last report is accepted today. */
  @RefusalsRecorded(value = Act.DECIDE, about = SUBJECT)
  public void accept(UUID id, int seen) {
    contracts.accept(id, seen);
    settle(id);
  }

  /** Ends it before its time, at once. */
  @RefusalsRecorded(value = Act.DECIDE, about = SUBJECT)
  public void end(UUID id, int seen, String reason) {
    contracts.end(id, seen, reason);
    settle(id);
  }

  /** Has the registry told whatever it has not been told yet. A registry that does not take it fails nobody's look. */
  private void makeGood() {
    if (Scope.current().mayEngage()) {
      contracts.due().forEach(this::settle);
    }
  }

  /** What happened stands already and is not undone by this; it is tried again at the next look, and the page says so. */
  private void settle(UUID id) {
    try {
      contracts.settle(id, admission -> Scope.current().keepingGuests().run(() -> admissions.keep(admission)));
    } catch (RuntimeException unfinished) {
      LOG.log(Level.SEVERE, unfinished, () -> "the registry could not be told who comes in by engagement " + id);
    }
  }

  /** Enters who has a part in a project the engagement names. */
  @RefusalsRecorded(value = Act.CHANGE, about = SUBJECT)
  public void party(UUID id, UUID project, CreditCode code, String name, ProjectParty.Part part, LocalDate since, Optional<LocalDate> until) {
    contracts.party(id, project, code, name, part, since, until);
  }

  /**
   * Hands in a report; answers with what is wrong with the file, if it is not taken.
   *
   * @throws RefusedException if the caller may not, or not now, or the report says nothing
   */
  @RefusalsRecorded(value = Act.CHANGE, about = SUBJECT)
  public Optional<Problem> report(UUID id, EngagementReport.Kind kind, String title, String text, Optional<String> fileName, byte[] content) {
    Optional<Parsed<AttachmentFile>> file = fileName.map(name -> AttachmentFile.of(name, content));
    Optional<Problem> problem = file.flatMap(Parsed::problem);
    if (problem.isEmpty()) {
      contracts.report(id, kind, title, text, file.flatMap(Parsed::value));
    }
    return problem;
  }
}
