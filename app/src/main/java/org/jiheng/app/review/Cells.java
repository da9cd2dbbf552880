package org.jiheng.app.review;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form as its cells in reading order: key to text. An empty cell has empty text. Money is text in yuan with two
 * decimals, scores with two decimals, everything else as it was written. Versions, differences, notes, locks and the
 * digest of a form are made from this view and from nothing else.
 */
public final class Cells {

  private final Map<CellKey, String> texts;

  private Cells(Map<CellKey, String> texts) {
    this.texts = Collections.unmodifiableMap(texts);
  }

  public static Builder inReadingOrder() {
    return new Builder();
  }

  /** Collects cells in the order in which a person reads the form. */
  public static final class Builder {

    private final Map<CellKey, String> texts = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if the cell is there already */
    public Builder with(CellKey key, Object value) {
      if (texts.putIfAbsent(key, value == null ? "" : value.toString()) != null) {
        throw new IllegalArgumentException("a second cell " + key);
      }
      return this;
    }

    public Cells build() {
      return new Cells(new LinkedHashMap<>(texts));
    }
  }

  public Set<CellKey> keys() {
    return texts.keySet();
  }

  public boolean has(CellKey key) {
    return texts.containsKey(key);
  }

  /** Text of the cell; empty if the form has no such cell. */
  public String text(CellKey key) {
    return texts.getOrDefault(key, "");
  }

  /** What changed from the earlier cells to these: changed, added and vanished cells, in reading order of these. */
  public List<CellChange> since(Cells earlier) {
    Set<CellKey> all = new LinkedHashSet<>(texts.keySet());
    all.addAll(earlier.texts.keySet());
    List<CellChange> changes = new ArrayList<>();
    for (CellKey key : all) {
      if (!text(key).equals(earlier.text(key))) {
        changes.add(new CellChange(key, earlier.text(key), text(key), !earlier.has(key), !has(key)));
      }
    }
    return changes;
  }

  /** One JSON object, keys in reading order. */
  public String toJson() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    Set<String> order = new LinkedHashSet<>();
    texts.keySet().forEach(key -> order.add(key.path()));
    var keys = Json.createArrayBuilder();
    order.forEach(keys::add);
    texts.forEach((key, text) -> json.add(key.path(), text));
    // jsonb does not keep the order of an object's keys: it is kept beside them
    return Json.createObjectBuilder().add("order", keys).add("cells", json).build().toString();
  }

  public static Cells fromJson(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      var json = reader.readObject();
      var cells = json.getJsonObject("cells");
      Builder builder = inReadingOrder();
      for (JsonString key : json.getJsonArray("order").getValuesAs(JsonString.class)) {
        builder.with(new CellKey(key.getString()), cells.getString(key.getString()));
      }
      return builder.build();
    }
  }

  /** SHA-256 over keys and texts in reading order, 64 hexadecimal digits. */
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      texts.forEach((key, text) -> {
        // lengths first, so that no two different forms read alike
        digest.update((key.path().length() + ":" + key.path() + text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
      });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cells cells && cells.texts.equals(texts);
  }

  @Override
  public int hashCode() {
    return texts.hashCode();
  }
}
