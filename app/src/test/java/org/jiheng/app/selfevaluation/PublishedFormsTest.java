package org.jiheng.app.selfevaluation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.Words;
import org.jiheng.app.scoring.RuleSet;
import org.jiheng.app.scoring.SelfEvaluationScoring;
import org.jiheng.app.scoring.SelfEvaluationScoring.Result;
import org.jiheng.app.scoring.SelfEvaluationScoring.ScoredRow;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Self-evaluations that were really published, imported and scored by the default rules (DOMAIN 5.3). Published tables
 * contain errors: wherever a computed figure is not the published one, the table of differences says why. A difference
 * that is not in the table, or one in the table that is no more, fails the test. What was published stays as reported.
 */
class PublishedFormsTest {

  private static final List<String> CASES = List.of("case-01", "case-03", "case-05", "case-07", "case-13", "case-15", "case-17",
      "case-25", "case-29", "case-31", "case-33", "case-35", "case-51", "case-53", "case-55", "case-57");

  /** One published form, imported and scored. */
  private record Published(String name, JsonObject json, SelfEvaluation form, Result result) {

    static Published read(String name) {
      byte[] content = bytes("/org/jiheng/app/cases/" + name + ".json");
      try (JsonReader reader = Json.createReader(new ByteArrayInputStream(content))) {
        JsonObject json = reader.readObject();
        SelfEvaluation form = Filled.with(PublishedJson.read(name + ".json", content), json.getInt("year"));
        return new Published(name, json, form, SelfEvaluationScoring.score(form.forScoring(), RuleSet.standard()));
      } catch (Imported.RefusedFile refused) {
        throw new AssertionError(name, refused);
      }
    }

    JsonObject printed(int row) {
      return json.getJsonArray("indicators").getJsonObject(row);
    }

    Optional<Score> recomputed(int row) {
      JsonArray rows = json.getJsonObject("recomputed").getJsonArray("indicators");
      return points(rows.getJsonObject(row).get("expected"));
    }
  }

  /** A figure that is not as published. */
  private record Difference(String name, String place, String published, String computed) {

    static Difference of(String line) {
      String[] columns = line.split("\t", -1);
      assertThat(columns).as(line).hasSize(5);
      assertThat(columns[4]).as("why: " + line).isNotBlank();
      return new Difference(columns[0], columns[1], columns[2], columns[3]);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyDifferenceFromThePublishedFiguresIsExplained() {
    List<Difference> explained = lines("/org/jiheng/app/cases/differences.tsv").stream().map(Difference::of).toList();
    return CASES.stream().map(name -> DynamicTest.dynamicTest(name, () ->
        assertThat(differences(Published.read(name))).containsExactlyElementsOf(explained.stream().filter(one -> one.name().equals(name)).toList())));
  }

  @Test
  void noDifferenceIsExplainedForAFormThatIsNotHere() {
    assertThat(lines("/org/jiheng/app/cases/differences.tsv")).extracting(line -> line.split("\t")[0]).isSubsetOf(CASES);
  }

  /** Each case was recomputed by hand when it was collected; the engine agrees wherever it computes at all. */
  @TestFactory
  Stream<DynamicTest> theEngineAgreesWithTheRecomputationOfEachCase() {
    return CASES.stream().map(name -> DynamicTest.dynamicTest(name, () -> {
      Published published = Published.read(name);
      for (int i = 0; i < published.result().rows().size(); i++) {
        Optional<Score> computed = published.result().rows().get(i).computed().value();
        if (computed.isPresent()) {
          assertThat(computed).as(published.printed(i).getString("level3")).isEqualTo(published.recomputed(i));
        }
      }
      JsonObject execution = published.json().getJsonObject("recomputed").getJsonObject("execution");
      if (execution != null && points(execution.get("expected_score")).isPresent()) {
        assertThat(published.result().execution().value()).isEqualTo(points(execution.get("expected_score")));
      }
    }));
  }

  /** What a unit reported is kept as reported and never replaced by what was computed. */
  @TestFactory
  Stream<DynamicTest> publishedFiguresStayAsTheyWereReported() {
    return CASES.stream().map(name -> DynamicTest.dynamicTest(name, () -> {
      Published published = Published.read(name);
      published.form().scored(published.result());
      SelfEvaluation form = published.form();
      assertThat(form.indicators()).hasSameSizeAs(published.json().getJsonArray("indicators"));
      for (int i = 0; i < form.indicators().size(); i++) {
        IndicatorRow row = form.indicators().get(i);
        JsonObject printed = published.printed(i);
        assertThat(row.text(IndicatorRow.Column.LEVEL3)).isEqualTo(text(printed.get("level3")));
        assertThat(row.text(IndicatorRow.Column.TARGET)).isEqualTo(text(printed.get("target")));
        assertThat(row.text(IndicatorRow.Column.ACTUAL)).isEqualTo(text(printed.get("actual")));
        assertThat(row.text(IndicatorRow.Column.REPORTED)).isEqualTo(shown(points(printed.get("score"))));
        assertThat(published.result().rows().get(i).reported()).isEqualTo(points(printed.get("score")));
      }
      assertThat(form.cells().text(FormCells.TOTAL_REPORTED)).isEqualTo(shown(points(published.json().get("total_score_published"))));
      assertThat(form.cells().text(FormCells.EXECUTION_REPORTED)).isEqualTo(shown(points(published.json().getJsonObject("execution").get("score"))));
    }));
  }

  /** case-03: indicators of 100 points and another 10 for execution, in a table that says 100. */
  @Test
  void weightsThatMake110AreFound() {
    assertThat(Published.read("case-03").result().problems()).extracting(found -> found.problem().code()).contains("weights.not-hundred");
    assertThat(Published.read("case-03").result().weights()).isEqualTo(Score.of("110"));
  }

  /** case-15: a table that was published empty cannot be sent. */
  @Test
  void anEmptyTableCannotBeSent() {
    assertThat(Published.read("case-15").result().problems()).extracting(found -> found.problem().code()).containsExactly("actual.missing", "actual.missing");
  }

  private static List<Difference> differences(Published published) {
    List<Difference> differences = new ArrayList<>();
    Result result = published.result();
    for (int i = 0; i < result.rows().size(); i++) {
      ScoredRow row = result.rows().get(i);
      boolean words = row.computed().because("score.graded");
      Optional<Score> counted = words ? row.effective() : row.computed().value();
      compare(published.name(), published.printed(i).getString("level3"), shown(row.reported()), shown(counted)).ifPresent(differences::add);
    }
    SelfEvaluationScoring.Form form = published.form().forScoring();
    compare(published.name(), "执行率", shown(form.executionReported()), shown(result.execution().value())).ifPresent(differences::add);
    compare(published.name(), "总分", shown(form.totalReported()), shown(result.total().value())).ifPresent(differences::add);
    String grade = result.grade().flatMap(reasoned -> reasoned.value()).map(one -> Words.chinese().say("grade." + one)).orElse("");
    compare(published.name(), "等级", text(published.json().get("grade_published")), grade).ifPresent(differences::add);
    return differences;
  }

  private static Optional<Difference> compare(String name, String place, String published, String computed) {
    return published.equals(computed) ? Optional.empty() : Optional.of(new Difference(name, place, published, computed));
  }

  private static String shown(Optional<Score> points) {
    return points.map(Score::toString).orElse("");
  }

  private static Optional<Score> points(JsonValue value) {
    return value instanceof JsonNumber number ? Optional.of(new Score(number.bigDecimalValue())) : Optional.empty();
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString().strip() : "";
  }

  private static List<String> lines(String resource) {
    return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes(resource)), StandardCharsets.UTF_8)).lines()
        .filter(line -> !line.startsWith("#")).toList();
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Objects.requireNonNull(PublishedFormsTest.class.getResourceAsStream(resource), resource)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
