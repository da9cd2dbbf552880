package org.jiheng.tenants.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;

/** Which layouts of tables there are, by the names of their migrations: asking takes no database. */
final class Layouts {

  private static final Pattern MIGRATION = Pattern.compile("V([0-9]+(?:[._][0-9]+)*)__.*\\.sql");
  private static final Map<List<String>, String> NEWEST = new ConcurrentHashMap<>();

  private Layouts() {}

  /**
   * The version of the newest migration.
   *
   * @param folders of the class path, without a slash at either end
   * @throws IllegalArgumentException if there is no migration in them
   */
  static String newest(List<String> folders) {
    return NEWEST.computeIfAbsent(folders, asked -> asked.stream().flatMap(folder -> names(folder).stream())
        .flatMap(name -> version(name).stream())
        .max(MigrationVersion::compareTo)
        .orElseThrow(() -> new IllegalArgumentException("no migration in " + asked)).getVersion());
  }

  /** Version of the layout a file makes, if it is a migration. */
  static Optional<MigrationVersion> version(String name) {
    return Optional.of(MIGRATION.matcher(name)).filter(Matcher::matches).map(matched -> MigrationVersion.fromVersion(matched.group(1)));
  }

  /** Names of the files in a folder of the class path, wherever its parts lie. */
  static List<String> names(String folder) {
    List<String> names = new ArrayList<>();
    try {
      for (URL place : Collections.list(Layouts.class.getClassLoader().getResources(folder))) {
        URI uri = place.toURI();
        if (uri.getScheme().equals("jar")) {
          try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(uri.getRawSchemeSpecificPart().replaceAll("!.*", ""))))) {
            names.addAll(list(jar.getPath(folder)));
          }
        } else {
          names.addAll(list(Path.of(uri)));
        }
      }
      return names;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
