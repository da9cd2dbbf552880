package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.document.AttachmentFile;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.form.FilledForms;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.project.Backings;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellLabels;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FormSheet;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.FormType;
import org.jiheng.app.review.Judgement;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Scope;

/**
 * The use cases of ex-ante evaluation: those every form has, its beginning, its documents, and what finance concludes. At its last
 * stage a form is not passed on or rejected by itself: it is concluded, and what was concluded decides where it goes. What was
 * approved is not adjusted: the money was asked for on its ground.
 */
@ApplicationScoped
@RefusalsRecorded
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class ExAnteEvaluations extends FilledForms<ExAnteEvaluation, ExAnteOutcome, ExAnteForm> {

  public static final FormType<ExAnteEvaluation> TYPE = FormType.of(ExAnteEvaluation.FORM_TYPE, ExAnteEvaluation.class,
      "UNIT_REVIEW,DEPARTMENT_REVIEW,FINANCE_FIRST,FINANCE_SECOND",
      new CellLabels("cell.exante", Map.of("item", ExAnteCells.WORDS, "veto", ExAnteCells.WORDS, "evidence", ExAnteCells.WORDS)),
      ExAnteCells::follows).withFiles();

  /** Comment of the step that ends a round: the opinion stands in the conclusion, which people from outside do not read. */
  private static final String IN_THE_CONCLUSION = "详见事前绩效评估结论";

  private static final Jsonb JSON = JsonbBuilder.create();

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Reviews reviews;

  @Inject
  private Parameters parameters;

  @Inject
  private Projects projects;

  @Inject
  private Backings backings;

  @Inject
  private Attachments attachments;

  @Inject
  private ExAnteOutsiders outsiders;

  @Inject
  private ExAnteConditions conditions;

  @Inject
  private SystemChecks checks;

  @Inject
  private Grounds grounds;

  @Inject
  private Trail trail;

  @Inject
  private BusinessClock clock;

  public ExAnteEvaluations() {
    super(TYPE);
  }

  /**
   * Begins the evaluation of a project, or answers with the one there is. Also a project that needs none may be evaluated.
   *
   * @throws NoSuchFormException if the project is not one the caller drafts for
   */
  @RefusalsRecorded(Act.BEGIN)
  public UUID begin(UUID projectId) {
    return beginOnce(projectId, (id, project) -> {
      ProjectProfile profile = ProjectProfile.of(project, backings.of(project));
      return new ExAnteEvaluation(id, project, parameters.inForce(project.fiscalYear()).get(ExAnteParameters.TEMPLATE),
          KeptNeed.of(parameters.inForce(project.fiscalYear()), profile, profile));
    });
  }

  @Override
  protected Function<ExAnteEvaluation, Judgement<ExAnteOutcome>> rules(int fiscalYear, Optional<String> kept) {
    ParameterSet set = kept.map(ParameterSet::fromJson).orElseGet(() -> parameters.inForce(fiscalYear).writtenOut(ExAnteParameters.KEPT));
    ExAnteScoring scoring = ExAnteScoring.of(set);
    return form -> {
      Project project = project(form);
      ExAnteOutcome outcome = new ExAnteOutcome(scoring.score(form.template(), form.ticked()), need(form, project, set), scoring);
      return new Judgement<>(outcome,
          Completeness.problems(form.template(), ProjectProfile.word(project.type()), form.cells()), set);
    };
  }

  /** By the parameters the form was begun with; one begun before they were kept is judged by those of its rules. */
  private KeptNeed need(ExAnteEvaluation form, Project project, ParameterSet rules) {
    return KeptNeed.of(form.need().map(KeptNeed::parameters).orElse(rules), ProjectProfile.of(project, backings.of(project)), ProjectProfile.asking(project, form));
  }

  private Project project(ExAnteEvaluation form) {
    return projects.find(form.project()).orElseThrow(NoSuchFormException::new);
  }

  @Override
  protected String outcome(ExAnteOutcome result) {
    return JSON.toJson(result.kept());
  }

  @Override
  protected void computed(ExAnteEvaluation form, ExAnteOutcome result) {
    form.scored(result.sheet().total().value(), result.need());
  }

  @Override
  protected ExAnteForm shown(ExAnteEvaluation form, ExAnteOutcome computed, FormSheet sheet) {
    Project project = project(form);
    boolean guest = Scope.current().caller().guest();
    // people from outside are shown too little to work out for themselves what the unit and finance are told
    ExAnteOutcome result = form.need().filter(_ -> guest || ended(sheet)).map(kept -> new ExAnteOutcome(computed.sheet(), kept, computed.rules())).orElse(computed);
    int round = sheet.desk().round();
    List<ExAnteForm.Outside> outside = outsiders.of(form, round, result.rules());
    Optional<Score> third = Grounds.accepted(outside).map(ExAnteResult::total);
    List<ExAnteConclusion> conclusions = guest ? List.of() : conclusions(form.id());
    return new ExAnteForm(guest ? Concluded.unsaid(sheet) : offered(sheet), form.template(), project, result.need().need(),
        form.need().isPresent() ? ExAnteForm.Ground.BEGUN : ExAnteForm.Ground.EARLIER, facts(form, project, sheet, conclusions), result, outside,
        third.flatMap(total -> form.total().map(own -> result.rules().needsExplanation(own, total))),
        conclusions, guest ? List.of() : conditions.of(form.id()), may(form, sheet));
  }

  /** Those of the moment; of a form finance has concluded, those it concluded from. */
  private SystemFacts facts(ExAnteEvaluation form, Project project, FormSheet sheet, List<ExAnteConclusion> conclusions) {
    return ended(sheet)
        ? conclusions.stream().findFirst().filter(_ -> !Scope.current().readOnly()).map(ExAnteConclusion::checks).orElse(SystemFacts.NONE)
        : checks.of(form, project);
  }

  /** Whether finance has concluded: what is computed of the form then stays, whatever becomes of the project. */
  private static boolean ended(FormSheet sheet) {
    return ExAnteNeed.CONCLUDED.contains(sheet.desk().state());
  }

  /** The sheet with what the room itself has against its moves. */
  private static FormSheet offered(FormSheet sheet) {
    FormSheet concluded = Concluded.instead(sheet);
    return unsigned(sheet.desk().state(), Move.PASS, SignedReport.of(sheet.files()).isPresent()).filter(_ -> !Scope.current().readOnly())
        .map(refusal -> Concluded.refusing(concluded, Move.PASS, refusal)).orElse(concluded);
  }

  private ExAnteForm.May may(ExAnteEvaluation form, FormSheet sheet) {
    boolean link = outsiders.mayLink(sheet.desk().state(), form.unit());
    int round = sheet.desk().round();
    return new ExAnteForm.May(link, link ? outsiders.contracts(form, round) : List.of(), link, outsiders.handIn(form.id(), sheet.desk().state(), round),
        Concluded.mayConclude(sheet.desk()), conditions.mayReport(form.unit()), conditions.mayClose(form.unit()));
  }

  private List<ExAnteConclusion> conclusions(UUID id) {
    return database.createQuery("select c from ExAnteConclusion c where c.evaluation = :id order by c.round desc", ExAnteConclusion.class)
        .setParameter("id", id).getResultList();
  }

  /** The form as finance concluded from it; as it is now where that was not kept. */
  Cells concludedFrom(UUID id, ExAnteConclusion made) {
    return kept(reviews.find(id), form(id), made.judgedVersion().orElse(0));
  }

  /** What the template says and the names of files are not typed over. */
  @Override
  @RefusalsRecorded(Act.CHANGE)
  public List<EditOutcome> write(UUID id, List<CellEdit> edits, Money.In bare) {
    List<EditOutcome> taken = super.write(id, edits.stream().filter(edit -> !ExAnteCells.fixed(edit.cell())).toList(), bare);
    Map<CellKey, EditOutcome> outcomes = taken.stream().collect(Collectors.toMap(EditOutcome::cell, one -> one, (one, _) -> one));
    return edits.stream().map(edit -> ExAnteCells.fixed(edit.cell())
        ? new EditOutcome.Locked(edit.cell(), Refusal.because("exante-cell-fixed")) : outcomes.get(edit.cell())).toList();
  }

  /** Hands in a document: the file is kept at its place, and its name stands there. */
  @Override
  @RefusalsRecorded(Act.CHANGE)
  public UUID attach(UUID id, CellKey cell, AttachmentFile file) {
    UUID kept = super.attach(id, cell, file);
    if (cell.part(0).equals("evidence")) {
      form(id).write(cell, attachments.of(id).values().stream().filter(head -> head.place().equals(cell.path()))
          .map(head -> head.fileName() + " (" + head.sha256().substring(0, 8) + ")").collect(Collectors.joining("\n")));
    }
    return kept;
  }

  /** @throws RefusedException also where the form is to be concluded instead */
  @Override
  @RefusalsRecorded(Act.DECIDE)
  public void walk(UUID id, Move move, Order order) {
    Review review = reviews.hold(id);
    Optional<Refusal> against = Concluded.against(review.state(), review.route(), move)
        .or(() -> unsigned(review.state(), move, SignedReport.of(attachments.of(id).values()).isPresent()));
    if (against.isPresent()) {
      throw new RefusedException(against.get());
    }
    super.walk(id, move, order);
  }

  /** Only of a form somebody judges now: before that its own problems say so. */
  private static Optional<Refusal> unsigned(FormState state, Move move, boolean signed) {
    return move == Move.PASS && state.stage() && !signed ? Optional.of(SignedReport.missing()) : Optional.empty();
  }

  /** A form that is to be concluded, or is not signed, says so here, too. */
  @Override
  public List<BatchItem> preview(List<UUID> ids, Move move) {
    List<BatchItem> items = super.preview(ids, move);
    if (items.isEmpty()) {
      return items;
    }
    Set<UUID> signed = attachments.having(items.stream().map(BatchItem::id).toList(), ExAnteCells.evidence(ExAnteTemplate.SIGNED_REPORT).path());
    Map<UUID, Review> looked = database.createQuery("select r from Review r where r.id in :ids", Review.class)
        .setParameter("ids", items.stream().map(BatchItem::id).toList()).getResultStream().collect(Collectors.toMap(Review::id, one -> one));
    return items.stream().map(item -> item.refusals().isEmpty()
        ? Concluded.against(looked.get(item.id()).state(), looked.get(item.id()).route(), move)
            .or(() -> unsigned(looked.get(item.id()).state(), move, signed.contains(item.id())))
            .map(refusal -> new BatchItem(item.id(), item.title(), List.of(refusal), item.version(), item.command())).orElse(item)
        : item).toList();
  }

  /**
   * What finance concludes, with date and name (S13): with a support the form is approved, without one its round is over.
   *
   * @throws RefusedException with every reason at once; nothing is changed then
   */
  @RefusalsRecorded(Act.DECIDE)
  public void conclude(UUID id, Concluding made, Order order) {
    Review review = reviews.hold(id);
    ExAnteEvaluation form = form(id);
    if (!Concluded.mayConclude(review.state(), review.route(), review.head().unit(), Scope.current())) {
      throw new RefusedException(Refusal.because("move-not-yours"));
    }
    Grounds.Found found = grounds.of(review, form, made, kept -> need(form, project(form), kept).thirdParty());
    List<Refusal> refusals = made.refusals(found.facts(), found.rules());
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
    ExAnteConclusion.Ground ground = grounds.kept(found, form, project(form), made);
    ExAnteConclusion conclusion = new ExAnteConclusion(id, review.round(), made, ground, clock.today(), Scope.current().caller(), clock.now());
    database.persist(conclusion);
    form.concluded(conclusion);
    conditions.set(id, made.conditions());
    trail.add(Record.of(Act.DECIDE, ExAnteEvaluation.FORM_TYPE + "/" + id + "/conclusion", review.head().title())
        .changed("", made.conclusion() + " " + made.supported()).because(made.basis() + " " + made.opinion()));
    database.flush();
    super.walk(id, made.conclusion().supports() ? Move.PASS : Move.REJECT,
        new Order(order.key(), order.seenVersion(), Optional.of(ReturnReason.UNREASONABLE).filter(_ -> !made.conclusion().supports()), IN_THE_CONCLUSION));
  }
}
