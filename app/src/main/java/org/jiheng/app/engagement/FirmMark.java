package org.jiheng.app.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Score;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;

/** What is held for or against a firm: marks for the quality of a report, penalties. Never changed. */
@Entity
@Table(name = "firm_mark", schema = Schemas.PLATFORM)
public class FirmMark {

  /** Kinds of marks. */
  public enum Kind {
    /** 报告质量评分. */
    QUALITY,
    /** 处罚. */
    PENALTY
  }

  @Id
  private UUID id;

  private UUID firm;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private BigDecimal points;
  private String text;

  @Column(name = "noted_on")
  private LocalDate notedOn;

  @Column(name = "noted_by")
  private String notedBy;

  protected FirmMark() {}

  FirmMark(UUID firm, Kind kind, Optional<Score> points, String text, LocalDate notedOn, String notedBy) {
    this.id = Identifiers.next();
    this.firm = firm;
    this.kind = kind;
    this.points = points.map(Score::points).orElse(null);
    this.text = text;
    this.notedOn = notedOn;
    this.notedBy = notedBy;
  }

  public Kind kind() {
    return kind;
  }

  /** Of a report's quality, 0 to 100; empty for a penalty. */
  public Optional<Score> points() {
    return Optional.ofNullable(points).map(Score::new);
  }

  public String text() {
    return text;
  }

  public LocalDate notedOn() {
    return notedOn;
  }

  public String notedBy() {
    return notedBy;
  }
}
