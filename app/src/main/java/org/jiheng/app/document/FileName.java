package org.jiheng.app.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names of files that are handed out. */
public final class FileName {

  /** Bytes in UTF-8. File systems take 255; a browser that has the file already puts a number behind the name. */
  static final int LONGEST = 240;

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
    String name = NO_NAME.matcher(title).replaceAll("_").strip();
    if (name.isEmpty() || RESERVED.matcher(name).matches()) {
      name = "_" + name;
    }
    int room = LONGEST - bytes(ending) - 1;
    if (bytes(name) > room) {
      StringBuilder shortened = new StringBuilder();
      int left = room - bytes(MORE);
      for (int sign : name.codePoints().toArray()) {
        left -= bytes(Character.toString(sign));
        if (left < 0) {
          break;
        }
        shortened.appendCodePoint(sign);
      }
      name = shortened.append(MORE).toString();
    }
    return name + "." + ending;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
