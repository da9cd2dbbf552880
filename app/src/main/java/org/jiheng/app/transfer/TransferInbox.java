package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.exchange.Envelope;
import org.jiheng.tenants.exchange.Exchange;
import org.jiheng.tenants.scope.Scope;

/**
 * What comes from above about transfers. Receiving it makes or changes the jurisdiction's own document and says back that it came,
 * in one transaction; what came before it about the same document is received first.
 */
@ApplicationScoped
@RefusalsRecorded(about = Exchange.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class TransferInbox {

  static final List<String> KINDS = List.of(Notice.KIND, FundLetters.WITHDRAWAL);

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Exchange exchange;

  @Inject
  private FundStore store;

  @Inject
  private FundLetters letters;

  @Inject
  private FundWithdrawal withdrawal;

  @Inject
  private BusinessClock clock;

  /**
   * One that came.
   *
   * @param withdrawal whether it says that the document does not hold any more
   * @param revision how often the document had been sent then; 0 for a withdrawal
   * @param amount the part; empty for a withdrawal
   * @param document the own document it belongs to; empty before it is received
   * @param receivedAt empty before
   */
  public record Item(
      UUID envelope, boolean withdrawal, int revision, String title, Instant sentAt, String sentBy, String from, Optional<Money> amount,
      Optional<UUID> document, Optional<Instant> receivedAt) {}

  /** The latest first. */
  public List<Item> page(int offset, int limit) {
    reading();
    List<Envelope> envelopes = exchange.inbox(KINDS, offset, limit);
    if (envelopes.isEmpty()) {
      return List.of();
    }
    Map<UUID, UUID> own = database.createQuery("select d.upperDocument, d.id from FundDocument d where d.upperDocument in :above", Object[].class)
        .setParameter("above", envelopes.stream().map(TransferInbox::above).distinct().toList()).getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
    Map<UUID, Instant> receipts = exchange.receiptsOf(envelopes.stream().map(Envelope::id).toList());
    return envelopes.stream().map(one -> item(one, own, receipts)).toList();
  }

  private static Item item(Envelope envelope, Map<UUID, UUID> own, Map<UUID, Instant> receipts) {
    boolean withdrawal = envelope.kind().equals(FundLetters.WITHDRAWAL);
    JsonObject payload = envelope.payload();
    return new Item(envelope.id(), withdrawal, withdrawal ? 0 : payload.getInt("revision"), envelope.title(), envelope.sentAt(), envelope.sentByName(),
        withdrawal ? "" : payload.getString("from"), withdrawal ? Optional.empty() : Optional.of(Money.ofYuan(payload.getString("amount"))),
        Optional.ofNullable(own.get(above(envelope))), Optional.ofNullable(receipts.get(envelope.id())));
  }

  private static UUID above(Envelope envelope) {
    return UUID.fromString(envelope.payload().getString("document"));
  }

  public long count() {
    reading();
    return exchange.received(KINDS);
  }

  /** Follows the chain of what the jurisdiction itself sent. */
  @RefusalsRecorded(value = Act.VERIFY, about = Exchange.SUBJECT)
  public Exchange.Verified verify() {
    reading();
    return exchange.verify();
  }

  private static void reading() {
    if (!Access.finance()) {
      throw new NoSuchFormException();
    }
  }

  /**
   * Receives an envelope; a second time changes nothing.
   *
   * @return the own document
   * @throws NoSuchFormException if no such envelope came, or the caller does not receive
   */
  @RefusalsRecorded(value = Act.IMPORT, about = Exchange.SUBJECT)
  public UUID receive(UUID id) {
    Access.drafting();
    Envelope wanted = exchange.find(id).filter(one -> KINDS.contains(one.kind()) && one.receiver().equals(Scope.current().jurisdiction().code()))
        .orElseThrow(NoSuchFormException::new);
    List<Envelope> waiting = exchange.unreceived(KINDS).stream()
        .filter(one -> one.subject().equals(wanted.subject()) && one.sender().equals(wanted.sender()) && one.number() <= wanted.number()).toList();
    for (Envelope one : waiting) {
      exchange.receive(one.id());
      if (one.kind().equals(Notice.KIND)) {
        take(Notice.read(one.payload()));
      } else {
        withdrawn(one);
      }
      store.flush();
    }
    return store.partOf(above(wanted)).orElseThrow(NoSuchFormException::new).document().id();
  }

  private void take(Notice notice) {
    Optional<FundSheet> there = store.partOf(notice.document());
    if (there.isEmpty()) {
      arrive(notice);
    } else if (there.get().document().upperRevision() < notice.revision() && there.get().document().state() != FundState.WITHDRAWN) {
      change(there.get(), notice);
    }
  }

  /** Received today, by this jurisdiction's calendar: its days begin now. */
  private FundHead head(Notice notice) {
    FundHead said = notice.head();
    return new FundHead(said.fiscalYear(), said.number(), said.name(), said.code(), said.level(), said.kind(), said.amount(), said.upperName(), clock.today());
  }

  private void arrive(Notice notice) {
    FundRules rules = store.rules(notice.head().fiscalYear());
    // whoever's transfer it was above, for whoever receives it, it came from above
    FundDocument document = new FundDocument(head(notice), clock.today().plusDays(rules.deadlineDays()));
    document.partOf(notice.document(), notice.revision());
    document.goals(notice.overallGoal(), notice.regionalGoal());
    store.touched(document);
    store.add(document);
    store.flush();
    int position = 0;
    for (Notice.Line line : notice.indicators()) {
      add(document, line, position++);
    }
    notice.exemption().ifPresent(one -> exempted(document, one));
    store.happened(document, FundStep.Act.RECEIVED, document.state(), "");
  }

  /** What was exempted above is exempted here; its goals are owed from today on. */
  private void exempted(FundDocument document, Notice.Exempted above) {
    LocalDate due = store.rules(document.head().fiscalYear()).goalsDue(clock.today());
    FundExemption exemption = new FundExemption(document.id(), above.kind(), above.reason(), above.approver(), clock.now(), true);
    exemption.dueUntilDetermined(due);
    store.add(exemption);
    store.add(new FundTask(document.id(), FundTask.Kind.ADD_GOALS, above.reason(), clock.now(), Optional.of(due)));
  }

  /** Exempted above later, it is exempted here from now on; goals that followed above end an exemption nothing was sent under. */
  private void exemption(FundSheet sheet, FundState state, Notice notice) {
    if (notice.exemption().isPresent() && sheet.exemption().isEmpty()) {
      exempted(sheet.document(), notice.exemption().get());
    } else if (notice.exemption().isEmpty() && state == FundState.DRAFT) {
      sheet.exemption().filter(one -> one.fromAbove() && one.goalsOn().isEmpty()).ifPresent(one -> {
        one.goalsFollowed(clock.today());
        sheet.tasks().stream().filter(task -> task.kind() == FundTask.Kind.ADD_GOALS && task.doneOn().isEmpty()).forEach(task -> task.done(clock.today()));
      });
    }
  }

  private UUID add(FundDocument document, Notice.Line line, int position) {
    FundIndicator indicator = new FundIndicator(document.id(), position);
    come(indicator, line);
    store.add(indicator);
    return indicator.id();
  }

  private static void come(FundIndicator indicator, Notice.Line line) {
    indicator.come(line.id(), line.level1(), line.level2(), line.name(), line.target(), line.main(), line.aggregation());
  }

  /** The goal above changed: what was broken down is looked at again (DOMAIN 7.3). What has been sent stands until then. */
  private void change(FundSheet sheet, Notice notice) {
    FundDocument document = sheet.document();
    FundState from = document.state();
    FundHead before = document.head();
    FundHead now = notice.head();
    Map<CellKey, String> texts = FundTyping.texts(sheet);
    document.enter(new FundHead(now.fiscalYear(), now.number(), now.name(), now.code(), now.level(), now.kind(), now.amount(), now.upperName(),
        before.receivedOn()), document.dueOn());
    document.goals(notice.overallGoal(), regional(document, notice));
    document.partOf(notice.document(), notice.revision());
    Map<UUID, FundIndicator> known = sheet.indicators().stream().filter(one -> one.upper().isPresent())
        .collect(Collectors.toMap(one -> one.upper().orElseThrow(), Function.identity()));
    Set<UUID> left = new HashSet<>(known.keySet());
    int position = sheet.nextIndicator();
    for (Notice.Line line : notice.indicators()) {
      if (left.remove(line.id())) {
        come(known.get(line.id()), line);
      } else {
        UUID added = add(document, line, position++);
        store.changed(document, FundCells.indicator(added).path(), "", line.name() + " " + line.target());
      }
    }
    left.forEach(gone -> known.get(gone).leftOut());
    document.adjust(notice.reason());
    exemption(sheet, from, notice);
    if (from != FundState.DRAFT) {
      store.add(new FundTask(document.id(), FundTask.Kind.ADJUST, notice.reason(), clock.now(),
          Optional.of(clock.today().plusDays(store.rules(now.fiscalYear()).deadlineDays()))));
    }
    recorded(sheet, before, texts);
    store.happened(document, FundStep.Act.CHANGED_ABOVE, from, notice.reason());
  }

  /** What the jurisdiction itself has written of its region stays; what it only took over goes on as it is said above. */
  private String regional(FundDocument document, Notice notice) {
    boolean takenOver = document.regionalGoal().isBlank()
        || letters.toldFromAbove(document, document.upperRevision()).filter(told -> told.regionalGoal().equals(document.regionalGoal())).isPresent();
    return takenOver ? notice.regionalGoal() : document.regionalGoal();
  }

  /** What a letter changed stands on record cell by cell, as if it had been typed. */
  private void recorded(FundSheet sheet, FundHead before, Map<CellKey, String> texts) {
    FundDocument document = sheet.document();
    if (!document.head().equals(before)) {
      store.changed(document, "head", before.toString(), document.head().toString());
    }
    FundTyping.texts(sheet).forEach((cell, now) -> Optional.ofNullable(texts.get(cell)).filter(was -> !was.equals(now))
        .ifPresent(was -> store.changed(document, cell.path(), was, now)));
  }

  private void withdrawn(Envelope envelope) {
    FundSheet sheet = store.partOf(above(envelope)).orElseThrow(NoSuchFormException::new);
    FundState from = sheet.document().state();
    String reason = envelope.payload().getString("reason");
    sheet.document().withdrawn(reason);
    withdrawal.follows(sheet, reason);
    if (sheet.toTakeBack().isEmpty()) {
      letters.takenBack(sheet, clock.today());
    }
    store.happened(sheet.document(), FundStep.Act.WITHDRAWN_ABOVE, from, reason);
  }
}
