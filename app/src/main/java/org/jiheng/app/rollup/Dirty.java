package org.jiheng.app.rollup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;

/** Says that a jurisdiction's figures are no longer true. Written with the change, taken away when they are recomputed. */
@Entity
@Table(name = "dirty", schema = Schemas.ROLLUP)
public class Dirty {

  @Id
  private UUID id;

  private String jurisdiction;
  private Instant since;

  protected Dirty() {}

  Dirty(String jurisdiction, Instant since) {
    this.id = Identifiers.next();
    this.jurisdiction = jurisdiction;
    this.since = since;
  }

  public Instant since() {
    return since;
  }
}
