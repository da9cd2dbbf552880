package org.jiheng.app.transfer;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.UuidColumn;

/** An indicator of a fund document's goals. */
@Entity
@Table(name = "fund_indicator")
public class FundIndicator {

  /** What of an indicator is written. */
  public enum Column {
    LEVEL1(60), LEVEL2(60), NAME(500), TARGET(1000), MAIN(5), AGGREGATION(10);

    private final int longest;

    Column(int longest) {
      this.longest = longest;
    }

    /** Characters of its text at the most. */
    int longest() {
      return longest;
    }

    /** In the name of a cell. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Id
  private UUID id;

  private UUID document;
  private int position;
  private String level1 = "";
  private String level2 = "";
  private String name = "";
  private String target = "";
  private boolean main;

  @Enumerated(EnumType.STRING)
  private Aggregation aggregation = Aggregation.SUM;

  @Convert(converter = UuidColumn.class)
  private UUID upper;

  protected FundIndicator() {}

  FundIndicator(UUID document, int position) {
    this.id = Identifiers.next();
    this.document = document;
    this.position = position;
  }

  /** As a unit is shown it, detached: without the target of the whole. */
  FundIndicator asNamed() {
    FundIndicator shown = new FundIndicator(document, position);
    shown.come(upper, level1, level2, name, "", main, aggregation);
    shown.id = id;
    return shown;
  }

  /** As it came from above. */
  void come(UUID from, String itsLevel1, String itsLevel2, String itsName, String itsTarget, boolean isMain, Aggregation how) {
    upper = from;
    level1 = itsLevel1;
    level2 = itsLevel2;
    name = itsName;
    target = itsTarget;
    main = isMain;
    aggregation = how;
  }

  /** It is not in the goals above any more: nothing is asked there; what was said of it below stays, and whoever likes removes it. */
  void leftOut() {
    main = false;
    target = "";
  }

  /** Whether it came from above once and is not asked there any more: nothing comes down without a target. */
  public boolean droppedAbove() {
    return upper != null && target.isBlank();
  }

  String text(Column column) {
    return switch (column) {
      case LEVEL1 -> level1;
      case LEVEL2 -> level2;
      case NAME -> name;
      case TARGET -> target;
      case MAIN -> String.valueOf(main);
      case AGGREGATION -> aggregation.name();
    };
  }

  /** @throws IllegalArgumentException for a way of aggregation there is not */
  void write(Column column, String text) {
    switch (column) {
      case LEVEL1 -> level1 = text;
      case LEVEL2 -> level2 = text;
      case NAME -> name = text;
      case TARGET -> target = text;
      case MAIN -> main = Boolean.parseBoolean(text);
      case AGGREGATION -> aggregation = Aggregation.valueOf(text);
    }
  }

  FundGoal goal(int fiscalYear) {
    return new FundGoal(id, name, target, main, aggregation, fiscalYear);
  }

  public UUID id() {
    return id;
  }

  UUID document() {
    return document;
  }

  int position() {
    return position;
  }

  public String level1() {
    return level1;
  }

  public String level2() {
    return level2;
  }

  public String name() {
    return name;
  }

  public String target() {
    return target;
  }

  /** Whether it is a main quantity indicator. */
  public boolean main() {
    return main;
  }

  public Aggregation aggregation() {
    return aggregation;
  }

  /** The indicator above it is a part of; empty if it was entered here. */
  public Optional<UUID> upper() {
    return Optional.ofNullable(upper);
  }
}
