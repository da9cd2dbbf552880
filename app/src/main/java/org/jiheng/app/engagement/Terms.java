package org.jiheng.app.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.review.Refusal;

/**
 * What a contract says.
 *
 * @param firm of the register; empty for a panel of experts
 * @param leadEvaluator of that firm; empty for a panel of experts
 * @param client who commissioned it, in words
 * @param clientUnit the department that did; empty: the finance bureau itself
 * @param projects what may be looked at
 * @param people who work on it, and nobody else comes in
 * @param opens first day of looking
 * @param closes last day of looking, inclusive
 * @param reportFrom first day of handing in reports
 * @param reportUntil last day of it, inclusive
 * @param acceptance when the last report is to be accepted
 */
public record Terms(
    String contractNumber, String procurementNumber, EngagementKind kind, Optional<UUID> firm, Optional<UUID> leadEvaluator, String client,
    Optional<String> clientUnit, Set<UUID> projects, Set<UUID> people, LocalDate opens, LocalDate closes, LocalDate reportFrom,
    LocalDate reportUntil, LocalDate acceptance) {

  public Terms {
    contractNumber = contractNumber.strip();
    procurementNumber = procurementNumber.strip();
    client = client.strip();
    projects = Set.copyOf(projects);
    people = Set.copyOf(people);
  }

  /** What is wrong with them, everything at once; access ends this many days after acceptance at the latest. */
  List<Refusal> refusals(int graceDays) {
    List<Refusal> refusals = new ArrayList<>();
    if (contractNumber.isEmpty() || client.isEmpty() || projects.isEmpty() || people.isEmpty()) {
      refusals.add(Refusal.because("engagement-incomplete"));
    }
    boolean panel = kind == EngagementKind.PANEL;
    if (panel && (firm.isPresent() || leadEvaluator.isPresent())) {
      refusals.add(Refusal.because("engagement-panel-has-no-firm"));
    }
    if (!panel && (firm.isEmpty() || leadEvaluator.isEmpty())) {
      refusals.add(Refusal.because("engagement-needs-a-firm"));
    }
    if (closes.isBefore(opens)) {
      refusals.add(Refusal.because("engagement-window-turned-round"));
    }
    if (reportFrom.isBefore(opens) || reportUntil.isAfter(closes) || reportUntil.isBefore(reportFrom)) {
      refusals.add(Refusal.because("engagement-reports-outside-window"));
    }
    if (closes.isAfter(acceptance.plusDays(graceDays))) {
      refusals.add(Refusal.because("engagement-beyond-acceptance", "last", acceptance.plusDays(graceDays)));
    }
    return refusals;
  }
}
