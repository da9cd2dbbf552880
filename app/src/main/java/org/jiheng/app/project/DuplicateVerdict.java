package org.jiheng.app.project;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Reason;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.review.Signed;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.JsonColumn;
import org.jiheng.tenants.persistence.UuidColumn;
import org.jiheng.tenants.scope.Caller;

/** What finance decided about two projects that looked alike, and what had been found. Only ever added to. */
@Entity
@Table(name = "duplicate_verdict")
public class DuplicateVerdict {

  private static final Jsonb JSON = JsonbBuilder.create();

  /** What was decided. */
  public enum Verdict {
    /** 已归并. */
    MERGED,
    /** 不重复. */
    NOT_DUPLICATE
  }

  /** In the shape in which they are kept. */
  public static final class Findings {
    public List<Reason> reasons;
  }

  @Id
  private UUID id;

  private UUID one;
  private UUID other;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  @Convert(converter = UuidColumn.class)
  private UUID survivor;

  private BigDecimal score;

  @Convert(converter = JsonColumn.class)
  private String findings;

  @Convert(converter = JsonColumn.class)
  private String parameters;

  @Embedded
  private Signed signed;

  protected DuplicateVerdict() {}

  /**
   * What had been found about the two.
   *
   * @param score points; 0 if nothing was
   * @param parameters by which it was looked for
   */
  record Found(int score, List<Reason> reasons, ParameterSet parameters) {}

  /** @param first and {@code second}: in any order */
  DuplicateVerdict(UUID first, UUID second, Verdict verdict, Optional<UUID> survivor, Found found, String reason, Caller by, Instant at) {
    this.id = Identifiers.next();
    // as the database orders them
    boolean inOrder = first.toString().compareTo(second.toString()) < 0;
    this.one = inOrder ? first : second;
    this.other = inOrder ? second : first;
    this.verdict = verdict;
    this.survivor = survivor.orElse(null);
    this.score = BigDecimal.valueOf(found.score());
    Findings kept = new Findings();
    kept.reasons = found.reasons();
    this.findings = JSON.toJson(kept);
    this.parameters = found.parameters().toJson();
    this.signed = new Signed(by, at, reason);
  }

  public UUID one() {
    return one;
  }

  public UUID other() {
    return other;
  }

  public Verdict verdict() {
    return verdict;
  }

  /** The project that goes on; empty if the two are no duplicates. */
  public Optional<UUID> survivor() {
    return Optional.ofNullable(survivor);
  }

  /** Points by which the pair was found. */
  public int score() {
    return score.intValue();
  }

  /** The rule by which it was found; empty if it was decided before this was written down. */
  public Optional<DuplicateRule> rule() {
    ParameterSet kept = ParameterSet.fromJson(parameters);
    return kept.settings().isEmpty() ? Optional.empty() : Optional.of(DuplicateRule.of(kept));
  }

  public String reason() {
    return signed.reason();
  }

  public String personName() {
    return signed.personName();
  }

  public Instant at() {
    return signed.at();
  }
}
