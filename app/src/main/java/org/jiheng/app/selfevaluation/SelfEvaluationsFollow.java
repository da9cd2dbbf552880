package org.jiheng.app.selfevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import org.jiheng.app.form.FormsFollow;

/** Self-evaluations that are not ended go over to the unit that goes on with the work. */
@ApplicationScoped
public class SelfEvaluationsFollow extends FormsFollow {

  public SelfEvaluationsFollow() {
    super(SelfEvaluation.class);
  }

  @Override
  protected Following following(long moving, long staying) {
    return new Following("SELF_EVALUATION", moving, staying);
  }
}
