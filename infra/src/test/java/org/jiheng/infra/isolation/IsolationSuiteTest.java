package org.jiheng.infra.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything by which somebody could come to another's rows has a folder of its own here, with tests in it. */
class IsolationSuiteTest {

  private static final Path SUITE = Path.of("src/test/java/org/jiheng/infra/isolation");

  @ParameterizedTest
  @ValueSource(strings = {
    "rest", "screens", "deeplinks", "lists", "search", "export", "attachments", "background", "cache", "sql", "connections", "migration",
    "administration", "tokens", "contracts", "suspended", "layers", "exchange"})
  void theSurfaceIsAttacked(String surface) throws IOException {
    try (Stream<Path> files = Files.list(SUITE.resolve(surface))) {
      List<Path> tests = files.filter(file -> file.toString().matches(".*(ServerIT|Story)\\.java")).toList();
      assertThat(tests).isNotEmpty().allMatch(file -> read(file).contains("  @Test\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
