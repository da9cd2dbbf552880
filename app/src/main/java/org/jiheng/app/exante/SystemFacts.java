package org.jiheng.app.exante;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiheng.app.common.Reason;

/**
 * What the platform knows beside the items of a sheet, by their keys: facts with reasons, and no scores (DOMAIN 2.4). Whoever ticks an
 * item reads them; nothing is ticked by them.
 */
public record SystemFacts(Map<String, List<Fact>> byItem) {

  public static final SystemFacts NONE = new SystemFacts(Map.of());

  private static final Jsonb JSON = JsonbBuilder.create();

  /**
   * A fact.
   *
   * @param attention whether it speaks against a good tick
   * @param reason the fact in its sentence, with the rule it was found by
   */
  public record Fact(boolean attention, Reason reason) {}

  /** In the shape in which they are kept. */
  public static final class Kept {
    public Map<String, List<KeptFact>> items;
  }

  /** One of them. */
  public static final class KeptFact {
    public boolean attention;
    public Reason reason;
  }

  public SystemFacts {
    byItem = Map.copyOf(byItem);
  }

  /** Those beside this item; empty where the platform looks at nothing. */
  public List<Fact> at(String item) {
    return byItem.getOrDefault(item, List.of());
  }

  String toJson() {
    Kept kept = new Kept();
    kept.items = new LinkedHashMap<>();
    byItem.forEach((item, facts) -> kept.items.put(item, facts.stream().map(SystemFacts::kept).toList()));
    return JSON.toJson(kept);
  }

  private static KeptFact kept(Fact fact) {
    KeptFact kept = new KeptFact();
    kept.attention = fact.attention();
    kept.reason = fact.reason();
    return kept;
  }

  static SystemFacts fromJson(String text) {
    Map<String, List<Fact>> facts = new LinkedHashMap<>();
    JSON.fromJson(text, Kept.class).items.forEach((item, kept) -> facts.put(item, kept.stream().map(one -> new Fact(one.attention, one.reason)).toList()));
    return new SystemFacts(facts);
  }
}
