package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.engagement.EngagedWork;
import org.jiheng.app.engagement.EngagementKind;
import org.jiheng.app.engagement.EngagementReport;
import org.jiheng.app.engagement.EngagementState;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.FormVersion;
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
 * its own sheet inside its window, the office accepts one sheet; all of it for the round the form was sent in for, and anew in the
 * next ({@link OutsideOfRound}). Whether a firm may look at all is decided by its engagement.
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

  /** Contracts the form may be given to in this round: they name its project, are not over, and do not look at it already. */
  List<EngagedWork.Brief> contracts(ExAnteEvaluation form, int round) {
    Set<UUID> counting = outside(form.id(), round).counting().stream().map(ExAnteEngagement::engagement).collect(Collectors.toSet());
    return List.of(EngagementKind.EX_ANTE, EngagementKind.PANEL).stream().flatMap(kind -> engaged.about(form.project(), kind).stream())
        .filter(one -> !counting.contains(one.id())).toList();
  }

  /** What from outside counts in a round. */
  private OutsideOfRound outside(UUID id, int round) {
    List<ExAnteEngagement> links = links(id);
    return new OutsideOfRound(links, sheets(id), round, inForce(briefs(links)));
  }

  private Map<UUID, EngagedWork.Brief> briefs(List<ExAnteEngagement> links) {
    return engaged.briefs(links.stream().map(ExAnteEngagement::engagement).distinct().toList());
  }

  private static Predicate<UUID> inForce(Map<UUID, EngagedWork.Brief> briefs) {
    return engagement -> Optional.ofNullable(briefs.get(engagement)).filter(brief -> brief.state() != EngagementState.CLOSED).isPresent();
  }

  private List<ExAnteEngagement> links(UUID id) {
    return database.createQuery("select l from ExAnteEngagement l where l.evaluation = :id order by l.part desc, l.linkedAt", ExAnteEngagement.class)
        .setParameter("id", id).getResultList();
  }

  private List<ExAnteResult> sheets(UUID id) {
    return database.createQuery("select r from ExAnteResult r where r.evaluation = :id order by r.at desc", ExAnteResult.class)
        .setParameter("id", id).getResultList();
  }

  /** Who looks at the form from outside, those that count in this round in front; somebody from outside sees only itself. */
  List<ExAnteForm.Outside> of(ExAnteEvaluation form, int round, ExAnteScoring rules) {
    if (Scope.current().readOnly()) {
      return List.of();
    }
    List<ExAnteEngagement> links = links(form.id());
    if (links.isEmpty()) {
      return List.of();
    }
    Map<UUID, EngagedWork.Brief> briefs = briefs(links);
    OutsideOfRound outside = new OutsideOfRound(links, sheets(form.id()), round, inForce(briefs));
    Stream<ExAnteForm.Outside> counting = outside.counting().stream().map(link -> {
      Optional<ExAnteResult> accepted = outside.accepted(link);
      Optional<ExAnteResult> sheet = accepted.or(() -> outside.latest(link));
      return new ExAnteForm.Outside(link.engagement(), link.part(), Optional.ofNullable(briefs.get(link.engagement())), round, true, sheet,
          sheet.map(one -> rules.score(form.template(), one.ticked())), accepted.isPresent(), link.acceptedOn().filter(_ -> accepted.isPresent()));
    });
    Stream<ExAnteForm.Outside> before = outside.before().stream().map(sheet -> new ExAnteForm.Outside(sheet.engagement(),
        outside.under(sheet).map(ExAnteEngagement::part).orElse(ExAnteEngagement.Part.THIRD_PARTY), Optional.ofNullable(briefs.get(sheet.engagement())),
        sheet.round(), false, Optional.of(sheet), Optional.of(rules.score(form.template(), sheet.ticked())), outside.taken(sheet), Optional.empty()));
    return Stream.concat(counting, before).toList();
  }

  /** Whether experts were called and one of their calls has handed in no opinion since the form was sent in for this round. */
  boolean panelSilent(Review review, List<ExAnteForm.Outside> outside) {
    return outside.stream().filter(one -> one.counts() && one.part() == ExAnteEngagement.Part.PANEL)
        .anyMatch(one -> !engaged.handedIn(one.engagement(), sent(review)).contains(EngagementReport.Kind.OPINION));
  }

  private Instant sent(Review review) {
    return reviews.lastSent(review).map(FormVersion::madeAt).orElseThrow(NoSuchFormException::new);
  }

  /** What the caller, from outside, may hand in; empty if it is not engaged to. */
  Optional<ExAnteForm.HandIn> handIn(UUID id, FormState state, int round) {
    Caller caller = Scope.current().caller();
    if (!caller.guest()) {
      return Optional.empty();
    }
    OutsideOfRound outside = outside(id, round);
    return outside.counting().stream()
        .filter(link -> link.part() == ExAnteEngagement.Part.THIRD_PARTY && caller.engagements().contains(link.engagement()))
        .findFirst().map(link -> new ExAnteForm.HandIn(link.engagement(), againstHandingIn(outside, link, state)));
  }

  private Optional<Refusal> againstHandingIn(OutsideOfRound outside, ExAnteEngagement link, FormState state) {
    if (outside.accepted(link).isPresent()) {
      return Optional.of(new Refusal("exante-sheet-accepted", ExAnteRule.THIRD_PARTY.with("round", outside.round())));
    }
    return state.finance() ? engaged.writing(link.engagement())
        : Optional.of(new Refusal("exante-not-with-finance", ExAnteRule.THIRD_PARTY.with()));
  }

  /**
   * Gives the form to a contract for this round: the re-evaluation by a firm, or experts who are heard.
   *
   * @throws RefusedException if it is not with finance, or a firm has it already
   */
  @RefusalsRecorded(Act.DECIDE)
  public void link(UUID id, UUID engagement) {
    Review review = reviews.hold(id);
    ExAnteEvaluation form = form(id);
    mustBeLinkable(review);
    EngagedWork.Brief brief = contracts(form, review.round()).stream().filter(one -> one.id().equals(engagement)).findFirst()
        .orElseThrow(NoSuchFormException::new);
    ExAnteEngagement.Part part = brief.kind() == EngagementKind.PANEL ? ExAnteEngagement.Part.PANEL : ExAnteEngagement.Part.THIRD_PARTY;
    if (part == ExAnteEngagement.Part.THIRD_PARTY && outside(id, review.round()).thirdParty().isPresent()) {
      throw new RefusedException(new Refusal("exante-given-already", ExAnteRule.THIRD_PARTY.with()));
    }
    database.persist(new ExAnteEngagement(id, engagement, part, review.round(), Scope.current().caller(), clock.now()));
    recorded(Act.DECIDE, review, "engagement", part + " " + brief.contractNumber());
  }

  private void mustBeLinkable(Review review) {
    if (!mayLink(review.state(), review.head().unit())) {
      throw new RefusedException(new Refusal("exante-not-linked-now", ExAnteRule.THIRD_PARTY.with()));
    }
  }

  /**
   * The firm's own sheet of this round, with its opinion in words; the report itself is handed in under the contract.
   *
   * @throws RefusedException if it is not the caller's to hand in, not now, or not whole
   */
  @RefusalsRecorded(Act.CHANGE)
  public void handIn(UUID id, ExAnteScoring.Ticked ticked, String opinion) {
    Review review = reviews.find(id);
    ExAnteEvaluation form = form(id);
    ExAnteForm.HandIn part = handIn(id, review.state(), review.round()).orElseThrow(() -> new RefusedException(Refusal.because("report-not-yours")));
    part.refusal().ifPresent(refusal -> {
      throw new RefusedException(refusal);
    });
    long open = form.template().items().stream().filter(item -> !ticked.ticks().containsKey(item.key())).count();
    Score total = rules(review).score(form.template(), ticked).total().value()
        .orElseThrow(() -> new RefusedException(new Refusal("exante-sheet-not-whole", ExAnteRule.SHEET.with("open", open))));
    String words = TypedText.of(opinion).strip();
    if (words.length() < Concluding.SHORTEST) {
      throw new RefusedException(new Refusal("exante-opinion-missing", ExAnteRule.SAID.with("least", Concluding.SHORTEST)));
    }
    database.persist(new ExAnteResult(id, part.engagement(), review.round(), ticked, total, words, Scope.current().caller(), clock.now()));
    recorded(Act.CHANGE, review, "result", total.toString());
    database.flush();
  }

  /**
   * Takes over the last sheet the firm handed in for this round: from now on it stands beside the unit's.
   *
   * @throws RefusedException if there is none, or the firm's final report of this round is not there
   */
  @RefusalsRecorded(Act.DECIDE)
  public void accept(UUID id) {
    Review review = reviews.hold(id);
    mustBeLinkable(review);
    OutsideOfRound outside = outside(id, review.round());
    ExAnteEngagement link = outside.thirdParty().filter(one -> outside.accepted(one).isEmpty()).orElseThrow(ExAnteOutsiders::noSheet);
    ExAnteResult sheet = outside.latest(link).orElseThrow(ExAnteOutsiders::noSheet);
    if (!engaged.handedIn(link.engagement(), sent(review)).contains(EngagementReport.Kind.FINAL_REPORT)) {
      throw new RefusedException(new Refusal("exante-report-missing", ExAnteRule.THIRD_PARTY.with("round", review.round())));
    }
    ofRound(link, review.round()).accepted(sheet, Scope.current().caller(), clock.today());
    recorded(Act.DECIDE, review, "result", sheet.total().toString());
    database.flush();
  }

  private static RefusedException noSheet() {
    return new RefusedException(new Refusal("exante-no-sheet", ExAnteRule.THIRD_PARTY.with()));
  }

  /** A contract that goes on from an earlier round has a row of its own in this one: what was accepted then stays written. */
  private ExAnteEngagement ofRound(ExAnteEngagement link, int round) {
    if (link.round() == round) {
      return link;
    }
    ExAnteEngagement going = new ExAnteEngagement(link.evaluation(), link.engagement(), link.part(), round, Scope.current().caller(), clock.now());
    database.persist(going);
    return going;
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
