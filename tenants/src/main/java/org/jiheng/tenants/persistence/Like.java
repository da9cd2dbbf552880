package org.jiheng.tenants.persistence;

/** Typed text as the pattern of a {@code like … escape '!'}: every sign of it stands for itself. */
public final class Like {

  private Like() {}

  /** Matches what has the text, without the spaces around it, anywhere in it. */
  public static String containing(String text) {
    return "%" + beginning(text);
  }

  /** Matches what begins with the text, without the spaces around it. */
  public static String beginning(String text) {
    return text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
