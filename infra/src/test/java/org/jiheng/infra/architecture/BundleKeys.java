package org.jiheng.infra.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.agency.UnitChange;
import org.jiheng.app.agency.UnitKind;
import org.jiheng.app.agency.UnitRegister;
import org.jiheng.app.agency.UnitSheet;
import org.jiheng.app.budget.BudgetEntry;
import org.jiheng.app.budget.BudgetList;
import org.jiheng.app.budget.Gate;
import org.jiheng.app.calendar.TaskKind;
import org.jiheng.app.calendar.TaskScope;
import org.jiheng.app.calendar.TaskState;
import org.jiheng.app.common.Grade;
import org.jiheng.app.disclosure.Duties;
import org.jiheng.app.disclosure.DutyAct;
import org.jiheng.app.disclosure.DutyKind;
import org.jiheng.app.disclosure.DutyState;
import org.jiheng.app.disclosure.Secrecy;
import org.jiheng.app.engagement.EngagementAccess;
import org.jiheng.app.engagement.EngagementKind;
import org.jiheng.app.engagement.EngagementMove;
import org.jiheng.app.engagement.EngagementReport;
import org.jiheng.app.engagement.EngagementState;
import org.jiheng.app.engagement.Expert;
import org.jiheng.app.engagement.FirmMark;
import org.jiheng.app.engagement.FirmType;
import org.jiheng.app.exante.Concluding;
import org.jiheng.app.exante.ConditionWork;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.exante.ExAnteCells;
import org.jiheng.app.exante.ExAnteCondition;
import org.jiheng.app.exante.ExAnteConditions;
import org.jiheng.app.exante.ExAnteEngagement;
import org.jiheng.app.exante.ExAnteEvaluation;
import org.jiheng.app.engagement.Verdict;
import org.jiheng.app.goal.Goal;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalComparison;
import org.jiheng.app.goal.IndicatorKind;
import org.jiheng.app.goal.ReviewItem;
import org.jiheng.app.goal.WeightScheme;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.indicator.TargetKind;
import org.jiheng.app.intake.IndicatorColumn;
import org.jiheng.app.intake.ProjectColumn;
import org.jiheng.app.library.EntryMove;
import org.jiheng.app.library.EntryState;
import org.jiheng.app.library.Indicator;
import org.jiheng.app.library.LibraryField;
import org.jiheng.app.library.LibraryLevel;
import org.jiheng.app.library.Scoring;
import org.jiheng.app.library.Standard;
import org.jiheng.app.parameter.ParameterLevel;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.DuplicateVerdict;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectConfirmation;
import org.jiheng.app.project.ProjectList;
import org.jiheng.app.project.ProjectParty;
import org.jiheng.app.project.ProjectState;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.project.Protection;
import org.jiheng.app.project.StageKind;
import org.jiheng.app.review.CellNote;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.scoring.Achievement;
import org.jiheng.app.scoring.SelfEvaluationScoring;
import org.jiheng.app.selfevaluation.BudgetLine;
import org.jiheng.app.selfevaluation.IndicatorRow;
import org.jiheng.app.selfevaluation.SelfEvaluation;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundExecution;
import org.jiheng.app.transfer.FundExemption;
import org.jiheng.app.transfer.FundKind;
import org.jiheng.app.transfer.FundLevel;
import org.jiheng.app.transfer.FundMove;
import org.jiheng.app.transfer.FundState;
import org.jiheng.app.transfer.FundStep;
import org.jiheng.app.transfer.FundWork;
import org.jiheng.app.transfer.TransferReports;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Fault;
import org.jiheng.tenants.audit.Outcome;
import org.jiheng.tenants.identity.SignedOut;
import org.jiheng.tenants.people.Staff;
import org.jiheng.tenants.people.StaffAct;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.JobStep;
import org.jiheng.tenants.scope.JurisdictionState;
import org.jiheng.tenants.scope.Role;
import org.jiheng.ui.audit.AuditWords;

/** The names of texts that no source writes whole: their beginnings, and what the house continues them with. */
final class BundleKeys {

  private BundleKeys() {}

  /** What may follow a text's beginning when the rest of its name is computed. */
  static final Map<String, Set<String>> CONTINUED = Map.ofEntries(
      Map.entry("state.", Stream.of(names(FormState.values()), names(FundWork.Todo.values()), names(ConditionWork.Todo.values())).flatMap(Set::stream).collect(Collectors.toSet())),
      Map.entry("move.", names(Move.values())),
      Map.entry("move.text.", Arrays.stream(Move.values()).filter(Move::needsComment).map(Move::name).collect(Collectors.toSet())),
      Map.entry("note.", names(CellNote.State.values())),
      Map.entry("return-reason.", names(ReturnReason.values())),
      Map.entry("role.", names(Role.values())),
      Map.entry("act.", names(StaffAct.values())),
      // the texts of acts that are confirmed before they are done
      Map.entry("act.text.", Set.of("DISABLE", "ENABLE", "RESET_FIRST_FACTOR", "RESET_SECOND_FACTOR", "END_SESSIONS", "TAKE")),
      Map.entry("obstacle.", obstacles()),
      Map.entry("people.state.", names(Staff.State.values())),
      Map.entry("jurisdiction-state.", names(JurisdictionState.values())),
      Map.entry("job-kind.", names(JobKind.values())),
      Map.entry("job-text.", Arrays.stream(JobKind.values()).filter(kind -> kind != JobKind.ONBOARD).map(JobKind::name).collect(Collectors.toSet())),
      Map.entry("job-step.", names(JobStep.values())),
      Map.entry("job-state.", names(Job.State.values())),
      Map.entry("platform.", inLists("JurisdictionsView").collect(Collectors.toSet())),
      Map.entry("comparison.", names(SelfEvaluationScoring.Comparison.values())),
      Map.entry("form-type.", Set.of(SelfEvaluation.FORM_TYPE, Goal.FORM_TYPE, Duties.KIND, ExAnteEvaluation.FORM_TYPE,
          FundDocuments.SUBJECT, FundWork.LETTER, ExAnteConditions.KIND)),
      Map.entry("search-kind.", Set.of(SelfEvaluation.FORM_TYPE, Goal.FORM_TYPE, ExAnteEvaluation.FORM_TYPE, ProjectList.SUBJECT, UnitRegister.SUBJECT,
          FundDocuments.SUBJECT)),
      Map.entry("duty-kind.", names(DutyKind.values())),
      Map.entry("duty-state.", names(DutyState.values())),
      Map.entry("duty-act.", names(DutyAct.values())),
      Map.entry("secrecy.", names(Secrecy.values())),
      Map.entry("goal-item.", names(ReviewItem.values())),
      Map.entry("goal-aspect.", names(ReviewItem.Aspect.values())),
      Map.entry("goal-project.category.", names(ProjectCategory.values())),
      Map.entry("goal-project.type.", names(ProjectType.values())),
      Map.entry("goal.kind.", Set.of("quantity", "quality", "timeliness", "cost", "benefit", "satisfaction")),
      Map.entry("goal-scheme.", Set.copyOf(WeightScheme.NAMES)),
      Map.entry("goal-comparison.", names(GoalComparison.Kind.values())),
      Map.entry("goal-cell.scheme.", Stream.concat(Stream.of("reason", "choice"), Arrays.stream(IndicatorKind.Level1.values()).map(one -> one.name().toLowerCase(Locale.ROOT)))
          .collect(Collectors.toSet())),
      Map.entry("goal-cell.indicator.", Stream.concat(Stream.of("nameless"), Arrays.stream(GoalColumn.values()).map(GoalColumn::key)).collect(Collectors.toSet())),
      Map.entry("audit.act.", names(Act.values())),
      Map.entry("audit.outcome.", names(Outcome.values())),
      Map.entry("audit.fault.", names(Fault.values())),
      Map.entry("audit.end.", names(SignedOut.How.values())),
      Map.entry("audit.kind.", names(AuditWords.Kind.values())),
      Map.entry("audit.note.", AuditWords.NOTES.stream().flatMap(type -> Arrays.stream(type.getEnumConstants())).map(Enum::name).collect(Collectors.toSet())),
      Map.entry("audit.field.", Set.copyOf(AuditWords.FIELDS)),
      Map.entry("batch.", Set.of(Move.SUBMIT.name(), Move.PASS.name())),
      Map.entry("column.", named("", "(?:text|number|money|link|choice)\\(\"([a-z-]+)\"")),
      Map.entry("rollup.", inLists("RollupView").collect(Collectors.toSet())),
      Map.entry("help.", inLists("HelpDialog").flatMap(key -> Stream.of(key, key + ".key")).collect(Collectors.toSet())),
      Map.entry("form.button.", named("OfficialTable", "\\bbutton\\(\"([a-z-]+)\"")),
      Map.entry("why.input.", inputsOfReasons()),
      Map.entry("engagement-state.", names(EngagementState.values())),
      Map.entry("engagement-kind.", names(EngagementKind.values())),
      Map.entry("engagement-move.", names(EngagementMove.values())),
      Map.entry("verdict.", names(Verdict.values())),
      Map.entry("party.", names(ProjectParty.Part.values())),
      Map.entry("report-kind.", names(EngagementReport.Kind.values())),
      Map.entry("access.", Set.of("FORM", "ENGAGEMENT", "ATTACHMENT", "LIST", EngagementAccess.TAKEN)),
      Map.entry("firm-type.", names(FirmType.values())),
      Map.entry("mark.", names(FirmMark.Kind.values())),
      Map.entry("expert-state.", names(Expert.State.values())),
      Map.entry("intake.project.", Arrays.stream(ProjectColumn.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet())),
      Map.entry("intake.indicator.", Arrays.stream(IndicatorColumn.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet())),
      Map.entry("unit-kind.", names(UnitKind.values())),
      Map.entry("unit-column.", names(UnitSheet.Column.values())),
      Map.entry("unit-lasting.", Set.of("LASTING", "ENDED")),
      Map.entry("unit-change.", names(UnitChange.Kind.values())),
      Map.entry("unit-things.", things()),
      Map.entry("project-category.", names(ProjectCategory.values())),
      Map.entry("project-attribute.", names(ProjectAttribute.values())),
      Map.entry("project-type.", names(ProjectType.values())),
      Map.entry("project-state.", names(ProjectState.values())),
      Map.entry("project-flag.", names(ProjectList.Flag.values())),
      Map.entry("project.gate.", names(Gate.values())),
      Map.entry("project.confirm.", names(ProjectConfirmation.Verdict.values())),
      Map.entry("backing.", names(Backing.values())),
      Map.entry("protection.", names(Protection.values())),
      Map.entry("funding-source.", names(FundingSource.values())),
      Map.entry("funding-kind.", names(FundingKind.values())),
      Map.entry("stage.", names(StageKind.values())),
      Map.entry("budget-standing.", names(BudgetList.Standing.values())),
      Map.entry("budget-occasion.", names(BudgetEntry.Occasion.values())),
      Map.entry("exante.conclusion.", names(Conclusion.values())),
      Map.entry("exante.basis.", names(Concluding.Basis.values())),
      Map.entry("exante.answer.", Set.of("YES", "NO")),
      Map.entry("exante.part.", names(ExAnteEngagement.Part.values())),
      Map.entry("exante.condition-state.", names(ExAnteCondition.State.values())),
      Map.entry("cell.exante.", exAnteCells()),
      Map.entry("cell.exante.text.", Arrays.stream(ExAnteCells.Chapter.values()).map(ExAnteCells.Chapter::key).collect(Collectors.toSet())),
      Map.entry("stage-need.", names(StageKind.Need.values())),
      Map.entry("duplicate-verdict.", names(DuplicateVerdict.Verdict.values())),
      Map.entry("task-kind.", names(TaskKind.values())),
      Map.entry("task-scope.", names(TaskScope.values())),
      Map.entry("task-state.", names(TaskState.values())),
      Map.entry("unit-state.", Set.of("DONE", "MISSING", "LATE")),
      Map.entry("origin.", names(ParameterSet.Origin.values())),
      Map.entry("parameters.level.", names(ParameterLevel.values())),
      Map.entry("fund-state.", names(FundState.values())),
      Map.entry("fund-level.", names(FundLevel.values())),
      Map.entry("fund-kind.", names(FundKind.values())),
      // money that is left is no quantity that is short
      Map.entry("fund-verdict.", Stream.concat(names(org.jiheng.app.transfer.Verdict.values()).stream(), Stream.of("LEFT")).collect(Collectors.toSet())),
      Map.entry("fund-move.", names(FundMove.values())),
      Map.entry("fund-move.text.", Set.of("EXEMPT", "ADJUST", "WITHDRAW", "TAKE_BACK")),
      Map.entry("fund-origin.", names(FundExecution.Origin.values())),
      Map.entry("fund-act.", names(FundStep.Act.values())),
      Map.entry("fund.head.", named("HeadDialog", "(?:field|label)\\(\"([a-z-]+)\"")),
      Map.entry("fund.goal.", Set.of("overall", "regional")),
      Map.entry("fund.foot.", Set.of("SUM", "UPPER", "DIFFERENCE", "VERDICT")),
      Map.entry("exemption-kind.", names(FundExemption.Kind.values())),
      Map.entry("exemption-standing.", names(TransferReports.Standing.values())),
      Map.entry("aggregation.", names(Aggregation.values())),
      Map.entry("library-field.", names(LibraryField.values())),
      Map.entry("library-word.", Stream.<Enum<?>[]>of(LibraryLevel.values(), EntryState.values(), EntryMove.values(), Standard.values(), Scoring.values(),
              Indicator.Editable.values(), Aggregation.values(), TargetKind.values()).flatMap(Arrays::stream)
          .map(one -> one.getDeclaringClass().getSimpleName() + "." + one.name()).collect(Collectors.toSet())),
      Map.entry("grade.", names(Grade.values())),
      Map.entry("achievement.", names(Achievement.values())),
      Map.entry("cell.line.", Arrays.stream(BudgetLine.values()).map(BudgetLine::key).collect(Collectors.toSet())),
      Map.entry("cell.column.", Arrays.stream(BudgetLine.Column.values()).map(BudgetLine.Column::key).collect(Collectors.toSet())),
      Map.entry("cell.indicator.", Arrays.stream(IndicatorRow.Column.values()).map(IndicatorRow.Column::key).collect(Collectors.toSet())));

  /** Beginnings that the application continues with codes of its own; the codes are looked up where they are given. */
  static final Set<String> CONTINUED_BY_CODES = Set.of("refusal.", "problem.", "reason.", "cell.", "level1.", "level2.", "goal-cell.", "goal-choice.",
      "parameter.name.", "parameter.text.", "parameter.group.", "parameter.form.", "parameter.value.", "parameter.year.",
      "parameter.unit.", "parameter.column.", "parameter.table.", "parameter.effect.");

  /** Texts asked for by a name that another room gives. */
  static final Set<String> NAMED_ELSEWHERE = Set.of("alarm.red", "alarm.yellow");

  /** Cells of an ex-ante evaluation outside its tables. */
  private static Set<String> exAnteCells() {
    return Stream.of(Arrays.stream(ExAnteCells.Year.values()).map(ExAnteCells::year), Arrays.stream(FundingSource.values()).map(ExAnteCells::source),
            Arrays.stream(ExAnteCells.Method.values()).map(ExAnteCells::method), Arrays.stream(ExAnteCells.Chapter.values()).map(ExAnteCells::chapter),
            Stream.of(ExAnteCells.PERIOD_FROM, ExAnteCells.PERIOD_UNTIL, ExAnteCells.LEADER, ExAnteCells.PHONE, ExAnteCells.FUNCTION, ExAnteCells.AMOUNT_TOTAL))
        .flatMap(one -> one).map(cell -> cell.path().replace('/', '.')).collect(Collectors.toSet());
  }

  static Set<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).collect(Collectors.toSet());
  }

  /** Names that the screens (or one of them) write in their code. */
  private static Set<String> named(String screen, String pattern) {
    return Source.of("ui").stream().filter(source -> source.name().endsWith(screen + ".java"))
        .flatMap(source -> Pattern.compile(pattern).matcher(source.code()).results())
        .map(found -> found.group(1)).collect(Collectors.toSet());
  }

  /** Why administrators may not do something: what the rules say, and what the database kept. */
  private static Set<String> obstacles() {
    return Source.of("tenants").stream().flatMap(source ->
            Pattern.compile("\\bObstacle\\.because\\(\"([a-z-]+)\"|-> \"(kept-[a-z-]+)\"").matcher(source.code()).results())
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1)).collect(Collectors.toSet());
  }

  /** The words of the longer lists that a screen writes down in its code. */
  private static Stream<String> inLists(String screen) {
    return Source.of("ui").stream().filter(source -> source.name().endsWith("/" + screen + ".java"))
        .flatMap(source -> Calls.of("\\bList\\.of", source.code()).stream())
        .filter(list -> list.size() >= 3).flatMap(List::stream).filter(word -> word.matches("\"[a-z0-9-]+\"")).map(word -> word.replace("\"", ""));
  }

  /** What rooms say follows a unit. */
  private static Set<String> things() {
    return Source.of("app").stream().flatMap(source -> Pattern.compile("(?:new Following|Following\\.of)\\(\"([A-Z_]+)\"").matcher(source.code()).results())
        .map(found -> found.group(1)).collect(Collectors.toSet());
  }

  private static Set<String> inputsOfReasons() {
    return Source.of("app").stream().flatMap(source -> Calls.of("Because\\.of", source.code()).stream())
        .flatMap(arguments -> arguments.stream().skip(2)).filter(argument -> argument.matches("\"\\w+\""))
        .map(argument -> argument.replace("\"", "")).collect(Collectors.toSet());
  }
}
