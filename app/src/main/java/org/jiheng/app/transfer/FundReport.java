package org.jiheng.app.transfer;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Caller;

/** How the execution of a transfer was reported (S11), with every figure as it was then. Never changed and never deleted. */
@Entity
@Table(name = "fund_report")
public class FundReport {

  @Id
  private UUID id;

  private UUID document;
  private int number;
  private String content;

  @Column(name = "reported_on")
  private LocalDate reportedOn;

  private UUID person;

  @Column(name = "person_name")
  private String personName;

  private Instant at;

  protected FundReport() {}

  FundReport(UUID document, int number, String content, LocalDate reportedOn, Caller by, Instant at) {
    this.id = Identifiers.next();
    this.document = document;
    this.number = number;
    this.content = content;
    this.reportedOn = reportedOn;
    this.person = by.id();
    this.personName = by.name();
    this.at = at;
  }

  UUID document() {
    return document;
  }

  /** The how-manieth of the document, from 1. */
  public int number() {
    return number;
  }

  /** What it said. */
  public JsonObject content() {
    try (JsonReader reader = Json.createReader(new StringReader(content))) {
      return reader.readObject();
    }
  }

  public LocalDate reportedOn() {
    return reportedOn;
  }

  public String personName() {
    return personName;
  }
}
