package org.jiheng.infra.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir
  private Path home;

  @Test
  void areMadeOnceAndReadByTheirOwnerAlone() throws IOException {
    Path file = home.resolve("secrets.properties");
    Secrets made = Secrets.keptIn(file);
    Secrets again = Secrets.keptIn(file);
    for (Secrets.Of which : Secrets.Of.values()) {
      assertThat(made.of(which)).hasSizeGreaterThanOrEqualTo(32).isEqualTo(again.of(which));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
  }

  @Test
  void noTwoAreTheSame() {
    Secrets one = Secrets.temporary();
    Secrets other = Secrets.temporary();
    assertThat(Arrays.stream(Secrets.Of.values()).flatMap(which -> Stream.of(one.of(which), other.of(which))).collect(Collectors.toSet()))
        .hasSize(2 * Secrets.Of.values().length);
  }

  @Test
  void oneThatIsNewInThisVersionIsAddedAndTheOthersStay() throws IOException {
    Path file = home.resolve("secrets.properties");
    Secrets made = Secrets.keptIn(file);
    Files.write(file, Files.readAllLines(file).stream().filter(line -> !line.startsWith("IDENTITY_CLIENT=")).toList());
    Secrets completed = Secrets.keptIn(file);
    assertThat(completed.of(Secrets.Of.IDENTITY_CLIENT)).isNotEqualTo(made.of(Secrets.Of.IDENTITY_CLIENT));
    assertThat(completed.of(Secrets.Of.DATABASE_LOGIN)).isEqualTo(made.of(Secrets.Of.DATABASE_LOGIN));
    assertThat(Secrets.keptIn(file).of(Secrets.Of.IDENTITY_CLIENT)).isEqualTo(completed.of(Secrets.Of.IDENTITY_CLIENT));
  }
}
