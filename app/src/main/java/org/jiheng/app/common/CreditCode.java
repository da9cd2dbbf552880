package org.jiheng.app.common;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * The unified social credit code (统一社会信用代码, GB 32100-2015) of an organisation: eighteen characters, the last of which is
 * computed from the others.
 */
public record CreditCode(String text) {

  private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
  private static final int LENGTH = WEIGHTS.length + 1;

  /** @throws IllegalArgumentException if it is no such code */
  public CreditCode {
    if (!wellFormed(text) || checkSign(text) != text.charAt(LENGTH - 1)) {
      throw new IllegalArgumentException("not a unified social credit code: " + text);
    }
  }

  /** Reads a code as people type it: small letters, full-width signs and spaces are understood. */
  public static Parsed<CreditCode> parse(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    if (!wellFormed(text)) {
      return Parsed.bad(typed, new Problem("credit-code.malformed", Map.of("typed", typed)));
    }
    if (checkSign(text) != text.charAt(LENGTH - 1)) {
      return Parsed.bad(typed, new Problem("credit-code.check-sign", Map.of("typed", typed)));
    }
    return Parsed.ok(new CreditCode(text));
  }

  private static boolean wellFormed(String text) {
    return text.length() == LENGTH && text.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
  }

  private static char checkSign(String text) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += SIGNS.indexOf(text.charAt(i)) * WEIGHTS[i];
    }
    // the outer remainder: a sum without rest has the check sign 0
    return SIGNS.charAt((SIGNS.length() - sum % SIGNS.length()) % SIGNS.length());
  }

  @Override
  public String toString() {
    return text;
  }
}
