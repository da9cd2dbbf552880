package org.jiheng.app.common;

import java.util.regex.Pattern;

/** Text as people type or paste it, made fit to be kept. Every text passes here before it goes anywhere. */
public final class TypedText {

  private static final Pattern LINE_END = Pattern.compile("\r\n?");
  private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\x{FFFE}\\x{FFFF}&&[^\n\t]]");

  private TypedText() {}

  /**
   * The text with one kind of line end and without signs that are none, U+0000 above all: they come with what is pasted from
   * elsewhere or read from a damaged file, nobody can see them, and neither the database nor Excel keeps them. Taking them
   * out loses nothing that was written.
   */
  public static String of(String typed) {
    return NO_TEXT.matcher(LINE_END.matcher(typed).replaceAll("\n")).replaceAll("");
  }
}
