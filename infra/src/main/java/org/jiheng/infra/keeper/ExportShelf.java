package org.jiheng.infra.keeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiheng.tenants.provisioning.Jobs;

/**
 * The directory of whole exports. A file is there for as long as its job says, also when it was handed over before: then whoever
 * looks after the machine still has it. Files that are none of ours are left alone.
 */
final class ExportShelf {

  private static final System.Logger LOG = System.getLogger(ExportShelf.class.getName());

  /** An archive, or one that is being written. */
  private static final Pattern OURS = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.zip(?:\\.part)?");

  private final Path directory;
  private final Duration lasts;

  ExportShelf(Path directory, Duration lasts) {
    this.directory = directory;
    this.lasts = lasts;
  }

  Path fileOf(UUID job) {
    return directory.resolve(job + ".zip");
  }

  /** How long a file is kept. */
  Duration lasts() {
    return lasts;
  }

  /** Deletes what is kept no longer, and what a keeper that died left half written. */
  void clear(Jobs jobs) throws SQLException {
    List<Path> there = files();
    if (there.isEmpty()) {
      return;
    }
    // asked after the look: a job that begins in between has no file in the list
    Set<UUID> kept = jobs.keptExports();
    for (Path file : there) {
      Matcher name = OURS.matcher(file.getFileName().toString());
      if (name.matches() && !kept.contains(UUID.fromString(name.group(1)))) {
        delete(file);
      }
    }
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    } catch (NoSuchFileException nothingYet) {
      return List.of();
    } catch (IOException failure) {
      LOG.log(System.Logger.Level.WARNING, "the exports could not be looked through", failure);
      return List.of();
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
      LOG.log(System.Logger.Level.INFO, "{0} is over and deleted", file.getFileName());
    } catch (IOException failure) {
      // the next round tries again
      LOG.log(System.Logger.Level.WARNING, "an export that is over could not be deleted", failure);
    }
  }
}
