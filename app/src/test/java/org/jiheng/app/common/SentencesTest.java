package org.jiheng.app.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the house can answer, it can say: in Chinese and in English, with the same places, and nothing for the drawer. */
class SentencesTest {

  private static final Path SOURCES = Path.of("src/main/java/org/jiheng/app");
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
  private static final Pattern PROBLEM = Pattern.compile("(?:Problem\\.of|new Problem|refused)\\(\\s*\"([^\"]+)\"");
  private static final Pattern REFUSAL = Pattern.compile("(?:Refusal\\.because|new Refusal)\\(\\s*\"([^\"]+)\"");
  private static final Pattern RULE = Pattern.compile("\"((?:score|execution|total|grade|alarm|engagement|goals|exante|gate|transfer|library|duplicate)\\.[a-z-]+)\"");

  private final Properties chinese = read("messages.properties");
  private final Properties english = read("messages_en.properties");

  @Test
  void everySentenceIsThereInBothLanguages() {
    assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
    assertThat(chinese.values()).noneMatch(sentence -> sentence.toString().isBlank());
    assertThat(english.values()).noneMatch(sentence -> sentence.toString().isBlank());
  }

  @Test
  void bothLanguagesMentionTheSameThings() {
    for (String key : chinese.stringPropertyNames()) {
      assertThat(places(english.getProperty(key))).as(key).isEqualTo(places(chinese.getProperty(key)));
    }
  }

  @Test
  void everyProblemHasItsSentenceAndEverySentenceItsProblem() {
    assertThat(codes("problem.")).isEqualTo(found(PROBLEM, any -> true));
  }

  @Test
  void everyRefusalHasItsSentenceAndEverySentenceItsRefusal() {
    assertThat(codes("refusal.")).isEqualTo(found(REFUSAL, any -> true));
  }

  /** In the rooms of scoring, engagements and planning, and where indicators are ranked, every such name is a rule, except where it is a parameter's. */
  @Test
  void everyRuleHasItsSentenceAndEverySentenceItsRule() {
    assertThat(codes("reason.")).isEqualTo(found(RULE,
        file -> file.startsWith(SOURCES.resolve("scoring")) && !file.endsWith("RuleSet.java") || file.startsWith(SOURCES.resolve("engagement"))
            || file.startsWith(SOURCES.resolve("goal")) || file.startsWith(SOURCES.resolve("project")) && !file.endsWith("DuplicateParameters.java")
            || file.startsWith(SOURCES.resolve("transfer")) || file.endsWith("Ranking.java")
            || file.startsWith(SOURCES.resolve("exante")) && !file.endsWith("ExAnteParameters.java") || file.startsWith(SOURCES.resolve("budget"))));
  }

  private Set<String> codes(String prefix) {
    return chinese.stringPropertyNames().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> found(Pattern pattern, Predicate<Path> where) {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).filter(where)
          .flatMap(file -> pattern.matcher(text(file)).results().map(result -> result.group(1)).toList().stream())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> places(String sentence) {
    return PLACE.matcher(sentence).results().map((MatchResult place) -> place.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Properties read(String name) {
    Properties sentences = new Properties();
    try (var in = new InputStreamReader(
        Objects.requireNonNull(Words.class.getResourceAsStream("/org/jiheng/app/" + name), name), StandardCharsets.UTF_8)) {
      sentences.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return sentences;
  }
}
