package org.jiheng.tenants.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.tenants.provisioning.ThreeJurisdictions.AKTO;
import static org.jiheng.tenants.provisioning.ThreeJurisdictions.ARTUX;
import static org.jiheng.tenants.provisioning.ThreeJurisdictions.PREFECTURE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.provisioning.ThreeJurisdictions;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database itself allows with envelopes, whatever the application asks. */
class EnvelopesInTheDatabaseIT {

  private static ThreeJurisdictions database;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = ThreeJurisdictions.start();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  private static String asOwner(String query) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : "nothing";
    }
  }

  /** Goes on from the sender's last envelope, as the owner of the tables sees it. */
  private static String insert(UUID id, JurisdictionCode sender, JurisdictionCode receiver, String kind, String answers, String enclosed) throws SQLException {
    String last = asOwner("select number || '|' || digest from exchange.envelope where sender = '" + sender + "' order by number desc limit 1");
    long number = last.equals("nothing") ? 0 : Long.parseLong(last.split("\\|")[0]);
    String previous = last.equals("nothing") ? "0".repeat(64) : last.split("\\|")[1];
    return row(id, sender, number + 1, receiver, kind, answers, enclosed, previous);
  }

  private static String row(UUID id, JurisdictionCode sender, long number, JurisdictionCode receiver, String kind, String answers, String enclosed, String previous) {
    return "insert into exchange.envelope (id, sender, number, receiver, kind, subject, title, key, schema_version, payload, enclosed, answers, sent_at, "
        + "sent_by, sent_by_name, previous, digest) values ('" + id + "', '" + sender + "', " + number + ", '" + receiver + "', '" + kind + "', 'X/1', 't', '"
        + id + "', 1, '{}', '" + enclosed + "', " + answers + ", now(), '" + id + "', 'x', '" + previous + "', md5('" + id + "') || md5('" + id + "'))";
  }

  private static UUID sent(JurisdictionCode sender, JurisdictionCode receiver) throws SQLException {
    UUID id = Identifiers.next();
    database.as(Schemas.roleOf(sender), insert(id, sender, receiver, "NOTICE", "null", "[]"));
    return id;
  }

  private static String seenBy(String role, UUID id) throws SQLException {
    return database.askedAs(role, "select sender from exchange.envelope where id = '" + id + "'");
  }

  @Test
  void senderAndReceiverReadAnEnvelopeAndAThirdJurisdictionDoesNot() throws SQLException {
    UUID id = sent(PREFECTURE, ARTUX);
    assertThat(seenBy(Schemas.roleOf(PREFECTURE), id)).isEqualTo("653000");
    assertThat(seenBy(Schemas.roleOf(ARTUX), id)).isEqualTo("653000");
    assertThat(seenBy(Schemas.roleOf(AKTO), id)).isEqualTo("nothing");
    UUID fromTheCounty = sent(ARTUX, PREFECTURE);
    assertThat(seenBy(Schemas.roleOf(AKTO), fromTheCounty)).isEqualTo("nothing");
    assertThat(seenBy(Schemas.roleOf(PREFECTURE), fromTheCounty)).isEqualTo("653001");
  }

  @Test
  void guestsAdministratorsAndTheAuditReadNone() throws SQLException {
    UUID id = sent(PREFECTURE, ARTUX);
    for (String role : new String[] {Schemas.guestRoleOf(ARTUX), Schemas.engagerRoleOf(ARTUX), Schemas.administratorRoleOf(ARTUX),
        Schemas.auditRoleOf(ARTUX), Schemas.IDENTITY_ROLE, Schemas.DESK_ROLE}) {
      assertThatThrownBy(() -> seenBy(role, id)).as(role).hasMessageContaining("permission denied");
    }
  }

  @Test
  void nobodyChangesOrTakesAwayAnEnvelope() throws SQLException {
    UUID id = sent(PREFECTURE, ARTUX);
    for (JurisdictionCode one : new JurisdictionCode[] {PREFECTURE, ARTUX, AKTO}) {
      for (String write : new String[] {"update exchange.envelope set payload = '{}'", "delete from exchange.envelope", "truncate exchange.envelope",
          "update exchange.enclosure set content = ''", "delete from exchange.enclosure"}) {
        assertThatThrownBy(() -> database.as(Schemas.roleOf(one), write)).as(one + " " + write).hasMessageContaining("permission denied");
      }
    }
    assertThat(seenBy(Schemas.roleOf(ARTUX), id)).isEqualTo("653000");
  }

  @Test
  void nobodySendsInAnothersNameOrToAJurisdictionNeitherAboveNorBelow() throws SQLException {
    String forged = insert(Identifiers.next(), PREFECTURE, AKTO, "NOTICE", "null", "[]");
    assertThatThrownBy(() -> database.as(Schemas.roleOf(ARTUX), forged)).hasMessageContaining("row-level security");
    String sideways = insert(Identifiers.next(), ARTUX, AKTO, "NOTICE", "null", "[]");
    assertThatThrownBy(() -> database.as(Schemas.roleOf(ARTUX), sideways)).hasMessageContaining("row-level security");
    String toItself = insert(Identifiers.next(), ARTUX, ARTUX, "NOTICE", "null", "[]");
    assertThatThrownBy(() -> database.as(Schemas.roleOf(ARTUX), toItself)).hasMessageMatching("(?s).*(row-level security|nobody_writes_to_itself).*");
  }

  @Test
  void anEnvelopeThatDoesNotGoOnFromTheLastOneIsNotTaken() throws SQLException {
    sent(AKTO, PREFECTURE);
    String last = asOwner("select digest from exchange.envelope where sender = '653022' order by number desc limit 1");
    long number = Long.parseLong(asOwner("select max(number) from exchange.envelope where sender = '653022'"));
    for (String row : new String[] {row(Identifiers.next(), AKTO, number + 2, PREFECTURE, "NOTICE", "null", "[]", last),
        row(Identifiers.next(), AKTO, number + 1, PREFECTURE, "NOTICE", "null", "[]", "f".repeat(64))}) {
      assertThatThrownBy(() -> database.as(Schemas.roleOf(AKTO), row)).hasMessageContaining("goes on from the last one");
    }
  }

  @Test
  void anAnswerGoesToWhoeverWroteAndAReceiptIsGivenOnce() throws SQLException {
    UUID id = sent(PREFECTURE, ARTUX);
    String another = insert(Identifiers.next(), AKTO, PREFECTURE, "RECEIPT", "'" + id + "'", "[]");
    assertThatThrownBy(() -> database.as(Schemas.roleOf(AKTO), another)).hasMessageContaining("an answer goes to whoever wrote");
    database.as(Schemas.roleOf(ARTUX), insert(Identifiers.next(), ARTUX, PREFECTURE, "RECEIPT", "'" + id + "'", "[]"));
    String twice = insert(Identifiers.next(), ARTUX, PREFECTURE, "RECEIPT", "'" + id + "'", "[]");
    assertThatThrownBy(() -> database.as(Schemas.roleOf(ARTUX), twice)).hasMessageContaining("one_receipt_for_an_envelope");
    String ofNothing = insert(Identifiers.next(), ARTUX, PREFECTURE, "RECEIPT", "null", "[]");
    assertThatThrownBy(() -> database.as(Schemas.roleOf(ARTUX), ofNothing)).hasMessageContaining("a_receipt_answers");
  }

  @Test
  void aFileIsTheOneItsEnvelopeListsAndIsReadByTheSameTwo() throws SQLException {
    UUID id = Identifiers.next();
    String digest = new Letter.File("文.pdf", "application/pdf", "one".getBytes(StandardCharsets.UTF_8)).sha256();
    String other = new Letter.File("文.pdf", "application/pdf", "two".getBytes(StandardCharsets.UTF_8)).sha256();
    String enclosure = "insert into exchange.enclosure values ('" + id + "', %d, '%s', '%s')";
    String role = Schemas.roleOf(PREFECTURE);
    database.as(role, insert(id, PREFECTURE, AKTO, "NOTICE", "null", "[{\"sha256\":\"" + digest + "\"}]"), enclosure.formatted(1, digest, "one"));
    assertThatThrownBy(() -> database.as(role, enclosure.formatted(2, other, "two"))).hasMessageContaining("only what it lists");
    UUID forged = Identifiers.next();
    assertThatThrownBy(() -> database.as(role, insert(forged, PREFECTURE, AKTO, "NOTICE", "null", "[{\"sha256\":\"" + digest + "\"}]"),
        enclosure.replace(id.toString(), forged.toString()).formatted(1, digest, "two"))).hasMessageContaining("content_is_what_its_digest_says");
    String content = "select convert_from(content, 'UTF8') from exchange.enclosure where envelope = '" + id + "'";
    assertThat(database.askedAs(Schemas.roleOf(AKTO), content)).isEqualTo("one");
    assertThat(database.askedAs(Schemas.roleOf(ARTUX), content)).isEqualTo("nothing");
  }

  @Test
  void whatItsOwnerChangesStandsInTheTrailsOfBothAndOfNobodyElse() throws SQLException {
    UUID id = sent(PREFECTURE, ARTUX);
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("update exchange.envelope set payload = '{\"amount\":1}' where id = '" + id + "'");
    }
    String found = "select count(*) from %s.audit_entry where act = 'BYPASS' and subject = 'exchange.envelope' and after like '%%" + id + "%%'";
    for (JurisdictionCode one : new JurisdictionCode[] {PREFECTURE, ARTUX}) {
      assertThat(database.askedAs(Schemas.auditRoleOf(one), found.formatted(Schemas.of(one)))).as(one.value()).isEqualTo("1");
    }
    assertThat(database.askedAs(Schemas.auditRoleOf(AKTO), found.formatted(Schemas.of(AKTO)))).isEqualTo("0");
  }
}
