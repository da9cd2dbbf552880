package org.jiheng.app.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jiheng.tenants.persistence.Schemas;

/** Somebody with an account who works for a firm. The name is the one at the time of entry. */
@Entity
@Table(name = "firm_person", schema = Schemas.PLATFORM)
@IdClass(FirmPerson.Key.class)
public class FirmPerson {

  /** Who at which firm. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    UUID firm;
    UUID person;

    public Key() {}

    Key(UUID firm, UUID person) {
      this.firm = firm;
      this.person = person;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.firm.equals(firm) && key.person.equals(person);
    }

    @Override
    public int hashCode() {
      return Objects.hash(firm, person);
    }
  }

  @Id
  private UUID firm;

  @Id
  private UUID person;

  private String username;
  private String name;

  @Column(name = "left_on")
  private LocalDate leftOn;

  protected FirmPerson() {}

  FirmPerson(UUID firm, Outsider person) {
    this.firm = firm;
    this.person = person.id();
    this.username = person.username();
    this.name = person.name();
  }

  public UUID firm() {
    return firm;
  }

  public UUID person() {
    return person;
  }

  public String username() {
    return username;
  }

  public String name() {
    return name;
  }

  public boolean active() {
    return leftOn == null;
  }

  void leave(LocalDate day) {
    leftOn = day;
  }

  void comeBack() {
    leftOn = null;
  }
}
