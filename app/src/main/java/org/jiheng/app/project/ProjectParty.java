package org.jiheng.app.project;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.CreditCode;
import org.jiheng.tenants.persistence.Identifiers;

/** An organisation that delivers to, audits or advises a project, and since when until when. */
@Entity
@Table(name = "project_party")
public class ProjectParty {

  /** What the organisation does for the project. */
  public enum Part {
    /** 供应商、施工单位. */
    SUPPLIER,
    /** 审计单位. */
    AUDITOR,
    /** 咨询、设计、代理单位. */
    CONSULTANT
  }

  @Id
  private UUID id;

  private UUID project;
  private String uscc;
  private String name;

  @Enumerated(EnumType.STRING)
  private Part part;

  private LocalDate since;
  private LocalDate until;

  protected ProjectParty() {}

  ProjectParty(UUID project, CreditCode code, String name, Part part, LocalDate since, Optional<LocalDate> until) {
    this.id = Identifiers.next();
    this.project = project;
    this.uscc = code.text();
    this.name = name;
    this.part = part;
    this.since = since;
    this.until = until.orElse(null);
  }

  public UUID project() {
    return project;
  }

  public CreditCode code() {
    return new CreditCode(uscc);
  }

  public String name() {
    return name;
  }

  public Part part() {
    return part;
  }

  public LocalDate since() {
    return since;
  }

  /** Last day, inclusive; empty while it lasts. */
  public Optional<LocalDate> until() {
    return Optional.ofNullable(until);
  }
}
