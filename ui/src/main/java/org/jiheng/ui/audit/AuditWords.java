package org.jiheng.ui.audit;

import com.vaadin.flow.component.UI;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalList;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterWords;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.AuditEntry;
import org.jiheng.tenants.audit.Outcome;
import org.jiheng.tenants.desk.Answer;
import org.jiheng.tenants.desk.Handed;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.Objection;
import org.jiheng.tenants.desk.ProgramAct;
import org.jiheng.tenants.identity.TurnedAway;

/** An entry of the trail in the words of the office. What has no word of its own is shown as it was written. */
public final class AuditWords {

  /** Kinds of things an entry can be about, as the first part of its subject names them. */
  public enum Kind {
    SELF_EVALUATION,
    GOAL,
    MISSING_GOAL,
    PUBLICATION_DUTY,
    EX_ANTE,
    EX_ANTE_CONDITION,
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

  /** What has no enum of its own where it is written: titles and steps of jobs, which only the database writes, and a few acts. */
  public enum Note {
    WHOLE_EXPORT,
    BEGUN,
    HANDED_OVER,
    ONE_TIME_PASSWORDS,
    MERGED,
    NOT_DUPLICATE,
    STRIKE,
    OPENED,
    TRANSFER_NOTICE,
    TRANSFER_WITHDRAWAL,
    TRANSFER_REPORT,
    TRANSFER_TAKEN_BACK,
    RECEIPT,
    NO_SUCH_FORM,
    NO_ROLE,
    NOT_OVERSEEN,
    NOT_AN_OVERSEER,
    NOT_THE_AUDIT_ADMINISTRATOR
  }

  /** Everything that has a word as {@code audit.note}, by the name of its constant. */
  public static final List<Class<? extends Enum<?>>> NOTES = List.of(Note.class, ProgramAct.class, Handed.Refusal.class, Answer.class, TurnedAway.Why.class);

  /** Forms that pass reviews. */
  private static final Set<Kind> FORMS = EnumSet.of(Kind.SELF_EVALUATION, Kind.GOAL, Kind.EX_ANTE);

  /** Parts of a project's entry. */
  public static final List<String> FIELDS = Arrays.stream(ProjectEntry.class.getRecordComponents()).map(RecordComponent::getName).toList();

  private final Function<String, String> screens;
  private final Locale locale;
  private final Words sentences;
  private final Function<String, Optional<Parameter>> parameters;

  /** In the language of the screen; also for a file that is written beside it. */
  AuditWords(UI ui, Function<String, Optional<Parameter>> parameters) {
    this(key -> ui.getTranslation(key), ui.getLocale(), parameters);
  }

  /**
   * @param screens the words of the screens by their keys
   * @param parameters the parameters of the house by their keys: a value is said in the words of its own
   */
  public AuditWords(Function<String, String> screens, Locale locale, Function<String, Optional<Parameter>> parameters) {
    this.screens = screens;
    this.locale = locale;
    this.parameters = parameters;
    this.sentences = Words.in(locale);
  }

  private String say(String key) {
    return screens.apply(key);
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

  private static Optional<Kind> kind(AuditEntry entry) {
    return constant(Kind.class, entry.subject().split("/")[0]);
  }

  String object(AuditEntry entry) {
    String[] parts = entry.subject().split("/");
    String kind = kind(entry).map(one -> say("audit.kind." + one.name())).orElse(parts[0]);
    String what = parts.length == 2 && parts[1].equals("list") ? say("audit.list") : "";
    return Stream.of(kind, what, entry.title().equals(parts[0]) ? "" : title(entry)).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
  }

  /** The same of a project whose code alone is shown. */
  String object(String code) {
    return say("audit.kind." + Kind.PROJECT.name()) + " · " + code + " · " + say("audit.classified");
  }

  /** In the place of words that are not shown; nothing in the place of nothing. */
  String hidden(String text) {
    return text.isEmpty() ? "" : say("audit.classified");
  }

  /** What an administrator did with a person begins with the name of the act. */
  private String title(AuditEntry entry) {
    return entry.act() == Act.ADMINISTER && kind(entry).filter(Kind.PERSON::equals).isPresent() ? codesFirst(kind(entry), entry.title()) : coded(entry.title());
  }

  public String before(AuditEntry entry) {
    return state(entry, entry.before());
  }

  public String after(AuditEntry entry) {
    return state(entry, entry.after());
  }

  /** What stood or stands there: codes in words, whatever people wrote as it is. */
  private String state(AuditEntry entry, String text) {
    if (entry.act() == Act.ADMINISTER && entry.subject().startsWith(Kind.PARAMETER.name())) {
      return text.isEmpty() ? text : parameters.apply(entry.subject().substring(entry.subject().indexOf('/') + 1))
          .map(one -> ParameterWords.value(sentences, one, text)).orElse(text);
    }
    return kind(entry).filter(Kind.HOLIDAY::equals).map(_ -> day(text)).or(() -> cell(entry, text)).or(() -> rule(text))
        .orElseGet(() -> said(kind(entry), text));
  }

  /** A day ends with a sign: off, or worked instead. */
  private String day(String text) {
    return text.endsWith(" -") ? text.substring(0, text.length() - 1) + say("holiday.off") : text.endsWith(" +")
        ? text.substring(0, text.length() - 1) + say("holiday.worked") : text;
  }

  /** One of the choices of a goal's indicator, which the last part of the subject names. */
  private Optional<String> cell(AuditEntry entry, String text) {
    String column = entry.subject().substring(entry.subject().lastIndexOf('/') + 1);
    return kind(entry).filter(Kind.GOAL::equals).filter(_ -> entry.act() == Act.CHANGE).flatMap(_ -> sentences.find("goal-choice." + column + "." + text));
  }

  /** The rule that closed a gate. */
  private Optional<String> rule(String text) {
    return text.matches("[a-z]+[.][a-z-]+") ? sentences.find("reason." + text).map(AuditWords::withoutInputs) : Optional.empty();
  }

  /** Parts that semicolons part, each with its codes in front; what people wrote stays as it is. */
  private String said(Optional<Kind> kind, String text) {
    return Arrays.stream(text.split("; ", -1)).map(part -> codesFirst(kind, part)).collect(Collectors.joining("; "));
  }

  /** Codes, years and yes or no stand in front of what people wrote. */
  private String codesFirst(Optional<Kind> kind, String text) {
    String[] parts = text.split(" ", 2);
    return Vocabulary.find(kind, parts[0]).map(found -> found.sentence() ? sentences.say(found.key()) : say(found.key()))
        .or(() -> plain(parts[0]).filter(_ -> parts.length == 2))
        .map(word -> parts.length == 2 ? word + " " + codesFirst(kind, parts[1]) : word).orElse(text);
  }

  private Optional<String> plain(String part) {
    return switch (part) {
      case "true" -> Optional.of(say("audit.yes"));
      case "false" -> Optional.of(say("audit.no"));
      default -> Optional.of(part).filter(year -> year.matches("20[0-9]{2}"));
    };
  }

  public String note(AuditEntry entry) {
    if (entry.outcome() != Outcome.DONE) {
      return refused(entry.note());
    }
    if (entry.subject().endsWith("/list")) {
      return Arrays.stream(entry.note().split(" ")).map(this::asked).collect(Collectors.joining(" "));
    }
    Optional<Kind> kind = kind(entry);
    if (kind.filter(Kind.PROJECT::equals).isPresent() && entry.act() == Act.CHANGE && FIELDS.contains(entry.note())) {
      return say("audit.field." + entry.note());
    }
    String[] parts = entry.note().split(" ", 3);
    if (entry.act() == Act.DECIDE && parts.length == 3 && constant(Move.class, parts[0]).isPresent() && kind.filter(FORMS::contains).isPresent()) {
      return decision(constant(Move.class, parts[0]).orElseThrow(), parts);
    }
    String text = codesFirst(kind, entry.note());
    return text.equals(entry.note()) ? coded(text) : text;
  }

  /** Why something was not done: the sentence people were shown, without what it mentioned then; of a failure, its technical name. */
  private String refused(String codes) {
    return Arrays.stream(codes.split(", ")).map(code -> Stream.of("refusal.", "reason.", "problem.").flatMap(kind -> sentences.find(kind + code).stream()).findFirst()
        .map(AuditWords::withoutInputs).orElseGet(() -> why(code))).collect(Collectors.joining(" "));
  }

  /** A code, behind which may stand whom it is about. */
  private String why(String code) {
    String[] parts = code.split(" ", 2);
    String word = word(code);
    return word.equals(code) && parts.length == 2 ? word(parts[0]) + " " + parts[1] : word;
  }

  private static String withoutInputs(String sentence) {
    return sentence.replaceAll("\\{[A-Za-z0-9]+}", "…");
  }

  /** A part of what a list of forms was filtered by, which spaces part. */
  private String asked(String part) {
    return constant(FormState.class, part).map(state -> say("state." + state.name()))
        .or(() -> constant(Grade.class, part).map(grade -> sentences.say("grade." + grade)))
        .or(() -> Optional.of(say("goal.adjusting")).filter(_ -> part.equals(GoalList.ADJUSTING)))
        .orElseGet(() -> coded(part));
  }

  /** Codes among the parts of a text, which commas part, in words; everything else as it is. */
  private String coded(String text) {
    return Arrays.stream(text.split(", ")).map(this::word).collect(Collectors.joining(", "));
  }

  private String word(String part) {
    return constant(JobKind.class, part).map(kind -> say("job-kind." + kind.name()))
        .or(() -> constant(Objection.Why.class, part).map(why -> why.sentence(locale)))
        .or(() -> NOTES.stream().flatMap(type -> Arrays.stream(type.getEnumConstants())).map(Enum::name)
            .filter(part.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_')::equals).findFirst().map(note -> say("audit.note." + note)))
        .orElse(part);
  }

  /** A move, the coded reason or a dash, and what the person said. */
  private String decision(Move move, String[] parts) {
    String reason = constant(ReturnReason.class, parts[1]).map(one -> say("return-reason." + one.name())).orElse("");
    return Stream.of(say("move." + move.name()), reason, parts[2]).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(name)).findFirst();
  }
}
