package org.jiheng.infra.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code infra/run} and {@code infra/test} decide before any Java runs. */
class ScriptsTest {

  @TempDir
  private Path home;

  private record Answer(int status, String out, String err) {}

  private Answer asked(String script, Map<String, String> environment) throws IOException, InterruptedException {
    ProcessBuilder command = new ProcessBuilder("bash", "-euo", "pipefail", "-c", ". ./jdk.sh; " + script);
    command.environment().put("HOME", home.toString());
    command.environment().putAll(environment);
    Process process = command.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Answer(process.waitFor(), out, err);
  }

  /** A directory that looks like a JDK and says it is of this version. */
  private Path jdk(String name, String version) throws IOException {
    Path bin = Files.createDirectories(home.resolve(name).resolve("bin"));
    for (String program : new String[] {"java", "javac"}) {
      Files.writeString(bin.resolve(program), "#!/bin/sh\necho 'javac " + version + "'\n");
      assertThat(bin.resolve(program).toFile().setExecutable(true)).isTrue();
    }
    return bin.getParent();
  }

  @Test
  void theJdkOfJavaHomeIsTakenWhenItIsNewEnough() throws Exception {
    Path jdk = jdk("mine", "25.0.3");
    assertThat(asked("find_jdk", Map.of("JAVA_HOME", jdk.toString())).out()).isEqualTo(jdk.toString());
  }

  @Test
  void aJdkIsAskedForItsVersionWhateverItsDirectoryIsCalled() throws Exception {
    Path old = jdk("jdk-25", "17.0.15");
    Path newer = jdk("something", "26-ea");
    String places = "jdk_places() { printf '%s\\n' '' '" + old + "' /nowhere '" + newer + "'; }; ";
    Answer answer = asked(places + "find_jdk", Map.of("JAVA_HOME", old.toString()));
    assertThat(answer.out()).isEqualTo(newer.toString());
  }

  @Test
  void withoutAJdkThereIsOneSentence() throws Exception {
    Answer answer = asked("jdk_places() { :; }; require_tools; echo reached", Map.of());
    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains("需要 JDK 25").contains("JAVA_HOME").hasLineCount(1);
  }

  @Test
  void withoutMavenThereIsOneSentence() throws Exception {
    Path jdk = jdk("mine", "25");
    String without = "jdk_places() { echo '" + jdk + "'; }; command() { [ \"$2\" != mvn ] && builtin command \"$@\"; }; ";
    Answer answer = asked(without + "require_tools", Map.of());
    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.err()).contains("需要 Maven").hasLineCount(1);
  }

  @Test
  void theScriptsAreExecutable() {
    for (String script : new String[] {"run", "test", "verify-trail", "export-trail", "jurisdiction", "machine-client", "migrate", "keeper", "bench-lists", "bench-provisioning", "../.ci/run"}) {
      assertThat(Path.of(script)).isExecutable();
    }
  }
}
