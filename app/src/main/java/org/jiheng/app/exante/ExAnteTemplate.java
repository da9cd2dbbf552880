package org.jiheng.app.exante;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Score;

/**
 * What an ex-ante evaluation asks: dimensions with their items and points, what speaks against any support, and which documents go
 * with it. Data: a jurisdiction sets another one for all years or one, and a form keeps the one it began with (S8; DOMAIN 2.4).
 *
 * @param code which template it is
 * @param version of it; both stand on the form
 */
public record ExAnteTemplate(
    String code, int version, String name, List<Dimension> dimensions, List<Veto> vetoes, List<Evidence> evidence) {

  /** Key of the document every evaluation has: its report, signed and stamped (S13). A template that does not name it has it all the same. */
  static final String SIGNED_REPORT = "signed-report";

  private static final Evidence REPORT = new Evidence(SIGNED_REPORT, "事前绩效评估报告(签章稿)", List.of("*"));
  private static final String NAMES = "[a-z][a-z0-9-]{0,60}";

  /** 评估维度. */
  public record Dimension(String key, String name, List<Item> items) {

    public Dimension {
      items = List.copyOf(items);
    }

    public Score points() {
      return items.stream().map(Item::points).reduce(Score.ZERO, Score::plus);
    }
  }

  /**
   * One thing to be judged.
   *
   * @param group the sub-heading it stands under
   * @param check what is looked at to judge it; may be empty
   * @param system what the platform itself looks at for it; by itself what it usually looks at for an item of this key
   */
  public record Item(String key, String group, String text, Score points, String check, Set<SystemCheck> system) {

    public Item {
      system = Set.copyOf(system);
    }
  }

  /** 否决事项: where it holds, the project is not supported whatever its points. */
  public record Veto(String key, String text) {}

  /**
   * A document that goes with the form (DOMAIN 2.2).
   *
   * @param required types of projects it must not be missing for; {@code *} for all; empty where it is optional
   */
  public record Evidence(String key, String text, List<String> required) {

    public Evidence {
      required = List.copyOf(required);
    }

    public boolean requiredFor(String projectType) {
      return key.equals(SIGNED_REPORT) || required.contains("*") || required.contains(projectType);
    }
  }

  /** @throws IllegalArgumentException unless keys are distinct names and the points come to 100 */
  public ExAnteTemplate {
    dimensions = List.copyOf(dimensions);
    vetoes = List.copyOf(vetoes);
    evidence = List.copyOf(evidence);
    List<String> keys = Stream.of(dimensions.stream().map(Dimension::key), dimensions.stream().flatMap(one -> one.items().stream()).map(Item::key),
        vetoes.stream().map(Veto::key), evidence.stream().map(Evidence::key)).flatMap(one -> one).toList();
    if (keys.stream().distinct().count() != keys.size() || keys.stream().anyMatch(key -> !key.matches(NAMES))) {
      throw new IllegalArgumentException("keys of a template are distinct names: " + keys);
    }
    Score points = dimensions.stream().map(Dimension::points).reduce(Score.ZERO, Score::plus);
    if (!points.equals(Score.HUNDRED)) {
      throw new IllegalArgumentException("the points of a template come to 100, not to " + points);
    }
  }

  public List<Item> items() {
    return dimensions.stream().flatMap(one -> one.items().stream()).toList();
  }

  public Optional<Item> item(String key) {
    return items().stream().filter(one -> one.key().equals(key)).findFirst();
  }

  public Optional<Veto> veto(String key) {
    return vetoes.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  public Optional<Evidence> document(String key) {
    return evidence.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /**
   * Reads a template by its name or from JSON.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static ExAnteTemplate read(String text) {
    String stripped = text.strip();
    return stripped.startsWith("{") ? fromJson(stripped) : named(stripped);
  }

  private static ExAnteTemplate named(String name) {
    if (!name.matches(NAMES)) {
      throw new IllegalArgumentException("no name of a template: " + name);
    }
    try (InputStream in = ExAnteTemplate.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalArgumentException("no template " + name);
      }
      return fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  public static ExAnteTemplate fromJson(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new ExAnteTemplate(json.getString("code"), json.getInt("version"), json.getString("name"),
          json.getJsonArray("dimensions").getValuesAs(JsonObject.class).stream().map(ExAnteTemplate::dimension).toList(),
          json.getJsonArray("vetoes").getValuesAs(JsonObject.class).stream()
              .map(one -> new Veto(one.getString("key"), one.getString("text"))).toList(),
          withReport(json.getJsonArray("evidence").getValuesAs(JsonObject.class).stream().map(one -> new Evidence(one.getString("key"),
              one.getString("text"), one.getJsonArray("required").getValuesAs(JsonString::getString))).toList()));
    } catch (jakarta.json.JsonException | NullPointerException | ClassCastException | NumberFormatException broken) {
      throw new IllegalArgumentException("no template: " + broken.getMessage(), broken);
    }
  }

  private static List<Evidence> withReport(List<Evidence> evidence) {
    return evidence.stream().anyMatch(one -> one.key().equals(SIGNED_REPORT)) ? evidence : Stream.concat(evidence.stream(), Stream.of(REPORT)).toList();
  }

  private static Set<SystemCheck> system(JsonObject item) {
    return item.containsKey("system")
        ? item.getJsonArray("system").getValuesAs(JsonString::getString).stream().map(SystemCheck::valueOf).collect(Collectors.toSet())
        : SystemCheck.usuallyAt(item.getString("key"));
  }

  private static Dimension dimension(JsonObject json) {
    return new Dimension(json.getString("key"), json.getString("name"), json.getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .map(one -> new Item(one.getString("key"), one.getString("group"), one.getString("text"),
            new Score(new BigDecimal(one.getString("points"))), one.getString("check"), system(one))).toList());
  }

  /** The same as JSON, to be kept with a form. */
  public String toJson() {
    JsonArrayBuilder rows = Json.createArrayBuilder();
    for (Dimension one : dimensions) {
      JsonArrayBuilder asked = Json.createArrayBuilder();
      one.items().forEach(item -> asked.add(Json.createObjectBuilder().add("key", item.key()).add("group", item.group())
          .add("text", item.text()).add("points", item.points().toString()).add("check", item.check())
          .add("system", Json.createArrayBuilder(item.system().stream().map(SystemCheck::name).sorted().toList()))));
      rows.add(Json.createObjectBuilder().add("key", one.key()).add("name", one.name()).add("items", asked));
    }
    JsonArrayBuilder against = Json.createArrayBuilder();
    vetoes.forEach(one -> against.add(Json.createObjectBuilder().add("key", one.key()).add("text", one.text())));
    JsonArrayBuilder documents = Json.createArrayBuilder();
    evidence.forEach(one -> documents.add(Json.createObjectBuilder().add("key", one.key()).add("text", one.text())
        .add("required", Json.createArrayBuilder(one.required()))));
    return Json.createObjectBuilder().add("code", code).add("version", version).add("name", name).add("dimensions", rows)
        .add("vetoes", against).add("evidence", documents).build().toString();
  }
}
