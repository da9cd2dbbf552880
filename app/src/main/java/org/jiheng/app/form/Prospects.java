package org.jiheng.app.form;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jiheng.app.form.FilledForms.BatchItem;
import org.jiheng.app.review.Batch;
import org.jiheng.app.review.FilledForm;
import org.jiheng.app.review.FormType;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;
import org.jiheng.tenants.persistence.Identifiers;

/**
 * Looks at several forms before a move is walked on each.
 *
 * @param several fetches forms at once
 * @param problems of a fiscal year: how many a form has that is still with its unit
 */
record Prospects<F extends FilledForm>(
    Reviews reviews, FormType<F> type, Function<Collection<UUID>, List<F>> several, IntFunction<Function<F, Integer>> problems) {

  /** @throws org.jiheng.app.review.RefusedException if these are too many at once */
  List<BatchItem> of(List<UUID> ids, Move move) {
    Batch.mustNotBeLarger(ids.size());
    return reviews.prospects(ids, this::problemsOf, type.dependence()).stream().map(prospect -> {
      List<Refusal> refusals = prospect.offers().stream().filter(offer -> offer.move() == move).findFirst()
          .map(Move.Offer::refusals).orElse(List.of(Refusal.because("move-not-yours")));
      return new BatchItem(prospect.id(), prospect.head().title(), refusals, prospect.version(), Identifiers.next());
    }).toList();
  }

  /** The rules of a year are made once for all its forms. */
  private Map<UUID, Integer> problemsOf(List<Review> drafted) {
    if (drafted.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Integer> years = drafted.stream().collect(Collectors.toMap(Review::id, review -> review.head().fiscalYear()));
    Map<Integer, Function<F, Integer>> rules = new HashMap<>();
    Map<UUID, Integer> found = new HashMap<>();
    several.apply(years.keySet()).forEach(form -> found.put(form.id(), rules.computeIfAbsent(years.get(form.id()), problems::apply).apply(form)));
    return found;
  }
}
