package org.jiheng.app.engagement;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An engagement of which the registry has not been told yet who comes in by it, and until when. Gone once it has been. */
@Entity
@Table(name = "admission_due")
public class AdmissionDue {

  @Id
  private UUID engagement;

  protected AdmissionDue() {}

  AdmissionDue(UUID engagement) {
    this.engagement = engagement;
  }
}
