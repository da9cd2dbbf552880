package org.jiheng.infra.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.tenants.desk.Objection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the house says, it can say in Chinese and in English; and people read no code names and no half sentences. */
class BundlesTest {

  /** The bundles with their two languages, and the modules that speak from them. */
  enum Bundle {
    SCREENS("ui", "vaadin-i18n/translations_zh.properties", "vaadin-i18n/translations_en.properties"),
    SENTENCES("app", "org/jiheng/app/messages.properties", "org/jiheng/app/messages_en.properties"),
    PAGES("tenants", "org/jiheng/tenants/identity/pages.properties", "org/jiheng/tenants/identity/pages_en.properties"),
    OBJECTIONS("tenants", "org/jiheng/tenants/desk/objections.properties", "org/jiheng/tenants/desk/objections_en.properties");

    final List<Path> files;
    final Map<String, String> chinese;
    final Map<String, String> english;

    Bundle(String module, String chinese, String english) {
      this.files = Stream.of(chinese, english).map(file -> Path.of("..", module, "src/main/resources", file)).toList();
      this.chinese = read(files.getFirst());
      this.english = read(files.getLast());
    }

    private static Map<String, String> read(Path file) {
      Properties texts = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        texts.load(reader);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      return texts.stringPropertyNames().stream().collect(Collectors.toMap(Function.identity(), texts::getProperty));
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothLanguagesSayTheSameThings(Bundle bundle) {
    assertThat(bundle.chinese).isNotEmpty();
    assertThat(bundle.english.keySet()).isEqualTo(bundle.chinese.keySet());
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftUnsaid(Bundle bundle) {
    assertThat(Stream.of(bundle.chinese, bundle.english)).allSatisfy(texts ->
        assertThat(texts.keySet()).filteredOn(key -> texts.get(key).isBlank()).isEmpty());
  }

  /** Where a place is filled in, a single apostrophe is a sign of the format and vanishes, with the places after it. */
  @Test
  void anApostropheBesideAPlaceIsWrittenTwice() {
    assertThat(Stream.of(Bundle.SCREENS.chinese, Bundle.SCREENS.english)).allSatisfy(texts ->
        assertThat(texts.keySet()).filteredOn(key -> losesAnApostrophe(texts.get(key))).isEmpty());
    assertThat(List.of("{0} can't", "it's {0}")).allMatch(BundlesTest::losesAnApostrophe);
    assertThat(List.of("{0} can''t", "can't")).noneMatch(BundlesTest::losesAnApostrophe);
  }

  private static boolean losesAnApostrophe(String text) {
    return !places(text).isEmpty() && text.replace("''", "").contains("'");
  }

  @ParameterizedTest
  @EnumSource
  void bothLanguagesMentionTheSameInputs(Bundle bundle) {
    assertThat(bundle.chinese.keySet()).allSatisfy(key ->
        assertThat(places(bundle.english.get(key))).as(key).isEqualTo(places(bundle.chinese.get(key))));
  }

  /** What stands between braces; a format after the name (as in {@code {0,choice,…}}) is left aside. */
  private static Set<String> places(String text) {
    return Pattern.compile("\\{(\\w+)[},]").matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of two texts under one name the later one would be shown in both places. */
  @ParameterizedTest
  @EnumSource
  void noNameIsGivenTwice(Bundle bundle) {
    assertThat(bundle.files).allSatisfy(file -> assertThat(Files.readAllLines(file)).filteredOn(line -> line.matches("[^#=\\s][^=]*=.*"))
        .extracting(line -> line.substring(0, line.indexOf('='))).doesNotHaveDuplicates());
  }

  @Test
  void everyTextAScreenAsksForIsThere() {
    assertThat(unsaid(Source.of("ui"), "(?:\\bgetTranslation|(?<![.\\w])t)", "", Bundle.SCREENS)).isEmpty();
  }

  @Test
  void everySentenceOfTheHouseIsThere() {
    List<Source> speaking = Source.of("app", "ui");
    assertThat(unsaid(speaking, "(?<!Failures)\\.say", "", Bundle.SENTENCES)).isEmpty();
    assertThat(unsaid(speaking, "\\bRefusal\\.because|\\bnew Refusal", "refusal.", Bundle.SENTENCES)).isEmpty();
    assertThat(unsaid(speaking, "\\bProblem\\.of|\\bnew Problem", "problem.", Bundle.SENTENCES)).isEmpty();
    assertThat(unsaid(speaking, "\\bBecause\\.of", "reason.", Bundle.SENTENCES)).isEmpty();
  }

  @Test
  void everyRefusalProblemAndReasonOfTheRulesIsFound() {
    List<String> codes = Source.of("app").stream()
        .flatMap(source -> Calls.of("\\b(?:Refusal\\.because|Problem\\.of|new Problem|Because\\.of)", source.code()).stream())
        .map(List::getFirst).filter(code -> code.startsWith("\"")).toList();
    assertThat(codes).hasSizeGreaterThan(50);
  }

  @Test
  void everyObjectionHasItsSentenceAndNothingElseHas() {
    assertThat(Bundle.OBJECTIONS.chinese.keySet()).isEqualTo(BundleKeys.names(Objection.Why.values()));
  }

  @Test
  void aTextThatIsNotThereIsReported() {
    Source page = new Source("ui", "a/Page.java", """
        class Page { String a = getTranslation("no.such", 1) + getTranslation(b ? "close" : "neither.this")
            + getTranslation("state." + state) + getTranslation("unheard." + of); }
        """);
    assertThat(unsaid(List.of(page), "getTranslation", "", Bundle.SCREENS))
        .containsExactlyInAnyOrder("a/Page.java: no.such", "a/Page.java: neither.this", "a/Page.java: unheard.…");
  }

  @Test
  void noTextIsKeptThatNobodyAsksFor() {
    Set<String> literals = Source.of("ui").stream().flatMap(source -> source.literals().stream()).collect(Collectors.toSet());
    assertThat(Bundle.SCREENS.chinese.keySet()).allSatisfy(key -> assertThat(literals.contains(key) || BundleKeys.NAMED_ELSEWHERE.contains(key)
        || continued(key).filter(beginning -> BundleKeys.CONTINUED.get(beginning).contains(key.substring(beginning.length()))).isPresent()).as(key).isTrue());
  }

  private static Optional<String> continued(String key) {
    return BundleKeys.CONTINUED.keySet().stream().filter(key::startsWith).max(Comparator.comparingInt(String::length));
  }

  /** Texts the sources ask the bundle for that it does not have in both languages; … after one whose rest nobody knows. */
  private static Set<String> unsaid(List<Source> sources, String call, String before, Bundle bundle) {
    Set<String> unsaid = new TreeSet<>();
    for (Source source : sources) {
      Calls.of(call, source.code()).stream().map(List::getFirst).flatMap(argument -> Calls.texts(argument).entrySet().stream())
          .flatMap(text -> wholeTexts(before + text.getKey(), text.getValue()))
          .filter(key -> !bundle.chinese.containsKey(key) || !bundle.english.containsKey(key))
          .forEach(key -> unsaid.add(source.name() + ": " + key));
    }
    return unsaid;
  }

  private static Stream<String> wholeTexts(String text, boolean whole) {
    if (whole) {
      return Stream.of(text);
    }
    return BundleKeys.CONTINUED_BY_CODES.contains(text) ? Stream.empty() : BundleKeys.CONTINUED.getOrDefault(text, Set.of("…")).stream().map(text::concat);
  }

  /** Signs that are written the same in every language of the screens. */
  private static final Map<String, Set<String>> SIGNS = Map.of(
      "org/jiheng/ui/text/Written.java", Set.of(" 元"),
      "org/jiheng/ui/shell/JihengShell.java", Set.of("绩衡"));

  @Test
  void noScreenSpeaksChineseByItself() {
    Map<String, Set<String>> spoken = new HashMap<>();
    Source.of("ui").forEach(source -> source.literals().stream().filter(literal -> literal.matches("(?s).*\\p{IsHan}.*"))
        .forEach(literal -> spoken.computeIfAbsent(source.name(), _ -> new TreeSet<>()).add(literal)));
    assertThat(spoken).isEqualTo(SIGNS);
  }
}
