package org.jiheng.infra.run;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Processes of a run that was killed and could not stop them. They carry the name of their data directory in their command
 * line; whoever holds the lock of that directory knows that nobody owns them any more.
 */
record Leftovers(Path home) {

  private static final int SECONDS_TO_END = 20;

  /** What every process of this installation is started with. */
  String mark() {
    return "-Djiheng.home=" + home;
  }

  void stop(Progress progress) {
    List<ProcessHandle> left = ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process -> process.info().commandLine().filter(line -> (line + " ").contains(mark() + " ")).isPresent())
        .toList();
    if (left.isEmpty()) {
      return;
    }
    progress.at("leftovers", String.valueOf(left.size()));
    left.forEach(ProcessHandle::destroy);
    CompletableFuture.allOf(left.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, SECONDS_TO_END, TimeUnit.SECONDS).join();
    left.forEach(ProcessHandle::destroyForcibly);
  }
}
