package org.jiheng.app.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names of files that are handed out or were handed in. */
public final class FileName {

  /** Bytes in UTF-8. File systems take 255; a browser that has the file already puts a number behind the name. */
  static final int LONGEST = 240;

  /** Bytes; what is longer is no ending. */
  private static final int LONGEST_ENDING = 16;

  private static final String MORE = "…";
  private static final Pattern NO_NAME = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]+");
  /** Devices of Windows, with whatever ending. */
  private static final Pattern RESERVED = Pattern.compile("(?i)(?:CON|PRN|AUX|NUL|(?:COM|LPT)[0-9¹²³])\\s*(?:\\..*)?");

  private FileName() {}

  /**
   * A name the usual file systems take: signs that Windows does not take, and those that turn the direction of writing and hide
   * the true ending, become one underscore; a name that is a device there gets one in front, no name is one; what is too long
   * ends in {@code …} before the ending.
   *
   * @param ending without a dot, for example {@code xlsx}
   */
  public static String of(String title, String ending) {
    return of(title, ending, LONGEST);
  }

  /**
   * The name of a file somebody hands in, as {@link #of} would have called it: without the path some browsers send, and with its
   * own ending.
   *
   * @param most bytes in UTF-8 at the most
   */
  static String received(String typed, int most) {
    String name = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : NO_NAME.matcher(name.substring(dot + 1)).replaceAll("_");
    return bytes(ending) > LONGEST_ENDING ? of(name, "", most) : of(dot < 0 ? name : name.substring(0, dot), ending, most);
  }

  private static String of(String title, String ending, int most) {
    String name = NO_NAME.matcher(title).replaceAll("_").strip();
    if (name.isEmpty() || RESERVED.matcher(name).matches()) {
      name = "_" + name;
    }
    String behind = ending.isEmpty() ? "" : "." + ending;
    int room = most - bytes(behind);
    if (bytes(name) > room) {
      name = cut(name, room - bytes(MORE)) + MORE;
    }
    return name + behind;
  }

  /** As many whole signs as there is room for. */
  private static String cut(String name, int room) {
    StringBuilder shortened = new StringBuilder();
    int left = room;
    for (int sign : name.codePoints().toArray()) {
      left -= bytes(Character.toString(sign));
      if (left < 0) {
        break;
      }
      shortened.appendCodePoint(sign);
    }
    return shortened.toString();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
