package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.engagement.EngagedWork;
import org.jiheng.app.engagement.EngagementKind;
import org.jiheng.app.engagement.EngagementReport;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Third parties and experts at an ex-ante evaluation (S14): the performance office gives the form to a contract, the firm hands in
 * its own sheet inside its window, the office accepts one sheet. Whether a firm may look at all is decided by its engagement.
 */
@ApplicationScoped
@RefusalsRecorded
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class ExAnteOutsiders {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Reviews reviews;

  @Inject
  private EngagedWork engaged;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  boolean mayLink(FormState state, String unit) {
    Scope scope = Scope.current();
    return scope.mayEngage() && scope.caller().holds(Role.PERFORMANCE_OFFICE, unit) && state.finance();
  }

  /** Contracts the form may be given to: they name its project and are not over. */
  List<EngagedWork.Brief> contracts(ExAnteEvaluation form) {
    Set<UUID> linked = links(form.id()).stream().map(ExAnteEngagement::engagement).collect(Collectors.toSet());
    return List.of(EngagementKind.EX_ANTE, EngagementKind.PANEL).stream().flatMap(kind -> engaged.about(form.project(), kind).stream())
        .filter(one -> !linked.contains(one.id())).toList();
  }

  private List<ExAnteEngagement> links(UUID id) {
    return database.createQuery("select l from ExAnteEngagement l where l.evaluation = :id order by l.part desc, l.linkedAt", ExAnteEngagement.class)
        .setParameter("id", id).getResultList();
  }

  /** Who looks at the form from outside; somebody from outside sees only itself. */
  List<ExAnteForm.Outside> of(ExAnteEvaluation form, ExAnteScoring rules) {
    if (Scope.current().readOnly()) {
      return List.of();
    }
    List<ExAnteEngagement> links = links(form.id());
    if (links.isEmpty()) {
      return List.of();
    }
    Map<UUID, EngagedWork.Brief> briefs = engaged.briefs(links.stream().map(ExAnteEngagement::engagement).toList());
    List<ExAnteResult> results = database
        .createQuery("select r from ExAnteResult r where r.evaluation = :id order by r.at desc", ExAnteResult.class)
        .setParameter("id", form.id()).getResultList();
    return links.stream().map(link -> {
      Optional<ExAnteResult> result = link.result()
          .flatMap(accepted -> results.stream().filter(one -> one.id().equals(accepted)).findFirst())
          .or(() -> results.stream().filter(one -> one.engagement().equals(link.engagement())).max(Comparator.comparing(ExAnteResult::at)));
      return new ExAnteForm.Outside(link.engagement(), link.part(), Optional.ofNullable(briefs.get(link.engagement())), result,
          result.map(one -> rules.score(form.template(), one.ticked())), link.result().isPresent(), link.acceptedOn());
    }).toList();
  }

  /** Whether experts were called and none of them has handed in an opinion. */
  boolean panelSilent(List<ExAnteForm.Outside> outside) {
    return outside.stream().filter(one -> one.part() == ExAnteEngagement.Part.PANEL)
        .anyMatch(one -> !engaged.handedIn(one.engagement()).contains(EngagementReport.Kind.OPINION));
  }

  /** What the caller, from outside, may hand in; empty if it is not engaged to. */
  Optional<ExAnteForm.HandIn> handIn(UUID id, FormState state) {
    Caller caller = Scope.current().caller();
    if (!caller.guest()) {
      return Optional.empty();
    }
    return links(id).stream().filter(link -> link.part() == ExAnteEngagement.Part.THIRD_PARTY && caller.engagements().contains(link.engagement()))
        .findFirst().map(link -> new ExAnteForm.HandIn(link.engagement(), againstHandingIn(link, state)));
  }

  private Optional<Refusal> againstHandingIn(ExAnteEngagement link, FormState state) {
    if (link.result().isPresent()) {
      return Optional.of(Refusal.because("exante-sheet-accepted"));
    }
    return state.finance() ? engaged.writing(link.engagement()) : Optional.of(Refusal.because("exante-not-with-finance"));
  }

  /**
   * Gives the form to a contract: the re-evaluation by a firm, or experts who are heard.
   *
   * @throws RefusedException if it is not with finance, or a firm has it already
   */
  @RefusalsRecorded(Act.DECIDE)
  public void link(UUID id, UUID engagement) {
    Review review = reviews.hold(id);
    ExAnteEvaluation form = form(id);
    if (!mayLink(review.state(), review.head().unit())) {
      throw new RefusedException(Refusal.because("exante-not-linked-now"));
    }
    EngagedWork.Brief brief = contracts(form).stream().filter(one -> one.id().equals(engagement)).findFirst().orElseThrow(NoSuchFormException::new);
    ExAnteEngagement.Part part = brief.kind() == EngagementKind.PANEL ? ExAnteEngagement.Part.PANEL : ExAnteEngagement.Part.THIRD_PARTY;
    if (part == ExAnteEngagement.Part.THIRD_PARTY && links(id).stream().anyMatch(link -> link.part() == part)) {
      throw new RefusedException(Refusal.because("exante-given-already"));
    }
    database.persist(new ExAnteEngagement(id, engagement, part, Scope.current().caller(), clock.now()));
    recorded(Act.DECIDE, review, "engagement", part + " " + brief.contractNumber());
  }

  /**
   * The firm's own sheet, with its opinion in words; the report itself is handed in under the contract.
   *
   * @throws RefusedException if it is not the caller's to hand in, not now, or not whole
   */
  @RefusalsRecorded(Act.CHANGE)
  public void handIn(UUID id, ExAnteScoring.Ticked ticked, String opinion) {
    Review review = reviews.find(id);
    ExAnteEvaluation form = form(id);
    ExAnteForm.HandIn part = handIn(id, review.state()).orElseThrow(() -> new RefusedException(Refusal.because("report-not-yours")));
    part.refusal().ifPresent(refusal -> {
      throw new RefusedException(refusal);
    });
    Score total = rules(review).score(form.template(), ticked).total().value()
        .orElseThrow(() -> new RefusedException(Refusal.because("exante-sheet-not-whole")));
    String words = TypedText.of(opinion).strip();
    if (words.length() < Concluding.SHORTEST) {
      throw new RefusedException(Refusal.because("exante-opinion-missing", "least", Concluding.SHORTEST));
    }
    database.persist(new ExAnteResult(id, part.engagement(), ticked, total, words, Scope.current().caller(), clock.now()));
    recorded(Act.CHANGE, review, "result", total.toString());
    database.flush();
  }

  /**
   * Takes over the last sheet of the firm: from now on it stands beside the unit's.
   *
   * @throws RefusedException if there is none, or the firm's final report is not there
   */
  @RefusalsRecorded(Act.DECIDE)
  public void accept(UUID id) {
    Review review = reviews.hold(id);
    if (!mayLink(review.state(), review.head().unit())) {
      throw new RefusedException(Refusal.because("exante-not-linked-now"));
    }
    ExAnteEngagement link = links(id).stream().filter(one -> one.part() == ExAnteEngagement.Part.THIRD_PARTY && one.result().isEmpty())
        .findFirst().orElseThrow(() -> new RefusedException(Refusal.because("exante-no-sheet")));
    ExAnteResult sheet = database.createQuery("select r from ExAnteResult r where r.evaluation = :id and r.engagement = :engagement "
            + "order by r.at desc", ExAnteResult.class).setParameter("id", id).setParameter("engagement", link.engagement())
        .setMaxResults(1).getResultStream().findFirst().orElseThrow(() -> new RefusedException(Refusal.because("exante-no-sheet")));
    if (!engaged.handedIn(link.engagement()).contains(EngagementReport.Kind.FINAL_REPORT)) {
      throw new RefusedException(Refusal.because("exante-report-missing"));
    }
    link.accepted(sheet, Scope.current().caller(), clock.today());
    recorded(Act.DECIDE, review, "result", sheet.total().toString());
    database.flush();
  }

  private ExAnteScoring rules(Review review) {
    return reviews.lastSent(review).map(sent -> ExAnteScoring.of(ParameterSet.fromJson(sent.parametersJson()))).orElseThrow(NoSuchFormException::new);
  }

  private ExAnteEvaluation form(UUID id) {
    return Optional.ofNullable(database.find(ExAnteEvaluation.class, id)).orElseThrow(NoSuchFormException::new);
  }

  private void recorded(Act act, Review review, String what, String said) {
    trail.add(Record.of(act, ExAnteEvaluation.FORM_TYPE + "/" + review.id() + "/" + what, review.head().title()).changed("", said));
  }
}
