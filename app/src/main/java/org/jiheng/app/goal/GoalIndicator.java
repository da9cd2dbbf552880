package org.jiheng.app.goal;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiheng.app.common.Score;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.indicator.ValueReader;
import org.jiheng.app.library.Scoring;

/**
 * An indicator line of a goal as the checks see it (DOMAIN 3.2, 3.5).
 *
 * @param medium target for the whole period as written; empty for none
 * @param annual target for the year as written; empty for none
 * @param code of the common indicator it was taken from; empty for the unit's own
 * @param scoring how it is to be scored; empty when nothing was chosen
 * @param aggregation how it adds up over years and places; empty when nothing was chosen
 * @param lastYear what was reached the year before, as the unit wrote it
 * @param note the unit's words to what is unusual about the line
 */
public record GoalIndicator(
    UUID id, String level1, String level2, String level3, String medium, String annual, Optional<Score> weight, String code,
    Optional<Scoring> scoring, Optional<Aggregation> aggregation, String lastYear, String note) {

  public Optional<IndicatorKind> kind() {
    return IndicatorKind.of(level1, level2);
  }

  public Optional<IndicatorKind.Level1> first() {
    return IndicatorKind.Level1.of(level1);
  }

  public boolean is(IndicatorKind one) {
    return kind().filter(one::equals).isPresent();
  }

  private static final Pattern NOT_COMPARED = Pattern.compile("[\\s,.;:、。()*★☆]");

  /** What the targets of one goal were read to while all its checks look at them: most checks ask for each. */
  static final ScopedValue<Map<String, Optional<Target>>> READ = ScopedValue.newInstance();

  /**
   * One of the line's two targets: the year's, or the whole period's.
   *
   * @param column {@link GoalColumn#ANNUAL} or {@link GoalColumn#MEDIUM}
   * @param text as written; not blank
   */
  record Aim(GoalIndicator line, GoalColumn column, String text) {

    /** As it is understood. */
    Optional<Target> target(int fiscalYear) {
      return read(text, fiscalYear);
    }

    Optional<Target.Measure> measure(int fiscalYear) {
      return measured(target(fiscalYear));
    }
  }

  /** What the line aims at: for the year, then for the whole period; a target that is not written is missing. */
  Stream<Aim> aims() {
    return Stream.of(new Aim(this, GoalColumn.ANNUAL, annual), new Aim(this, GoalColumn.MEDIUM, medium)).filter(aim -> !aim.text().isBlank());
  }

  /** The year's target as it is understood; empty without one. */
  public Optional<Target> target(int fiscalYear) {
    return read(annual, fiscalYear);
  }

  private static Optional<Target> read(String text, int fiscalYear) {
    return READ.isBound() ? READ.get().computeIfAbsent(fiscalYear + " " + text, _ -> ValueReader.target(text, fiscalYear).value())
        : ValueReader.target(text, fiscalYear).value();
  }

  /** The number of the year's target; empty for a range, a date, yes or no, words. */
  public Optional<Target.Measure> measure(int fiscalYear) {
    return measured(target(fiscalYear));
  }

  private static Optional<Target.Measure> measured(Optional<Target> target) {
    return target.filter(Target.Measure.class::isInstance).map(Target.Measure.class::cast);
  }

  /** Nothing of the unit's own in it: a line as the empty form prints it. */
  public boolean blank() {
    return level3.isBlank() && medium.isBlank() && annual.isBlank() && weight.isEmpty();
  }

  /** Names are compared without spaces, with plain punctuation. */
  public static String plain(String text) {
    return NOT_COMPARED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
  }

  CellPlace at(GoalColumn column) {
    return new CellPlace(id, column);
  }

  /** A cell of a line. */
  record CellPlace(UUID line, GoalColumn column) {}
}
