package org.jiheng.app.selfevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.form.FilledForms;
import org.jiheng.app.review.FormSheet;
import org.jiheng.app.review.FormType;
import org.jiheng.app.review.Judgement;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.Route;
import org.jiheng.app.scoring.RuleSets;
import org.jiheng.app.scoring.SelfEvaluationScoring;
import org.jiheng.tenants.audit.Act;

/**
 * The use cases of the unit's self-evaluation: those every form has, and its beginning, its indicator lines and its scores. What was
 * approved is not adjusted: it says what was done in a year that is over.
 */
@ApplicationScoped
@RefusalsRecorded
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class SelfEvaluations extends FilledForms<SelfEvaluation, SelfEvaluationScoring.Result, SelfEvaluationForm> {

  /** A jurisdiction whose units do not review a second time leaves the first stage of the route out. */
  public static final FormType<SelfEvaluation> TYPE = FormType.of(SelfEvaluation.FORM_TYPE, SelfEvaluation.class,
      "UNIT_REVIEW,DEPARTMENT_REVIEW,FINANCE_FIRST,FINANCE_SECOND", FormCells.LABELS, FormCells::follows);

  public static final ParameterKey<Route> ROUTE = TYPE.route();

  private static final Jsonb JSON = JsonbBuilder.create();

  @PersistenceContext
  private EntityManager database;

  @Inject
  private RuleSets ruleSets;

  @Inject
  private Projects projects;

  public SelfEvaluations() {
    super(TYPE);
  }

  /**
   * Begins the self-evaluation of a project, or answers with the one there is.
   *
   * @throws NoSuchFormException if the project is not one the caller drafts for
   */
  @RefusalsRecorded(Act.BEGIN)
  public UUID begin(UUID projectId) {
    return beginOnce(projectId, SelfEvaluations::withStandardLines);
  }

  /** The second-level indicators every official form prints, one empty line each, for the unit to fill in. */
  private static SelfEvaluation withStandardLines(UUID id, Project project) {
    SelfEvaluation form = new SelfEvaluation(id, project);
    Words words = Words.chinese();
    for (String line : List.of("output.quantity", "output.quality", "output.time", "output.cost", "benefit.economic",
        "benefit.social", "benefit.ecological", "benefit.lasting", "satisfaction.served")) {
      form.add(words.say("level1." + line.substring(0, line.indexOf('.'))), words.say("level2." + line));
    }
    return form;
  }

  @Override
  protected Function<SelfEvaluation, Judgement<SelfEvaluationScoring.Result>> rules(int fiscalYear, Optional<String> kept) {
    RuleSets.InForce inForce = kept.map(ruleSets::kept).orElseGet(() -> ruleSets.inForce(fiscalYear));
    return form -> {
      SelfEvaluationScoring.Result result = SelfEvaluationScoring.score(form.forScoring(), inForce.rules());
      return new Judgement<>(result, Problems.of(form, result), inForce.parameters());
    };
  }

  @Override
  protected String outcome(SelfEvaluationScoring.Result result) {
    return JSON.toJson(KeptOutcome.of(result));
  }

  @Override
  protected void computed(SelfEvaluation form, SelfEvaluationScoring.Result result) {
    form.scored(result);
  }

  @Override
  protected SelfEvaluationForm shown(SelfEvaluation form, SelfEvaluationScoring.Result result, FormSheet sheet) {
    Project project = projects.find(form.project()).orElseThrow(NoSuchFormException::new);
    return new SelfEvaluationForm(sheet, project.code(), project.name(), form.indicators().stream().map(IndicatorRow::id).toList(), result,
        form.source());
  }

  @Override
  protected List<SelfEvaluation> several(Collection<UUID> ids) {
    return database.createQuery("select distinct s from SelfEvaluation s left join fetch s.indicators where s.id in :ids", SelfEvaluation.class)
        .setParameter("ids", ids).getResultList();
  }

  /**
   * Adds indicator lines at the end and takes the texts that come with them. A line that brings no level stands where the one before
   * it stands: that is how merged cells come out of a spreadsheet.
   *
   * @param lines at most {@link #MOST_LINES} in a form
   * @throws RefusedException if the caller may not change the lines now, or there would be too many
   */
  @RefusalsRecorded(Act.CHANGE)
  public Added addLines(UUID id, List<Map<IndicatorRow.Column, String>> lines) {
    return addLines(id, lines, Money.In.WAN);
  }

  @RefusalsRecorded(Act.CHANGE)
  Added addLines(UUID id, List<Map<IndicatorRow.Column, String>> lines, Money.In bare) {
    return addLines(id, FormCells.INDICATORS, lines.stream().map(SelfEvaluations::byKey).toList(), bare);
  }

  private static Map<String, String> byKey(Map<IndicatorRow.Column, String> texts) {
    Map<String, String> keyed = new LinkedHashMap<>();
    texts.forEach((column, text) -> keyed.put(column.key(), text));
    return keyed;
  }

  /** @throws RefusedException if the caller may not change the lines now */
  @RefusalsRecorded(Act.CHANGE)
  public void removeLines(UUID id, Collection<UUID> lines) {
    removeLines(id, FormCells.INDICATORS, lines);
  }

  void importedFrom(UUID id, String source) {
    form(id).importedFrom(source);
  }
}
