package org.jiheng.app.agency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A department (3 digits) or a budget unit below one (6 and more, 3 digits for each level; DOMAIN 11.1). */
@Entity
@Table(name = "unit")
public class Unit {

  @Id
  private String code;

  private String name;
  private String responsible;

  protected Unit() {}

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  /** The person accountable (责任人); empty when none is recorded. */
  public String responsible() {
    return responsible;
  }

  public String departmentCode() {
    return code.substring(0, 3);
  }
}
