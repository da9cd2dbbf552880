package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jiheng.app.parameter.Measure;
import org.jiheng.app.parameter.NumberRows;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterEffect;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSource;

/** When two projects are taken for one. */
@ApplicationScoped
public class ProjectParameterSource implements ParameterSource {

  /** Were nothing alike enough, everything would be. */
  private static final Measure ABOVE_NOTHING = Measure.SHARE.from("0.01");

  @Override
  public List<Parameter> parameters() {
    return List.of(
        written(ParameterForm.HUNDRED, DuplicateParameters.LEAST).counted(Measure.whole(Measure.Unit.POINTS, 1, 100)),
        written(ParameterForm.SHARE, DuplicateParameters.SIMILAR_NAME).counted(ABOVE_NOTHING),
        written(ParameterForm.SHARE, DuplicateParameters.SIMILAR_CONTENT).counted(ABOVE_NOTHING),
        written(ParameterForm.MONEY, DuplicateParameters.SMALL_BELOW),
        written(ParameterForm.SEVEN_POINTS, DuplicateParameters.POINTS).laidOut(new NumberRows(
            List.of("SAME_NAME", "PARTS", "NAME_ALIKE", "CONTENT_ALIKE", "SAME_UNIT", "SAME_DEPARTMENT", "SMALL_PARTS"),
            Measure.whole(Measure.Unit.POINTS, 0, 100), "points", false)));
  }

  private static Parameter written(ParameterForm form, ParameterKey<?> key) {
    return Parameter.of(ParameterGroup.PROJECT, form, ParameterEffect.DUPLICATES, key);
  }
}
