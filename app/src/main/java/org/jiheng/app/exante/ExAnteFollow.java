package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import org.jiheng.app.form.FormsFollow;

/** Ex-ante evaluations that are not ended go over to the unit that goes on with the work. */
@ApplicationScoped
public class ExAnteFollow extends FormsFollow {

  public ExAnteFollow() {
    super(ExAnteEvaluation.class);
  }

  @Override
  protected Following following(long moving, long staying) {
    return new Following("EX_ANTE", moving, staying);
  }
}
