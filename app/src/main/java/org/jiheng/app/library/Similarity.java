package org.jiheng.app.library;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiheng.app.common.Rate;

/**
 * How much two names are alike: the share of neighbouring pairs of signs they have in common (Dice). Chinese names need no dictionary
 * for it, and a word put in or left out changes little.
 */
final class Similarity {

  private Similarity() {}

  /** From 0 (nothing in common) to 1 (the same but for spaces, widths and punctuation). */
  static Rate of(String one, String other) {
    Map<String, Integer> left = counted(pairs(plain(one)));
    Map<String, Integer> right = counted(pairs(plain(other)));
    long all = sum(left) + sum(right);
    if (all == 0) {
      return Rate.of("0");
    }
    long shared = left.entrySet().stream().mapToLong(pair -> Math.min(pair.getValue(), right.getOrDefault(pair.getKey(), 0))).sum();
    return new Rate(BigDecimal.valueOf(2 * shared).divide(BigDecimal.valueOf(all), 10, RoundingMode.HALF_UP));
  }

  /** The pairs themselves, each once, in their order; of one sign that sign alone. */
  static Set<String> pairsOf(String text) {
    return new LinkedHashSet<>(pairs(plain(text)));
  }

  private static List<String> pairs(String plain) {
    if (plain.length() < 2) {
      return plain.isEmpty() ? List.of() : List.of(plain);
    }
    return IntStream.range(0, plain.length() - 1).mapToObj(i -> plain.substring(i, i + 2)).toList();
  }

  private static Map<String, Integer> counted(List<String> pairs) {
    Map<String, Integer> counted = new HashMap<>();
    pairs.forEach(pair -> counted.merge(pair, 1, Integer::sum));
    return counted;
  }

  private static long sum(Map<String, Integer> counted) {
    return counted.values().stream().mapToLong(Integer::longValue).sum();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}%]", "");
  }
}
