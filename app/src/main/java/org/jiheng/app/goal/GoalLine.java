package org.jiheng.app.goal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.library.Scoring;
import org.jiheng.app.library.Standard;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.UuidColumn;

/** One indicator line of a goal: the target for the whole period and the year's beside each other. */
@Entity
@Table(name = "goal_indicator")
public class GoalLine {

  @Id
  private UUID id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "goal")
  private Goal goal;

  private UUID line;
  private int position;
  private String code = "";

  @Convert(converter = UuidColumn.class)
  private UUID taken;

  private boolean common;
  private String level1 = "";
  private String level2 = "";
  private String level3 = "";
  private String medium = "";
  private String annual = "";
  private BigDecimal weight;
  private String explanation = "";
  private String formula = "";

  @Enumerated(EnumType.STRING)
  private Standard standard;

  private String evidence = "";

  @Enumerated(EnumType.STRING)
  private Choice.Taking taking;

  @Enumerated(EnumType.STRING)
  private Scoring scoring;

  @Enumerated(EnumType.STRING)
  private Aggregation aggregation;

  private boolean core;

  @Column(name = "last_year")
  private String lastYear = "";

  @Column(name = "year_before")
  private String yearBefore = "";

  private String note = "";

  protected GoalLine() {}

  GoalLine(Goal goal, String level1, String level2) {
    this.id = Identifiers.next();
    this.line = id;
    this.goal = goal;
    this.level1 = level1;
    this.level2 = level2;
  }

  /** The same line in the adjustment of its goal: with the same key, so that old and new can be compared. */
  GoalLine(Goal goal, GoalLine adjusted) {
    this(goal, adjusted.level1, adjusted.level2);
    this.line = adjusted.line;
    this.position = adjusted.position;
    this.code = adjusted.code;
    this.taken = adjusted.taken;
    this.common = adjusted.common;
    for (GoalColumn column : GoalColumn.values()) {
      write(column, adjusted.text(column));
    }
  }

  /** Key of the line in the cells of the form. */
  public UUID line() {
    return line;
  }

  /** Of the library's indicator it was taken from; empty for the unit's own. */
  public String code() {
    return code;
  }

  /** Whether every such project has to have it. */
  public boolean common() {
    return common;
  }

  /**
   * Writes down which of the library's indicators it was taken from.
   *
   * @param version of the indicator; empty for one of a year whose version is not known
   * @param everywhere whether every such project has to have it
   */
  void taken(String from, Optional<UUID> version, boolean everywhere) {
    code = from;
    taken = version.orElse(null);
    common = everywhere;
  }

  /** Version of the library's indicator it was taken from. */
  Optional<UUID> taken() {
    return Optional.ofNullable(taken);
  }

  /** What the target rests on; empty when nothing was chosen. */
  Optional<Standard> standard() {
    return Optional.ofNullable(standard);
  }

  void stand(int at) {
    position = at;
  }

  String text(GoalColumn column) {
    return switch (column) {
      case LEVEL1 -> level1;
      case LEVEL2 -> level2;
      case LEVEL3 -> level3;
      case MEDIUM -> medium;
      case ANNUAL -> annual;
      case WEIGHT -> weight == null ? "" : new Score(weight).toString();
      case EXPLANATION -> explanation;
      case FORMULA -> formula;
      case STANDARD -> name(standard);
      case EVIDENCE -> evidence;
      case TAKING -> name(taking);
      case SCORING -> name(scoring);
      case AGGREGATION -> name(aggregation);
      case CORE -> core ? Choice.Core.CORE.name() : "";
      case LAST_YEAR -> lastYear;
      case YEAR_BEFORE -> yearBefore;
      case NOTE -> note;
    };
  }

  private static String name(Enum<?> choice) {
    return choice == null ? "" : choice.name();
  }

  void write(GoalColumn column, String text) {
    switch (column) {
      case LEVEL1 -> level1 = text;
      case LEVEL2 -> level2 = text;
      case LEVEL3 -> level3 = text;
      case MEDIUM -> medium = text;
      case ANNUAL -> annual = text;
      case WEIGHT -> weight = text.isEmpty() ? null : new BigDecimal(text);
      case EXPLANATION -> explanation = text;
      case FORMULA -> formula = text;
      case STANDARD -> standard = text.isEmpty() ? null : Standard.valueOf(text);
      case EVIDENCE -> evidence = text;
      case TAKING -> taking = text.isEmpty() ? null : Choice.Taking.valueOf(text);
      case SCORING -> scoring = text.isEmpty() ? null : Scoring.valueOf(text);
      case AGGREGATION -> aggregation = text.isEmpty() ? null : Aggregation.valueOf(text);
      case CORE -> core = !text.isEmpty();
      case LAST_YEAR -> lastYear = text;
      case YEAR_BEFORE -> yearBefore = text;
      case NOTE -> note = text;
    }
  }

  GoalIndicator forChecks() {
    return new GoalIndicator(line, level1, level2, level3, medium, annual, Optional.ofNullable(weight).map(Score::new), code,
        Optional.ofNullable(scoring), Optional.ofNullable(aggregation), lastYear, note);
  }
}
