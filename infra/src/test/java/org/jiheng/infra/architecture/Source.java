package org.jiheng.infra.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A source text of one of the modules, for rules that compiled classes cannot show.
 *
 * @param name path below the module's {@code src/main/java}
 */
record Source(String module, String name, String text) {

  private static final Pattern LITERAL_OR_COMMENT = Pattern.compile(
      "\"\"\"(?s:(?:\\\\.|[^\\\\])*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+'|//[^\n]*|/\\*(?s:.*?)\\*/");

  /** Every Java source of the modules, without their tests. */
  static List<Source> of(String... modules) {
    List<Source> sources = new ArrayList<>();
    for (String module : modules) {
      Path root = Path.of("..", module, "src/main/java");
      if (!Files.isDirectory(root)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(file ->
            sources.add(new Source(module, root.relativize(file).toString().replace('\\', '/'), read(file))));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return sources;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The text without its comments. */
  String code() {
    return LITERAL_OR_COMMENT.matcher(text).replaceAll(found ->
        found.group().startsWith("/") ? " " : java.util.regex.Matcher.quoteReplacement(found.group()));
  }

  /** What stands between quotation marks, also in text blocks. */
  List<String> literals() {
    return LITERAL_OR_COMMENT.matcher(text).results()
        .map(found -> found.group())
        .filter(found -> found.startsWith("\""))
        .map(found -> found.replaceAll("^\"+|\"+$", ""))
        .toList();
  }

  /** Name of the package, with dots. */
  String packageName() {
    return name.substring(0, name.lastIndexOf('/')).replace('/', '.');
  }
}
