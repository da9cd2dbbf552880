package org.jiheng.infra.keeper;

import java.security.SecureRandom;

/** Passwords for a first sign-in, at which they have to be changed. Keep the realm's rule: ten characters, three of four classes. */
final class OneTimePassword {

  /** No two of them are mistaken for each other when they are read out or copied by hand. */
  private static final String CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String SMALL = "abcdefghijkmnopqrstuvwxyz";
  private static final String DIGITS = "23456789";

  /** Groups of four, each from one class by turns: 14 characters drawn, about 65 bits. */
  private static final String PATTERN = "Aaaa-9999-aaaa-AA";

  private static final SecureRandom RANDOM = new SecureRandom();

  private OneTimePassword() {}

  static String random() {
    StringBuilder password = new StringBuilder(PATTERN.length());
    for (char place : PATTERN.toCharArray()) {
      password.append(switch (place) {
        case 'A' -> drawn(CAPITALS);
        case 'a' -> drawn(SMALL);
        case '9' -> drawn(DIGITS);
        default -> place;
      });
    }
    return password.toString();
  }

  private static char drawn(String from) {
    return from.charAt(RANDOM.nextInt(from.length()));
  }
}
