package org.jiheng.infra.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A process of the product: its output goes to a log of its own, and the log of the run before is kept beside it. */
final class Part implements AutoCloseable {

  private static final Duration TIME_TO_END = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final Process process;
  private final Path log;

  private Part(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static Part start(ProcessBuilder command, Path log) {
    try {
      if (Files.exists(log)) {
        Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
      return new Part(command.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  Path log() {
    return log;
  }

  /**
   * Waits until the address answers with 200.
   *
   * @param hopeless asked at every look; an exception it answers with is thrown, for then there is no use in waiting
   */
  void awaitAnswer(URI address, Duration patience, Supplier<StartFailedException> hopeless) {
    Instant until = Instant.now().plus(patience);
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build()) {
      while (!answers(client, address)) {
        StartFailedException failure = hopeless.get();
        if (failure != null) {
          throw failure;
        }
        if (!alive()) {
          throw new StartFailedException("part.ended", log);
        }
        if (Instant.now().isAfter(until)) {
          throw new StartFailedException("part.silent", String.valueOf(patience.toSeconds()), log);
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StartFailedException(stopped, "start.interrupted");
    }
  }

  private static boolean answers(HttpClient client, URI address) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Asks the process to end, and ends it and its children after a while if it does not. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(TIME_TO_END.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stopped) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
