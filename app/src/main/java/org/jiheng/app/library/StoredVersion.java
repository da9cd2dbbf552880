package org.jiheng.app.library;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;

/** What an indicator said from a day on. A goal keeps the version it took; nothing of it is ever changed but its last day. */
@MappedSuperclass
public abstract class StoredVersion {

  @Id
  private UUID id;

  @Column(name = "entry")
  private UUID indicatorId;

  private int number;

  @Embedded
  private StoredIndicator content;

  private String reason;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  protected StoredVersion() {}

  StoredVersion(StoredEntry entry, Indicator content, String reason, String by, Instant at) {
    this.id = Identifiers.next();
    this.indicatorId = entry.id();
    this.number = entry.newest();
    this.content = new StoredIndicator(content);
    this.reason = reason;
    this.changedBy = by;
    this.changedAt = at;
  }

  void endBefore(LocalDate day) {
    content.endBefore(day);
  }

  Indicator indicator() {
    return content.indicator();
  }

  UUID id() {
    return id;
  }

  /** Of the county's own, or of a department's. */
  @Entity(name = "OwnIndicatorVersion")
  @Table(name = "library_version")
  public static class Own extends StoredVersion {

    protected Own() {}

    Own(StoredEntry.Own entry, Indicator content, String reason, String by, Instant at) {
      super(entry, content, reason, by, at);
    }
  }

  /** Of the prefecture's. */
  @Entity(name = "SharedIndicatorVersion")
  @Table(name = "library_version", schema = Schemas.PLATFORM)
  public static class Shared extends StoredVersion {

    private String prefecture;

    protected Shared() {}

    Shared(StoredEntry.Shared entry, Indicator content, String reason, String by, Instant at) {
      super(entry, content, reason, by, at);
      this.prefecture = entry.prefecture();
    }
  }
}
