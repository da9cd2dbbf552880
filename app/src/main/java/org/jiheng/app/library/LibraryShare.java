package org.jiheng.app.library;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.persistence.UuidColumn;

/** What the prefecture shows which of its counties (DOMAIN 3.10: readable to lower levels through authorisation). */
@Entity
@Table(name = "library_share", schema = Schemas.PLATFORM)
public class LibraryShare {

  @Id
  private UUID id;

  private String prefecture;
  private String county;
  private String industry;

  @Convert(converter = UuidColumn.class)
  @Column(name = "entry")
  private UUID indicatorId;

  @Column(name = "shared_at")
  private Instant sharedAt;

  @Column(name = "shared_by")
  private String sharedBy;

  protected LibraryShare() {}

  LibraryShare(String prefecture, LibrarySharing.Wish wish, String by, Instant at) {
    this.id = Identifiers.next();
    this.prefecture = prefecture;
    this.county = wish.county().orElse(null);
    this.industry = wish.industry().orElse(null);
    this.indicatorId = wish.entry().orElse(null);
    this.sharedBy = by;
    this.sharedAt = at;
  }

  public UUID id() {
    return id;
  }

  /** Code of the county; empty: all of the prefecture, also those that come later. */
  public Optional<String> county() {
    return Optional.ofNullable(county);
  }

  /** The whole industry; empty with {@link #entry()} empty, too: the whole library. */
  public Optional<String> industry() {
    return Optional.ofNullable(industry);
  }

  public Optional<UUID> entry() {
    return Optional.ofNullable(indicatorId);
  }

  public Instant sharedAt() {
    return sharedAt;
  }

  public String sharedBy() {
    return sharedBy;
  }
}
