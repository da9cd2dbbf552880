package org.jiheng.infra.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Words;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.review.FormTrail;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.AuditEntry;
import org.jiheng.tenants.audit.Outcome;
import org.jiheng.tenants.audit.Record;
import org.jiheng.ui.audit.AuditWords;
import org.jiheng.ui.audit.Vocabulary;
import org.junit.jupiter.api.Test;

/** The audit administrator reads words: every code a room writes into the trail has one. */
class TrailWordsTest {

  private static final Function<String, String> SCREENS = BundlesTest.Bundle.SCREENS.chinese::get;
  private static final AuditWords WORDS = new AuditWords(SCREENS, Locale.SIMPLIFIED_CHINESE, _ -> Optional.empty());

  /** Enums that classes which write into the trail turn into text for another purpose, and for which. */
  private static final Map<String, String> NOT_WRITTEN = Map.ofEntries(
      Map.entry("org.jiheng.tenants.audit.Act", "what was done has a column of its own"),
      Map.entry("org.jiheng.tenants.audit.Outcome", "so has what became of it"),
      Map.entry("org.jiheng.tenants.identity.Way", "names the kind of thing an entry is about"),
      Map.entry("org.jiheng.app.budget.Gate", "is part of the lasting name of what an entry is about"),
      Map.entry("org.jiheng.app.common.Grade", "is looked up, and written as its word"),
      Map.entry("org.jiheng.app.goal.ReviewItem", "is looked up, and written as its word"),
      Map.entry("org.jiheng.tenants.desk.JobKind", "has its words for whoever wants a job"),
      Map.entry("org.jiheng.tenants.desk.Objection$Why", "says itself what it means"));

  /** Enums by name, and the classes that write them. */
  private static Map<String, Set<String>> written() {
    Map<String, Set<String>> written = new TreeMap<>();
    for (JavaClass one : House.CLASSES) {
      if (writes(one)) {
        parsed(one).methods().stream().flatMap(method -> method.code().stream()).flatMap(TrailWordsTest::toText)
            .map(TrailWordsTest::nameOf).filter(TrailWordsTest::ourEnum)
            .forEach(name -> written.computeIfAbsent(name, _ -> new TreeSet<>()).add(one.getSimpleName()));
      }
    }
    return written;
  }

  private static boolean writes(JavaClass one) {
    boolean inside = Stream.of("org.jiheng.app.", "org.jiheng.tenants.").anyMatch(one.getName()::startsWith);
    return inside && one.getDirectDependenciesFromSelf().stream().map(use -> use.getTargetClass().getName())
        .anyMatch(Set.of(Record.class.getName(), FormTrail.class.getName())::contains);
  }

  private static ClassModel parsed(JavaClass one) {
    try (InputStream bytes = one.getSource().orElseThrow().getUri().toURL().openStream()) {
      return ClassFile.of().parse(bytes.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What becomes a text there: by its name, or, handed to {@code String.valueOf} as the compiler does with parts of a text, as it is. */
  private static Stream<ClassDesc> toText(CodeModel code) {
    List<CodeElement> elements = code.elementList();
    Map<Integer, List<ClassDesc>> variables = elements.stream().filter(LocalVariable.class::isInstance).map(LocalVariable.class::cast)
        .collect(Collectors.groupingBy(LocalVariable::slot, Collectors.mapping(LocalVariable::typeSymbol, Collectors.toList())));
    List<Instruction> instructions = elements.stream().filter(Instruction.class::isInstance).map(Instruction.class::cast).toList();
    Stream.Builder<ClassDesc> types = Stream.builder();
    for (int i = 0; i < instructions.size(); i++) {
      if (instructions.get(i) instanceof InvokeInstruction call) {
        if (Set.of("name", "toString").contains(call.name().stringValue()) && call.typeSymbol().parameterCount() == 0) {
          types.add(call.owner().asSymbol());
        } else if (call.name().stringValue().equals("valueOf") && call.owner().asSymbol().equals(ConstantDescs.CD_String) && i > 0) {
          pushed(instructions.get(i - 1), variables).forEach(types::add);
        }
      }
    }
    return types.build();
  }

  /** What type the instruction leaves behind. */
  private static List<ClassDesc> pushed(Instruction before, Map<Integer, List<ClassDesc>> variables) {
    return switch (before) {
      case InvokeInstruction call -> List.of(call.typeSymbol().returnType());
      case FieldInstruction field -> List.of(field.typeSymbol());
      case LoadInstruction load -> variables.getOrDefault(load.slot(), List.of());
      default -> List.of();
    };
  }

  private static String nameOf(ClassDesc type) {
    return type.isClassOrInterface() ? (type.packageName().isEmpty() ? "" : type.packageName() + ".") + type.displayName().replace('.', '$') : "";
  }

  private static boolean ourEnum(String name) {
    try {
      return name.startsWith("org.jiheng.") && Class.forName(name, false, TrailWordsTest.class.getClassLoader()).isEnum();
    } catch (ClassNotFoundException none) {
      return false;
    }
  }

  @Test
  void everyEnumARoomWritesIntoTheTrailHasWords() {
    Map<String, Set<String>> written = written();
    assertThat(written).hasSizeGreaterThan(15).containsKeys("org.jiheng.app.calendar.TaskState", "org.jiheng.app.review.FormState",
        "org.jiheng.app.engagement.EngagementMove");
    Set<String> known = Stream.concat(Vocabulary.ALL.stream().map(Vocabulary::codes), AuditWords.NOTES.stream()).map(Class::getName).collect(Collectors.toSet());
    Map<String, Set<String>> silent = new TreeMap<>(written);
    silent.keySet().removeAll(known);
    silent.keySet().removeAll(NOT_WRITTEN.keySet());
    assertThat(silent).isEmpty();
  }

  @Test
  void everyCodeOfTheVocabularyHasItsWordInBothLanguages() {
    for (Vocabulary one : Vocabulary.ALL) {
      BundlesTest.Bundle bundle = one.sentences() ? BundlesTest.Bundle.SENTENCES : BundlesTest.Bundle.SCREENS;
      one.names().map(name -> one.key() + name).forEach(key -> {
        assertThat(bundle.chinese).containsKey(key);
        assertThat(bundle.english).containsKey(key);
      });
    }
  }

  /** Codes and kinds that are written as they stand in the source. */
  @Test
  void everyNameThatIsWrittenAsItStandsHasItsWord() {
    Set<String> kinds = Stream.of(AuditWords.Kind.values()).map(Enum::name).collect(Collectors.toSet());
    Set<String> notes = Stream.concat(AuditWords.NOTES.stream(), Vocabulary.ALL.stream().map(Vocabulary::codes))
        .flatMap(type -> Stream.of(type.getEnumConstants())).map(Enum::name).collect(Collectors.toSet());
    List<Source> writing = Source.of("app", "tenants").stream().filter(source -> source.code().contains("Record.of(")).toList();
    assertThat(writing).hasSizeGreaterThan(20);
    assertThat(found(writing, "String (?:SUBJECT|KIND|FORM_TYPE|FORM) = \"([A-Z_]+)\"")).isNotEmpty().isSubsetOf(kinds);
    assertThat(found(writing, "Record\\.of\\([^,]+, \"([A-Z_]{3,})[/\"]")).isNotEmpty().isSubsetOf(kinds);
    assertThat(found(Source.of("app", "tenants", "ui"), "Outcome\\.REFUSED, \"([a-z-]+)[ \"]").stream().map(code -> code.toUpperCase(Locale.ROOT).replace('-', '_')))
        .isNotEmpty().isSubsetOf(notes);
    assertThat(found(writing, "\\.because\\(\"([A-Z_]{3,}) ")).isNotEmpty().isSubsetOf(notes);
    assertThat(found(writing, "\\.changed\\([^;]*\"([A-Z_]{3,})\"")).isNotEmpty().isSubsetOf(notes);
  }

  private static Set<String> found(List<Source> sources, String pattern) {
    return sources.stream().flatMap(source -> Pattern.compile(pattern).matcher(source.code()).results()).map(one -> one.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** An entry as it would be kept. */
  private static AuditEntry entry(Act act, String subject, String before, String after, Outcome outcome, String note) {
    return new AuditEntry() {
      @Override
      public Act act() {
        return act;
      }

      @Override
      public String subject() {
        return subject;
      }

      @Override
      public String title() {
        return "";
      }

      @Override
      public String before() {
        return before;
      }

      @Override
      public String after() {
        return after;
      }

      @Override
      public Outcome outcome() {
        return outcome;
      }

      @Override
      public String note() {
        return note;
      }
    };
  }

  private static AuditEntry done(Act act, String subject, String before, String after, String note) {
    return entry(act, subject, before, after, Outcome.DONE, note);
  }

  @Test
  void whatIsDoneWithATaskIsSaidInWordsAndTheReasonStaysAsItWasTyped() {
    AuditEntry cancelled = done(Act.ADMINISTER, "TASK/1", "OPEN", "CANCELLED", "OPEN 是笔误");
    assertThat(WORDS.before(cancelled)).isEqualTo("进行中");
    assertThat(WORDS.after(cancelled)).isEqualTo("已取消");
    assertThat(WORDS.after(done(Act.DECIDE, "PROJECT/1", "", "true NONE", ""))).isEqualTo("是 " + SCREENS.apply("protection.NONE"));
    assertThat(WORDS.after(done(Act.CHANGE, "PROJECT/1", "", "2023 OWN_FUNDS 100.00 文件".replace("OWN_FUNDS", FundingSource.values()[0].name()), "")))
        .isEqualTo("2023 " + SCREENS.apply("funding-source." + FundingSource.values()[0].name()) + " 100.00 文件");
    AuditEntry issued = done(Act.ADMINISTER, "TASK/1", "", "2022年度自评; 2023-03-01 – 2023-03-31; -; DEPARTMENTS", "");
    assertThat(WORDS.after(issued)).isEqualTo("2022年度自评; 2023-03-01 – 2023-03-31; -; " + SCREENS.apply("task-scope.DEPARTMENTS"));
    assertThat(WORDS.note(done(Act.ADMINISTER, "TASK/1", "", "", "单位停电两日 CLOSED"))).isEqualTo("单位停电两日 CLOSED");
  }

  @Test
  void theSameNameIsWhatItIsInItsRoom() {
    assertThat(WORDS.after(done(Act.DECIDE, "PUBLICATION_DUTY/1", "", "OPEN", ""))).isEqualTo(SCREENS.apply("duty-state.OPEN"));
    assertThat(WORDS.after(done(Act.ADMINISTER, "TASK/1", "", "OPEN", ""))).isEqualTo(SCREENS.apply("task-state.OPEN"));
    assertThat(WORDS.after(done(Act.DECIDE, "FUND_DOCUMENT/1", "", "DRAFT", ""))).isEqualTo(SCREENS.apply("fund-state.DRAFT"));
    assertThat(WORDS.after(done(Act.DECIDE, "GOAL/1", "", "DRAFT", ""))).isEqualTo(SCREENS.apply("state.DRAFT"));
  }

  @Test
  void movesUnitsHolidaysAndChoicesAreSaidInWords() {
    assertThat(WORDS.note(done(Act.DECIDE, "SELF_EVALUATION/1", "", "", "RETURN DATA 请附名册"))).startsWith(SCREENS.apply("move.RETURN") + " · ").endsWith("请附名册");
    assertThat(WORDS.note(done(Act.ADMINISTER, "UNIT/101", "", "", "MERGED 机构改革方案"))).isEqualTo(SCREENS.apply("unit-change.MERGED") + " 机构改革方案");
    assertThat(WORDS.after(done(Act.ADMINISTER, "HOLIDAY/2024-02-10", "", "2024-02-10 春节 -", ""))).isEqualTo("2024-02-10 春节 " + SCREENS.apply("holiday.off"));
    assertThat(WORDS.after(done(Act.CHANGE, "GOAL/1/indicator/2/aggregation", "", "SUM", ""))).isEqualTo(Words.chinese().say("goal-choice.aggregation.SUM"));
    assertThat(WORDS.note(done(Act.CHANGE, "PROJECT/1", "", "", "totalInvestment"))).isEqualTo(SCREENS.apply("audit.field.totalInvestment"));
    assertThat(WORDS.note(done(Act.SIGN_OUT, "SESSION", "", "", "EXPIRED"))).isEqualTo(SCREENS.apply("audit.end.EXPIRED"));
  }

  /** A room that answers with problems and writes their codes down; each is said, and not shown as a code. */
  @Test
  void aProblemIsSaidInTheSentenceThePersonWasShown() {
    List<String> rooms = Source.of("app").stream().filter(source -> source.code().contains("not(Outcome.REFUSED") && source.code().contains("problem().code()"))
        .map(Source::packageName).distinct().toList();
    assertThat(rooms).isNotEmpty();
    List<Source> sources = Source.of("app").stream().filter(source -> rooms.contains(source.packageName())).toList();
    Set<String> codes = found(sources, "(?:new Problem|Problem\\.of)\\(\"([a-z.-]+)\"");
    assertThat(codes).contains("parameters-not-yours", "parameter-reason").allSatisfy(code ->
        assertThat(WORDS.note(entry(Act.ADMINISTER, "PARAMETER/x", "", "", Outcome.REFUSED, code))).isNotEqualTo(code).matches("[^{}]+"));
    String many = WORDS.note(entry(Act.ADMINISTER, "PARAMETER/x", "", "", Outcome.REFUSED, "parameter-unknown, parameter-day-missing"));
    assertThat(many).isEqualTo(Words.chinese().say("problem.parameter-unknown").replace("{key}", "…") + " " + Words.chinese().say("problem.parameter-day-missing"));
    assertThat(WORDS.note(entry(Act.CHANGE, "LIBRARY/1", "", "", Outcome.REFUSED, "library.no-headings"))).as("names with numbers, too").doesNotContain("{");
  }

  @Test
  void aRefusalIsSaidInTheSentenceThePersonWasShown() {
    assertThat(WORDS.note(entry(Act.ADMINISTER, "TASK/1", "", "", Outcome.REFUSED, "tasks-not-yours, task-reason-missing")))
        .isEqualTo(Words.chinese().say("refusal.tasks-not-yours") + " " + Words.chinese().say("refusal.task-reason-missing").replace("{least}", "…"));
    assertThat(WORDS.note(entry(Act.READ, "FORM", "", "", Outcome.REFUSED, "no-such-form"))).isEqualTo(SCREENS.apply("audit.note.NO_SUCH_FORM"));
    assertThat(WORDS.note(entry(Act.READ, "ROLLUP", "", "", Outcome.REFUSED, "not-overseen 652901"))).isEqualTo(SCREENS.apply("audit.note.NOT_OVERSEEN") + " 652901");
    assertThat(WORDS.note(entry(Act.READ, "TASK/1", "", "", Outcome.FAILED, "PersistenceException"))).as("of a failure, its technical name")
        .isEqualTo("PersistenceException");
  }
}
