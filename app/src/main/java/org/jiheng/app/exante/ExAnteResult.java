package org.jiheng.app.exante;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Score;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.JsonColumn;
import org.jiheng.tenants.scope.Caller;

/** The sheet a third party handed in: the template ticked anew, independently of the unit. Never changed; a better one comes after it. */
@Entity
@Table(name = "exante_result")
public class ExAnteResult {

  @Id
  private UUID id;

  private UUID evaluation;
  private UUID engagement;
  private int round;

  @Convert(converter = JsonColumn.class)
  private String ticks;

  private BigDecimal total;
  private String opinion;
  private UUID person;

  @Column(name = "person_name")
  private String personName;

  private Instant at;

  protected ExAnteResult() {}

  ExAnteResult(UUID evaluation, UUID engagement, int round, ExAnteScoring.Ticked ticked, Score total, String opinion, Caller by, Instant at) {
    this.id = Identifiers.next();
    this.evaluation = evaluation;
    this.engagement = engagement;
    this.round = round;
    this.ticks = json(ticked);
    this.total = total.points();
    this.opinion = opinion;
    this.person = by.id();
    this.personName = by.name();
    this.at = at;
  }

  private static String json(ExAnteScoring.Ticked ticked) {
    JsonObjectBuilder items = Json.createObjectBuilder();
    new TreeMap<>(ticked.ticks()).forEach((key, tick) -> items.add(key, tick.name()));
    return Json.createObjectBuilder().add("items", items)
        .add("vetoes", Json.createArrayBuilder(ticked.vetoes().stream().sorted().toList())).build().toString();
  }

  public ExAnteScoring.Ticked ticked() {
    try (JsonReader reader = Json.createReader(new StringReader(ticks))) {
      JsonObject json = reader.readObject();
      Map<String, Grade> items = new HashMap<>();
      json.getJsonObject("items").forEach((key, tick) -> items.put(key, Grade.valueOf(((JsonString) tick).getString())));
      Set<String> vetoes = new HashSet<>(json.getJsonArray("vetoes").getValuesAs(JsonString::getString));
      return new ExAnteScoring.Ticked(items, vetoes);
    }
  }

  public UUID id() {
    return id;
  }

  public UUID evaluation() {
    return evaluation;
  }

  public UUID engagement() {
    return engagement;
  }

  /** Of the form: what was ticked are its contents as they were sent in then. */
  public int round() {
    return round;
  }

  public Score total() {
    return new Score(total);
  }

  public String opinion() {
    return opinion;
  }

  public String personName() {
    return personName;
  }

  public Instant at() {
    return at;
  }
}
