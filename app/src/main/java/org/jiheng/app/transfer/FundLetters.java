package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.document.Attachments;
import org.jiheng.tenants.exchange.Envelope;
import org.jiheng.tenants.exchange.Exchange;
import org.jiheng.tenants.exchange.Letter;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Scope;

/** What goes to counties through the exchange about a fund document, and what comes back. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FundLetters {

  /** Says that a document does not hold any more, and why. */
  static final String WITHDRAWAL = "TRANSFER_WITHDRAWAL";

  @Inject
  private Exchange exchange;

  @Inject
  private Attachments attachments;

  private static String subject(FundDocument document) {
    return FundDocuments.SUBJECT + "/" + document.id();
  }

  /** Tells every county whose part is not what it was told before; whoever is concerned anew by nothing hears nothing. */
  void tell(FundSheet sheet, LocalDate today, String reason) {
    List<Envelope> before = exchange.about(subject(sheet.document()));
    List<Letter.File> files = heads(sheet.document().id()).stream().flatMap(head -> attachments.find(sheet.document().id(), head.id()).stream())
        .map(file -> new Letter.File(file.fileName(), file.mediaType(), file.content())).toList();
    for (FundLine line : sheet.lines()) {
      line.part().county().ifPresent(county -> {
        Notice notice = notice(sheet, line, today, reason);
        if (told(before, county).filter(told -> notice.saysTheSame(Notice.read(told.payload())) && digests(told).equals(digests(files))).isEmpty()) {
          send(sheet.document(), county, Notice.KIND, notice.revision(), notice.toJson(), files);
        }
      });
    }
  }

  private static List<String> digests(Envelope told) {
    return told.files().stream().map(Envelope.Listed::sha256).toList();
  }

  private static List<String> digests(List<Letter.File> files) {
    return files.stream().map(Letter.File::sha256).toList();
  }

  /** What a county was told last. */
  private static Optional<Envelope> told(List<Envelope> before, String county) {
    return before.stream().filter(one -> one.kind().equals(Notice.KIND) && one.receiver().value().equals(county)).reduce((_, later) -> later);
  }

  /** Files of a document, in the order in which they were handed in. */
  List<Attachments.Head> heads(UUID document) {
    return attachments.of(document).values().stream().sorted(Comparator.comparing(Attachments.Head::at).thenComparing(Attachments.Head::id)).toList();
  }

  /** The letter the document was last told by from above; empty if it was entered here. */
  Optional<Envelope> fromAbove(FundDocument document) {
    return document.upperDocument().flatMap(above -> told(exchange.about(FundDocuments.SUBJECT + "/" + above), Scope.current().jurisdiction().code().value()));
  }

  /** What the jurisdiction above said of the document when it sent it for this time; empty if it was entered here. */
  Optional<Notice> toldFromAbove(FundDocument document, int revision) {
    String own = Scope.current().jurisdiction().code().value();
    return document.upperDocument().stream().flatMap(above -> exchange.about(FundDocuments.SUBJECT + "/" + above).stream())
        .filter(one -> one.kind().equals(Notice.KIND) && one.receiver().value().equals(own)).map(one -> Notice.read(one.payload()))
        .filter(one -> one.revision() == revision).findFirst();
  }

  /** A file that came with the document from above; empty if that letter has none there. */
  Optional<FundFiles.Content> enclosed(FundDocument document, UUID envelope, int place) {
    return fromAbove(document).filter(one -> one.id().equals(envelope) && place >= 1 && place <= one.files().size()).flatMap(one ->
        exchange.file(envelope, place).map(bytes -> new FundFiles.Content(one.files().get(place - 1).name(), one.files().get(place - 1).mediaType(), bytes)));
  }

  /** Tells every county that was told of the document. */
  void withdraw(FundDocument document, String reason, LocalDate today) {
    exchange.about(subject(document)).stream().filter(one -> one.kind().equals(Notice.KIND)).map(one -> one.receiver().value()).distinct()
        .forEach(county -> send(document, county, WITHDRAWAL, document.revision(),
            Json.createObjectBuilder().add("document", document.id().toString()).add("reason", reason)
                .add("sentOn", today.toString()).add("fiscalYear", document.head().fiscalYear()).build().toString(), List.of()));
  }

  /** Tells the jurisdiction the document came from how it was carried out; nobody if it came from nowhere. */
  void report(FundDocument document, int number, String content) {
    document.upperDocument().ifPresent(above -> exchange.send(new Letter(ExecutionLetter.KIND, Scope.current().jurisdiction().parent().orElseThrow(),
        ExecutionLetter.KIND + "/" + document.id() + "/" + number, FundDocuments.SUBJECT + "/" + above, FundStore.title(document), ExecutionLetter.LAYOUT,
        content, Optional.empty(), List.of())));
  }

  /** Tells the jurisdiction the document came from what was taken back of it so far; nobody if it came from nowhere. */
  void takenBack(FundSheet sheet, LocalDate today) {
    sheet.document().upperDocument().ifPresent(above -> takenBack(sheet.document(), TakenBackLetter.of(sheet, above, today)));
  }

  private void takenBack(FundDocument document, TakenBackLetter letter) {
    String key = TakenBackLetter.KIND + "/" + document.id() + "/" + letter.taken() + "/" + letter.cutAway();
    exchange.send(new Letter(TakenBackLetter.KIND, Scope.current().jurisdiction().parent().orElseThrow(), key,
        FundDocuments.SUBJECT + "/" + letter.document(), FundStore.title(document), TakenBackLetter.LAYOUT, letter.toJson(), Optional.empty(), List.of()));
  }

  /** The last report of each county on its part, by the code of the county. */
  Map<String, ExecutionLetter> reportsOf(FundDocument document) {
    return lastOf(document, ExecutionLetter.KIND, ExecutionLetter::read);
  }

  /** What each county said last it had taken back, by the code of the county. */
  Map<String, TakenBackLetter> takenBackOf(FundDocument document) {
    return lastOf(document, TakenBackLetter.KIND, TakenBackLetter::read);
  }

  private <T> Map<String, T> lastOf(FundDocument document, String kind, Function<JsonObject, T> read) {
    Map<String, T> last = new HashMap<>();
    // of one sender they come in the order of their numbers
    exchange.about(subject(document)).stream().filter(one -> one.kind().equals(kind)).forEach(one -> last.put(one.sender().value(), read.apply(one.payload())));
    return last;
  }

  private void send(FundDocument document, String county, String kind, int revision, String payload, List<Letter.File> files) {
    exchange.send(new Letter(kind, new JurisdictionCode(county), kind + "/" + document.id() + "/" + county + "/" + revision, subject(document),
        FundStore.title(document), Notice.LAYOUT, payload, Optional.empty(), files));
  }

  private static Notice notice(FundSheet sheet, FundLine line, LocalDate today, String reason) {
    FundDocument document = sheet.document();
    FundHead head = document.head();
    FundHead part = new FundHead(head.fiscalYear(), head.number(), head.name(), head.code(), head.level(), head.kind(),
        line.sentAmount().orElse(Money.ZERO), Scope.current().jurisdiction().name(), head.receivedOn());
    List<Notice.Line> goals = sheet.indicators().stream()
        .map(indicator -> new Notice.Line(indicator.id(), indicator.level1(), indicator.level2(), indicator.name(),
            sheet.target(line.id(), indicator.id()).map(FundTarget::sent).orElse(""), indicator.main(), indicator.aggregation()))
        .filter(one -> !one.target().isEmpty()).toList();
    return new Notice(document.id(), document.revision(), reason, today, part, document.overallGoal(), document.regionalGoal(), goals,
        sheet.exemption().filter(one -> one.goalsOn().isEmpty())
            .map(one -> new Notice.Exempted(one.kind(), one.reason(), one.approver())));
  }

  /** When counties confirmed what they were last told, by their code. */
  Map<String, Instant> receipts(FundDocument document) {
    return receipts(List.of(document)).getOrDefault(document.id(), Map.of());
  }

  /** The same of several documents, asked at once; one nobody has confirmed is missing. */
  Map<UUID, Map<String, Instant>> receipts(Collection<FundDocument> documents) {
    Map<String, UUID> subjects = documents.stream().collect(Collectors.toMap(FundLetters::subject, FundDocument::id));
    Map<UUID, Map<String, Instant>> receipts = new HashMap<>();
    exchange.lastConfirmed(Notice.KIND, subjects.keySet()).forEach(one -> receipts.computeIfAbsent(subjects.get(one.subject()), _ -> new HashMap<>())
        .put(one.receiver().value(), one.at()));
    return receipts;
  }
}
