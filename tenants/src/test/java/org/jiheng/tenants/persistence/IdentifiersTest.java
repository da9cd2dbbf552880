package org.jiheng.tenants.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

  @Test
  void identifiersAreVersionSevenAndInTheOrderTheyWereMade() {
    List<UUID> made = Stream.generate(Identifiers::next).limit(20_000).toList();
    assertThat(made).doesNotHaveDuplicates().allMatch(id -> id.version() == 7 && id.variant() == 2);
    assertThat(made).extracting(UUID::toString).isSorted();
  }

  @Test
  void noTwoThreadsMakeTheSame() {
    assertThat(IntStream.range(0, 40_000).parallel().mapToObj(_ -> Identifiers.next()).toList()).doesNotHaveDuplicates();
  }
}
