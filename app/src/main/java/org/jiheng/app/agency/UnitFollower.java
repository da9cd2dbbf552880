package org.jiheng.app.agency;

import java.time.LocalDate;
import java.util.List;
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
  record Following(String things, long moving, long staying) {}

  /** What would go over if another unit went on with this one's work from that day. */
  Following wouldFollow(String unit, LocalDate day);

  /** Why the unit may not end without a successor. */
  List<Refusal> againstClosing(String unit, LocalDate day);

  /** Another unit goes on from that day with what this one did. In the transaction of the change. */
  void follow(String unit, String successor, LocalDate day);
}
