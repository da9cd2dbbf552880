package org.jiheng.app.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;

/**
 * A file somebody hands in, looked at before it is kept: PDF or Word, by its name and by what is in it, without macros, of a
 * decent size. Nothing in it is run or followed.
 *
 * @param name without any path, at most 200 bytes in UTF-8
 */
public record AttachmentFile(String name, String mediaType, byte[] content) {

  /** Bytes of an accepted file, at the most. */
  public static final int LARGEST = 20 * 1024 * 1024;

  /** Bytes a Word file may unpack to, at the most. */
  private static final int MOST_UNPACKED = 200 * 1024 * 1024;

  private static final int LONGEST_NAME = 200;
  private static final String PDF = "application/pdf";
  private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final int TAIL = 2048;

  /** The file, or in one sentence why it is not taken. */
  public static Parsed<AttachmentFile> of(String typedName, byte[] content) {
    String name = FileName.received(typedName, LONGEST_NAME);
    Map<String, String> file = Map.of("file", name);
    if (content.length == 0) {
      return Parsed.bad(name, new Problem("file.empty", file));
    }
    if (content.length > LARGEST) {
      return Parsed.bad(name, new Problem("attachment.too-large", file));
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".pdf")) {
      return pdf(content) ? Parsed.ok(new AttachmentFile(name, PDF, content)) : Parsed.bad(name, new Problem("attachment.not-pdf", file));
    }
    if (lower.endsWith(".docx")) {
      return word(content) ? Parsed.ok(new AttachmentFile(name, WORD, content)) : Parsed.bad(name, new Problem("attachment.not-word", file));
    }
    return Parsed.bad(name, new Problem("attachment.other-type", file));
  }

  private static boolean pdf(byte[] content) {
    String tail = new String(Arrays.copyOfRange(content, Math.max(0, content.length - TAIL), content.length), StandardCharsets.ISO_8859_1);
    return FileMagic.valueOf(content) == FileMagic.PDF && tail.contains("%%EOF");
  }

  private static boolean word(byte[] content) {
    if (FileMagic.valueOf(content) != FileMagic.OOXML) {
      return false;
    }
    boolean document = false;
    long unpacked = 0;
    try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(content))) {
      byte[] buffer = new byte[64 * 1024];
      for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith("vbaProject.bin")) {
          return false;
        }
        document |= entry.getName().equals("word/document.xml");
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          unpacked += read;
          if (unpacked > MOST_UNPACKED) {
            return false;
          }
        }
      }
    } catch (IOException | RuntimeException broken) {
      // a forged file makes the library stumble in many ways; each means the same
      return false;
    }
    return document;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AttachmentFile file && file.name.equals(name) && Arrays.equals(file.content, content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return name + " (" + content.length + " bytes)";
  }
}
