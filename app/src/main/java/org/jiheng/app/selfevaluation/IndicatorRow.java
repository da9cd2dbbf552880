package org.jiheng.app.selfevaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Score;
import org.jiheng.app.scoring.Achievement;
import org.jiheng.app.scoring.SelfEvaluationScoring;
import org.jiheng.tenants.persistence.Identifiers;

/** One indicator line of a self-evaluation. */
@Entity
@Table(name = "self_evaluation_indicator")
public class IndicatorRow {

  @Id
  private UUID id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "self_evaluation")
  private SelfEvaluation selfEvaluation;

  private int position;
  private String level1 = "";
  private String level2 = "";
  private String level3 = "";
  private String target = "";
  private String actual = "";
  private BigDecimal weight;
  private BigDecimal reported;

  @Enumerated(EnumType.STRING)
  @jakarta.persistence.Column(name = "level")
  private Achievement achievement;

  private String deviation = "";

  protected IndicatorRow() {}

  IndicatorRow(SelfEvaluation selfEvaluation, String level1, String level2) {
    this.id = Identifiers.next();
    this.selfEvaluation = selfEvaluation;
    this.level1 = level1;
    this.level2 = level2;
  }

  public UUID id() {
    return id;
  }

  int position() {
    return position;
  }

  void stand(int at) {
    position = at;
  }

  String text(Column column) {
    return switch (column) {
      case LEVEL1 -> level1;
      case LEVEL2 -> level2;
      case LEVEL3 -> level3;
      case TARGET -> target;
      case ACTUAL -> actual;
      case WEIGHT -> weight == null ? "" : new Score(weight).toString();
      case REPORTED -> reported == null ? "" : new Score(reported).toString();
      case LEVEL -> achievement == null ? "" : achievement.name();
      case DEVIATION -> deviation;
    };
  }

  void write(Column column, String text) {
    switch (column) {
      case LEVEL1 -> level1 = text;
      case LEVEL2 -> level2 = text;
      case LEVEL3 -> level3 = text;
      case TARGET -> target = text;
      case ACTUAL -> actual = text;
      case WEIGHT -> weight = text.isEmpty() ? null : new BigDecimal(text);
      case REPORTED -> reported = text.isEmpty() ? null : new BigDecimal(text);
      case LEVEL -> achievement = text.isEmpty() ? null : Achievement.valueOf(text);
      case DEVIATION -> deviation = text;
    }
  }

  SelfEvaluationScoring.Row forScoring() {
    return new SelfEvaluationScoring.Row(id.toString(), level1, level2, level3, target, actual,
        Optional.ofNullable(weight).map(Score::new), Optional.ofNullable(reported).map(Score::new), Optional.ofNullable(achievement),
        deviation);
  }

  /** The columns of an indicator line, in the order of the official form; {@code LEVEL} has no column there. */
  public enum Column {
    LEVEL1(60),
    LEVEL2(60),
    LEVEL3(500),
    TARGET(1000),
    ACTUAL(1000),
    WEIGHT(0),
    REPORTED(0),
    LEVEL(0),
    DEVIATION(4000);

    private final int longest;

    Column(int longest) {
      this.longest = longest;
    }

    /** Most characters of a text column; 0 for figures and choices. */
    int longest() {
      return longest;
    }

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Column of(String key) {
      return valueOf(key.toUpperCase(java.util.Locale.ROOT));
    }
  }
}
