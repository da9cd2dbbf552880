package org.jiheng.app.exante;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;

/** A file handed in as one of the documents an evaluation asks for. */
@Entity
@Table(name = "exante_evidence")
public class ExAnteEvidence {

  @Id
  private UUID id;

  private UUID evaluation;
  private String document;
  private UUID attachment;

  protected ExAnteEvidence() {}

  ExAnteEvidence(UUID evaluation, String document, UUID attachment) {
    this.id = Identifiers.next();
    this.evaluation = evaluation;
    this.document = document;
    this.attachment = attachment;
  }

  public String document() {
    return document;
  }

  public UUID attachment() {
    return attachment;
  }
}
