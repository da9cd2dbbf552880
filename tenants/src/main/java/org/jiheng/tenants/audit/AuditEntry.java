package org.jiheng.tenants.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Scope;

/** One line of a jurisdiction's trail. Never changed. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_TITLE = 200;

  @Id
  private UUID id;

  private Instant at;
  private UUID person;
  private String username;

  @Column(name = "person_name")
  private String personName;

  @Column(name = "acting_for")
  private String actingFor;

  private String origin;

  @Enumerated(EnumType.STRING)
  private Act act;

  private String subject;
  private String title;
  private String before;
  private String after;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  private String note;

  protected AuditEntry() {}

  AuditEntry(Scope scope, Record record, Instant at) {
    this.id = Identifiers.next();
    this.at = at;
    this.person = scope.caller().id();
    this.username = scope.caller().username();
    this.personName = scope.caller().name();
    this.actingFor = scope.jurisdiction().code().value();
    this.origin = scope.caller().origin();
    this.act = record.act();
    this.subject = subject(record);
    this.title = title(record);
    this.before = record.before();
    this.after = record.after();
    this.outcome = record.outcome();
    this.note = record.note();
  }

  static String subject(Record record) {
    return cut(record.subject(), LONGEST_SUBJECT);
  }

  static String title(Record record) {
    return cut(record.title(), LONGEST_TITLE);
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }

  public UUID id() {
    return id;
  }

  public Instant at() {
    return at;
  }

  public UUID person() {
    return person;
  }

  public String username() {
    return username;
  }

  public String personName() {
    return personName;
  }

  public String actingFor() {
    return actingFor;
  }

  public String origin() {
    return origin;
  }

  public Act act() {
    return act;
  }

  public String subject() {
    return subject;
  }

  public String title() {
    return title;
  }

  public String before() {
    return before;
  }

  public String after() {
    return after;
  }

  public Outcome outcome() {
    return outcome;
  }

  public String note() {
    return note;
  }

  /** What the chain covers, in the order of {@link Chain#FIELDS}. */
  List<String> fields() {
    return List.of(id.toString(), at.toString(), person.toString(), username, personName, actingFor, origin, act.name(), subject, title,
        before, after, outcome.name(), note);
  }
}
