package org.jiheng.infra.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Keycloak unpacked and built for PostgreSQL. Both take a minute and are done once; a stamp says from which archive and
 * with which options, so that a new version is installed anew.
 */
record KeycloakInstallation(Path home, Path archive) {

  /** Settled when it is built; everything else is said at every start. */
  private static final List<String> BUILD = List.of("build", "--db=postgres", "--health-enabled=false", "--metrics-enabled=false");

  /** @throws StartFailedException if the archive is missing or the build fails */
  void complete(Progress progress, Path log) {
    String stamp = archive.getFileName() + " " + String.join(" ", BUILD);
    Path stampFile = home.resolve("complete");
    try {
      if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
        return;
      }
      if (!Files.exists(archive)) {
        throw new StartFailedException("parts.missing", archive);
      }
      progress.at("identity.installing");
      Directories.delete(home);
      unpack();
      progress.at("identity.building");
      build(log);
      Files.writeString(stampFile, stamp);
    } catch (IOException failure) {
      throw new StartFailedException(failure, "identity.not-built", log);
    }
  }

  Path script() {
    return home.resolve("bin").resolve("kc.sh");
  }

  /** Where the server looks for realms it does not know yet. */
  Path imports() {
    return home.resolve("data").resolve("import");
  }

  /** Without the archive's own top directory, whose name is its version. */
  private void unpack() throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        Path target = home.resolve(entry.getName().substring(entry.getName().indexOf('/') + 1)).normalize();
        if (!target.startsWith(home)) {
          throw new IOException("the archive reaches out of its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target);
          }
          if (target.toString().endsWith(".sh") && !target.toFile().setExecutable(true, true)) {
            throw new IOException("cannot be made executable: " + target);
          }
        }
      }
    }
  }

  private void build(Path log) throws IOException {
    ProcessBuilder command = new ProcessBuilder(script().toString());
    command.command().addAll(BUILD);
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (process.waitFor() != 0) {
        throw new StartFailedException("identity.not-built", log);
      }
    } catch (InterruptedException stopped) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      Thread.currentThread().interrupt();
      throw new StartFailedException(stopped, "start.interrupted");
    }
  }
}
