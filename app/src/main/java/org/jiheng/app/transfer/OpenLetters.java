package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.tenants.exchange.Envelope;
import org.jiheng.tenants.exchange.Exchange;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Jurisdiction;

/** Letters about transfers that are not answered: those that came and wait to be received, and those sent whose receipt is due. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OpenLetters {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String FISCAL_YEAR = "fiscalYear";
  private static final String SENT_ON = "sentOn";

  @Inject
  private Exchange exchange;

  @Inject
  private Registry registry;

  @Inject
  private FundStore store;

  @Inject
  private BusinessClock clock;

  /**
   * A letter without an answer.
   *
   * @param document the sender's fund document
   * @param countyName to whom it was sent; empty text for one that came
   * @param due last day for the receipt
   */
  record Open(Envelope letter, UUID document, String countyName, int fiscalYear, LocalDate due) {}

  /** What has come, the first first. */
  List<Open> toReceive() {
    Map<Integer, FundRules> rules = new LinkedHashMap<>();
    return exchange.unreceived(TransferInbox.KINDS).stream().map(one -> open(one, "", rules)).toList();
  }

  /** How much has come, without looking at it. */
  long countToReceive() {
    return exchange.countUnreceived(TransferInbox.KINDS);
  }

  /** What was sent and should have been confirmed by today; of several letters to a county about one document the first. */
  List<Open> toAskFor() {
    List<Envelope> sent = exchange.unconfirmed(TransferInbox.KINDS);
    if (sent.isEmpty()) {
      return List.of();
    }
    Map<String, String> names = registry.jurisdictions().stream().collect(Collectors.toMap(one -> one.code().value(), Jurisdiction::name));
    Map<Integer, FundRules> rules = new LinkedHashMap<>();
    Map<String, Open> first = new LinkedHashMap<>();
    sent.stream().map(one -> open(one, names.getOrDefault(one.receiver().value(), one.receiver().value()), rules)).filter(one -> !one.due().isAfter(clock.today()))
        .forEach(one -> first.putIfAbsent(one.letter().subject() + one.letter().receiver(), one));
    return List.copyOf(first.values());
  }

  /** How many {@link #toAskFor} has, counted where they lie. */
  long countToAskFor() {
    Map<Integer, FundRules> rules = new LinkedHashMap<>();
    return exchange.countUnconfirmed(TransferInbox.KINDS, FISCAL_YEAR, SENT_ON).stream().filter(one -> {
      int year = one.said().getFirst().isEmpty() ? clock.today().getYear() : Integer.parseInt(one.said().getFirst());
      LocalDate sentOn = one.said().getLast().isEmpty() ? one.sentOn() : LocalDate.parse(one.said().getLast());
      return !due(sentOn, year, rules).isAfter(clock.today());
    }).mapToLong(Exchange.Waiting::letters).sum();
  }

  private LocalDate due(LocalDate sentOn, int year, Map<Integer, FundRules> rules) {
    return sentOn.plusDays(rules.computeIfAbsent(year, store::rules).answerDays());
  }

  private Open open(Envelope letter, String countyName, Map<Integer, FundRules> rules) {
    JsonObject payload = letter.payload();
    int year = payload.getInt(FISCAL_YEAR, clock.today().getYear());
    return new Open(letter, UUID.fromString(payload.getString("document")), countyName, year, due(sentOn(letter, payload), year, rules));
  }

  /** The business date it was sent on; older withdrawals do not say it, and were sent when the server says. */
  private static LocalDate sentOn(Envelope letter, JsonObject payload) {
    return payload.containsKey(SENT_ON) ? LocalDate.parse(payload.getString(SENT_ON)) : LocalDate.ofInstant(letter.sentAt(), ZONE);
  }
}
