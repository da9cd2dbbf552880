package org.jiheng.app.review;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A command that was carried out; found again, it is not carried out a second time. */
@Entity
@Table(name = "command")
public class Command {

  @Id
  private UUID key;

  private Instant at;

  protected Command() {}

  Command(UUID key, Instant at) {
    this.key = key;
    this.at = at;
  }

  public Instant at() {
    return at;
  }
}
