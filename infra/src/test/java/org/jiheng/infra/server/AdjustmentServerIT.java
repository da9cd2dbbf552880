package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.approver;
import static org.jiheng.infra.server.Kizilsu.clerk;
import static org.jiheng.infra.server.Kizilsu.financeSection;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.review.Adjustments;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellLocks;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.Desk;
import org.jiheng.app.review.FormHead;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Matter;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.Reviews;
import org.jiheng.app.review.Route;
import org.jiheng.app.review.Snapshot;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/**
 * What is approved changes only by an adjustment (DOMAIN 1.3), which goes its own way while the approved form stays in force. Shown
 * on a form that is nothing but cells: the life of a form knows none of the rooms.
 */
class AdjustmentServerIT extends WholeProduct {

  private static final Route ROUTE = Route.parse("UNIT_REVIEW,FINANCE_FIRST");
  private static final CellKey TARGET = CellKey.of("target");
  private static final CellLocks.Dependence NONE = (_, _) -> false;
  private static final Matter ADJUSTED = new Matter(0, NONE, true, List.of());
  private static final String WHY = "预算追加,目标相应提高";

  @Inject
  private Reviews reviews;

  @Inject
  private Adjustments adjustments;

  @Inject
  private Work work;

  private static Cells target(String text) {
    return Cells.inReadingOrder().with(TARGET, text).build();
  }

  private void walk(Scope person, UUID id, Move move, String target) {
    does(person, () -> work.inOneTransaction(() -> {
      var review = reviews.hold(id);
      int seen = reviews.desk(review, target(target), ADJUSTED).version();
      reviews.walk(review, move, new Order(Identifiers.next(), seen, Optional.empty(), ""), ADJUSTED, () -> new Snapshot(target(target), "{}", "{}"));
    }));
  }

  private Desk desk(Scope person, UUID id, String target, Matter matter) {
    return as(person, () -> work.inTransaction(_ -> reviews.desk(reviews.find(id), target(target), matter)));
  }

  private Desk desk(Scope person, UUID id, String target) {
    return desk(person, id, target, ADJUSTED);
  }

  /** Approved with a target of 100. */
  private UUID approved() {
    UUID id = Identifiers.next();
    does(clerk(ARTUX), () -> work.inOneTransaction(() ->
        reviews.begin(id, new FormHead("OF_CELLS", "一张表", Kizilsu.SCHOOL, 2150, Optional.empty()), ROUTE)));
    walk(clerk(ARTUX), id, Move.SUBMIT, "100");
    walk(approver(ARTUX), id, Move.PASS, "100");
    walk(financeSection(ARTUX), id, Move.PASS, "100");
    return id;
  }

  private Adjustments.Adjusted adjust(Scope person, UUID approved, Order order, Matter matter) {
    return as(person, () -> work.inTransaction(_ -> adjustments.adjust(reviews.hold(approved), Identifiers.next(), ROUTE, order, matter)));
  }

  private Order order(UUID approved, String comment) {
    return new Order(Identifiers.next(), desk(clerk(ARTUX), approved, "100").version(), Optional.empty(), comment);
  }

  private UUID adjustment(UUID approved) {
    return adjust(clerk(ARTUX), approved, order(approved, WHY), ADJUSTED).id();
  }

  private static FormState state(UUID id) {
    return FormState.valueOf(Owner.asked("select state from j_653001.review where id = ?", id));
  }

  @Test
  void theApprovedFormStaysInForceUntilItsAdjustmentIsApprovedAndNoLonger() {
    UUID approved = approved();
    UUID adjustment = adjustment(approved);
    assertThat(state(approved)).isEqualTo(FormState.APPROVED);
    assertThatThrownBy(() -> desk(financeSection(ARTUX), adjustment, "120")).as("still the unit's own").isInstanceOf(NoSuchFormException.class);

    walk(clerk(ARTUX), adjustment, Move.SUBMIT, "120");
    walk(approver(ARTUX), adjustment, Move.PASS, "120");
    assertThat(state(approved)).isEqualTo(FormState.APPROVED);
    walk(financeSection(ARTUX), adjustment, Move.PASS, "120");

    assertThat(state(adjustment)).isEqualTo(FormState.APPROVED);
    assertThat(state(approved)).isEqualTo(FormState.SUPERSEDED);
    Desk old = desk(clerk(ARTUX), approved, "100");
    assertThat(old.offers()).as("what is not in force any more is not adjusted").isEmpty();
    assertThat(old.locks().open(TARGET)).isFalse();
    assertThat(old.steps()).extracting(step -> step.move() + " " + step.to() + " " + step.comment())
        .endsWith("ADJUST APPROVED " + WHY, "ADJUST SUPERSEDED ");
    assertThat(desk(clerk(ARTUX), adjustment, "120").offers()).extracting(Move.Offer::move).as("the next version is adjusted in its turn").containsExactly(Move.ADJUST);
  }

  @Test
  void oldAndNewStandBesideEachOtherFromTheBeginning() {
    UUID adjustment = adjustment(approved());
    Desk desk = desk(clerk(ARTUX), adjustment, "120");
    assertThat(desk.state()).isEqualTo(FormState.DRAFT);
    assertThat(desk.locks().open(TARGET)).isTrue();
    assertThat(desk.versions()).extracting(Desk.VersionHead::number).containsExactly(1);
    assertThat(desk.changes().values()).containsExactly(new CellChange(TARGET, "100", "120", false, false));
    assertThat(desk(clerk(ARTUX), adjustment, "100").changes()).isEmpty();

    walk(clerk(ARTUX), adjustment, Move.SUBMIT, "120");
    assertThat(desk(approver(ARTUX), adjustment, "120").changes().get(TARGET).before()).isEqualTo("100");
  }

  @Test
  void givenTwiceTheOrderBeginsOneAdjustment() {
    UUID approved = approved();
    Order order = order(approved, WHY);
    Adjustments.Adjusted first = adjust(clerk(ARTUX), approved, order, ADJUSTED);
    assertThat(first.begun()).isTrue();
    assertThat(adjust(clerk(ARTUX), approved, order, ADJUSTED)).isEqualTo(new Adjustments.Adjusted(first.id(), false));
    assertRefused(() -> adjustment(approved), "adjustment-underway");
  }

  @Test
  void anAdjustmentIsGivenUpAndAnotherBegun() {
    UUID approved = approved();
    UUID first = adjustment(approved);
    walk(clerk(ARTUX), first, Move.GIVE_UP, "120");
    assertThat(state(first)).isEqualTo(FormState.CANCELLED);
    assertThat(state(approved)).isEqualTo(FormState.APPROVED);
    assertThat(adjustment(approved)).isNotEqualTo(first);
  }

  @Test
  void withoutAReasonOrAgainstTheRoomOrByAnybodyElseNothingIsAdjusted() {
    UUID approved = approved();
    Matter against = new Matter(0, NONE, true, List.of(Refusal.because("too-many-lines", "most", 1)));
    assertRefused(() -> adjust(clerk(ARTUX), approved, order(approved, "追加"), ADJUSTED), "adjustment-says-why");
    assertRefused(() -> adjust(clerk(ARTUX), approved, order(approved, WHY), against), "too-many-lines");
    assertRefused(() -> adjust(approver(ARTUX), approved, order(approved, WHY), ADJUSTED), "move-not-yours");
    assertRefused(() -> adjust(clerk(ARTUX), approved, order(approved, WHY), new Matter(0, NONE, false, List.of())), "move-not-yours");
    assertThat(Owner.asked("select count(*) from j_653001.review where adjusts = ?", approved)).isEqualTo("0");
  }

  @Test
  void theTrailTellsOfTheAdjustmentAndOfWhatItSuperseded() {
    UUID approved = approved();
    UUID adjustment = adjustment(approved);
    walk(clerk(ARTUX), adjustment, Move.SUBMIT, "120");
    walk(approver(ARTUX), adjustment, Move.PASS, "120");
    walk(financeSection(ARTUX), adjustment, Move.PASS, "120");
    assertThat(TrailRows.of(ARTUX, "OF_CELLS/" + approved))
        .contains("DECIDE|DONE|APPROVED|APPROVED|ADJUST - " + WHY, "DECIDE|DONE|APPROVED|SUPERSEDED|ADJUST - ");
    assertThat(TrailRows.of(ARTUX, "OF_CELLS/" + adjustment)).startsWith("BEGIN|DONE|||");
  }
}
