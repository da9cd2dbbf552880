package org.jiheng.ui.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiheng.app.agency.UnitChange;
import org.jiheng.app.agency.UnitKind;
import org.jiheng.app.budget.BudgetEntry;
import org.jiheng.app.budget.BudgetList;
import org.jiheng.app.calendar.TaskKind;
import org.jiheng.app.calendar.TaskScope;
import org.jiheng.app.calendar.TaskState;
import org.jiheng.app.disclosure.DutyState;
import org.jiheng.app.engagement.EngagementMove;
import org.jiheng.app.engagement.Expert;
import org.jiheng.app.engagement.FirmMark;
import org.jiheng.app.engagement.FirmType;
import org.jiheng.app.exante.Concluding;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.exante.ExAnteCondition;
import org.jiheng.app.exante.ExAnteEngagement;
import org.jiheng.app.library.EntryMove;
import org.jiheng.app.library.EntryState;
import org.jiheng.app.library.LibraryLevel;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectConfirmation;
import org.jiheng.app.project.ProjectParty;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.project.Protection;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.scoring.Achievement;
import org.jiheng.app.transfer.FundState;
import org.jiheng.app.transfer.FundStep;
import org.jiheng.tenants.audit.Fault;
import org.jiheng.tenants.identity.SignedOut;
import org.jiheng.tenants.people.StaffAct;
import org.jiheng.tenants.scope.Role;
import org.jiheng.ui.audit.AuditWords.Kind;

/**
 * Codes that rooms write into the trail about things of some kinds, and where their words are. The same name may be a code of several
 * rooms: what a thing is about says which is meant.
 *
 * @param kinds of things; none: of all
 * @param sentences whether the words are among the sentences of the application, and not among the words of the screens
 * @param key beginning of the message key; the code's name stands behind it
 */
public record Vocabulary(List<Kind> kinds, Class<? extends Enum<?>> codes, boolean sentences, String key) {

  /** Of several with the same name, the first that the kind has counts. */
  public static final List<Vocabulary> ALL = List.of(
      screens(TaskState.class, "task-state.", Kind.TASK), screens(TaskScope.class, "task-scope.", Kind.TASK),
      sentences(TaskKind.class, "task-kind.", Kind.TASK),
      screens(UnitChange.Kind.class, "unit-change.", Kind.UNIT), sentences(UnitKind.class, "unit-kind.", Kind.UNIT),
      screens(FundState.class, "fund-state.", Kind.FUND_DOCUMENT), screens(FundStep.Act.class, "fund-act.", Kind.FUND_DOCUMENT),
      screens(DutyState.class, "duty-state.", Kind.PUBLICATION_DUTY),
      screens(Conclusion.class, "exante.conclusion.", Kind.EX_ANTE), sentences(Concluding.Basis.class, "exante.basis.", Kind.EX_ANTE),
      screens(ExAnteEngagement.Part.class, "exante.part.", Kind.EX_ANTE), screens(ExAnteCondition.State.class, "exante.condition-state.", Kind.EX_ANTE),
      sentences(YesNo.class, "exante.answer.", Kind.EX_ANTE), sentences(Achievement.class, "achievement.", Kind.SELF_EVALUATION),
      screens(EngagementMove.class, "engagement-move.", Kind.ENGAGEMENT), screens(FirmType.class, "firm-type.", Kind.FIRM),
      screens(FirmMark.Kind.class, "mark.", Kind.FIRM), screens(Expert.State.class, "expert-state.", Kind.EXPERT),
      screens(ProjectParty.Part.class, "party.", Kind.PROJECT), screens(BudgetList.Standing.class, "budget-standing.", Kind.PROJECT),
      screens(BudgetEntry.Step.class, "budget-standing.", Kind.PROJECT), screens(BudgetEntry.Occasion.class, "budget-occasion.", Kind.PROJECT),
      screens(FundingKind.class, "funding-kind.", Kind.PROJECT), screens(FundingSource.class, "funding-source.", Kind.PROJECT),
      screens(Protection.class, "protection.", Kind.PROJECT), screens(ProjectCategory.class, "project-category.", Kind.PROJECT, Kind.MISSING_GOAL),
      screens(ProjectAttribute.class, "project-attribute.", Kind.PROJECT, Kind.MISSING_GOAL), screens(ProjectConfirmation.Verdict.class, "project.confirm.", Kind.PROJECT),
      screens(ProjectType.class, "project-type.", Kind.PROJECT),
      sentences(EntryState.class, "library-word.EntryState.", Kind.INDICATOR), sentences(EntryMove.class, "library-word.EntryMove.", Kind.INDICATOR),
      sentences(LibraryLevel.class, "library-word.LibraryLevel.", Kind.INDICATOR, Kind.LIBRARY_SHARE),
      screens(StaffAct.class, "act.", Kind.PERSON), screens(Role.class, "role.", Kind.PERSON),
      screens(SignedOut.How.class, "audit.end.", Kind.SESSION), screens(Fault.class, "audit.fault.", Kind.AUDIT_TRAIL, Kind.ENVELOPE),
      screens(FormState.class, "state.", Kind.SELF_EVALUATION, Kind.GOAL, Kind.EX_ANTE, Kind.FORM),
      screens(Move.class, "move.", Kind.SELF_EVALUATION, Kind.GOAL, Kind.EX_ANTE, Kind.FORM),
      screens(ReturnReason.class, "return-reason.", Kind.SELF_EVALUATION, Kind.GOAL, Kind.EX_ANTE, Kind.FORM),
      screens(AuditWords.Note.class, "audit.note."));

  /** Answers of a form's cells. */
  enum YesNo {
    YES,
    NO
  }

  private static Vocabulary screens(Class<? extends Enum<?>> codes, String key, Kind... kinds) {
    return new Vocabulary(List.of(kinds), codes, false, key);
  }

  private static Vocabulary sentences(Class<? extends Enum<?>> codes, String key, Kind... kinds) {
    return new Vocabulary(List.of(kinds), codes, true, key);
  }

  /** Message key of what a code means about a thing of this kind; empty if it is no code there. */
  static Optional<Found> find(Optional<Kind> kind, String code) {
    return ALL.stream().filter(one -> one.kinds.isEmpty() || kind.filter(one.kinds::contains).isPresent())
        .filter(one -> one.names().anyMatch(code::equals)).findFirst().map(one -> new Found(one.key + code, one.sentences));
  }

  /** @param sentence as {@link Vocabulary#sentences} */
  record Found(String key, boolean sentence) {}

  /** Every code of it. */
  public Stream<String> names() {
    return Arrays.stream(codes.getEnumConstants()).map(Enum::name);
  }
}
