package org.jiheng.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.app.review.FormState.APPROVED;
import static org.jiheng.app.review.FormState.DEPARTMENT_REVIEW;
import static org.jiheng.app.review.FormState.DRAFT;
import static org.jiheng.app.review.FormState.FINANCE_FIRST;
import static org.jiheng.app.review.FormState.FINANCE_SECOND;
import static org.jiheng.app.review.FormState.REJECTED;
import static org.jiheng.app.review.FormState.RETURNED;
import static org.jiheng.app.review.FormState.UNIT_REVIEW;
import static org.jiheng.app.review.Move.ADJUST;
import static org.jiheng.app.review.Move.BEGIN_AGAIN;
import static org.jiheng.app.review.Move.GIVE_UP;
import static org.jiheng.app.review.Move.PASS;
import static org.jiheng.app.review.Move.REJECT;
import static org.jiheng.app.review.Move.RETURN;
import static org.jiheng.app.review.Move.SUBMIT;
import static org.jiheng.app.review.Move.WITHDRAW;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.UUID;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The roads of a form and who may walk them (DOMAIN 1.2, 1.3). */
class MoveTest {

  private static final Route LONG = Route.parse("UNIT_REVIEW,DEPARTMENT_REVIEW,FINANCE_FIRST,FINANCE_SECOND");
  private static final Map<FormState, Caller> HOLDERS = Map.of(DRAFT, People.CLERK, RETURNED, People.CLERK, UNIT_REVIEW, People.APPROVER,
      DEPARTMENT_REVIEW, People.REVIEWER, FINANCE_FIRST, People.SECTION, FINANCE_SECOND, People.OFFICE, REJECTED, People.CLERK);

  @Test
  void theWholeWayIsWalkedByFivePeople() {
    assertThat(destination(People.CLERK, form(DRAFT), SUBMIT)).isEqualTo(UNIT_REVIEW);
    assertThat(destination(People.APPROVER, form(UNIT_REVIEW), PASS)).isEqualTo(DEPARTMENT_REVIEW);
    assertThat(destination(People.REVIEWER, form(DEPARTMENT_REVIEW), PASS)).isEqualTo(FINANCE_FIRST);
    assertThat(destination(People.SECTION, form(FINANCE_FIRST), PASS)).isEqualTo(FINANCE_SECOND);
    assertThat(destination(People.OFFICE, form(FINANCE_SECOND), PASS)).isEqualTo(APPROVED);
  }

  @ParameterizedTest
  @CsvSource({"DRAFT, SUBMIT", "RETURNED, SUBMIT", "UNIT_REVIEW, PASS RETURN", "DEPARTMENT_REVIEW, PASS RETURN", "FINANCE_FIRST, PASS RETURN REJECT",
      "FINANCE_SECOND, PASS RETURN REJECT", "REJECTED, BEGIN_AGAIN"})
  void theHolderOfTheDeskIsOfferedItsRoadsAndNoOthers(FormState state, String moves) {
    assertThat(offered(HOLDERS.get(state), form(state))).extracting(Move::name).containsExactly(moves.split(" "));
  }

  /** 终审通过 is immutable; 已取消 is the end. */
  @ParameterizedTest
  @EnumSource(names = {"APPROVED", "CANCELLED", "SUPERSEDED"})
  void fromTheEndNoRoadLeads(FormState end) {
    Caller everybody = People.person("everybody", People.in(Role.UNIT_CLERK, ""), People.in(Role.UNIT_APPROVER, ""),
        People.in(Role.DEPARTMENT_REVIEWER, ""), People.in(Role.FINANCE_SECTION, ""), People.in(Role.PERFORMANCE_OFFICE, ""));
    assertThat(offered(everybody, form(end).sentByCaller())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsOfferedAnythingOnAFormThatIsNotTheirs(FormState state) {
    for (Caller stranger : List.of(People.CLERK_NEXT_DOOR, People.APPROVER_NEXT_DOOR, People.REVIEWER_ELSEWHERE, People.SECTION_ELSEWHERE, People.NOBODY,
        People.person("bureau", People.in(Role.BUREAU_LEADER, "")), People.person("auditor", People.in(Role.AUDITOR, "")),
        People.person("prefecture", People.in(Role.PREFECTURE_OVERSIGHT, "")), People.person("admin", People.in(Role.SYSTEM_ADMIN, "")))) {
      assertThat(offered(stranger, form(state).sentByCaller())).as(stranger.name()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoDoesNotHoldTheDeskWaits(FormState state) {
    HOLDERS.values().stream().distinct().filter(caller -> caller != HOLDERS.get(state))
        .forEach(caller -> assertThat(offered(caller, form(state))).as(caller.name()).isEmpty());
  }

  /** The prefecture reads what counties show it and never writes (DOMAIN 1.2). */
  @ParameterizedTest
  @EnumSource
  void whoLooksInFromAnotherJurisdictionIsOfferedNothing(FormState state) {
    for (Caller caller : HOLDERS.values()) {
      assertThat(offered(caller, form(state).sentByCaller().readOnly())).as(caller.name()).isEmpty();
    }
  }

  @Test
  void aFormWithProblemsOrUnansweredNotesIsNotSentAndBothAreSaidAtOnce() {
    assertThat(offer(People.CLERK, form(RETURNED).problems(3).unanswered(2), SUBMIT).refusals()).containsExactly(
        Refusal.because("form-has-problems", "count", 3), Refusal.because("notes-unanswered", "count", 2));
    assertThat(offer(People.CLERK, form(RETURNED), SUBMIT).allowed()).isTrue();
  }

  @Test
  void aReturnNeedsANoteAtACell() {
    assertThat(offer(People.SECTION, form(FINANCE_FIRST), RETURN).refusals()).containsExactly(Refusal.because("return-needs-a-note"));
    assertThat(offer(People.SECTION, form(FINANCE_FIRST).unsent(1), RETURN).allowed()).isTrue();
    assertThat(destination(People.SECTION, form(FINANCE_FIRST).unsent(1), RETURN)).isEqualTo(RETURNED);
  }

  @Test
  void nobodyPassesAFormWithNotesInTheDrawer() {
    assertThat(offer(People.SECTION, form(FINANCE_FIRST).unsent(2), PASS).refusals()).containsExactly(Refusal.because("notes-unsent", "count", 2));
  }

  /** APPROVED is immutable; change only through an adjustment that produces a new version (DOMAIN 1.3). */
  @Test
  void whatIsApprovedIsAdjustedByTheUnitsClerkAndStaysInForceMeanwhile() {
    assertThat(offered(People.CLERK, form(APPROVED).adjustable())).containsExactly(ADJUST);
    assertThat(destination(People.CLERK, form(APPROVED).adjustable(), ADJUST)).isEqualTo(APPROVED);
    for (Caller other : List.of(People.APPROVER, People.REVIEWER, People.SECTION, People.OFFICE, People.CLERK_NEXT_DOOR)) {
      assertThat(offered(other, form(APPROVED).adjustable())).as(other.name()).isEmpty();
    }
    assertThat(offered(People.CLERK, form(APPROVED).adjustable().readOnly())).isEmpty();
  }

  @Test
  void aTypeThatIsNotAdjustedIsNotOfferedIt() {
    assertThat(offered(People.CLERK, form(APPROVED))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPROVED")
  void nothingButWhatIsInForceIsAdjusted(FormState state) {
    assertThat(offered(People.CLERK, form(state).adjustable())).doesNotContain(ADJUST);
  }

  @Test
  void theRoomSaysWhyAFormIsNotAdjustedNow() {
    assertThat(offer(People.CLERK, form(APPROVED).adjustable(Refusal.because("adjustment-underway")), ADJUST).refusals())
        .containsExactly(Refusal.because("adjustment-underway"));
  }

  @Test
  void anAdjustmentIsGivenUpWhileItLiesWithTheUnitAndNothingElseIs() {
    for (FormState state : List.of(DRAFT, RETURNED, REJECTED)) {
      assertThat(destination(People.CLERK, form(state).anAdjustment(), GIVE_UP)).isEqualTo(FormState.CANCELLED);
      assertThat(offered(People.CLERK, form(state).adjustable())).as("no adjustment").doesNotContain(GIVE_UP);
      assertThat(offered(People.CLERK_NEXT_DOOR, form(state).anAdjustment())).isEmpty();
    }
    assertThat(offered(People.OFFICE, form(FINANCE_SECOND).anAdjustment())).containsExactly(PASS, RETURN, REJECT);
  }

  @Test
  void anAdjustmentIsAFormOfItsOwnUntilItTakesThePlaceOfTheOldOne() {
    Review approved = sent();
    for (Caller caller : List.of(People.APPROVER, People.REVIEWER, People.SECTION, People.OFFICE)) {
      walk(approved, caller, PASS);
    }
    Review adjustment = new Review(new UUID(1, 2), approved, LONG, People.CLERK, Instant.EPOCH);
    assertThat(adjustment.adjusts()).contains(approved.id());
    assertThat(adjustment.head()).isEqualTo(approved.head());
    assertThat(adjustment.state()).isEqualTo(DRAFT);
    assertThat(adjustment.round()).as("not sent in yet").isZero();
    assertThat(approved.state()).isEqualTo(APPROVED);
    approved.superseded(People.OFFICE, Instant.EPOCH);
    assertThat(approved.state()).isEqualTo(FormState.SUPERSEDED);
    assertThatThrownBy(() -> adjustment.superseded(People.OFFICE, Instant.EPOCH)).as("never in force").isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onlyFinanceRejects() {
    assertThat(destination(People.OFFICE, form(FINANCE_SECOND), REJECT)).isEqualTo(REJECTED);
    assertThat(offered(People.REVIEWER, form(DEPARTMENT_REVIEW))).doesNotContain(REJECT);
  }

  /** 不通过 ends the round; a new round begins from the form as it was sent (DOMAIN 1.3). */
  @Test
  void afterARejectionTheUnitBeginsANewRoundAndNobodyElseDoes() {
    assertThat(destination(People.CLERK, form(REJECTED), BEGIN_AGAIN)).isEqualTo(DRAFT);
    assertThat(offered(People.APPROVER, form(REJECTED))).isEmpty();
    Review review = sent();
    walk(review, People.APPROVER, PASS);
    walk(review, People.REVIEWER, PASS);
    walk(review, People.SECTION, REJECT);
    assertThat(review.state().sentIn()).as("its money is in no figure").isFalse();
    walk(review, People.CLERK, BEGIN_AGAIN);
    assertThat(review.state()).isEqualTo(DRAFT);
    walk(review, People.CLERK, SUBMIT);
    assertThat(review.round()).isEqualTo(2);
    walk(review, People.CLERK, WITHDRAW);
    assertThat(review.state()).as("a new round is a whole draft, not a return for single cells").isEqualTo(DRAFT);
  }

  @Test
  void theSenderTakesTheFormBackWhileNobodyHasOpenedIt() {
    assertThat(destination(People.CLERK, form(UNIT_REVIEW).sentByCaller(), WITHDRAW)).isEqualTo(DRAFT);
    assertThat(destination(People.CLERK, form(UNIT_REVIEW).sentByCaller().sentFrom(RETURNED), WITHDRAW)).as("it had been returned").isEqualTo(RETURNED);
    assertThat(offer(People.CLERK, form(UNIT_REVIEW).sentByCaller().opened(), WITHDRAW).refusals()).containsExactly(Refusal.because("already-opened"));
  }

  @Test
  void whatTheNextStageHasPassedOnCannotBeWithdrawn() {
    assertThat(offered(People.CLERK, form(DEPARTMENT_REVIEW).sentByCaller())).isEmpty();
    assertThat(offered(People.CLERK, form(UNIT_REVIEW))).as("sent by a colleague").isEmpty();
  }

  @Test
  void aReturnAndARejectionSayWhy() {
    assertThat(List.of(Move.values())).filteredOn(Move::needsReason).containsExactly(RETURN, REJECT);
  }

  @Test
  void aRoundIsCountedWhenTheFormIsSentAndTakenBackWhenItIsWithdrawn() {
    Review review = sent();
    assertThat(review.round()).isEqualTo(1);
    assertThat(review.sentBy(People.CLERK)).isTrue();
    review.lookedAt();
    walk(review, People.APPROVER, PASS);
    assertThat(review.opened()).as("the next desk has not looked yet").isFalse();
    walk(review, People.REVIEWER, RETURN);
    assertThat(review.state()).isEqualTo(RETURNED);
    assertThat(review.round()).as("notes belong to the round that was sent").isEqualTo(1);
    walk(review, People.CLERK, SUBMIT);
    assertThat(review.round()).isEqualTo(2);
    walk(review, People.CLERK, WITHDRAW);
    assertThat(review.state()).isEqualTo(RETURNED);
    assertThat(review.round()).isEqualTo(1);
  }

  private static Review sent() {
    Review review = new Review(new UUID(1, 1), new FormHead("SELF_EVALUATION", "营养改善计划", People.UNIT, 2023, Optional.empty()), LONG, People.CLERK, Instant.EPOCH);
    walk(review, People.CLERK, SUBMIT);
    return review;
  }

  private static void walk(Review review, Caller caller, Move move) {
    Standing standing = new Standing(caller, review.state(), review.route(), People.UNIT, review.sentFrom(), review.opened(), review.sentBy(caller), 0, 0,
        move == RETURN ? 1 : 0, false, new Adjustment(true, List.of(), review.adjusts().isPresent()));
    Move.Offer offer = Move.offers(standing).stream().filter(one -> one.move() == move).findFirst().orElseThrow();
    assertThat(offer.refusals()).isEmpty();
    review.walk(offer, caller, Instant.EPOCH);
  }

  private static List<Move> offered(Caller caller, Form form) {
    return Move.offers(form.seenBy(caller)).stream().map(Move.Offer::move).toList();
  }

  private static Move.Offer offer(Caller caller, Form form, Move move) {
    return Move.offers(form.seenBy(caller)).stream().filter(offer -> offer.move() == move).findFirst().orElseThrow();
  }

  private static FormState destination(Caller caller, Form form, Move move) {
    return offer(caller, form, move).destination();
  }

  private static Form form(FormState state) {
    return new Form(state);
  }

  /** Where a form of unit 205001 stands, with everything in order unless said otherwise. */
  private static final class Form {

    private final FormState state;
    private FormState sentFrom = DRAFT;
    private boolean opened;
    private boolean sentByCaller;
    private int problems;
    private int unanswered;
    private int unsent;
    private boolean readOnly;
    private Adjustment adjustment = Adjustment.NONE;

    Form(FormState state) {
      this.state = state;
    }

    Form sentFrom(FormState state) {
      this.sentFrom = state;
      return this;
    }

    Form opened() {
      opened = true;
      return this;
    }

    Form sentByCaller() {
      sentByCaller = true;
      return this;
    }

    Form problems(int count) {
      problems = count;
      return this;
    }

    Form unanswered(int notes) {
      unanswered = notes;
      return this;
    }

    Form unsent(int notes) {
      unsent = notes;
      return this;
    }

    /** Its type is adjusted, and this speaks against adjusting it now. */
    Form adjustable(Refusal... against) {
      adjustment = new Adjustment(true, List.of(against), false);
      return this;
    }

    Form anAdjustment() {
      adjustment = new Adjustment(true, List.of(), true);
      return this;
    }

    Form readOnly() {
      readOnly = true;
      return this;
    }

    Standing seenBy(Caller caller) {
      return new Standing(caller, state, LONG, People.UNIT, sentFrom, opened, sentByCaller, problems, unanswered, unsent, readOnly, adjustment);
    }
  }
}
