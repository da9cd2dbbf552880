package org.jiheng.app.selfevaluation;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.Spreadsheet;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.indicator.ValueReader;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.scoring.Achievement;
import org.jiheng.app.selfevaluation.Imported.Line;
import org.jiheng.app.selfevaluation.Imported.RefusedFile;
import org.jiheng.app.selfevaluation.Imported.Typed;

/**
 * A published self-evaluation in JSON: budget, execution, indicator rows as printed, published totals. Published scores are
 * taken as what was reported; for words the band they lie in says how far they were fulfilled.
 */
final class PublishedJson {

  private static final int MOST_DIGITS = 40;

  private PublishedJson() {}

  static Imported read(String fileName, byte[] content) throws RefusedFile {
    if (content.length > Spreadsheet.LARGEST) {
      throw new RefusedFile(new Problem("file.too-large", Map.of("file", fileName)));
    }
    JsonObject json;
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(content))) {
      json = reader.readObject();
    } catch (RuntimeException broken) {
      // no JSON, no object, nested without end, a number of a thousand digits: each means the same
      throw new RefusedFile(new Problem("file.broken", Map.of("file", fileName)));
    }
    if (!"self-eval".equals(text(json.get("kind"))) || !(json.get("indicators") instanceof jakarta.json.JsonArray indicators)
        || !(json.get("budget") instanceof JsonObject budget)) {
      throw new RefusedFile(new Problem("file.not-a-self-evaluation", Map.of("file", fileName)));
    }
    Map<CellKey, Typed> cells = new LinkedHashMap<>();
    Money.In bare = text(budget.get("unit")).equals("元") ? Money.In.YUAN : Money.In.WAN;
    put(cells, FormCells.budget(BudgetLine.TOTAL, BudgetLine.Column.INITIAL), budget.get("initial"), "budget.initial");
    put(cells, FormCells.budget(BudgetLine.TOTAL, BudgetLine.Column.ANNUAL), budget.get("adjusted"), "budget.adjusted");
    put(cells, FormCells.budget(BudgetLine.TOTAL, BudgetLine.Column.EXECUTED), budget.get("executed"), "budget.executed");
    if (json.get("execution") instanceof JsonObject execution) {
      put(cells, FormCells.EXECUTION_WEIGHT, execution.get("weight"), "execution.weight");
      put(cells, FormCells.EXECUTION_REPORTED, execution.get("score"), "execution.score");
    }
    put(cells, FormCells.TOTAL_REPORTED, json.get("total_score_published"), "total_score_published");
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < indicators.size(); i++) {
      if (indicators.get(i) instanceof JsonObject row) {
        lines.add(line(row, "indicators[" + i + "]", json.getInt("year", 0)));
      }
    }
    return new Imported(cells, lines, bare, true, text(json.get("title")) + " — " + text(json.get("issuing_body")));
  }

  private static Line line(JsonObject row, String place, int year) {
    Map<IndicatorRow.Column, Typed> texts = new EnumMap<>(IndicatorRow.Column.class);
    put(texts, IndicatorRow.Column.LEVEL1, row.get("level1"), place + ".level1");
    put(texts, IndicatorRow.Column.LEVEL2, row.get("level2"), place + ".level2");
    put(texts, IndicatorRow.Column.LEVEL3, row.get("level3"), place + ".level3");
    put(texts, IndicatorRow.Column.TARGET, row.get("target"), place + ".target");
    put(texts, IndicatorRow.Column.ACTUAL, row.get("actual"), place + ".actual");
    put(texts, IndicatorRow.Column.WEIGHT, row.get("weight"), place + ".weight");
    put(texts, IndicatorRow.Column.REPORTED, row.get("score"), place + ".score");
    put(texts, IndicatorRow.Column.DEVIATION, row.get("deviation_note"), place + ".deviation_note");
    level(row, year).ifPresent(level -> texts.put(IndicatorRow.Column.LEVEL, new Typed(level.name(), place)));
    return new Line(Optional.empty(), texts);
  }

  /** Only words have a level; it is the one whose band holds the published points. */
  private static Optional<Achievement> level(JsonObject row, int year) {
    boolean words = ValueReader.target(text(row.get("target")), year).value().filter(Target.Graded.class::isInstance).isPresent();
    Optional<Score> weight = Score.parse(text(row.get("weight"))).value();
    Optional<Score> points = Score.parse(text(row.get("score"))).value();
    return words && weight.isPresent() && points.isPresent() ? Optional.of(Achievement.of(points.get(), weight.get())) : Optional.empty();
  }

  private static <K> void put(Map<K, Typed> texts, K key, JsonValue value, String place) {
    String text = text(value);
    if (!text.isEmpty()) {
      texts.put(key, new Typed(text, place));
    }
  }

  private static String text(JsonValue value) {
    return switch (value) {
      case JsonString string -> TypedText.of(string.getString()).strip();
      case JsonNumber number -> plain(number.bigDecimalValue());
      case null, default -> "";
    };
  }

  /** As it is printed; a number nobody prints stays in its short form, which no cell takes. */
  private static String plain(BigDecimal number) {
    return Math.abs(number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
  }
}
