package org.jiheng.tenants.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Files of migrations, read once. Flyway by itself looks through the class path for every schema it migrates, which for a thousand
 * jurisdictions costs more than many of their changes.
 */
final class MigrationFiles implements ResourceProvider {

  private static final Map<List<String>, MigrationFiles> READ = new ConcurrentHashMap<>();

  private final List<Text> files;

  private MigrationFiles(List<String> folders) {
    files = folders.stream()
        .flatMap(folder -> Layouts.names(folder).stream().map(name -> new Text(folder + "/" + name, name, read(folder + "/" + name))))
        .toList();
  }

  /** @param folders of the class path, without a slash at either end */
  static MigrationFiles of(List<String> folders) {
    return READ.computeIfAbsent(folders, MigrationFiles::new);
  }

  private static String read(String path) {
    try (InputStream file = MigrationFiles.class.getClassLoader().getResourceAsStream(path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Texts of the migrations, the oldest first. */
  List<String> inOrder() {
    return files.stream().filter(file -> Layouts.version(file.name).isPresent())
        .sorted(Comparator.comparing(file -> Layouts.version(file.name).orElseThrow()))
        .map(file -> file.text).toList();
  }

  /** Flyway's own contract: null where there is no such file. */
  @Override
  public LoadableResource getResource(String name) {
    return files.stream().filter(file -> file.getAbsolutePath().equals(name) || file.getRelativePath().equals(name)).findFirst().orElse(null);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return files.stream()
        .filter(file -> file.getFilename().startsWith(prefix) && Stream.of(suffixes).anyMatch(file.getFilename()::endsWith))
        .map(LoadableResource.class::cast)
        .toList();
  }

  /** One file, held in memory. */
  private static final class Text extends LoadableResource {

    private final String path;
    private final String name;
    private final String text;

    private Text(String path, String name, String text) {
      this.path = path;
      this.name = name;
      this.text = text;
    }

    @Override
    public Reader read() {
      return new StringReader(text);
    }

    @Override
    public String getAbsolutePath() {
      return path;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return path;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
