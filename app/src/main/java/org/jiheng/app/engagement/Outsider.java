package org.jiheng.app.engagement;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jiheng.tenants.persistence.Schemas;

/** Somebody with an account who holds no post anywhere: only such a person can be independent of client and object. Never written. */
@Entity
@Table(name = "outsider", schema = Schemas.PLATFORM)
public class Outsider {

  @Id
  private UUID id;

  private String username;
  private String name;

  protected Outsider() {}

  public UUID id() {
    return id;
  }

  public String username() {
    return username;
  }

  public String name() {
    return name;
  }
}
