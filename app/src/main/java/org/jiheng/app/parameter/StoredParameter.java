package org.jiheng.app.parameter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.JurisdictionCode;

/** A row somebody set: key, value, year, author, reason, the day it holds from. */
@MappedSuperclass
public abstract class StoredParameter {

  @Id
  private UUID id;

  private String key;

  @Column(name = "fiscal_year")
  private Integer fiscalYear;

  private String value;
  private String author;
  private String reason;
  private LocalDate effective;

  StoredParameter() {}

  StoredParameter(ParameterChange change, LocalDate effective, String author) {
    this.id = Identifiers.next();
    this.key = change.key();
    this.fiscalYear = change.fiscalYear().orElse(null);
    this.effective = effective;
    says(change, author);
  }

  /** Says something else from the same day on. */
  final void says(ParameterChange change, String who) {
    value = change.value();
    reason = change.reason();
    author = who;
  }

  abstract ParameterLevel level();

  ParameterRow row() {
    return new ParameterRow(id, level(), key, Optional.ofNullable(fiscalYear), value, author, reason, effective);
  }

  String key() {
    return key;
  }

  boolean forOneYear() {
    return fiscalYear != null;
  }

  String value() {
    return value;
  }

  LocalDate effective() {
    return effective;
  }

  /** A jurisdiction's own row. */
  @Entity(name = "JurisdictionParameter")
  @Table(name = "parameter")
  public static class OfJurisdiction extends StoredParameter {

    /** For JPA only. */
    protected OfJurisdiction() {}

    OfJurisdiction(ParameterChange change, LocalDate effective, String author) {
      super(change, effective, author);
    }

    @Override
    ParameterLevel level() {
      return ParameterLevel.OWN;
    }
  }

  /** A row of the template a prefecture hands to its counties. */
  @Entity(name = "TemplateParameter")
  @Table(name = "parameter_template", schema = Schemas.PLATFORM)
  public static class OfTemplate extends StoredParameter {

    private String prefecture;

    /** For JPA only. */
    protected OfTemplate() {}

    OfTemplate(JurisdictionCode prefecture, ParameterChange change, LocalDate effective, String author) {
      super(change, effective, author);
      this.prefecture = prefecture.value();
    }

    @Override
    ParameterLevel level() {
      return ParameterLevel.TEMPLATE;
    }

    String prefecture() {
      return prefecture;
    }
  }
}
