package org.jiheng.infra.architecture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A jar or war in memory: what is in it, by path. */
record Archive(String name, Map<String, byte[]> entries) {

  /** What is deployed. Packaged before the tests of this module run. */
  static final Path WAR = Path.of("../ui/target/jiheng.war");

  /** What it is deployed to. */
  static final Path SERVER = Path.of("target/parts/payara-micro.jar");

  static Archive war() {
    return of(WAR);
  }

  static Archive of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(file.toAbsolutePath().normalize() + " is missing: build with mvn verify from the root");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.getFileName().toString(), in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Archive read(String name, InputStream in) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return new Archive(name, entries);
  }

  /** The jars of a folder, one after the other: a whole server does not fit into memory at once. */
  static void eachJarOfTheServer(Consumer<Archive> look) {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(SERVER))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith("MICRO-INF/runtime/") && entry.getName().endsWith(".jar")) {
          look.accept(inner(entry.getName(), zip.readAllBytes()));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The jars inside, under WEB-INF/lib. */
  List<Archive> jars() {
    return entries.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("WEB-INF/lib/") && entry.getKey().endsWith(".jar"))
        .map(entry -> inner(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Archive inner(String path, byte[] bytes) {
    try {
      return read(path.substring(path.lastIndexOf('/') + 1), new ByteArrayInputStream(bytes));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Optional<String> text(String path) {
    return Optional.ofNullable(entries.get(path)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Compiled classes by internal name; those for other Java versions are left out. */
  Stream<Map.Entry<String, byte[]>> classes() {
    return entries.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(".class") && !entry.getKey().startsWith("META-INF/"))
        .filter(entry -> !entry.getKey().endsWith("module-info.class") && !entry.getKey().endsWith("package-info.class"))
        .map(entry -> Map.entry(entry.getKey().replaceAll("^WEB-INF/classes/|\\.class$", ""), entry.getValue()));
  }

  /** {@code commons-io} of {@code commons-io-2.21.0.jar}. */
  String artifact() {
    return name.replaceAll("-\\d.*", "").replaceAll("\\.(jar|war)$", "");
  }
}
