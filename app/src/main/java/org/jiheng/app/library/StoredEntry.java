package org.jiheng.app.library;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.persistence.UuidColumn;

/**
 * An indicator of the library: what stays the same while its versions come and go. A department's is proposed, confirmed or sent
 * back by finance, and stopped at last; finance's own is in force from the start (DOMAIN 3.10).
 */
@MappedSuperclass
public abstract class StoredEntry {

  @Id
  private UUID id;

  private String code;

  @Enumerated(EnumType.STRING)
  private EntryState state;

  @Column(name = "state_reason")
  private String stateReason = "";

  private String industry;
  private int newest = 1;
  private String origin = "";

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  @Version
  private int version;

  protected StoredEntry() {}

  StoredEntry(String code, EntryState state, Indicator first, String origin) {
    this.id = Identifiers.next();
    this.code = code;
    this.state = state;
    this.industry = first.place().industry();
    this.origin = origin;
  }

  /** Another version is the newest. */
  void next(Indicator indicator) {
    newest++;
    industry = indicator.place().industry();
  }

  void move(EntryState to, String reason) {
    state = to;
    stateReason = reason;
  }

  void changed(String by, Instant at) {
    changedBy = by;
    changedAt = at;
  }

  public UUID id() {
    return id;
  }

  public String code() {
    return code;
  }

  public EntryState state() {
    return state;
  }

  int newest() {
    return newest;
  }

  int version() {
    return version;
  }

  /** The county's own, or one of its departments. */
  @Entity(name = "OwnIndicator")
  @Table(name = "library_entry")
  public static class Own extends StoredEntry {

    private String unit;

    @Convert(converter = UuidColumn.class)
    @Column(name = "proposed_by")
    private UUID proposedBy;

    protected Own() {}

    /** The whole county's, in force at once. */
    Own(String code, Indicator first) {
      super(code, EntryState.IN_FORCE, first, "");
      this.unit = "";
    }

    /** What a department proposes. */
    Own(String code, Indicator first, String department, UUID by, String origin) {
      super(code, EntryState.PROPOSED, first, origin);
      this.unit = department;
      this.proposedBy = by;
    }

    void proposedBy(UUID person) {
      proposedBy = person;
    }
  }

  /** The prefecture's. */
  @Entity(name = "SharedIndicator")
  @Table(name = "library_entry", schema = Schemas.PLATFORM)
  public static class Shared extends StoredEntry {

    private String prefecture;

    protected Shared() {}

    Shared(String prefecture, String code, Indicator first) {
      super(code, EntryState.IN_FORCE, first, "");
      this.prefecture = prefecture;
    }

    String prefecture() {
      return prefecture;
    }
  }
}
