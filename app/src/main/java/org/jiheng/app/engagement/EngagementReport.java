package org.jiheng.app.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.UuidColumn;
import org.jiheng.tenants.scope.Caller;

/** What the engaged people handed in: in words, as a file, or both. Never changed; a better one comes after it. */
@Entity
@Table(name = "engagement_report")
public class EngagementReport {

  /** Kinds of reports, in the order in which they are written. */
  public enum Kind {
    /** 工作方案. */
    WORK_PLAN,
    /** 报告初稿. */
    DRAFT_REPORT,
    /** 正式报告: signed by the lead evaluator and stamped, so it is always a file (财监〔2021〕4号). */
    FINAL_REPORT,
    /** 专家意见. */
    OPINION,
    /** 其他材料. */
    OTHER
  }

  @Id
  private UUID id;

  private UUID engagement;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String title;
  private String text;

  @Convert(converter = UuidColumn.class)
  private UUID attachment;

  private UUID person;

  @Column(name = "person_name")
  private String personName;

  private Instant at;

  protected EngagementReport() {}

  EngagementReport(UUID engagement, Kind kind, String title, String text, Optional<UUID> attachment, Caller by, Instant at) {
    this.id = Identifiers.next();
    this.engagement = engagement;
    this.kind = kind;
    this.title = title;
    this.text = text;
    this.attachment = attachment.orElse(null);
    this.person = by.id();
    this.personName = by.name();
    this.at = at;
  }

  public UUID id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  public String title() {
    return title;
  }

  public String text() {
    return text;
  }

  public Optional<UUID> attachment() {
    return Optional.ofNullable(attachment);
  }

  public String personName() {
    return personName;
  }

  public Instant at() {
    return at;
  }
}
