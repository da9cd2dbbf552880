package org.jiheng.app.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Caller;

/** Somebody from outside looked at something. Never changed. The audit trail has it too; this is for the client. */
@Entity
@Table(name = "engagement_access")
public class EngagementAccess {

  private static final int LONGEST_TITLE = 200;

  @Id
  private UUID id;

  private UUID engagement;
  private UUID person;

  @Column(name = "person_name")
  private String personName;

  private Instant at;
  private String subject;
  private String title;

  protected EngagementAccess() {}

  EngagementAccess(UUID engagement, Caller by, Instant at, String subject, String title) {
    this.id = Identifiers.next();
    this.engagement = engagement;
    this.person = by.id();
    this.personName = by.name();
    this.at = at;
    this.subject = subject;
    this.title = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
  }

  public String personName() {
    return personName;
  }

  public Instant at() {
    return at;
  }

  /** What it was, as a lasting name such as {@code SELF_EVALUATION/018f…}. */
  public String subject() {
    return subject;
  }

  public String title() {
    return title;
  }
}
