package org.jiheng.app.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A goal of the county that took a version of an indicator. */
@Entity
@Table(name = "library_use")
@IdClass(LibraryUse.Key.class)
public class LibraryUse {

  /** Which version by what. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    UUID indicatorVersion;
    String subject;

    public Key() {}

    Key(UUID indicatorVersion, String subject) {
      this.indicatorVersion = indicatorVersion;
      this.subject = subject;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.indicatorVersion.equals(indicatorVersion) && key.subject.equals(subject);
    }

    @Override
    public int hashCode() {
      return Objects.hash(indicatorVersion, subject);
    }
  }

  @Id
  @Column(name = "indicator_version")
  private UUID indicatorVersion;

  @Id
  private String subject;

  @Column(name = "entry")
  private UUID indicatorId;

  private String title;
  private String unit;

  @Column(name = "fiscal_year")
  private int fiscalYear;

  private Instant at;

  protected LibraryUse() {}

  LibraryUse(LibraryLine line, Taken taken, Instant at) {
    this.indicatorVersion = line.id();
    this.indicatorId = line.entry();
    this.subject = taken.subject();
    this.title = taken.title();
    this.unit = taken.unit();
    this.fiscalYear = taken.fiscalYear();
    this.at = at;
  }

  /**
   * What took it.
   *
   * @param subject a lasting name as the audit trail has it, such as {@code GOAL/018f…}
   * @param unit code of the unit whose goal it is
   */
  public record Taken(String subject, String title, String unit, int fiscalYear) {}

  public UUID indicatorVersion() {
    return indicatorVersion;
  }

  String subject() {
    return subject;
  }

  /** The form that took it, where the subject names one. */
  public Optional<UUID> form() {
    return form(subject);
  }

  /** Which kind of form took it, as the audit trail names it. */
  public String formType() {
    return subject.substring(0, Math.max(0, subject.indexOf('/')));
  }

  /** The form of a lasting name such as {@code GOAL/018f…}, or {@code GOAL/018f…/018e…} for a line of it; empty if it names none. */
  static Optional<UUID> form(String subject) {
    String[] parts = subject.split("/");
    try {
      return parts.length < 2 ? Optional.empty() : Optional.of(UUID.fromString(parts[1]));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  public String title() {
    return title;
  }

  public String unit() {
    return unit;
  }

  public int fiscalYear() {
    return fiscalYear;
  }
}
