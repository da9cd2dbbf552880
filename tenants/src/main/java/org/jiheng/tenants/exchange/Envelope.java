package org.jiheng.tenants.exchange;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.audit.Chain;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.persistence.UuidColumn;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.JurisdictionCode;

/** What one jurisdiction sent another. Never changed; what came of it is another envelope that answers it. */
@Entity
@Table(name = "envelope", schema = Schemas.EXCHANGE)
public class Envelope {

  /** Kind of the answer that says an envelope has come. */
  public static final String RECEIPT = "RECEIPT";

  /** A file that goes with an envelope, as the envelope lists it. */
  public record Listed(String name, String mediaType, int size, String sha256) {}

  @Id
  private UUID id;

  private String sender;
  private long number;
  private String receiver;
  private String kind;
  private String subject;
  private String title;
  private String key;

  @Column(name = "schema_version")
  private int schemaVersion;

  private String payload;
  private String enclosed;

  @Convert(converter = UuidColumn.class)
  private UUID answers;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "sent_by")
  private UUID sentBy;

  @Column(name = "sent_by_name")
  private String sentByName;

  private String previous;
  private String digest;

  protected Envelope() {}

  Envelope(JurisdictionCode sender, Caller by, Instant at, Letter letter, long number, String previous) {
    this.id = Identifiers.next();
    this.sender = sender.value();
    this.number = number;
    this.receiver = letter.receiver().value();
    this.kind = letter.kind();
    this.subject = letter.subject();
    this.title = letter.title();
    this.key = letter.key();
    this.schemaVersion = letter.schemaVersion();
    this.payload = letter.payload();
    this.enclosed = letter.enclosed();
    this.answers = letter.answers().orElse(null);
    this.sentAt = at;
    this.sentBy = by.id();
    this.sentByName = by.name();
    this.previous = previous;
    this.digest = Chain.digest(previous, number, fields());
  }

  /** What the digest covers, in this order, besides the number and the digest before. */
  private List<String> fields() {
    return List.of(id.toString(), sender, receiver, kind, subject, title, key, String.valueOf(schemaVersion), payload, enclosed,
        answers == null ? "" : answers.toString(), sentAt.toString(), sentBy.toString(), sentByName);
  }

  Chain.Link forVerification() {
    return new Chain.Link(number, fields(), previous, digest);
  }

  /** Whether it is what its digest says. That it stands at its place in the sender's chain, the sender can tell. */
  public boolean sound() {
    return digest.equals(Chain.digest(previous, number, fields()));
  }

  /** Whether it says and brings the same as this letter. */
  boolean says(Letter letter) {
    return receiver.equals(letter.receiver().value()) && kind.equals(letter.kind()) && subject.equals(letter.subject())
        && payload.equals(letter.payload()) && enclosed.equals(letter.enclosed()) && answers().equals(letter.answers());
  }

  public UUID id() {
    return id;
  }

  public JurisdictionCode sender() {
    return new JurisdictionCode(sender);
  }

  public JurisdictionCode receiver() {
    return new JurisdictionCode(receiver);
  }

  public String kind() {
    return kind;
  }

  public String subject() {
    return subject;
  }

  public String title() {
    return title;
  }

  public int schemaVersion() {
    return schemaVersion;
  }

  /** What it says. */
  public JsonObject payload() {
    try (JsonReader reader = Json.createReader(new StringReader(payload))) {
      return reader.readObject();
    }
  }

  public List<Listed> files() {
    try (JsonReader reader = Json.createReader(new StringReader(enclosed))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(file -> new Listed(file.getString("name"), file.getString("type"), file.getInt("size"), file.getString("sha256"))).toList();
    }
  }

  /** The envelope this one answers; empty if none. */
  public Optional<UUID> answers() {
    return Optional.ofNullable(answers);
  }

  public Instant sentAt() {
    return sentAt;
  }

  public String sentByName() {
    return sentByName;
  }

  /** Its place in the chain of its sender, from 1: what was sent later has a higher one. */
  public long number() {
    return number;
  }

  public String digest() {
    return digest;
  }
}
