package org.jiheng.app.form;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;

/**
 * A room that checks its forms of projects, for rooms beside it that show what its checks find. Found by the container; asked inside the
 * transaction of whoever asks.
 */
public interface FormFindings {

  String formType();

  /** The project's form as it stands and what is found in it; empty if there is none the caller may see. */
  Optional<Found> of(UUID project);

  /**
   * A form.
   *
   * @param annual money of the year it speaks of, yuan; empty if it says none
   */
  record Found(UUID form, Optional<Money> annual, List<Finding> findings) {

    public Found {
      findings = List.copyOf(findings);
    }
  }

  /**
   * What a check found.
   *
   * @param number of the check
   * @param stops whether the form cannot be sent in because of it
   * @param place name of the cell, in Chinese
   */
  record Finding(String number, String article, boolean stops, String place, Problem problem) {}
}
