package org.jiheng.app.goal;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Score;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.review.FormState;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.JsonColumn;
import org.jiheng.tenants.scope.Caller;

/** The review sheet of one finance stage in one round of a goal (绩效目标审核表). */
@Entity
@Table(name = "goal_review_sheet")
public class StoredSheet {

  @Id
  private UUID id;

  private UUID goal;
  private int round;

  @Enumerated(EnumType.STRING)
  private FormState stage;

  private boolean scored;

  @Convert(converter = JsonColumn.class)
  private String entries;

  private String opinion = "";
  private BigDecimal points;

  @Enumerated(EnumType.STRING)
  private Grade grade;

  private UUID person;

  @Column(name = "person_name")
  private String personName;

  private Instant at;

  @Convert(converter = JsonColumn.class)
  private String parameters;

  @Version
  private int version;

  protected StoredSheet() {}

  StoredSheet(UUID goal, int round, FormState stage) {
    this.id = Identifiers.next();
    this.goal = goal;
    this.round = round;
    this.stage = stage;
  }

  int round() {
    return round;
  }

  FormState stage() {
    return stage;
  }

  String personName() {
    return personName;
  }

  /** What it was read as when it was opened, to be given back with what is typed. */
  GoalSheets.Seen seen() {
    return new GoalSheets.Seen(round, stage, version);
  }

  /** The rules it was filled in by last; empty for one that was filled in before they were kept. */
  Optional<GoalRules> rules() {
    return Optional.ofNullable(parameters).map(ParameterSet::fromJson).map(GoalRules::new);
  }

  ReviewSheet filled() {
    try (JsonReader reader = Json.createReader(new StringReader(entries))) {
      JsonObject json = reader.readObject();
      return new ReviewSheet(scored, read(json.getJsonObject("points"), Score::of), read(json.getJsonObject("ticks"), Grade::valueOf), opinion);
    }
  }

  private static <T> Map<ReviewItem, T> read(JsonObject json, Function<String, T> reading) {
    Map<ReviewItem, T> read = new EnumMap<>(ReviewItem.class);
    json.forEach((item, value) -> read.put(ReviewItem.valueOf(item), reading.apply(((JsonString) value).getString())));
    return read;
  }

  void fill(ReviewSheet sheet, GoalRules rules, Caller by, Instant when) {
    scored = sheet.scored();
    entries = Json.createObjectBuilder().add("points", written(sheet.points())).add("ticks", written(sheet.ticks())).build().toString();
    opinion = sheet.opinion();
    points = sheet.total().value().map(Score::points).orElse(null);
    grade = sheet.grade(rules.grades()).value().orElse(null);
    parameters = rules.parameters().toJson();
    person = by.id();
    personName = by.name();
    at = when;
  }

  private static JsonObjectBuilder written(Map<ReviewItem, ?> entries) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    entries.forEach((item, value) -> json.add(item.name(), value.toString()));
    return json;
  }
}
