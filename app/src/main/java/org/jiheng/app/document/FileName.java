package org.jiheng.app.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names of files that are handed out. */
public final class FileName {

  /** Bytes in UTF-8. File systems take 255; a browser that has the file already puts a number behind the name. */
  static final int LONGEST = 240;

  private static final String MORE = "…";
  private static final Pattern NO_NAME = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]+");

  private FileName() {}

  /**
   * A name every file system takes: signs that none takes become one underscore, and what is too long ends in {@code …} before
   * the ending.
   *
   * @param ending without a dot, for example {@code xlsx}
   */
  public static String of(String title, String ending) {
    String name = NO_NAME.matcher(title).replaceAll("_").strip();
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
