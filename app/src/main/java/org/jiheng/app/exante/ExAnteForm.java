package org.jiheng.app.exante;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.engagement.EngagedWork;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.FormSheet;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.ShownForm;

/**
 * An ex-ante evaluation as a screen shows it to one person, whole and detached.
 *
 * @param need why the project is evaluated, by the parameters its form was begun with
 * @param ground where these came from
 * @param facts what the platform knows beside the items; of a concluded form, what it knew then
 * @param outside who looks at it from outside, the re-evaluating firm first; what counted in earlier rounds behind
 * @param apart whether the totals of unit and third party lie far apart; empty without an accepted sheet
 * @param conclusions of all rounds, the last first
 * @param conditions in their order
 * @param may what the caller may do beyond the moves of every form
 */
public record ExAnteForm(
    FormSheet sheet, ExAnteTemplate template, Project project, Reasoned<Boolean> need, Ground ground, SystemFacts facts, ExAnteOutcome result,
    List<Outside> outside,
    Optional<Reasoned<Boolean>> apart, List<ExAnteConclusion> conclusions, List<ExAnteCondition> conditions, May may)
    implements ShownForm {

  /** Where the parameters came from that say whether the project is evaluated, and by whom. */
  public enum Ground {
    /** Kept since the form was begun. */
    BEGUN,
    /** Those it was sent in with, or of today: it was begun before they were kept. */
    EARLIER
  }

  /**
   * Somebody from outside.
   *
   * @param brief empty if the caller may not know the contract
   * @param round of the form it is about
   * @param counts whether that is the round the form is in
   * @param result the sheet of that round: the accepted one, or the last handed in
   */
  public record Outside(
      UUID engagement, ExAnteEngagement.Part part, Optional<EngagedWork.Brief> brief, int round, boolean counts, Optional<ExAnteResult> result,
      Optional<ExAnteScoring.Sheet> sheet, boolean accepted, Optional<LocalDate> acceptedOn) {}

  /**
   * What the caller may do.
   *
   * @param link give it to a contract; with these to choose from
   * @param accept take over the third party's sheet
   * @param handIn hand in a sheet for a contract; why not now; empty if it is not the caller's to do
   * @param conclude say what finance concludes
   * @param report report that conditions are met
   * @param close close conditions
   */
  public record May(
      boolean link, List<EngagedWork.Brief> contracts, boolean accept, Optional<HandIn> handIn, boolean conclude, boolean report, boolean close) {}

  /** The caller's own part of it. */
  public record HandIn(UUID engagement, Optional<Refusal> refusal) {}

  /** Whether this document must not be missing for the project. */
  public boolean required(ExAnteTemplate.Evidence document) {
    return document.requiredFor(ProjectProfile.word(project.type()));
  }

  /** Who evaluates it again in the round the form is in. */
  public Optional<Outside> thirdParty() {
    return outside.stream().filter(Outside::counts).filter(one -> one.part() == ExAnteEngagement.Part.THIRD_PARTY).findFirst();
  }

  /** The signed report that lies with it now. */
  public Optional<Attachments.Head> signedReport() {
    return SignedReport.of(sheet.files());
  }

  /** The signed report a conclusion was drawn from. */
  public Optional<Attachments.Head> report(ExAnteConclusion conclusion) {
    return conclusion.report().flatMap(id -> sheet.files().stream().filter(file -> file.id().equals(id)).findFirst());
  }

  /** Whether finance has ended the round the form is in: then its last conclusion is this round's, and else one of a round before. */
  public boolean concluded() {
    return conclusion().isPresent() && ExAnteNeed.CONCLUDED.contains(sheet.desk().state());
  }

  /** What the rules come to on this basis; without a value and a reason where there is no such sheet. */
  public Reasoned<Conclusion> proposed(Concluding.Basis basis) {
    return basis == Concluding.Basis.UNIT ? result.sheet().proposed()
        : thirdParty().filter(Outside::accepted).flatMap(Outside::sheet).map(ExAnteScoring.Sheet::proposed).orElse(new Reasoned<>(Optional.empty(), List.of()));
  }

  /** What finance last concluded. */
  public Optional<ExAnteConclusion> conclusion() {
    return conclusions.stream().findFirst();
  }
}
