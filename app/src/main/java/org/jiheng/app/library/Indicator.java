package org.jiheng.app.library;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.indicator.Target.Sign;
import org.jiheng.app.indicator.TargetKind;

/**
 * What one version of an indicator says (DOMAIN 3.10, 11.2 BAS_PERF_INDICATOR).
 *
 * @param names of the three levels; the second is empty where a published set has none
 * @param common 共性; otherwise 个性
 * @param measure how it is counted
 * @param basis what its target rests on and how it is proved
 * @param place where it is used
 * @param requirement for which projects it is required; empty: for none
 * @param from first day on which it may be chosen
 * @param until last day, inclusive; empty for no end
 */
public record Indicator(
    Names names, boolean common, String explanation, Measure measure, Basis basis, Place place, Optional<Requirement> requirement,
    LocalDate from, Optional<LocalDate> until, String remark) {

  /** Names of level 1, 2 and 3. */
  public record Names(String level1, String level2, String level3) {}

  /**
   * How it is counted.
   *
   * @param sign of a number; empty for every other kind
   * @param target the default target as an office writes it; empty for none
   * @param mainQuantity whether it is the main quantity of a transfer that the parts must make up exactly (S20)
   */
  public record Measure(
      TargetKind kind, Optional<Sign> sign, String target, String unit, String formula, Aggregation aggregation, boolean mainQuantity) {}

  /** What the default target rests on, where the actual value comes from, what proves it and how it is scored. */
  public record Basis(Standard standard, String standardSource, String dataSource, String evidence, Scoring scoring, String scoringRule) {}

  /**
   * Where it is used (S5: 行业, 领域, 层次).
   *
   * @param functionCode 功能分类科目, 3, 5 or 7 digits; empty for any
   */
  public record Place(String industry, String area, String layer, String functionCode) {}

  /**
   * 固化指标 (G14): goals of these projects have it, and change no more of it than is said here. An empty text means any.
   *
   * @param editable fields a goal may change
   */
  public record Requirement(String category, String type, String industry, Set<Editable> editable) {

    public Requirement {
      editable = Set.copyOf(editable);
    }
  }

  /** What a goal may change of a required indicator. */
  public enum Editable {
    TARGET,
    UNIT,
    WEIGHT,
    EXPLANATION,
    LEVEL3
  }
}
