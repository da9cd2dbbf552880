package org.jiheng.app.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How much two texts are alike, from 0 (nothing in common) to 1 (the same): twice the neighbouring pairs of signs both have, of all
 * pairs of both (Sørensen and Dice). Chinese names need no dictionary for it, and a word put in or left out changes little. A text of
 * one sign is that sign; an empty one has nothing in common with any. What of a text is compared, the caller says, or takes
 * {@link #plain}. Pure.
 */
public final class Likeness {

  private static final int SCALE = 10;
  private static final Pattern NOT_COMPARED = Pattern.compile("[^\\p{L}\\p{N}%]");

  private Likeness() {}

  /** Letters, figures and the per cent sign, in one width and small: spaces and punctuation tell no two names apart. */
  public static String plain(String text) {
    return NOT_COMPARED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** Different pairs of signs, in their order; of one sign that sign, of an empty text none. */
  public static Set<String> pairs(String text) {
    return new LinkedHashSet<>(all(text));
  }

  private static List<String> all(String text) {
    if (text.length() < 2) {
      return text.isEmpty() ? List.of() : List.of(text);
    }
    return IntStream.range(0, text.length() - 1).mapToObj(i -> text.substring(i, i + 2)).toList();
  }

  /**
   * Likeness by different pairs: what a text says twice counts once. For long texts, and where thousands are compared.
   *
   * @param one {@link #pairs} of a text
   * @return 0 to 1; 0 if either has none
   */
  public static double ofPairs(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    long shared = one.stream().filter(other::contains).count();
    return 2.0 * shared / (one.size() + other.size());
  }

  /**
   * Likeness of two names in {@link #plain}: a pair that stands in both twice counts twice.
   *
   * @return 0 to 1, ten decimals, HALF_UP; 0 if either is empty
   */
  public static Rate ofNames(String one, String other) {
    Map<String, Integer> left = counted(all(plain(one)));
    Map<String, Integer> right = counted(all(plain(other)));
    long pairs = sum(left) + sum(right);
    if (pairs == 0) {
      return Rate.of("0");
    }
    long shared = left.entrySet().stream().mapToLong(pair -> Math.min(pair.getValue(), right.getOrDefault(pair.getKey(), 0))).sum();
    return new Rate(BigDecimal.valueOf(2 * shared).divide(BigDecimal.valueOf(pairs), SCALE, RoundingMode.HALF_UP));
  }

  private static Map<String, Integer> counted(List<String> pairs) {
    Map<String, Integer> counted = new HashMap<>();
    pairs.forEach(pair -> counted.merge(pair, 1, Integer::sum));
    return counted;
  }

  private static long sum(Map<String, Integer> counted) {
    return counted.values().stream().mapToLong(Integer::longValue).sum();
  }
}
