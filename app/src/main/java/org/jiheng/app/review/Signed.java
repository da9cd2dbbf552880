package org.jiheng.app.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jiheng.tenants.scope.Caller;

/**
 * Who decided something, when, and why: what every decision that stays on record for ever says of itself. In columns {@code person},
 * {@code person_name}, {@code at} and {@code reason} of the decision's own table.
 */
@Embeddable
public class Signed {

  private UUID person;

  @Column(name = "person_name")
  private String personName;

  private Instant at;
  private String reason;

  protected Signed() {}

  /** @param reason why; empty text where the decision says it otherwise */
  public Signed(Caller by, Instant at, String reason) {
    this.person = by.id();
    this.personName = by.name();
    this.at = at;
    this.reason = reason;
  }

  public String personName() {
    return personName;
  }

  public Instant at() {
    return at;
  }

  public String reason() {
    return reason;
  }
}
