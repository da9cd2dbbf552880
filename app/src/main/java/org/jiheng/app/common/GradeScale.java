package org.jiheng.app.common;

/**
 * From which total on a grade is given; a total on the line gets the better grade. Default 90, 80, 60 (财预〔2020〕10号).
 */
public record GradeScale(Score excellent, Score good, Score fair) {

  public static final GradeScale STANDARD = new GradeScale(Score.of("90"), Score.of("80"), Score.of("60"));

  /** @throws IllegalArgumentException unless the three descend */
  public GradeScale {
    if (excellent.compareTo(good) <= 0 || good.compareTo(fair) <= 0) {
      throw new IllegalArgumentException("grades must descend: " + excellent + ", " + good + ", " + fair);
    }
  }

  /** Reads three totals separated by slashes, for example {@code 90/80/60}. */
  public static GradeScale parse(String text) {
    String[] cuts = text.split("/", -1);
    if (cuts.length != 3) {
      throw new IllegalArgumentException("three totals, not: " + text);
    }
    return new GradeScale(Score.of(cuts[0].strip()), Score.of(cuts[1].strip()), Score.of(cuts[2].strip()));
  }

  public Grade of(Score total) {
    if (total.compareTo(excellent) >= 0) {
      return Grade.EXCELLENT;
    }
    if (total.compareTo(good) >= 0) {
      return Grade.GOOD;
    }
    return total.compareTo(fair) >= 0 ? Grade.FAIR : Grade.POOR;
  }

  @Override
  public String toString() {
    return excellent + "/" + good + "/" + fair;
  }
}
