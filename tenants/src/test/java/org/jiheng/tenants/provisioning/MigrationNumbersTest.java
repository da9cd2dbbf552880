package org.jiheng.tenants.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A number left out would be filled by a later change, and every database that had gone past it would refuse to be brought up to date.
 */
class MigrationNumbersTest {

  @ParameterizedTest
  @ValueSource(strings = {"platform", "jurisdiction"})
  void migrationsAreNumberedWithoutAGap(String set) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/jiheng/tenants/migration", set))) {
      List<Integer> numbers = files.map(file -> file.getFileName().toString().replaceFirst("V([0-9]+)__.*", "$1")).map(Integer::valueOf).sorted().toList();
      assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }
  }
}
