package org.jiheng.ui.platform;

/**
 * How often a page looks by itself after something that goes on. Each of its looks counts as one of the person, who would never be signed
 * out for doing nothing while it goes on (GB/T 22239-2019): so it ends long before that.
 *
 * @param looks since the page was entered, or since the person asked to look again
 */
public record LookingAfter(int looks) {

  public static final int MILLISECONDS_BETWEEN_LOOKS = 1000;

  /** Five minutes' worth. */
  public static final int MOST = 5 * 60;

  static LookingAfter begun() {
    return new LookingAfter(0);
  }

  public LookingAfter oneMore() {
    return new LookingAfter(looks + 1);
  }

  public boolean isOver() {
    return looks >= MOST;
  }
}
