package org.jiheng.app.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.review.Refusal;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of an engagement: nobody is let in without a declaration and a check that passed (gate B13). */
class EngagementMoveTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 4, 18);
  private static final JurisdictionCode ARTUX = new JurisdictionCode("653001");
  private static final Caller OFFICE = person(Role.PERFORMANCE_OFFICE, Optional.empty());

  private static Caller person(Role role, Optional<UUID> engagement) {
    return new Caller(new UUID(1, 2), "x", "x", List.of(new Membership(ARTUX, "", role, LocalDate.EPOCH, Optional.empty(), engagement)));
  }

  private static EngagementStanding standing(EngagementState state, boolean declared, Optional<Verdict> verdict) {
    return new EngagementStanding(OFFICE, state, declared, verdict, false, TODAY.plusDays(30), TODAY);
  }

  private static List<String> refused(EngagementMove move, EngagementStanding standing) {
    return EngagementMove.offers(standing).stream().filter(offer -> offer.move() == move).findFirst().orElseThrow().refusals().stream()
        .map(Refusal::code).toList();
  }

  @Test
  void withoutADeclarationNothingIsCheckedAndNothingOpened() {
    EngagementStanding drafted = standing(EngagementState.DRAFTED, false, Optional.empty());
    assertThat(refused(EngagementMove.CHECK, drafted)).containsExactly("engagement-undeclared");
    assertThat(refused(EngagementMove.OPEN, drafted)).containsExactly("engagement-undeclared");
  }

  @Test
  void withoutACheckThatPassedNothingIsOpened() {
    assertThat(refused(EngagementMove.OPEN, standing(EngagementState.DECLARED, true, Optional.empty()))).containsExactly("engagement-unchecked");
    assertThat(refused(EngagementMove.OPEN, standing(EngagementState.DECLARED, true, Optional.of(Verdict.BLOCKED)))).containsExactly("engagement-conflict");
    assertThat(refused(EngagementMove.OPEN, standing(EngagementState.CLEARED, true, Optional.of(Verdict.WARNED)))).isEmpty();
    assertThat(refused(EngagementMove.OPEN, standing(EngagementState.CLEARED, true, Optional.of(Verdict.CLEAR)))).isEmpty();
  }

  @Test
  void aWindowThatIsOverAlreadyIsNotOpened() {
    EngagementStanding late = new EngagementStanding(OFFICE, EngagementState.CLEARED, true, Optional.of(Verdict.CLEAR), false, TODAY.minusDays(1), TODAY);
    assertThat(refused(EngagementMove.OPEN, late)).containsExactly("engagement-over");
  }

  @ParameterizedTest
  @EnumSource
  void inEveryStateTheOfficeIsOfferedWhatLeadsOn(EngagementState state) {
    Set<EngagementMove> expected = switch (state) {
      case DRAFTED, DECLARED, CLEARED -> EnumSet.of(EngagementMove.REVISE, EngagementMove.DECLARE, EngagementMove.CHECK, EngagementMove.OPEN, EngagementMove.END);
      case AWAITING -> EnumSet.of(EngagementMove.EXTEND, EngagementMove.END);
      case OPEN -> EnumSet.of(EngagementMove.EXTEND, EngagementMove.ACCEPT, EngagementMove.END);
      case CLOSED -> EnumSet.noneOf(EngagementMove.class);
    };
    assertThat(EngagementMove.offers(standing(state, true, Optional.of(Verdict.CLEAR))).stream().map(EngagementMove.Offer::move).collect(Collectors.toSet()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PERFORMANCE_OFFICE")
  void nobodyElseIsOfferedAnything(Role role) {
    Caller other = person(role, role.fromOutside() ? Optional.of(new UUID(3, 3)) : Optional.empty());
    for (EngagementState state : EngagementState.values()) {
      assertThat(EngagementMove.offers(new EngagementStanding(other, state, true, Optional.of(Verdict.CLEAR), false, TODAY, TODAY))).isEmpty();
    }
  }

  @Test
  void whereItStandsFollowsFromWhatHappenedAndTheDay() {
    Engagement engagement = new Engagement(terms(), Optional.empty(), Optional.empty(), 30);
    assertThat(engagement.state(TODAY)).isEqualTo(EngagementState.DRAFTED);
    engagement.declared(new UUID(5, 5), TODAY);
    assertThat(engagement.state(TODAY)).isEqualTo(EngagementState.DECLARED);
    engagement.checked(found(Verdict.BLOCKED), TODAY);
    assertThat(engagement.state(TODAY)).isEqualTo(EngagementState.DECLARED);
    engagement.checked(found(Verdict.WARNED), TODAY);
    assertThat(engagement.state(TODAY)).isEqualTo(EngagementState.CLEARED);
    engagement.granted(TODAY);
    assertThat(engagement.state(TODAY.plusDays(1))).isEqualTo(EngagementState.AWAITING);
    assertThat(engagement.state(TODAY.plusDays(2))).isEqualTo(EngagementState.OPEN);
    assertThat(engagement.state(TODAY.plusDays(40))).isEqualTo(EngagementState.OPEN);
    assertThat(engagement.state(TODAY.plusDays(41))).as("it closes by itself").isEqualTo(EngagementState.CLOSED);
    engagement.ended(TODAY.plusDays(3));
    assertThat(engagement.state(TODAY.plusDays(3))).as("ended, it is closed at once").isEqualTo(EngagementState.CLOSED);
  }

  @Test
  void accessEndsThirtyDaysAfterTheAcceptance() {
    Engagement engagement = new Engagement(terms(), Optional.empty(), Optional.empty(), 30);
    engagement.accepted(TODAY.plusDays(5));
    assertThat(engagement.closes()).isEqualTo(TODAY.plusDays(35));
    assertThat(engagement.reportUntil()).isEqualTo(TODAY.plusDays(35));
  }

  @Test
  void whomTheRegistryLetsInFollowsTheWindow() {
    Engagement engagement = new Engagement(terms(), Optional.empty(), Optional.empty(), 30);
    assertThat(Admission.of(engagement, Set.of()).until()).isEqualTo(TODAY.plusDays(40));
    engagement.ended(TODAY.plusDays(10));
    assertThat(Admission.of(engagement, Set.of()).until()).as("until the day before").isEqualTo(TODAY.plusDays(9));
    engagement.ended(TODAY);
    assertThat(Admission.of(engagement, Set.of()).until()).as("ended before it began: on no day").isEqualTo(TODAY.plusDays(1));
  }

  private static Reasoned<Verdict> found(Verdict verdict) {
    return Reasoned.of(verdict, new Reason("engagement.nothing-found", "r", "a", java.util.Map.of("projects", "1")));
  }

  @Test
  void whatTheCheckFoundIsKeptWithItsReasons() {
    Engagement engagement = new Engagement(terms(), Optional.empty(), Optional.empty(), 30);
    engagement.checked(found(Verdict.CLEAR), TODAY);
    assertThat(engagement.check()).contains(found(Verdict.CLEAR));
  }

  private static Terms terms() {
    return new Terms("HT-1", "", EngagementKind.PANEL, Optional.empty(), Optional.empty(), "财政局", Optional.empty(), Set.of(new UUID(7, 7)),
        Set.of(new UUID(8, 8)), TODAY.plusDays(2), TODAY.plusDays(40), TODAY.plusDays(2), TODAY.plusDays(40), TODAY.plusDays(20));
  }

  @Test
  void termsSayEverythingThatIsWrongAtOnce() {
    assertThat(terms().refusals(30)).isEmpty();
    Terms wrong = new Terms("", "", EngagementKind.KEY_EVALUATION, Optional.empty(), Optional.empty(), "财政局", Optional.empty(), Set.of(), Set.of(),
        TODAY, TODAY.minusDays(1), TODAY.minusDays(3), TODAY, TODAY.minusDays(60));
    assertThat(wrong.refusals(30)).extracting(Refusal::code).containsExactly("engagement-incomplete", "engagement-needs-a-firm",
        "engagement-window-turned-round", "engagement-reports-outside-window", "engagement-beyond-acceptance");
    Terms panel = new Terms("HT-2", "", EngagementKind.PANEL, Optional.of(new UUID(1, 1)), Optional.empty(), "财政局", Optional.empty(),
        Set.of(new UUID(7, 7)), Set.of(new UUID(8, 8)), TODAY, TODAY, TODAY, TODAY, TODAY);
    assertThat(panel.refusals(30)).extracting(Refusal::code).containsExactly("engagement-panel-has-no-firm");
  }

  /** Access ends some days after the acceptance (DOMAIN 5.9): it is not accepted twice to make the days longer. */
  @Test
  void aReportIsAcceptedOnce() {
    EngagementStanding accepted = new EngagementStanding(OFFICE, EngagementState.OPEN, true, Optional.of(Verdict.CLEAR), true, TODAY.plusDays(30), TODAY);
    assertThat(EngagementMove.offers(accepted)).filteredOn(offer -> offer.move() == EngagementMove.ACCEPT)
        .singleElement().satisfies(offer -> assertThat(offer.refusals()).containsExactly(Refusal.because("engagement-accepted-already")));
  }
}
