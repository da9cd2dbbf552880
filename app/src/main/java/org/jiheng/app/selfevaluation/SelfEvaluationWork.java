package org.jiheng.app.selfevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jiheng.app.calendar.WorkSource;

/** Every project of a unit is evaluated by the unit itself (S22): each of them has a form to be begun here. */
@ApplicationScoped
public class SelfEvaluationWork implements WorkSource {

  @Override
  public Set<String> begunPerProject() {
    return Set.of(SelfEvaluation.FORM_TYPE);
  }
}
