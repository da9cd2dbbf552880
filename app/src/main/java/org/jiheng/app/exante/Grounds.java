package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.FormVersion;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;

/**
 * Gathers what finance concludes from: the version that was sent in and the rules kept with it, the signed report, what came from outside
 * in this round, what the platform found.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Grounds {

  @Inject
  private Reviews reviews;

  @Inject
  private Attachments attachments;

  @Inject
  private ExAnteOutsiders outsiders;

  @Inject
  private SystemChecks checks;

  @Inject
  private BusinessClock clock;

  /**
   * What was found.
   *
   * @param sent the version that is judged
   * @param rules those it was sent in with
   * @param report identifier of the signed report
   */
  record Found(FormVersion sent, ExAnteScoring rules, Optional<UUID> report, Concluding.Facts facts) {}

  /** @param thirdParty whether one has to look, by the parameters kept with the version */
  Found of(Review review, ExAnteEvaluation form, Concluding made, Function<ParameterSet, Reasoned<Boolean>> thirdParty) {
    FormVersion sent = reviews.lastSent(review).orElseThrow();
    ParameterSet kept = ParameterSet.fromJson(sent.parametersJson());
    ExAnteScoring rules = ExAnteScoring.of(kept);
    List<ExAnteForm.Outside> outside = outsiders.of(form, review.round(), rules);
    Optional<UUID> report = SignedReport.of(attachments.of(form.id()).values()).map(Attachments.Head::id);
    Optional<ExAnteResult> accepted = accepted(outside);
    boolean linked = outside.stream().anyMatch(one -> one.counts() && one.part() == ExAnteEngagement.Part.THIRD_PARTY);
    Reasoned<Boolean> need = thirdParty.apply(kept);
    boolean needed = need.value().orElse(false);
    String why = needed ? need.reasons().stream().map(Words.chinese()::say).collect(Collectors.joining(";")) : "—";
    return new Found(sent, rules, report, new Concluding.Facts(form.asked().orElse(Money.ZERO),
        form.total().orElse(Score.ZERO), accepted.map(ExAnteResult::total), needed || linked, why, outsiders.panelSilent(review, outside),
        report.isPresent(), proposed(form, made, accepted, rules), clock.today()));
  }

  /** What the rules come to on the basis chosen, with the vetoes finance finds to hold. */
  private static Reasoned<Conclusion> proposed(ExAnteEvaluation form, Concluding made, Optional<ExAnteResult> accepted, ExAnteScoring rules) {
    ExAnteScoring.Ticked ticked = made.basis() == Concluding.Basis.THIRD_PARTY ? accepted.map(ExAnteResult::ticked).orElseGet(form::ticked) : form.ticked();
    Set<String> vetoes = new HashSet<>(ticked.vetoes());
    vetoes.addAll(made.vetoes());
    return rules.score(form.template(), new ExAnteScoring.Ticked(ticked.ticks(), vetoes)).proposed();
  }

  /** The sheet of the round's third party that finance took over. */
  static Optional<ExAnteResult> accepted(List<ExAnteForm.Outside> outside) {
    return outside.stream().filter(one -> one.counts() && one.accepted() && one.part() == ExAnteEngagement.Part.THIRD_PARTY).findFirst()
        .flatMap(ExAnteForm.Outside::result);
  }

  /** What is kept of it with a conclusion nothing speaks against. */
  ExAnteConclusion.Ground kept(Found found, ExAnteEvaluation form, Project project, Concluding made) {
    Score basis = made.basis() == Concluding.Basis.THIRD_PARTY ? found.facts().thirdParty().orElseThrow() : found.facts().unit();
    return new ExAnteConclusion.Ground(found.sent().number(), found.report().orElseThrow(), basis, found.facts().proposed().reasons(),
        checks.forEverybody(form, project));
  }
}
