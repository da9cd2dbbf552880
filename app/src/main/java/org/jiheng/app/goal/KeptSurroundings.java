package org.jiheng.app.goal;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.goal.GoalSurroundings.Adjusting;
import org.jiheng.app.goal.GoalSurroundings.Applied;
import org.jiheng.app.goal.GoalSurroundings.CommonIndicator;
import org.jiheng.app.goal.GoalSurroundings.OtherGoal;
import org.jiheng.app.goal.GoalSurroundings.OtherLine;
import org.jiheng.app.goal.GoalsFromAbove.FromAbove;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.review.CellKey;

/**
 * {@link GoalSurroundings} as one JSON object, in which they are kept beside the version of a goal that was sent in. Money in yuan;
 * what is empty is left out.
 */
final class KeptSurroundings {

  private KeptSurroundings() {}

  static JsonObject written(GoalSurroundings around) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("type", around.type().name());
    around.budget().ifPresent(budget -> json.add("budget", budget.toString()));
    around.applied().ifPresent(applied -> json.add("applied", written(applied)));
    json.add("common", each(around.common(), one -> texts(one.code(), one.level1(), one.level2(), one.level3(), one.sign(), one.unit()).build()));
    json.add("lastYear", object(around.lastYear(), Json::createValue));
    json.add("others", each(around.others(), other -> Json.createObjectBuilder().add("unit", other.unitName()).add("project", other.projectName())
        .add("lines", each(other.lines(), line -> texts(line.level3(), line.target()).build())).build()));
    json.add("years", object(around.years(), targets -> texts(targets.toArray(String[]::new)).build()));
    Map<String, Problem> unchoosable = new LinkedHashMap<>();
    around.unchoosable().forEach((line, problem) -> unchoosable.put(line.toString(), problem));
    json.add("unchoosable", object(unchoosable, KeptSurroundings::written));
    around.adjusting().ifPresent(adjusting -> json.add("adjusting", written(adjusting)));
    json.add("above", each(around.above(), document -> Json.createObjectBuilder().add("document", document.document())
        .add("overallGoal", document.overallGoal()).add("lines", each(document.lines(), KeptSurroundings::written)).build()));
    return json.build();
  }

  private static JsonObject written(Applied applied) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("concluded", applied.concluded()).add("amount", applied.amount().toString())
        .add("undecided", applied.undecided());
    applied.ofTheYear().ifPresent(year -> json.add("ofTheYear", year.toString()));
    return json.build();
  }

  private static JsonObject written(Adjusting adjusting) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("saysCause", adjusting.saysCause()).add("saysBasis", adjusting.saysBasis())
        .add("changes", adjusting.changes()).add("targets", texts(adjusting.targets().stream().map(CellKey::path).toArray(String[]::new)));
    adjusting.closed().ifPresent(closed -> json.add("closed", written(closed)));
    return json.build();
  }

  private static JsonValue written(GoalsFromAbove.Line line) {
    return Json.createObjectBuilder().add("names", texts(line.level1(), line.level2(), line.name(), line.target())).add("main", line.main())
        .add("aggregation", line.aggregation().name()).build();
  }

  private static JsonValue written(Problem problem) {
    return Json.createObjectBuilder().add("code", problem.code()).add("inputs", object(problem.inputs(), Json::createValue)).build();
  }

  private static JsonArrayBuilder texts(String... texts) {
    return Json.createArrayBuilder(List.of(texts));
  }

  private static <T> JsonArrayBuilder each(Collection<T> all, Function<T, JsonValue> writing) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    all.forEach(one -> array.add(writing.apply(one)));
    return array;
  }

  private static <T> JsonObjectBuilder object(Map<String, T> all, Function<T, JsonValue> writing) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    all.forEach((key, one) -> object.add(key, writing.apply(one)));
    return object;
  }

  /** Reads what {@link #written} wrote. */
  static GoalSurroundings read(JsonObject json) {
    Map<UUID, Problem> unchoosable = new HashMap<>();
    json.getJsonObject("unchoosable").forEach((line, problem) -> unchoosable.put(UUID.fromString(line), problem(problem.asJsonObject())));
    Map<String, List<String>> years = new HashMap<>();
    json.getJsonObject("years").forEach((name, targets) -> years.put(name, strings(targets.asJsonArray())));
    return new GoalSurroundings(
        Optional.ofNullable(json.getString("budget", null)).map(Money::ofYuan),
        Optional.ofNullable(json.getJsonObject("applied")).map(KeptSurroundings::applied),
        ProjectType.valueOf(json.getString("type")),
        list(json.getJsonArray("common"), KeptSurroundings::common), strings(json.getJsonObject("lastYear")),
        list(json.getJsonArray("others"), KeptSurroundings::other), years, unchoosable,
        Optional.ofNullable(json.getJsonObject("adjusting")).map(KeptSurroundings::adjusting),
        // kept before transfers set goals
        json.containsKey("above") ? list(json.getJsonArray("above"), KeptSurroundings::above) : List.of());
  }

  /** One kept before years were compared was judged by the whole alone. */
  private static Applied applied(JsonObject json) {
    return new Applied(json.getBoolean("concluded"), Money.ofYuan(json.getString("amount")),
        Optional.ofNullable(json.getString("ofTheYear", null)).map(Money::ofYuan), json.getBoolean("undecided", false));
  }

  private static FromAbove above(JsonValue json) {
    JsonObject document = json.asJsonObject();
    return new FromAbove(document.getString("document"), document.getString("overallGoal"), list(document.getJsonArray("lines"), line -> {
      List<String> texts = strings(line.asJsonObject().getJsonArray("names"));
      return new GoalsFromAbove.Line(texts.get(0), texts.get(1), texts.get(2), texts.get(3), line.asJsonObject().getBoolean("main"),
          Aggregation.valueOf(line.asJsonObject().getString("aggregation")));
    }));
  }

  private static CommonIndicator common(JsonValue json) {
    List<String> texts = strings(json.asJsonArray());
    return new CommonIndicator(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4), texts.get(5));
  }

  private static OtherGoal other(JsonValue json) {
    JsonObject other = json.asJsonObject();
    return new OtherGoal(other.getString("unit"), other.getString("project"), list(other.getJsonArray("lines"), line -> {
      List<String> texts = strings(line.asJsonArray());
      return new OtherLine(texts.getFirst(), texts.getLast());
    }));
  }

  private static Adjusting adjusting(JsonObject json) {
    return new Adjusting(json.getBoolean("saysCause"), json.getBoolean("saysBasis"),
        strings(json.getJsonArray("targets")).stream().map(CellKey::new).toList(), json.getBoolean("changes"),
        Optional.ofNullable(json.getJsonObject("closed")).map(KeptSurroundings::problem));
  }

  private static Problem problem(JsonObject json) {
    String code = json.getString("code");
    return new Problem(code, strings(json.getJsonObject("inputs")));
  }

  private static List<String> strings(JsonArray array) {
    return array.getValuesAs(JsonString::getString);
  }

  private static Map<String, String> strings(JsonObject object) {
    Map<String, String> texts = new HashMap<>();
    object.forEach((key, text) -> texts.put(key, ((JsonString) text).getString()));
    return texts;
  }

  private static <T> List<T> list(JsonArray array, Function<JsonValue, T> reading) {
    List<T> all = new ArrayList<>();
    array.forEach(one -> all.add(reading.apply(one)));
    return all;
  }
}
