package org.jiheng.app.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiheng.app.review.Refusal;

/** A room above whose things belong to units. Asked before a unit goes, and told when another one goes on with its work. */
public interface UnitFollower {

  /**
   * What becomes of a unit's things.
   *
   * @param things names what they are: message key {@code unit-things.<things>}
   * @param moving how many go over to the successor
   * @param staying how many stay under the old code
   */
  record Following(String things, long moving, long staying) {

    /** @param years the fiscal year of each thing */
    public static Following of(String things, IntStream years, LocalDate day) {
      Map<Boolean, Long> going = years.boxed().collect(Collectors.partitioningBy(year -> goesOver(year, day), Collectors.counting()));
      return new Following(things, going.get(true), going.get(false));
    }
  }

  /**
   * The first fiscal year whose things go over to a successor: that of the day on which it goes on with the work. What is of earlier
   * years stays under the code under which it was done (DOMAIN Q23).
   */
  static int firstYear(LocalDate day) {
    return day.getYear();
  }

  /** Whether things of this fiscal year go over. */
  static boolean goesOver(int fiscalYear, LocalDate day) {
    return fiscalYear >= firstYear(day);
  }

  /** What would go over if another unit went on with this one's work from that day. */
  Following wouldFollow(String unit, LocalDate day);

  /** Why the unit may not end without a successor. */
  List<Refusal> againstClosing(String unit, LocalDate day);

  /** Another unit goes on from that day with what this one did. In the transaction of the change. */
  void follow(String unit, String successor, LocalDate day);
}
