package org.jiheng.app.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import org.jiheng.app.common.CreditCode;

/**
 * A department (3 digits) or a budget unit below one (6 and more, 3 digits for each level; DOMAIN 11.1). Its code is its place in the
 * tree and is never given to another: moved, it goes on under a new code; merged, another one goes on with its work. What was done
 * under the old code stays there (DOMAIN Q23).
 */
@Entity
@Table(name = "unit")
public class Unit {

  @Id
  private String code;

  private String name;
  private String responsible;

  @Enumerated(EnumType.STRING)
  private UnitKind kind = UnitKind.OTHER;

  @Column(name = "credit_code")
  private String creditCode = "";

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  private String successor;

  @Version
  private int version;

  protected Unit() {}

  Unit(UnitEntry entry) {
    this.code = entry.code();
    this.validFrom = entry.validFrom().orElse(null);
    say(entry);
  }

  /** Takes over what is entered; the code and the first day stay. */
  final void say(UnitEntry entry) {
    name = entry.name();
    kind = entry.kind();
    creditCode = entry.creditCode().map(CreditCode::text).orElse("");
    responsible = entry.responsible();
  }

  void endsOn(LocalDate lastDay) {
    validUntil = lastDay;
  }

  void goesOnAs(String other, LocalDate lastDay) {
    successor = other;
    validUntil = lastDay;
  }

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

  public UnitKind kind() {
    return kind;
  }

  public Optional<CreditCode> creditCode() {
    return Optional.of(creditCode).filter(text -> !text.isEmpty()).map(CreditCode::new);
  }

  /** First day; empty for a unit from before the records. */
  public Optional<LocalDate> validFrom() {
    return Optional.ofNullable(validFrom);
  }

  /** Last day; empty while it lasts. */
  public Optional<LocalDate> validUntil() {
    return Optional.ofNullable(validUntil);
  }

  /** Code of the unit that goes on with its work since it was moved or merged. */
  public Optional<String> successor() {
    return Optional.ofNullable(successor);
  }

  /** Whether no last day has been set. */
  public boolean lasts() {
    return validUntil == null;
  }

  public String departmentCode() {
    return UnitTree.departmentOf(code);
  }

  public int version() {
    return version;
  }

  public UnitEntry entry() {
    return new UnitEntry(code, name, kind, creditCode(), responsible, validFrom());
  }
}
