package org.jiheng.app.exante;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What from outside counts in a round of a form (S14): a contract the form was given to in this round, or before and still in force;
 * and a sheet only if the form was ticked as it was sent in for this round. Pure.
 *
 * @param links of all rounds, in their order
 * @param sheets of all rounds
 * @param inForce whether a contract is not over
 */
record OutsideOfRound(List<ExAnteEngagement> links, List<ExAnteResult> sheets, int round, Predicate<UUID> inForce) {

  OutsideOfRound {
    links = List.copyOf(links);
    sheets = List.copyOf(sheets);
  }

  /** One row a contract, its latest. */
  List<ExAnteEngagement> counting() {
    Map<UUID, ExAnteEngagement> latest = new LinkedHashMap<>();
    links.stream().filter(link -> link.round() <= round)
        .forEach(link -> latest.merge(link.engagement(), link, (one, other) -> other.round() > one.round() ? other : one));
    return latest.values().stream().filter(link -> link.round() == round || inForce.test(link.engagement())).toList();
  }

  Optional<ExAnteEngagement> thirdParty() {
    return counting().stream().filter(link -> link.part() == ExAnteEngagement.Part.THIRD_PARTY).findFirst();
  }

  /** The sheet of this round finance took over under the contract. */
  Optional<ExAnteResult> accepted(ExAnteEngagement link) {
    return link.result().flatMap(id -> sheets.stream().filter(sheet -> sheet.id().equals(id) && sheet.round() == round).findFirst());
  }

  /** The sheet handed in last under the contract in this round. */
  Optional<ExAnteResult> latest(ExAnteEngagement link) {
    return latest(link.engagement(), round);
  }

  private Optional<ExAnteResult> latest(UUID engagement, int of) {
    return sheets.stream().filter(sheet -> sheet.engagement().equals(engagement) && sheet.round() == of).max(Comparator.comparing(ExAnteResult::at));
  }

  /** What was handed in for rounds that are over: the sheet that was accepted then, or the last one. */
  List<ExAnteResult> before() {
    List<ExAnteResult> before = new ArrayList<>();
    sheets.stream().filter(sheet -> sheet.round() < round).map(sheet -> Map.entry(sheet.engagement(), sheet.round())).distinct()
        .sorted(Map.Entry.<UUID, Integer>comparingByValue().reversed())
        .forEach(one -> sheets.stream().filter(sheet -> sheet.round() == one.getValue() && sheet.engagement().equals(one.getKey()) && taken(sheet)).findFirst()
            .or(() -> latest(one.getKey(), one.getValue())).ifPresent(before::add));
    return before;
  }

  boolean taken(ExAnteResult sheet) {
    return links.stream().anyMatch(link -> link.result().filter(sheet.id()::equals).isPresent());
  }

  Optional<ExAnteEngagement> under(ExAnteResult sheet) {
    return links.stream().filter(link -> link.engagement().equals(sheet.engagement())).findFirst();
  }
}
