package org.jiheng.app.exante;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.UuidColumn;
import org.jiheng.tenants.scope.Caller;

/**
 * A contract under which somebody from outside looks at the evaluation again: the re-evaluating firm, or a panel of experts. Belongs to
 * the round of the form it was given in; one that is still in force goes on in the next round, and a sheet accepted there has a row of
 * its own ({@link OutsideOfRound}).
 */
@Entity
@Table(name = "exante_engagement")
public class ExAnteEngagement {

  /** What the engaged people do. */
  public enum Part {
    /** 再评估: they tick the sheet anew. */
    THIRD_PARTY,
    /** 专家论证: they give opinions. */
    PANEL
  }

  @Id
  private UUID id;

  private UUID evaluation;
  private UUID engagement;

  @Enumerated(EnumType.STRING)
  private Part part;

  private int round;

  @Column(name = "linked_at")
  private Instant linkedAt;

  @Column(name = "linked_by")
  private String linkedBy;

  @Convert(converter = UuidColumn.class)
  private UUID result;

  @Column(name = "accepted_on")
  private LocalDate acceptedOn;

  @Column(name = "accepted_by")
  private String acceptedBy;

  protected ExAnteEngagement() {}

  ExAnteEngagement(UUID evaluation, UUID engagement, Part part, int round, Caller by, Instant at) {
    this.id = Identifiers.next();
    this.evaluation = evaluation;
    this.engagement = engagement;
    this.part = part;
    this.round = round;
    this.linkedBy = by.name();
    this.linkedAt = at;
  }

  void accepted(ExAnteResult sheet, Caller by, LocalDate today) {
    result = sheet.id();
    acceptedBy = by.name();
    acceptedOn = today;
  }

  public UUID evaluation() {
    return evaluation;
  }

  public UUID engagement() {
    return engagement;
  }

  public Part part() {
    return part;
  }

  /** Of the form: in which it was given, or a sheet under it accepted. */
  public int round() {
    return round;
  }

  public String linkedBy() {
    return linkedBy;
  }

  public Instant linkedAt() {
    return linkedAt;
  }

  /** The sheet finance accepted. */
  public Optional<UUID> result() {
    return Optional.ofNullable(result);
  }

  public Optional<LocalDate> acceptedOn() {
    return Optional.ofNullable(acceptedOn);
  }

  public Optional<String> acceptedBy() {
    return Optional.ofNullable(acceptedBy);
  }
}
