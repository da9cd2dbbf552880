package org.jiheng.infra.isolation.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.PREFECTURE;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.Together;
import org.jiheng.infra.server.TrailRows;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.audit.Chain;
import org.jiheng.tenants.audit.Fault;
import org.jiheng.tenants.exchange.Envelope;
import org.jiheng.tenants.exchange.Exchange;
import org.jiheng.tenants.exchange.Letter;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** The prefecture writes to its counties and they answer; a third county sees nothing, and a changed envelope is found. */
class EnvelopesServerIT extends WholeProduct {

  private static final Scope SENDER = Kizilsu.person(PREFECTURE, "州绩效办", "", Role.PERFORMANCE_OFFICE);
  private static final Scope COUNTY = Kizilsu.performanceOffice(ARTUX);
  private static final Scope THIRD = Kizilsu.performanceOffice(AKTO);

  @Inject
  private Exchange exchange;

  private static Letter letter(Jurisdiction receiver, String key, String payload, Letter.File... files) {
    return new Letter("TEST_NOTICE", receiver.code(), key, "TEST/" + key, "测试通知", 1, payload, Optional.empty(), List.of(files));
  }

  private Envelope sent(Jurisdiction receiver, String payload, Letter.File... files) {
    return as(SENDER, () -> exchange.send(letter(receiver, UUID.randomUUID().toString(), payload, files)));
  }

  private List<UUID> inbox(Scope reader) {
    return as(reader, () -> exchange.inbox(List.of("TEST_NOTICE"), 0, 1000)).stream().map(Envelope::id).toList();
  }

  @Test
  void whatIsSentArrivesWholeAndOnlyWhereItIsSent() {
    Letter.File file = new Letter.File("通知.pdf", "application/pdf", "%PDF".getBytes(StandardCharsets.UTF_8));
    Envelope sent = sent(ARTUX, "{\"amount\":\"100.00\"}", file);
    assertThat(inbox(COUNTY)).contains(sent.id());
    Envelope received = as(COUNTY, () -> exchange.find(sent.id())).orElseThrow();
    assertThat(received.sound()).isTrue();
    assertThat(received.payload().getString("amount")).isEqualTo("100.00");
    assertThat(received.files()).containsExactly(new Envelope.Listed("通知.pdf", "application/pdf", 4, file.sha256()));
    assertThat(as(COUNTY, () -> exchange.file(sent.id(), 1))).get().isEqualTo(file.content());

    assertThat(inbox(THIRD)).doesNotContain(sent.id());
    assertThat(as(THIRD, () -> exchange.find(sent.id()))).isEmpty();
    assertThat(as(THIRD, () -> exchange.file(sent.id(), 1))).isEmpty();
    assertThat(as(THIRD, () -> exchange.about(sent.subject()))).isEmpty();
    assertThatThrownBy(() -> as(THIRD, () -> exchange.receive(sent.id()))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReceiptIsGivenOnceAndComesBackToTheSender() {
    Envelope sent = sent(ARTUX, "{}");
    assertThat(as(SENDER, () -> exchange.receiptOf(sent.id()))).isEmpty();
    UUID receipt = as(COUNTY, () -> exchange.receive(sent.id())).id();
    assertThat(as(COUNTY, () -> exchange.receive(sent.id())).id()).isEqualTo(receipt);
    assertThat(as(SENDER, () -> exchange.receiptOf(sent.id())).orElseThrow().payload().getString("received")).isEqualTo(sent.digest());
    assertThat(as(COUNTY, () -> exchange.unreceived(List.of("TEST_NOTICE")))).noneMatch(one -> one.id().equals(sent.id()));
    assertThat(TrailRows.of(ARTUX, "ENVELOPE/" + sent.id())).containsExactly("IMPORT|DONE||" + sent.digest() + "|TEST_NOTICE 653000");
    assertThat(TrailRows.of(PREFECTURE, "ENVELOPE/" + sent.id())).containsExactly("EXPORT|DONE||" + sent.digest() + "|TEST_NOTICE 653001");
  }

  @Test
  void whatWasSentFirstStandsFirstWhateverTheClockSaid() {
    Scope sender = Kizilsu.performanceOffice(Kizilsu.KASHI);
    String subject = "TEST/" + UUID.randomUUID();
    List<UUID> sent = IntStream.range(0, 2).mapToObj(i -> as(sender, () -> exchange.send(new Letter("CLOCK_NOTICE", PREFECTURE.code(),
        subject + "/" + i, subject, "测试通知", 1, "{}", Optional.empty(), List.of()))).id()).toList();
    Owner.told("update exchange.envelope set sent_at = sent_at + interval '1 day' where id = ?", sent.getFirst());
    try {
      assertThat(as(SENDER, () -> exchange.about(subject))).extracting(Envelope::id).containsExactlyElementsOf(sent);
      assertThat(as(SENDER, () -> exchange.unreceived(List.of("CLOCK_NOTICE")))).extracting(Envelope::id).containsExactlyElementsOf(sent);
      assertThat(as(sender, () -> exchange.unconfirmed(List.of("CLOCK_NOTICE")))).extracting(Envelope::id).containsExactlyElementsOf(sent);
    } finally {
      Owner.told("update exchange.envelope set sent_at = sent_at - interval '1 day' where id = ?", sent.getFirst());
    }
    as(SENDER, () -> exchange.receive(sent.getFirst()));
    assertThat(as(sender, () -> exchange.unconfirmed(List.of("CLOCK_NOTICE")))).as("a receipt confirms").extracting(Envelope::id).containsExactly(sent.getLast());
    as(SENDER, () -> exchange.receive(sent.getLast()));
  }

  @Test
  void theSameLetterTwiceIsSentOnceAndAnotherUnderItsKeyNever() {
    String key = UUID.randomUUID().toString();
    UUID first = as(SENDER, () -> exchange.send(letter(ARTUX, key, "{\"n\":1}"))).id();
    assertThat(as(SENDER, () -> exchange.send(letter(ARTUX, key, "{\"n\":1}"))).id()).isEqualTo(first);
    assertThatThrownBy(() -> as(SENDER, () -> exchange.send(letter(ARTUX, key, "{\"n\":2}")))).hasStackTraceContaining("another letter was sent");
    assertThatThrownBy(() -> as(SENDER, () -> exchange.send(letter(AKTO, key, "{\"n\":1}")))).hasStackTraceContaining("another letter was sent");
  }

  @Test
  void manySendersAtTheSameMomentMakeOneChain() throws Exception {
    String twice = UUID.randomUUID().toString();
    Stream<Letter> different = IntStream.range(0, 10).mapToObj(i -> letter(i % 2 == 0 ? ARTUX : AKTO, UUID.randomUUID().toString(), "{}"));
    List<Callable<UUID>> acts = Stream.concat(different, Stream.of(letter(ARTUX, twice, "{}"), letter(ARTUX, twice, "{}")))
        .<Callable<UUID>>map(one -> () -> as(SENDER, () -> exchange.send(one)).id()).toList();
    List<UUID> sent = Together.at(acts);
    assertThat(sent.get(10)).as("the same letter, sent twice at once").isEqualTo(sent.get(11));
    assertThat(sent.stream().distinct()).hasSize(11);
    Exchange.Verified verified = as(SENDER, () -> exchange.verify());
    assertThat(verified.broken()).isEmpty();
    assertThat(verified.followed()).isEqualTo(Long.parseLong(Owner.asked("select count(*) from exchange.envelope where sender = '653000'")));
  }

  /** In the chain of a county nobody else's test sends from, which it leaves as it was. */
  @Test
  void aChangedEnvelopeIsFoundBySenderAndReceiverAndNotReceived() {
    Scope sender = Kizilsu.performanceOffice(Kizilsu.KASHI);
    List<Envelope> sent = IntStream.range(0, 3).mapToObj(i -> as(sender, () ->
        exchange.send(letter(PREFECTURE, UUID.randomUUID().toString(), "{\"n\":" + i + "}")))).toList();
    assertThat(as(sender, () -> exchange.verify()).broken()).isEmpty();
    UUID second = sent.get(1).id();
    long number = Long.parseLong(Owner.asked("select number from exchange.envelope where id = ?", second));
    Owner.told("update exchange.envelope set payload = '{\"n\":9}' where id = ?", second);
    assertThat(as(sender, () -> exchange.verify()).broken()).contains(new Chain.Broken(number, Fault.CHANGED));
    assertThatThrownBy(() -> as(SENDER, () -> exchange.receive(second))).hasStackTraceContaining("is not what was sent");
    Owner.told("update exchange.envelope set payload = '{\"n\":1}' where id = ?", second);
    assertThat(as(sender, () -> exchange.verify()).broken()).isEmpty();
  }

  @Test
  void whoeverComesFromOutsideHasNoExchange() {
    Envelope sent = sent(ARTUX, "{}");
    Scope auditor = Kizilsu.auditAdministrator(ARTUX).auditTrail();
    assertThatThrownBy(() -> as(auditor, () -> exchange.find(sent.id()))).isInstanceOf(NoScopeException.class);
  }
}
