package org.jiheng.infra.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.review.FilledForms;
import org.jiheng.app.review.FormSheet;
import org.jiheng.app.review.FormType;
import org.jiheng.app.review.Judgement;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.ShownForm;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.SelfEvaluation;

/** The self-evaluations of the tests, were files handed in with them: a room of forms that adds nothing to what every form has. */
@ApplicationScoped
@RefusalsRecorded
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class FormsWithFiles extends FilledForms<SelfEvaluation, String, FormsWithFiles.Shown> {

  /** The sheet every form has, and nothing else. */
  public record Shown(FormSheet sheet) implements ShownForm {}

  public FormsWithFiles() {
    super(FormType.of(SelfEvaluation.FORM_TYPE, SelfEvaluation.class, "FINANCE_FIRST", FormCells.LABELS, (_, _) -> false).withFiles());
  }

  @Override
  protected Function<SelfEvaluation, Judgement<String>> rules(int fiscalYear, Optional<String> kept) {
    return _ -> new Judgement<>("", Map.of(), ParameterSet.STANDARD);
  }

  @Override
  protected String outcome(String result) {
    return "{}";
  }

  @Override
  protected Shown shown(SelfEvaluation form, String result, FormSheet sheet) {
    return new Shown(sheet);
  }
}
