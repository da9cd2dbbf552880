package org.jiheng.infra.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a run that was killed leaves behind in a cluster: the server still running on it, or the note of a process that is
 * no more, whose number may meanwhile belong to somebody else. Only asked by the one who holds the lock of the data
 * directory: whatever runs here then has no owner any more.
 */
record Postmaster(Path cluster) {

  private static final int PATIENCE_SECONDS = 30;

  void clearTheWay(Progress progress) throws IOException {
    Path note = cluster.resolve("postmaster.pid");
    Optional<ProcessHandle> process = noted(note).flatMap(ProcessHandle::of);
    if (process.isEmpty()) {
      // a note without a process is the server's own business: it also looks for shared memory still in use
      return;
    }
    if (process.get().info().command().filter(command -> command.endsWith("/postgres")).isPresent()) {
      progress.at("database.orphan", String.valueOf(process.get().pid()));
      stop(process.get());
    } else {
      Files.deleteIfExists(note);
    }
  }

  private static Optional<Long> noted(Path note) throws IOException {
    if (!Files.exists(note)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(note);
    return lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]+") ? Optional.empty() : Optional.of(Long.valueOf(lines.getFirst().strip()));
  }

  /** Interrupt means to this server: cut the connections, write everything down, end. Java itself can send no interrupt. */
  private static void stop(ProcessHandle server) throws IOException {
    try {
      new ProcessBuilder("kill", "-INT", String.valueOf(server.pid())).start().waitFor();
      server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException stillThere) {
      throw new IOException("process " + server.pid() + " does not end", stillThere);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }
}
