package org.jiheng.app.project;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jiheng.app.review.Signed;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Caller;

/** What finance decided about the attribute and the category a unit had chosen for its project, and why. Only ever added to. */
@Entity
@Table(name = "project_confirmation")
public class ProjectConfirmation {

  /** What was decided. */
  public enum Verdict {
    /** 予以确认. */
    CONFIRMED,
    /** 不予确认: it is dealt with as a new project. */
    DENIED
  }

  @Id
  private UUID id;

  private UUID project;

  @Enumerated(EnumType.STRING)
  private ProjectAttribute attribute;

  @Enumerated(EnumType.STRING)
  private ProjectCategory category;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;


  @Embedded
  private Signed signed;

  protected ProjectConfirmation() {}

  ProjectConfirmation(Project project, Verdict verdict, String reason, Caller by, Instant at) {
    this.id = Identifiers.next();
    this.project = project.id();
    this.attribute = project.attribute();
    this.category = project.category();
    this.verdict = verdict;
    this.signed = new Signed(by, at, reason);
  }

  public UUID project() {
    return project;
  }

  public ProjectAttribute attribute() {
    return attribute;
  }

  public ProjectCategory category() {
    return category;
  }

  public Verdict verdict() {
    return verdict;
  }

  public String reason() {
    return signed.reason();
  }

  public String personName() {
    return signed.personName();
  }

  public Instant at() {
    return signed.at();
  }
}
