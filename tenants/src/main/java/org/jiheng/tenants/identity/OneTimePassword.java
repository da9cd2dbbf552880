package org.jiheng.tenants.identity;

import java.security.SecureRandom;
import java.util.List;

/**
 * A password that is shown once and has to be changed at the first login. Sixteen letters, digits and signs that are not taken
 * for one another; all four classes are in it. Never written down: neither in a log nor in the trail.
 *
 * @param text the password itself
 */
public record OneTimePassword(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<String> CLASSES = List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "@#%+=?");
  private static final int LENGTH = 16;

  public static OneTimePassword random() {
    StringBuilder text = new StringBuilder(LENGTH);
    CLASSES.forEach(one -> text.append(of(one)));
    String all = String.join("", CLASSES);
    while (text.length() < LENGTH) {
      // somewhere in between, so that nobody knows where which class stands
      text.insert(RANDOM.nextInt(text.length() + 1), of(all));
    }
    return new OneTimePassword(text.toString());
  }

  private static char of(String characters) {
    return characters.charAt(RANDOM.nextInt(characters.length()));
  }

  @Override
  public String toString() {
    return "one-time password";
  }
}
