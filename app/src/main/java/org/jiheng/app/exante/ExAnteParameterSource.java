package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterEffect;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSource;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;

/** Who is evaluated before money is asked for, how, and on which route. */
@ApplicationScoped
public class ExAnteParameterSource implements ParameterSource {

  private static final ParameterEffect NEED = ParameterEffect.NEED_OF_FORMS;
  private static final ParameterEffect SENT = ParameterEffect.SENT_FORMS;

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.stages(ParameterGroup.REVIEW, ExAnteEvaluations.TYPE.route()),
        Parameter.choices(ParameterGroup.EXANTE, NEED, ExAnteParameters.REQUIRED_FOR, Stream.of(ProjectAttribute.values()).map(Enum::name).toList()),
        Parameter.choices(ParameterGroup.EXANTE, NEED, ExAnteParameters.EXEMPT, Stream.concat(
            Stream.of(ProjectProfile.CONFIDENTIAL, ProjectProfile.MAJOR), Stream.of(ProjectCategory.values()).map(Enum::name)).toList()),
        written(ParameterForm.MONEY, NEED, ExAnteParameters.EXEMPT_BELOW),
        written(ParameterForm.THIRD_PARTY, NEED, ExAnteParameters.THIRD_PARTY).laidOut(new ThirdPartySheet()),
        written(ParameterForm.TEMPLATE, ParameterEffect.BEGUN_FORMS, ExAnteParameters.TEMPLATE).laidOut(new TemplateSheet()),
        written(ParameterForm.HUNDRED, SENT, ExAnteParameters.PASS).notBelow(ExAnteParameters.PARTIAL),
        written(ParameterForm.HUNDRED, SENT, ExAnteParameters.PARTIAL),
        written(ParameterForm.SHARE, SENT, ExAnteParameters.FLOOR),
        written(ParameterForm.GRADE_SHARES, SENT, ExAnteParameters.TICKS).only(ExAnteParameters::sharesOfTheWhole),
        written(ParameterForm.HUNDRED, SENT, ExAnteParameters.EXPLAIN));
  }

  private static Parameter written(ParameterForm form, ParameterEffect effect, ParameterKey<?> key) {
    return Parameter.of(ParameterGroup.EXANTE, form, effect, key);
  }
}
