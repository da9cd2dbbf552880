package org.jiheng.app.parameter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jiheng.tenants.persistence.Schemas;

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
  public static class OfJurisdiction extends StoredParameter {}

  /** A row of the template a prefecture hands to its counties. */
  @Entity(name = "TemplateParameter")
  @Table(name = "parameter_template", schema = Schemas.PLATFORM)
  public static class OfTemplate extends StoredParameter {

    private String prefecture;

    String prefecture() {
      return prefecture;
    }
  }
}
