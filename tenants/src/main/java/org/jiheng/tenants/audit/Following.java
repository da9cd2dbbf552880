package org.jiheng.tenants.audit;

import java.util.List;
import java.util.Optional;

/**
 * A whole chain on the way from its first link to its last, a block at a time. Compares it with what an earlier check has seen:
 * a chain that was cut off, or made anew from a changed beginning, is sound in itself.
 */
public final class Following {

  private final Chain.Verification verification = new Chain.Verification();
  private final long seen;
  private final String seenHead;
  private Optional<Chain.Broken> broken = Optional.empty();

  /**
   * @param seen how many links an earlier check has followed; 0 if there was none
   * @param seenHead digest of the last of them
   */
  Following(long seen, String seenHead) {
    this.seen = seen;
    this.seenHead = seenHead;
  }

  /** Follows links in their order; after the first fault nothing more is followed. */
  void follow(List<Chain.Link> links) {
    for (Chain.Link link : links) {
      if (broken.isEmpty()) {
        broken = verification.next(link);
        if (broken.isEmpty() && link.number() == seen && !link.digest().equals(seenHead)) {
          broken = Optional.of(new Chain.Broken(link.number(), Fault.REPLACED));
        }
      }
    }
  }

  /** There are no more links. */
  void ended() {
    if (broken.isEmpty() && followed() < seen) {
      broken = Optional.of(new Chain.Broken(followed() + 1, Fault.CUT_OFF));
    }
  }

  /** How many links are sound, from the first on. */
  public long followed() {
    return verification.followed();
  }

  /** Digest of the last sound link, to be written down elsewhere and compared later. */
  public String head() {
    return verification.head();
  }

  /** The first fault. */
  public Optional<Chain.Broken> broken() {
    return broken;
  }
}
