package org.jiheng.app.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.FormOf;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Whether a form comes too late to be sent in (DOMAIN 1.3). The date of the task is that of the first submission: what was returned or
 * rejected has been in once, and an adjustment is of what has been. Nothing else is locked, and the performance office may reopen.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Overdue {

  @Inject
  private Calendar calendar;

  /** Why those of the caller's own forms that are late may not be sent in, by form. Asks once for all of them. */
  Map<UUID, Refusal> of(Collection<Review> reviews) {
    Map<UUID, Refusal> refusals = new HashMap<>();
    calendar.late(reviews.stream().filter(Overdue::forTheFirstTime).map(Overdue::form).toList()).forEach((id, late) -> {
      if (!late.maySend()) {
        refusals.put(id, new Refusal("submission-overdue", Map.of("due", late.deadline().due().toString(), "days", String.valueOf(late.daysLate()))));
      }
    });
    return refusals;
  }

  private static boolean forTheFirstTime(Review review) {
    Scope scope = Scope.current();
    return review.state().editable() && review.round() == 0 && review.adjusts().isEmpty() && !scope.readOnly()
        && scope.caller().holds(Role.UNIT_CLERK, review.head().unit());
  }

  static FormOf form(Review review) {
    FormHead head = review.head();
    return new FormOf(review.id(), head.formType(), head.fiscalYear(), head.unit());
  }

  /** The offers of one form, with what speaks against sending it. */
  List<Move.Offer> offers(Review review, Standing standing) {
    return offers(standing, Optional.ofNullable(of(List.of(review)).get(review.id())));
  }

  /** The same, where it has been asked for. */
  static List<Move.Offer> offers(Standing standing, Optional<Refusal> late) {
    List<Move.Offer> offers = new ArrayList<>();
    Move.offers(standing).forEach(offer -> offers.add(late.filter(_ -> offer.move() == Move.SUBMIT)
        .map(refusal -> new Move.Offer(offer.move(), offer.destination(), Stream.concat(offer.refusals().stream(), Stream.of(refusal)).toList()))
        .orElse(offer)));
    return offers;
  }
}
