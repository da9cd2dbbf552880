package org.jiheng.tenants.exchange;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jiheng.tenants.persistence.Schemas;

/** The content of a file that goes with an envelope. Its digest is the one the envelope lists; the database checks both. */
@Entity
@Table(name = "enclosure", schema = Schemas.EXCHANGE)
@IdClass(Enclosure.Key.class)
public class Enclosure {

  /** Which file of which envelope. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    UUID envelope;
    int position;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.envelope.equals(envelope) && key.position == position;
    }

    @Override
    public int hashCode() {
      return Objects.hash(envelope, position);
    }
  }

  @Id
  private UUID envelope;

  @Id
  private int position;

  private String sha256;
  private byte[] content;

  protected Enclosure() {}

  Enclosure(UUID envelope, int position, Letter.File file) {
    this.envelope = envelope;
    this.position = position;
    this.sha256 = file.sha256();
    this.content = file.content();
  }

  byte[] content() {
    return content.clone();
  }
}
