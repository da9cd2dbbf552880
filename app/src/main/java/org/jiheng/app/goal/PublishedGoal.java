package org.jiheng.app.goal;

import jakarta.json.Json;
import jakarta.json.JsonArray;
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
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.Spreadsheet;
import org.jiheng.app.goal.GoalFile.Line;
import org.jiheng.app.goal.GoalFile.RefusedFile;
import org.jiheng.app.goal.GoalFile.Typed;
import org.jiheng.app.review.CellKey;

/** A published table of goals in JSON: budget, overall goal, indicator rows as printed. */
final class PublishedGoal {

  private static final int MOST_DIGITS = 40;

  private PublishedGoal() {}

  static GoalFile read(String fileName, byte[] content) throws RefusedFile {
    if (content.length > Spreadsheet.LARGEST) {
      throw new RefusedFile(new Problem("file.too-large", Map.of("file", fileName)));
    }
    JsonObject json;
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(content))) {
      json = reader.readObject();
    } catch (RuntimeException broken) {
      // no JSON, no object, nested without end: each means the same
      throw new RefusedFile(new Problem("file.broken", Map.of("file", fileName)));
    }
    if (!"goal".equals(text(json.get("kind"))) || !(json.get("indicators") instanceof JsonArray indicators)) {
      throw new RefusedFile(new Problem("file.not-a-goal", Map.of("file", fileName)));
    }
    Map<CellKey, Typed> cells = new LinkedHashMap<>();
    Money.In bare = Money.In.WAN;
    if (json.get("budget") instanceof JsonObject budget) {
      bare = text(budget.get("unit")).equals("元") ? Money.In.YUAN : Money.In.WAN;
      put(cells, GoalCells.money(MoneyLine.ANNUAL_TOTAL), budget.get("initial"), "budget.initial");
    }
    put(cells, GoalCells.ANNUAL_GOAL, json.get("annual_goal"), "annual_goal");
    put(cells, GoalCells.MEDIUM_GOAL, json.get("medium_goal"), "medium_goal");
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < indicators.size(); i++) {
      if (indicators.get(i) instanceof JsonObject row) {
        lines.add(line(row, "indicators[" + i + "]"));
      }
    }
    return new GoalFile(cells, lines, bare, text(json.get("title")) + " — " + text(json.get("issuing_body")));
  }

  private static Line line(JsonObject row, String place) {
    Map<GoalColumn, Typed> texts = new EnumMap<>(GoalColumn.class);
    put(texts, GoalColumn.LEVEL1, row.get("level1"), place + ".level1");
    put(texts, GoalColumn.LEVEL2, row.get("level2"), place + ".level2");
    put(texts, GoalColumn.LEVEL3, row.get("level3"), place + ".level3");
    put(texts, GoalColumn.ANNUAL, row.get("target"), place + ".target");
    put(texts, GoalColumn.WEIGHT, row.get("weight"), place + ".weight");
    put(texts, GoalColumn.NOTE, row.get("deviation_note"), place + ".deviation_note");
    return new Line(Optional.empty(), texts).completed();
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
