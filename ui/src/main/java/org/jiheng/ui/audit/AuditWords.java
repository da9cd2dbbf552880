package org.jiheng.ui.audit;

import com.vaadin.flow.component.UI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.disclosure.DutyState;
import org.jiheng.app.budget.BudgetList;
import org.jiheng.app.engagement.EngagementMove;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.exante.ExAnteCondition;
import org.jiheng.app.exante.ExAnteEngagement;
import org.jiheng.app.common.Words;
import org.jiheng.app.library.EntryState;
import org.jiheng.app.library.LibraryWords;
import org.jiheng.app.parameter.ParameterWords;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.transfer.FundState;
import org.jiheng.app.transfer.FundStep;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.AuditEntry;
import org.jiheng.tenants.audit.Outcome;
import org.jiheng.tenants.desk.Handed;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.Objection;
import org.jiheng.tenants.desk.ProgramAct;
import org.jiheng.tenants.identity.SignedOut;
import org.jiheng.tenants.identity.TurnedAway;
import org.jiheng.tenants.people.StaffAct;
import org.jiheng.tenants.scope.Role;

/** An entry of the trail in the words of the office. What has no word of its own is shown as it was written. */
public final class AuditWords {

  /** Kinds of things an entry can be about, as the first part of its subject names them. */
  public enum Kind {
    SELF_EVALUATION,
    GOAL,
    PUBLICATION_DUTY,
    EX_ANTE,
    BUDGET,
    FORM,
    SESSION,
    TOKEN,
    PERSON,
    ENGAGEMENT,
    ENGAGEMENT_REPORT,
    ATTACHMENT,
    LIST,
    FIRM,
    EXPERT,
    INDICATOR,
    LIBRARY_SHARE,
    PROJECT,
    INTAKE,
    UNIT,
    AUDIT_TRAIL,
    ROLLUP,
    VIEW,
    JURISDICTION,
    JOB,
    TASK,
    HOLIDAY,
    ENVELOPE,
    FUND_DOCUMENT,
    PARAMETER,
    PARAMETER_TEMPLATE
  }

  /** What only the database writes: titles of what a job hands out, and how far it has come. */
  public enum Note {
    WHOLE_EXPORT,
    BEGUN,
    HANDED_OVER,
    ONE_TIME_PASSWORDS
  }

  /** Everything that has a word as {@code audit.note}, by the name of its constant. */
  public static final List<Class<? extends Enum<?>>> NOTES = List.of(Note.class, ProgramAct.class, Handed.Refusal.class, TurnedAway.Why.class);

  private final UI ui;

  /** In the language of the screen; also for a file that is written beside it. */
  AuditWords(UI ui) {
    this.ui = ui;
  }

  private String say(String key) {
    return ui.getTranslation(key);
  }

  String number(Optional<Long> number) {
    return number.map(String::valueOf).orElseGet(() -> say("audit.loose"));
  }

  String act(Act act) {
    return say("audit.act." + act.name());
  }

  String outcome(Outcome outcome) {
    return switch (outcome) {
      case DONE -> "● ";
      case REFUSED -> "▲ ";
      case FAILED -> "■ ";
    } + say("audit.outcome." + outcome.name());
  }

  String object(AuditEntry entry) {
    String[] parts = entry.subject().split("/");
    String kind = constant(Kind.class, parts[0]).map(one -> say("audit.kind." + one.name())).orElse(parts[0]);
    String what = parts.length == 2 && parts[1].equals("list") ? say("audit.list") : "";
    return Stream.of(kind, what, entry.title().equals(parts[0]) ? "" : title(entry)).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
  }

  /** What an administrator did with a person begins with the name of the act. */
  private String title(AuditEntry entry) {
    String[] parts = entry.title().split(" ", 2);
    return constant(StaffAct.class, parts[0]).filter(_ -> entry.act() == Act.ADMINISTER && parts.length == 2)
        .map(act -> say("act." + act.name()) + " " + parts[1]).orElseGet(() -> coded(entry.title()));
  }

  String before(AuditEntry entry) {
    return state(entry, entry.before());
  }

  String after(AuditEntry entry) {
    return state(entry, entry.after());
  }

  private String state(AuditEntry entry, String text) {
    if (entry.act() == Act.ADMINISTER && entry.subject().startsWith(Kind.PARAMETER.name())) {
      return text.isEmpty() ? text : ParameterWords.value(Words.in(ui.getLocale()), text);
    }
    if (entry.act() == Act.ADMINISTER) {
      String[] parts = text.split(" ", 2);
      return constant(Role.class, parts[0]).filter(_ -> parts.length == 2).map(role -> say("role." + role.name()) + " " + parts[1])
          .or(() -> constant(EntryState.class, text).map(state -> LibraryWords.of(Words.in(ui.getLocale()), state))).orElse(text);
    }
    if (entry.act() == Act.DECIDE && entry.subject().startsWith(Kind.FUND_DOCUMENT.name())) {
      return constant(FundState.class, text).map(state -> say("fund-state." + state.name())).orElse(text);
    }
    return entry.act() == Act.DECIDE ? constant(FormState.class, text).map(state -> say("state." + state.name()))
        .or(() -> constant(DutyState.class, text).map(state -> say("duty-state." + state.name()))).or(() -> concluded(text)).orElse(text) : text;
  }

  /** What was concluded of a new project, and how far it came on its way to money; behind it an amount or a number. */
  private Optional<String> concluded(String text) {
    String[] parts = text.split(" ", 2);
    return constant(Conclusion.class, parts[0]).map(one -> say("exante.conclusion." + one.name()))
        .or(() -> constant(ExAnteEngagement.Part.class, parts[0]).map(one -> say("exante.part." + one.name())))
        .or(() -> constant(ExAnteCondition.State.class, parts[0]).map(one -> say("exante.condition-state." + one.name())))
        .or(() -> constant(BudgetList.Standing.class, parts[0]).map(one -> say("budget-standing." + one.name())))
        .map(word -> parts.length == 2 ? word + " " + parts[1] : word);
  }

  String note(AuditEntry entry) {
    if (entry.subject().startsWith(Kind.FUND_DOCUMENT.name())) {
      String[] parts = entry.note().split(" ", 2);
      return constant(FundStep.Act.class, parts[0]).map(act -> (say("fund-act." + act.name()) + " · " + (parts.length == 2 ? parts[1] : "")).replaceFirst(" · $", ""))
          .orElse(entry.note());
    }
    return switch (entry.act()) {
      case SIGN_OUT -> constant(SignedOut.How.class, entry.note()).map(how -> say("audit.end." + how.name())).orElse(entry.note());
      case CHANGE -> constant(ReturnReason.class, entry.note()).map(reason -> say("return-reason." + reason.name())).orElse(entry.note());
      case DECIDE -> constant(Move.class, entry.note().split(" ", 2)[0]).map(move -> decision(move, entry.note()))
          .or(() -> contract(entry.note())).orElse(entry.note());
      default -> coded(entry.note());
    };
  }

  /** Codes among the parts of a text, which commas part, in words; everything else as it is. */
  private String coded(String text) {
    return Arrays.stream(text.split(", ")).map(this::word).collect(Collectors.joining(", "));
  }

  private String word(String part) {
    return constant(JobKind.class, part).map(kind -> say("job-kind." + kind.name()))
        .or(() -> constant(Objection.Why.class, part).map(why -> why.sentence(ui.getLocale())))
        .or(() -> NOTES.stream().flatMap(type -> Arrays.stream(type.getEnumConstants())).map(Enum::name)
            .filter(part.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_')::equals).findFirst().map(note -> say("audit.note." + note)))
        .orElse(part);
  }

  private String decision(Move move, String note) {
    String[] parts = note.split(" ", 3);
    String reason = constant(ReturnReason.class, parts[1]).map(one -> say("return-reason." + one.name())).orElse("");
    return Stream.of(say("move." + move.name()), reason, parts[2]).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
  }

  private Optional<String> contract(String note) {
    String[] parts = note.split(" ", 2);
    return constant(EngagementMove.class, parts[0]).map(move -> (say("engagement-move." + move.name()) + " · " + (parts.length == 2 ? parts[1] : "")).replaceFirst(" · $", ""));
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(name)).findFirst();
  }
}
