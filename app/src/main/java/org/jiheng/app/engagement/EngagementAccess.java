package org.jiheng.app.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Caller;

/** Somebody from outside looked at something. Never changed. The audit trail has it too; this is for the client. */
@Entity
@Table(name = "engagement_access")
public class EngagementAccess {

  /** Begins the name of a form that was taken away as a file, to be told from one that was looked at. */
  public static final String TAKEN = "EXPORT";

  /** What can only be taken away. */
  private static final Set<String> NEVER_LOOKED_AT = Set.of("ATTACHMENT", "LIST");

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

  EngagementAccess(UUID engagement, Caller by, Instant at, Act act, String subject, String title) {
    this.id = Identifiers.next();
    this.engagement = engagement;
    this.person = by.id();
    this.personName = by.name();
    this.at = at;
    this.subject = act == Act.EXPORT && !NEVER_LOOKED_AT.contains(subject.split("/")[0]) ? TAKEN + "/" + subject : subject;
    this.title = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
  }

  public String personName() {
    return personName;
  }

  public Instant at() {
    return at;
  }

  /** What it was, as a lasting name such as {@code SELF_EVALUATION/018f…}, behind {@link #TAKEN} if it was taken away. */
  public String subject() {
    return subject;
  }

  public String title() {
    return title;
  }
}
