package org.jiheng.app.exante;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Score;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.JsonColumn;
import org.jiheng.tenants.persistence.UuidColumn;
import org.jiheng.tenants.scope.Caller;

/** What finance concluded in one round, with date and name (S13). Never changed; another round has another one. */
@Entity
@Table(name = "exante_conclusion")
public class ExAnteConclusion {

  private static final Jsonb JSON = JsonbBuilder.create();

  @Id
  private UUID id;

  private UUID evaluation;
  private int round;

  @Enumerated(EnumType.STRING)
  private Conclusion conclusion;

  @Enumerated(EnumType.STRING)
  private Concluding.Basis basis;

  private BigDecimal total;
  private BigDecimal supported;
  private String opinion;
  private String explanation;

  @Convert(converter = JsonColumn.class)
  private String vetoes;

  @Convert(converter = JsonColumn.class)
  private String reasons;

  @Column(name = "judged_version")
  private Integer judgedVersion;

  @Convert(converter = UuidColumn.class)
  private UUID report;

  @Convert(converter = JsonColumn.class)
  private String checks;

  @Column(name = "concluded_on")
  private LocalDate concludedOn;

  private UUID person;

  @Column(name = "person_name")
  private String personName;

  private Instant at;

  /** In the shape in which they are kept. */
  public static final class Reasons {
    public List<Reason> reasons;
  }

  protected ExAnteConclusion() {}

  /**
   * What was concluded from.
   *
   * @param version number of the version that was sent in
   * @param report the signed report that lay with it
   * @param total of the basis
   * @param reasons of what the rules came to
   * @param checks what the platform had found
   */
  record Ground(int version, UUID report, Score total, List<Reason> reasons, SystemFacts checks) {}

  ExAnteConclusion(UUID evaluation, int round, Concluding made, Ground ground, LocalDate today, Caller by, Instant at) {
    this.id = Identifiers.next();
    this.evaluation = evaluation;
    this.round = round;
    this.conclusion = made.conclusion();
    this.basis = made.basis();
    this.total = ground.total().points();
    this.judgedVersion = ground.version();
    this.report = ground.report();
    this.checks = ground.checks().toJson();
    this.supported = made.supported().yuan();
    this.opinion = made.opinion();
    this.explanation = made.explanation();
    this.vetoes = Json.createArrayBuilder(made.vetoes().stream().sorted().toList()).build().toString();
    Reasons kept = new Reasons();
    kept.reasons = ground.reasons();
    this.reasons = JSON.toJson(kept);
    this.concludedOn = today;
    this.person = by.id();
    this.personName = by.name();
    this.at = at;
  }

  public int round() {
    return round;
  }

  public Conclusion conclusion() {
    return conclusion;
  }

  public Concluding.Basis basis() {
    return basis;
  }

  /** The total it rests on. */
  public Score total() {
    return new Score(total);
  }

  /** Yuan. */
  public Money supported() {
    return new Money(supported);
  }

  public String opinion() {
    return opinion;
  }

  public String explanation() {
    return explanation;
  }

  /** Keys of the vetoes finance found to hold. */
  public Set<String> vetoes() {
    try (JsonReader reader = Json.createReader(new StringReader(vetoes))) {
      return new HashSet<>(reader.readArray().getValuesAs(JsonString::getString));
    }
  }

  /** What the rules came to. */
  public List<Reason> reasons() {
    return JSON.fromJson(reasons, Reasons.class).reasons;
  }

  /** Number of the version it was concluded from; empty in one made before that was kept. */
  public Optional<Integer> judgedVersion() {
    return Optional.ofNullable(judgedVersion);
  }

  /** The signed report that lay with it. */
  public Optional<UUID> report() {
    return Optional.ofNullable(report);
  }

  /** What the platform showed beside the items then. */
  SystemFacts checks() {
    return Optional.ofNullable(checks).map(SystemFacts::fromJson).orElse(SystemFacts.NONE);
  }

  public LocalDate concludedOn() {
    return concludedOn;
  }

  public String personName() {
    return personName;
  }
}
